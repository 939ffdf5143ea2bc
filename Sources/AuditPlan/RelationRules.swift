public import AuditModel

extension Inventory {
  /// The findings of rules over the inventory: every subject with the wanted connections and without the others.
  ///
  /// Of the conditions of one rule the first that fits a subject speaks for it.
  public func findings(of rules: [RelationRule]) -> [Finding] {
    // An empty inventory is that of most code, and has nothing to look up.
    if nodes.isEmpty { return [] }
    let graph = Graph(self)
    var seen: [RuleID: Set<NodeID>] = [:]
    return rules.flatMap { rule in
      nodes.compactMap { node in
        guard let found = rule.finding(on: node, in: graph),
          seen[rule.descriptor.id, default: []].insert(node.id).inserted
        else { return nil }
        return found
      }
    }
  }
}

/// An inventory with the edges of each node at hand.
private struct Graph {
  let nodes: [NodeID: InventoryNode]
  private let edges: [NodeID: [InventoryEdge]]

  init(_ inventory: Inventory) {
    nodes = Dictionary(uniqueKeysWithValues: inventory.nodes.map { ($0.id, $0) })
    // What names a thing by an id names the thing.
    let known = Dictionary(
      grouping: inventory.edges.filter { $0.relation == .identifies }, by: \.to
    ).mapValues { $0.map(\.from) }
    let named = inventory.edges.filter { $0.relation != .identifies }.flatMap { edge in
      (known[edge.to] ?? []).map { owner in
        InventoryEdge(
          from: edge.from, to: owner, relation: edge.relation, provenBy: edge.provenBy, location: edge.location)
      }
    }
    edges = Dictionary(grouping: (inventory.edges + named).flatMap { [($0.from, $0), ($0.to, $0)] }, by: \.0)
      .mapValues { $0.map(\.1) }
  }

  /// The edges that begin or end at a node.
  func edges(of node: NodeID) -> [InventoryEdge] { edges[node] ?? [] }

  func has(_ node: NodeID, _ pattern: EdgePattern) -> Bool {
    edges(of: node).contains { matches($0, pattern, from: node) }
  }

  func matches(_ edge: InventoryEdge, _ pattern: EdgePattern, from subject: NodeID) -> Bool {
    let (near, far) = pattern.direction == .out ? (edge.from, edge.to) : (edge.to, edge.from)
    guard near == subject else { return false }
    if let relation = pattern.relation, relation != edge.relation { return false }
    if !pattern.kinds.isEmpty, !pattern.kinds.contains(where: { $0.isSame(as: far.kind) }) { return false }
    if !pattern.names.isEmpty, !pattern.names.contains(where: { $0.lowercased() == far.name.lowercased() }) {
      return false
    }
    if let isPresent = pattern.isPresent, nodes[far]?.isPresent != isPresent { return false }
    return pattern.with.allSatisfy { has(far, $0) } && !pattern.without.contains { has(far, $0) }
  }
}

extension Location {
  /// Whether the place looks like one in results of queries, which are tables and JSON.
  fileprivate var isRecord: Bool { [".csv", ".json"].contains { path.lowercased().hasSuffix($0) } }
}

extension NodeKind {
  func isSame(as other: NodeKind) -> Bool { rawValue.lowercased() == other.rawValue.lowercased() }
}

extension RelationRule {
  fileprivate func finding(on node: InventoryNode, in graph: Graph) -> Finding? {
    guard condition.subject.isSame(as: node.id.kind),
      condition.isPresent == nil || condition.isPresent == node.isPresent
    else { return nil }
    // The org's own files speak before results of queries.
    let all = graph.edges(of: node.id)
    let own = all.filter { !$0.location.isRecord } + all.filter { $0.location.isRecord }
    var proof: InventoryEdge?
    for pattern in condition.with {
      guard let edge = own.first(where: { graph.matches($0, pattern, from: node.id) }) else { return nil }
      proof = proof ?? edge
    }
    if condition.without.contains(where: { graph.has(node.id, $0) }) { return nil }
    let other = proof.map { $0.from == node.id ? $0.to : $0.from }
    // The subject's own file, where it has one; else the place that speaks of it.
    if let known = proof, known.from != node.id { proof = own.first { $0.from == node.id } ?? known }
    return finding(on: node.id, proof: proof ?? own.first, other: other)
  }

  private func finding(on node: NodeID, proof: InventoryEdge?, other: NodeID?) -> Finding {
    let confidence = confidence ?? descriptor.confidence
    let captures = [
      "name": node.name, "type": node.kind.rawValue, "component": "\(node.kind.rawValue):\(node.name)",
      "other": other.map { "\($0.kind.rawValue):\($0.name)" } ?? "",
    ]
    let message = captures.reduce(message) { $0.replacing("{\($1.key)}", with: $1.value) }
    return Finding(
      rule: descriptor.id, class: descriptor.class,
      level: Level(class: descriptor.class, confidence: confidence, context: .config, phase: phase),
      confidence: confidence, confidenceReason: because ?? descriptor.because, context: .config,
      surface: descriptor.surface, message: message,
      component: node.kind == .artifact ? nil : ComponentID(type: node.kind.rawValue, name: node.name),
      location: proof.map {
        Location(path: $0.location.path, line: $0.location.line, column: $0.location.column)
      }
        ?? Location(path: node.name),
      evidence: "\(node.kind.rawValue):\(node.name)", step: descriptor.step)
  }
}
