import AuditModel

/// The inventory as a drawing program wants it: numbered nodes, and one line for each kind of connection.
struct DrawnGraph {
  struct Line {
    var from: Int
    var to: Int
    var relation: Relation
    /// The first place that proves the connection.
    var location: Location
    /// How many findings prove it.
    var count: Int
  }

  var nodes: [InventoryNode]
  var lines: [Line]
  /// What was not examined, then every chain of the report's findings, each as one line of text.
  var comments: [String]

  init(_ report: Report) {
    let inventory = report.inventory
    // A property is said in the node's own box.
    let edges = inventory.edges.filter { $0.relation != .has }
    let drawn = Set(edges.flatMap { [$0.from, $0.to] })
    let properties = Set(inventory.edges.filter { $0.relation == .has }.map(\.to))
    nodes = inventory.nodes.filter { drawn.contains($0.id) || !properties.contains($0.id) }
    let numbers = Dictionary(nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    struct Key: Hashable {
      var from: Int
      var to: Int
      var relation: Relation
    }
    var indices: [Key: Int] = [:]
    var lines: [Line] = []
    for edge in edges {
      guard let from = numbers[edge.from], let to = numbers[edge.to] else { continue }
      let key = Key(from: from, to: to, relation: edge.relation)
      if let index = indices[key] {
        lines[index].count += 1
      } else {
        indices[key] = lines.count
        lines.append(Line(from: from, to: to, relation: edge.relation, location: edge.location, count: 1))
      }
    }
    self.lines = lines
    let list = ChainList(report)
    comments = list.unexamined + list.chains.map { ChainText.line($0.chain) }
  }
}

extension DrawnGraph.Line {
  /// The place, and how many more there are.
  var place: String { count > 1 ? "\(location) and \(count - 1) more" : location.description }
}
