public import AuditModel

extension Inventory {
  /// Builds the graph of what findings and facts speak of.
  ///
  /// Names are compared without regard to letter case; a node is spelt as the component it stands for, or as
  /// the first finding in the order of places spells it. Who uses an endpoint also uses its host, so
  /// that code which calls one address and configuration that names another of the same host meet.
  ///
  /// - Parameters:
  ///   - findings: Findings and facts with their fingerprints.
  ///   - components: The components that the audited artifacts hold.
  public init(of findings: [Finding], components: [HeldComponents]) {
    var graph = InventoryBuilder(components: components)
    for finding in findings where finding.class != .successor || !finding.references.isEmpty {
      graph.add(finding)
    }
    self = graph.inventory
  }
}

/// Gathers nodes and edges under the identities that Salesforce would give them.
private struct InventoryBuilder {
  private let components: [HeldComponents]
  /// The components as nodes; asked for only where there are findings, while an export has many components.
  private lazy var spellings = Dictionary(
    components.flatMap { type in type.names.map { NodeID(kind: NodeKind(rawValue: type.type), name: $0) } }
      .map { ($0, $0) }
  ) { first, _ in first }
  private var nodes: [NodeID: InventoryNode] = [:]
  private var edges: Set<InventoryEdge> = []

  init(components: [HeldComponents]) {
    self.components = components
  }

  mutating func add(_ finding: Finding) {
    let subject = note(finding.node, isPresent: true)
    for reference in finding.references {
      if reference.relation == .has {
        nodes[subject]?.attributes[reference.node.kind.rawValue] = reference.node.name
      }
      let other = note(reference.node.canonical, isPresent: false)
      connect(subject, other, reference.relation, finding)
      if let host = other.host { connect(subject, note(host, isPresent: false), reference.relation, finding) }
    }
  }

  private mutating func note(_ id: NodeID, isPresent: Bool) -> NodeID {
    if nodes[id] != nil {
      if isPresent { nodes[id]?.isPresent = true }
    } else {
      let spelling = spellings[id]
      nodes[id] = InventoryNode(id: spelling ?? id, isPresent: isPresent || spelling != nil)
    }
    return nodes[id]?.id ?? id
  }

  private mutating func connect(_ from: NodeID, _ to: NodeID, _ relation: Relation, _ finding: Finding) {
    edges.insert(
      InventoryEdge(
        from: from, to: to, relation: relation, provenBy: finding.fingerprint, location: finding.location))
  }

  var inventory: Inventory {
    Inventory(
      nodes: nodes.values.sorted { $0.id < $1.id },
      edges: edges.map { (key: ($0.from.key, $0.to.key), edge: $0) }.sorted { left, right in
        if left.key != right.key { return left.key < right.key }
        let (left, right) = (left.edge, right.edge)
        return (left.relation.rawValue, left.location, left.provenBy)
          < (right.relation.rawValue, right.location, right.provenBy)
      }.map(\.edge))
  }
}
