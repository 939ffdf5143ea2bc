import AuditModel

/// Finds what belongs to a deployment: what names it, what it leads to, and what names its parts.
///
/// Kinds of parts stand in an order. From a part the search goes back to whatever uses it, and on to what it
/// uses; to another part only where that one's kind stands later, or a menu of two chats would make one of them.
/// What names another deployment and not this one is never entered.
struct PartsGraph {
  private let byKind: [String: [InventoryNode]]
  /// All deployments of a kind with the ids that they are known by.
  private var deployments: [String: Set<NodeID>] = [:]
  private let ranks: [String: Int]
  private var uses: [NodeID: [NodeID]] = [:]
  private var users: [NodeID: [NodeID]] = [:]
  private var identities: [NodeID: [NodeID]] = [:]

  init(_ inventory: Inventory, _ facts: MappingFacts) {
    ranks = Dictionary(facts.parts.enumerated().map { ($1.rawValue.lowercased(), $0) }) { first, _ in first }
    for edge in inventory.edges where edge.from != edge.to {
      switch edge.relation {
      case .uses, .contains, .routes:
        uses[edge.from, default: []].append(edge.to)
        users[edge.to, default: []].append(edge.from)
      case .identifies:
        identities[edge.from, default: []].append(edge.to)
      case .grants, .replaces, .has: break
      }
    }
    let identified = Set(identities.values.joined())
    let kinds = Set(facts.deployments.map { $0.rawValue.lowercased() })
    byKind = Dictionary(
      grouping: inventory.nodes.filter {
        kinds.contains($0.id.kind.rawValue.lowercased()) && !identified.contains($0.id)
      }, by: { $0.id.kind.rawValue.lowercased() })
    for (kind, nodes) in byKind {
      deployments[kind] = Set(nodes.flatMap { [$0.id] + (identities[$0.id] ?? []) })
    }
  }

  /// The nodes of a kind that may be deployments; an id that a component is known by is none of its own.
  func candidates(_ kind: NodeKind) -> [InventoryNode] { byKind[kind.rawValue.lowercased()] ?? [] }

  func isPart(_ kind: NodeKind) -> Bool { rank(kind) != nil }

  /// Everything that belongs to a deployment, itself included.
  func parts(of deployment: NodeID) -> Set<NodeID> {
    let own = Set([deployment] + (identities[deployment] ?? []))
    let all = deployments[deployment.kind.rawValue.lowercased()] ?? []
    func isRival(_ node: NodeID) -> Bool { all.contains(node) && !own.contains(node) }
    var parts = own
    var waiting = Array(own)
    func enter(_ node: NodeID) {
      let named = uses[node] ?? []
      let isForeign =
        isRival(node) || (named.contains(where: isRival) && !named.contains(where: own.contains))
      if !isForeign, !isCrossroads(node.kind), parts.insert(node).inserted { waiting.append(node) }
    }
    while let node = waiting.popLast() {
      let named = uses[node] ?? []
      if rank(node.kind) != nil {
        for user in users[node] ?? [] { enter(user) }
        for identity in identities[node] ?? [] { enter(identity) }
      }
      // What names two deployments belongs to both, and nothing else that it names to either.
      guard !named.contains(where: isRival) else { continue }
      let namesDeployment = named.contains(where: own.contains)
      for other in named {
        if let otherRank = rank(other.kind) {
          guard rank(node.kind).map({ $0 < otherRank }) ?? namesDeployment else { continue }
        }
        enter(other)
      }
    }
    return parts
  }

  private func rank(_ kind: NodeKind) -> Int? { ranks[kind.rawValue.lowercased()] }

  /// Whether all deployments may meet at such a node.
  private func isCrossroads(_ kind: NodeKind) -> Bool {
    [.host, .endpoint, .product, .organizationID].contains(kind) || kind.rawValue == "CustomObject"
  }
}
