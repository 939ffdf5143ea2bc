/// Finds chains in an inventory, for any number of findings.
///
/// A chain follows edges that use, contain or route, and goes from an identity to the component that is known
/// by it. Once at most it goes from a thing to what uses it: an embedded deployment is named by its chat
/// settings and not the other way round; more than one such turn would connect what has nothing to do with one
/// another. It ends where work is routed to and nothing routes on, and begins with a file outside the org or a
/// component that nothing else uses.
///
/// - Complexity: O(*n*) in nodes and edges to make; a chain costs its length.
public struct ChainFinder: Sendable {
  private let inventory: Inventory
  private let numbers: [NodeID: Int]
  /// The cheapest way on to where work goes.
  private let down: Ways
  /// The cheapest way back to what people open.
  private let up: Ways

  public init(_ inventory: Inventory) {
    self.inventory = inventory
    let numbers = Dictionary(inventory.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    self.numbers = numbers
    let steps = Steps(inventory, numbers)
    down = Ways(from: steps.ends.flatMap { [($0, 0), ($0 + steps.count, 0)] }, along: steps.backward)
    up = Ways(from: steps.starts, along: steps.forward)
  }

  /// The chains that a finding is part of, at most four; for a finding without any, its own references.
  public func chains(of finding: Finding) -> [Chain] {
    let subject = finding.node
    guard let number = numbers[subject] else { return [] }
    let references = finding.references.filter { Steps.isPassable($0.relation) }.compactMap { reference in
      numbers[reference.node.canonical].map { (relation: reference.relation, number: $0) }
    }
    let leads = references.filter { reference in
      reference.relation != .identifies && down.reaches(reference.number)
        && Steps.mayLeadOn(from: subject.kind, to: inventory.nodes[reference.number].id.kind)
    }
    let head = Array(path(up, from: number).reversed())
    var tails = leads.compactMap { reference in
      edge(subject, reference, of: finding).map { [$0] + path(down, from: reference.number) }
    }
    // A way that comes back to the finding's own subject is no way on.
    tails.removeAll { tail in tail.contains { $0.end == subject } }
    if tails.isEmpty, down.reaches(number) { tails = [path(down, from: number)] }
    if tails.isEmpty { tails = references.compactMap { edge(subject, $0, of: finding).map { [$0] } } }
    if tails.isEmpty, !head.isEmpty { tails = [[]] }
    var chains: [Chain] = []
    for tail in tails {
      let chain = join(head, tail, at: subject)
      if !chain.links.isEmpty, !chains.contains(chain) { chains.append(chain) }
    }
    return Array(chains.prefix(4))
  }

  /// The links from a node along the ways, in the direction of the search that made them.
  private func path(_ ways: Ways, from start: Int) -> [Chain.Link] {
    var links: [Chain.Link] = []
    var number = start
    while let step = ways.next[number] {
      links.append(Chain.Link(edge: inventory.edges[step.edge], isReversed: step.isReversed))
      number = step.target
    }
    return links
  }

  private func edge(
    _ subject: NodeID, _ reference: (relation: Relation, number: Int), of finding: Finding
  ) -> Chain.Link? {
    Chain.Link(
      edge: InventoryEdge(
        from: inventory.nodes[numbers[subject] ?? 0].id, to: inventory.nodes[reference.number].id,
        relation: reference.relation, provenBy: finding.fingerprint, location: finding.location),
      isReversed: false)
  }

  /// One chain of the way to a node and the way on; the way to it is left out where the two cross.
  private func join(_ head: [Chain.Link], _ tail: [Chain.Link], at subject: NodeID) -> Chain {
    let seen = Set(tail.map(\.end) + [subject])
    let start = head.first.map { $0.isReversed ? $0.edge.to : $0.edge.from }
    guard let start, !seen.contains(start), !head.dropLast().contains(where: { seen.contains($0.end) }) else {
      return Chain(start: inventory.nodes[numbers[subject] ?? 0].id, links: tail)
    }
    return Chain(start: start, links: head + tail)
  }
}

/// One step of a chain that a search may take.
private struct Step: Sendable {
  var target: Int
  var cost: Int
  var edge: Int
  var isReversed: Bool
}

/// Which steps an inventory allows.
private struct Steps {
  let count: Int
  /// Steps without a turn, by the node they start from.
  var forward: [[Step]]
  /// Steps by the node they lead to; the second half of the nodes stands for what comes after the turn.
  var backward: [[Step]]
  /// Where work is routed to and nothing routes on.
  var ends: [Int] = []
  /// What people open, each with the cost of beginning there.
  var starts: [(Int, Int)] = []

  init(_ inventory: Inventory, _ numbers: [NodeID: Int]) {
    count = inventory.nodes.count
    forward = Array(repeating: [], count: count)
    backward = Array(repeating: [], count: 2 * count)
    var uses = Array(repeating: 0, count: count)
    var isUsed = Array(repeating: 0, count: count)
    var routes = Array(repeating: false, count: count)
    var isRouted = routes
    // Whether a thing may be turned round at: it has parts or an identity of its own, or is known outside.
    var isWhole = routes
    for (index, edge) in inventory.edges.enumerated() where Self.isPassable(edge.relation) {
      guard let from = numbers[edge.from], let to = numbers[edge.to], from != to else { continue }
      if edge.relation == .identifies {
        add(from: to, to: from, cost: 1, edge: index, isReversed: true)
        isWhole[from] = true
        continue
      }
      uses[from] += 1
      isUsed[to] += 1
      if edge.relation == .routes {
        routes[from] = true
        isRouted[to] = true
      }
      if edge.from.kind == .artifact { isWhole[to] = true }
      if !edge.to.kind.isGeneral, !Self.isCrossroads(edge.to.kind) { isWhole[from] = true }
      guard Self.mayLeadOn(from: edge.from.kind, to: edge.to.kind) else { continue }
      add(from: from, to: to, cost: 2, edge: index, isReversed: false)
    }
    for (index, edge) in inventory.edges.enumerated() where edge.relation == .uses {
      guard let from = numbers[edge.from], let to = numbers[edge.to], from != to,
        isWhole[to], isUsed[to] <= 24, Self.mayTurn(at: edge.to.kind, to: edge.from.kind)
      else { continue }
      let cost = edge.to.kind.isGeneral ? 16 : 12
      backward[from + count].append(Step(target: to, cost: cost, edge: index, isReversed: true))
    }
    for number in 0..<count {
      if isRouted[number], !routes[number] { ends.append(number) }
      guard uses[number] > 0, isUsed[number] == 0 else { continue }
      starts.append((number, Steps.startCost(inventory.nodes[number].id)))
    }
  }

  private mutating func add(from: Int, to: Int, cost: Int, edge: Int, isReversed: Bool) {
    forward[from].append(Step(target: to, cost: cost, edge: edge, isReversed: isReversed))
    for half in [0, count] {
      backward[to + half].append(Step(target: from + half, cost: cost, edge: edge, isReversed: isReversed))
    }
  }

  /// A page or program outside the org is what a visitor opens; a manifest or a list only names things, and
  /// a component that nothing uses may be unused.
  private static func startCost(_ node: NodeID) -> Int {
    guard node.kind == .artifact else { return 6 }
    return [".xml", ".md", ".json", ".txt", ".csv"].contains { node.name.lowercased().hasSuffix($0) } ? 5 : 0
  }

  static func isPassable(_ relation: Relation) -> Bool {
    switch relation {
    case .uses, .contains, .routes, .identifies: true
    case .grants, .replaces, .has: false
    }
  }

  /// Whether a step from one kind of thing to another belongs to a way.
  ///
  /// Code outside that knows a server meets the org's configuration there; two components that name the same
  /// server have nothing else in common.
  static func mayLeadOn(from: NodeKind, to: NodeKind) -> Bool {
    from == .artifact || (to != .host && to != .endpoint)
  }

  /// Whether a way may go on from a thing to what uses it.
  ///
  /// Only to configuration: other code that knows the same server, or the same record by its id, goes its own
  /// way. Records by their ids lead to the component that they identify, or nowhere.
  private static func mayTurn(at kind: NodeKind, to user: NodeKind) -> Bool {
    guard user != .artifact, kind != .deploymentID, kind != .buttonID, !isCrossroads(kind) else {
      return false
    }
    let traits = MetadataTypes.named(user.rawValue)?.traits ?? []
    return traits.isDisjoint(with: [.content, .bundle])
  }

  /// Whether too much meets at such a node for two of its neighbours to have to do with one another.
  private static func isCrossroads(_ kind: NodeKind) -> Bool {
    kind == .product || kind == .organizationID || kind == .artifact || kind.rawValue == "CustomObject"
  }
}

/// The cheapest way from every node towards one of several, by Dijkstra's algorithm.
private struct Ways: Sendable {
  /// The first step of the way; nothing where the node is the end or has no way.
  private(set) var next: [Step?]
  private var costs: [Int]

  /// Searches along steps that lead to a node from the nodes before it.
  init(from ends: [(Int, Int)], along steps: [[Step]]) {
    next = Array(repeating: nil, count: steps.count)
    costs = Array(repeating: Int.max, count: steps.count)
    // Costs are small whole numbers, so a list per cost does for a queue.
    var queue: [[Int]] = [[]]
    func enqueue(_ number: Int, _ cost: Int, in queue: inout [[Int]]) {
      while queue.count <= cost { queue.append([]) }
      queue[cost].append(number)
    }
    for (number, cost) in ends where cost < costs[number] {
      costs[number] = cost
      enqueue(number, cost, in: &queue)
    }
    var cost = 0
    while cost < queue.count {
      var index = 0
      while index < queue[cost].count {
        let number = queue[cost][index]
        index += 1
        guard costs[number] == cost else { continue }
        for step in steps[number] where cost + step.cost < costs[step.target] {
          costs[step.target] = cost + step.cost
          next[step.target] = Step(
            target: number, cost: step.cost, edge: step.edge, isReversed: step.isReversed)
          enqueue(step.target, cost + step.cost, in: &queue)
        }
      }
      cost += 1
    }
  }

  /// Whether there is a way from a node, or the node is an end itself.
  func reaches(_ number: Int) -> Bool { costs[number] < Int.max }
}

extension NodeKind {
  /// Whether this is one of the kinds beside the metadata types.
  public var isGeneral: Bool { rawValue.utf8.first.map { !(65...90).contains($0) } ?? true }
}
