public import AuditModel

extension RelationRule {
  /// Findings for every subject of the inventory with the wanted connections and without the others.
  public func findings(in inventory: Inventory) -> [Finding] {
    let nodes = Dictionary(uniqueKeysWithValues: inventory.nodes.map { ($0.id, $0) })
    let edges = Dictionary(grouping: inventory.edges.flatMap { [($0.from, $0), ($0.to, $0)] }, by: \.0)
      .mapValues { $0.map(\.1) }
    return inventory.nodes.compactMap { node in
      guard node.id.kind.rawValue.lowercased() == condition.subject.rawValue.lowercased(),
        condition.isPresent == nil || condition.isPresent == node.isPresent
      else { return nil }
      let own = edges[node.id] ?? []
      var proof: InventoryEdge?
      for pattern in condition.with {
        guard let edge = own.first(where: { pattern.matches($0, from: node.id, nodes, edges) }) else { return nil }
        proof = proof ?? edge
      }
      if condition.without.contains(where: { $0.matchesAny(own, from: node.id, nodes, edges) }) { return nil }
      let other = proof.map { $0.from == node.id ? $0.to : $0.from }
      // The subject's own file, where it has one; else the place that speaks of it.
      if let known = proof, known.from != node.id { proof = own.first { $0.from == node.id } ?? known }
      return finding(on: node.id, proof: proof ?? own.first, other: other)
    }
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
      location: proof.map { Location(path: $0.location.path, line: $0.location.line, column: $0.location.column) }
        ?? Location(path: node.name),
      evidence: "\(node.kind.rawValue):\(node.name)", step: descriptor.step)
  }
}

extension EdgePattern {
  func matchesAny(
    _ own: [InventoryEdge], from subject: NodeID, _ nodes: [NodeID: InventoryNode], _ edges: [NodeID: [InventoryEdge]]
  ) -> Bool {
    own.contains { matches($0, from: subject, nodes, edges) }
  }

  func matches(
    _ edge: InventoryEdge, from subject: NodeID, _ nodes: [NodeID: InventoryNode], _ edges: [NodeID: [InventoryEdge]]
  ) -> Bool {
    let (near, far) = direction == .out ? (edge.from, edge.to) : (edge.to, edge.from)
    guard near == subject else { return false }
    if let relation, relation != edge.relation { return false }
    if !kinds.isEmpty, !kinds.contains(where: { $0.rawValue.lowercased() == far.kind.rawValue.lowercased() }) { return false }
    if !names.isEmpty, !names.contains(where: { $0.lowercased() == far.name.lowercased() }) { return false }
    if let isPresent, nodes[far]?.isPresent != isPresent { return false }
    if with.isEmpty, without.isEmpty { return true }
    let own = edges[far] ?? []
    return with.allSatisfy { $0.matchesAny(own, from: far, nodes, edges) }
      && !without.contains { $0.matchesAny(own, from: far, nodes, edges) }
  }
}
