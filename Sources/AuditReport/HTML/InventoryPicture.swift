import AuditModel

/// The inventory laid out in columns, from the pages that visitors see to the records they leave.
///
/// A column shows its best connected things and counts the others in one box without lines: a picture of
/// hundreds of boxes explains nothing, and the lists below it hold them all. A line to a column further
/// on goes through a gap between the boxes of every column on its way; lines with one end share their gaps.
struct InventoryPicture {
  /// A place in a column.
  struct Stop {
    enum Content {
      case node(InventoryNode)
      /// A box for so many nodes without room of their own.
      case rest(Int)
      /// A gap that lines go through.
      case gap
    }

    var content: Content
    var column: Int
    /// The distance of the upper edge from the top of the column.
    var y = 0

    var height: Int {
      if case .gap = content { return InventoryPicture.gapHeight }
      return InventoryPicture.boxHeight
    }
  }

  /// A line through stops, from the box that needs to the box that is needed.
  struct Line: Hashable {
    var stops: [Int]
    var relation: Relation
  }

  static let titles = [
    "Pages and code", "Servers and ids", "Deployments", "Buttons and bots", "Routing and agents",
    "Data and access",
  ]
  static let boxHeight = 40
  private static let gapHeight = 2
  private static let space = 14
  private static let maxBoxes = 12

  /// The titles of the columns that hold something.
  let columns: [String]
  private(set) var stops: [Stop] = []
  private(set) var lines: [Line] = []

  init(_ inventory: Inventory) {
    let all = Dictionary(grouping: inventory.nodes) { InventoryPicture.column(of: $0.id.kind) }
    let used = InventoryPicture.titles.indices.filter { all[$0] != nil }
    columns = used.map { InventoryPicture.titles[$0] }
    let boxes = addBoxes(used.map { all[$0] ?? [] }, degree: InventoryPicture.degrees(inventory))
    addLines(inventory.edges, boxes: boxes)
    arrange()
  }

  /// The height of the highest column.
  var height: Int { stops.map { $0.y + $0.height }.max() ?? 0 }

  /// How many boxes there are.
  var boxCount: Int { stops.count { $0.height == InventoryPicture.boxHeight } }

  // MARK: Boxes and lines

  private mutating func addBoxes(_ columns: [[InventoryNode]], degree: [NodeID: Int]) -> [NodeID: Int] {
    var boxes: [NodeID: Int] = [:]
    for (column, nodes) in columns.enumerated() {
      let nodes = nodes.sorted { left, right in
        (-(degree[left.id] ?? 0), left.id) < (-(degree[right.id] ?? 0), right.id)
      }
      let room = nodes.count > InventoryPicture.maxBoxes ? InventoryPicture.maxBoxes - 1 : nodes.count
      for node in nodes.prefix(room) {
        boxes[node.id] = stops.count
        stops.append(Stop(content: .node(node), column: column))
      }
      guard nodes.count > room else { continue }
      stops.append(Stop(content: .rest(nodes.count - room), column: column))
    }
    return boxes
  }

  private mutating func addLines(_ edges: [InventoryEdge], boxes: [NodeID: Int]) {
    // Lines from one side to one end share a gap in each column.
    struct Gap: Hashable {
      var end: Int
      var column: Int
      var isForward: Bool
    }
    var gaps: [Gap: Int] = [:]
    var seen: Set<Line> = []
    for edge in edges {
      guard let from = boxes[edge.from], let to = boxes[edge.to], from != to else { continue }
      let start = stops[from].column
      let end = stops[to].column
      let isForward = start < end
      let between = isForward ? Array(start + 1..<end) : start > end ? (end + 1..<start).reversed() : []
      let way = between.map { column -> Int in
        let gap = Gap(end: to, column: column, isForward: isForward)
        if let stop = gaps[gap] { return stop }
        gaps[gap] = stops.count
        stops.append(Stop(content: .gap, column: column))
        return stops.count - 1
      }
      let line = Line(stops: [from] + way + [to], relation: edge.relation)
      if seen.insert(line).inserted { lines.append(line) }
    }
  }

  private static func degrees(_ inventory: Inventory) -> [NodeID: Int] {
    inventory.edges.reduce(into: [:]) { degree, edge in
      degree[edge.from, default: 0] += 1
      degree[edge.to, default: 0] += 1
    }
  }

  // MARK: Order

  /// Puts stops near the mean height of what they are connected to, so that few lines cross.
  private mutating func arrange() {
    var neighbours: [Int: Set<Int>] = [:]
    for line in lines {
      for (left, right) in zip(line.stops, line.stops.dropFirst())
      where stops[left].column != stops[right].column {
        neighbours[left, default: []].insert(right)
        neighbours[right, default: []].insert(left)
      }
    }
    var order = Dictionary(grouping: stops.indices) { stops[$0].column }
    let columns = order.keys.sorted()
    for column in columns { place(order[column] ?? []) }
    for sweep in 0..<6 {
      for column in sweep.isMultiple(of: 2) ? columns : columns.reversed() {
        let means = Dictionary(
          uniqueKeysWithValues: (order[column] ?? []).map { ($0, mean(of: $0, neighbours[$0] ?? [])) })
        order[column]?.sort { (means[$0] ?? 0, $0) < (means[$1] ?? 0, $1) }
        place(order[column] ?? [])
      }
    }
  }

  private func mean(of stop: Int, _ neighbours: Set<Int>) -> Double {
    // The box that stands for many things stays below the others.
    if case .rest = stops[stop].content { return .infinity }
    func middle(_ stop: Int) -> Int { stops[stop].y + stops[stop].height / 2 }
    guard !neighbours.isEmpty else { return Double(middle(stop)) }
    return Double(neighbours.reduce(0) { $0 + middle($1) }) / Double(neighbours.count)
  }

  private mutating func place(_ column: [Int]) {
    var y = 0
    for stop in column {
      stops[stop].y = y
      y += stops[stop].height + InventoryPicture.space
    }
  }

  /// The column of a kind, as an index of ``titles``.
  static func column(of kind: NodeKind) -> Int {
    switch kind.rawValue {
    case "artifact", "ApexPage", "ApexComponent", "ApexClass", "ApexTrigger", "AuraDefinitionBundle",
      "LightningComponentBundle", "StaticResource", "ExperienceBundle", "DigitalExperienceBundle", "CustomSite",
      "Network", "FlexiPage", "CustomLabel":
      0
    case "endpoint", "host", "organization-id", "deployment-id", "button-id", "product": 1
    case "LiveChatDeployment", "MessagingChannel", "EmbeddedServiceConfig", "EmbeddedServiceLiveAgent",
      "EmbeddedServiceBranding", "EmbeddedServiceMenuSettings":
      2
    case "LiveChatButton", "Bot", "BotVersion": 3
    case "Queue", "Skill", "Flow", "QueueRoutingConfig", "ServiceChannel", "ServicePresenceStatus",
      "PresenceUserConfig", "LiveChatAgentConfig", "agent", "visitor":
      4
    default: 5
    }
  }
}

extension NodeKind {
  /// Whether a node of this kind is a property of another one, `language` or `active`, and no thing.
  var isProperty: Bool {
    let things: Set<NodeKind> = [
      .endpoint, .host, .organizationID, .deploymentID, .buttonID, .product, .artifact,
    ]
    guard !things.contains(self), rawValue != "agent", rawValue != "visitor" else { return false }
    // Metadata types begin with a capital, as the properties that rules name never do.
    return rawValue.unicodeScalars.first.map { ("a"..."z").contains($0) } ?? false
  }
}
