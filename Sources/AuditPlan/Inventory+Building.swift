public import AuditModel

extension Inventory {
  /// Builds the graph of what findings and facts speak of.
  ///
  /// - Parameters:
  ///   - findings: Findings and facts with their fingerprints.
  ///   - components: The components that the audited artifacts hold.
  public init(of findings: [Finding], components: some Sequence<ComponentID>) {
    var nodes: [NodeID: InventoryNode] = [:]
    var edges: Set<InventoryEdge> = []
    let present = Set(components.map { NodeID(kind: NodeKind(rawValue: $0.type), name: $0.name) })
    func note(_ id: NodeID, isPresent: Bool) {
      var node = nodes[id] ?? InventoryNode(id: id, isPresent: false)
      node.isPresent = node.isPresent || isPresent
      nodes[id] = node
    }
    for finding in findings where finding.class != .successor || !finding.references.isEmpty {
      let subject = finding.subject
      note(subject, isPresent: true)
      for reference in finding.references {
        if reference.relation == .has {
          nodes[subject]?.attributes[reference.node.kind.rawValue] = reference.node.name
        }
        note(reference.node, isPresent: present.contains(reference.node))
        edges.insert(
          InventoryEdge(
            from: subject, to: reference.node, relation: reference.relation, provenBy: finding.fingerprint,
            location: finding.location))
      }
    }
    self.init(
      nodes: nodes.values.sorted { $0.id < $1.id },
      edges: edges.sorted {
        ($0.from, $0.to, $0.relation.rawValue, $0.location) < ($1.from, $1.to, $1.relation.rawValue, $1.location)
      })
  }
}

extension Finding {
  /// What the finding is about: its component, or the artifact outside the org.
  public var subject: NodeID {
    component.map { NodeID(kind: NodeKind(rawValue: $0.type), name: $0.name) }
      ?? NodeID(kind: .artifact, name: location.path)
  }
}
