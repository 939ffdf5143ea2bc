public import AuditModel

extension DeploymentMapping {
  /// Says for every deployment which features it uses and what becomes of them.
  ///
  /// A finding belongs to a deployment where its component or file is a part of it, or where its chain leads
  /// through one; what belongs to none stands in a row without a deployment. A finding can belong to several.
  ///
  /// - Parameters:
  ///   - packs: What each pack says about its product's features; every one has rows of its own.
  ///   - findings: Findings and facts with their fingerprints; suppressed ones do not count.
  /// - Returns: The most used deployments first, then those with the most to do.
  /// - Complexity: O(*d* · *n*) in deployments and in the size of the inventory.
  public static func rows(
    of packs: [MappingFacts], inventory: Inventory, findings: [Finding]
  ) -> [DeploymentMapping] {
    packs.flatMap { rows(of: $0, inventory, findings) }
  }

  private static func rows(
    of facts: MappingFacts, _ inventory: Inventory, _ findings: [Finding]
  ) -> [DeploymentMapping] {
    guard !facts.features.isEmpty, !findings.isEmpty || !inventory.nodes.isEmpty else { return [] }
    let shown = Shown(facts, inventory, findings)
    let graph = PartsGraph(inventory, facts)
    var rows: [(deployment: NodeID, parts: Set<NodeID>)] = []
    var covered: Set<NodeID> = []
    for (rank, kind) in facts.deployments.enumerated() {
      for node in graph.candidates(kind) where !covered.contains(node.id) {
        let parts = graph.parts(of: node.id)
        let evidence: Set<NodeID> = kind.isComponentType && node.isPresent ? [node.id] : parts
        guard rank == 0 || evidence.contains(where: shown.subjects.contains) else { continue }
        rows.append((node.id, parts))
        covered.formUnion(parts)
      }
    }
    let owners = Owners(rows.map { $0.parts }, graph, ChainFinder(inventory))
    var proofs = Array(repeating: [Int: [String]](), count: rows.count + 1)
    for proof in shown.proofs {
      let own = owners.rows(of: proof)
      for row in own.isEmpty ? [rows.count] : own {
        proofs[row][proof.feature, default: []].append(proof.fingerprint)
      }
    }
    let nodes = Dictionary(inventory.nodes.map { ($0.id, $0) }) { first, _ in first }
    func mapping(_ row: Int, _ deployment: NodeID?) -> DeploymentMapping {
      let attributes = deployment.flatMap { nodes[$0]?.attributes } ?? [:]
      return DeploymentMapping(
        deployment: deployment,
        features: facts.features.enumerated().compactMap { index, feature in
          proofs[row][index].map { fingerprints in
            var seen: Set<String> = []
            return Feature(
              id: feature.id, feature: feature.feature, maps: feature.maps, replacement: feature.replacement,
              findings: fingerprints.filter { seen.insert($0).inserted })
          }
        },
        chats30: attributes["chats30"].flatMap { Int($0) }, chats90: attributes["chats90"].flatMap { Int($0) })
    }
    let rest = mapping(rows.count, nil)
    return rows.enumerated().map { mapping($0, $1.deployment) }.sorted(by: isBefore)
      + (rest.features.isEmpty ? [] : [rest])
  }

  private static func isBefore(_ left: DeploymentMapping, _ right: DeploymentMapping) -> Bool {
    let (use, otherUse) = ((left.chats90 ?? -1, left.chats30 ?? -1), (right.chats90 ?? -1, right.chats30 ?? -1))
    if use != otherUse { return use > otherUse }
    if left.features.count != right.features.count { return left.features.count > right.features.count }
    return (left.deployment?.key ?? "") < (right.deployment?.key ?? "")
  }
}

extension NodeKind {
  /// Whether the kind is a metadata type and none of the general kinds.
  fileprivate var isComponentType: Bool { rawValue.first?.isUppercase == true }
}

/// What shows which feature in use, and where.
private struct Shown {
  struct Proof {
    var feature: Int
    var subject: NodeID
    var fingerprint: String
    /// Nothing for a property of a component.
    var finding: Finding?
  }

  /// In the order of places.
  private(set) var proofs: [Proof] = []
  private(set) var subjects: Set<NodeID> = []

  init(_ facts: MappingFacts, _ inventory: Inventory, _ findings: [Finding]) {
    var byRule: [RuleID: Int] = [:]
    var byProperty: [String: [(feature: Int, property: FeatureMapping.Property)]] = [:]
    for (index, feature) in facts.features.enumerated() {
      for rule in feature.rules { byRule[rule] = index }
      for property in feature.properties { byProperty[property.name, default: []].append((index, property)) }
    }
    for finding in findings where finding.suppressed == nil {
      // What is only told about or belongs to others is no use of a feature.
      guard ![.comment, .docs, .vendored].contains(finding.context) else { continue }
      if let feature = byRule[finding.rule] {
        proofs.append(
          Proof(feature: feature, subject: finding.node, fingerprint: finding.fingerprint, finding: finding))
      }
    }
    for edge in inventory.edges where edge.relation == .has {
      for entry in byProperty[edge.to.kind.rawValue] ?? [] where entry.property.matches(edge.to.name) {
        proofs.append(
          Proof(feature: entry.feature, subject: edge.from, fingerprint: edge.provenBy, finding: nil))
      }
    }
    subjects = Set(proofs.map(\.subject))
  }
}

/// Which deployments a proof belongs to.
private struct Owners {
  private var byNode: [NodeID: [Int]] = [:]
  private let graph: PartsGraph
  private let finder: ChainFinder

  init(_ parts: [Set<NodeID>], _ graph: PartsGraph, _ finder: ChainFinder) {
    for (row, nodes) in parts.enumerated() {
      for node in nodes { byNode[node, default: []].append(row) }
    }
    self.graph = graph
    self.finder = finder
  }

  func rows(of proof: Shown.Proof) -> [Int] {
    if let own = byNode[proof.subject] { return own }
    guard let finding = proof.finding, finding.component == nil else { return [] }
    // Code outside the org hangs on by what its calls lead to, a host that only one deployment names, say.
    let passed = finder.chains(of: finding).flatMap(\.nodes).filter { graph.isPart($0.kind) }
    return Set(passed.flatMap { byNode[$0] ?? [] }).sorted()
  }
}
