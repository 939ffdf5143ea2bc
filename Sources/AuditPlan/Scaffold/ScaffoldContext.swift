import AuditModel

/// What drafts can be filled with.
///
/// Every subject has `name` (fit for a component and a file), `label` and `kind`. A property is a key of its own
/// (`greeting`), and so are the kinds of the things that belong to the subject (`Queue`, `host`). Deployments also
/// have `feature.ID` with `way` and `instead`, `found.ID` with `place` and `evidence`, `feature`, and `by-hand`
/// for what does not map directly. `drafted.TYPE` names the components of a type that have a draft themselves.
struct ScaffoldContext {
  /// What one file is about; nothing for a file that there is once.
  struct Subject {
    var node: NodeID?
    /// Everything that belongs to it.
    var nodes: Set<NodeID>
    var mapping: DeploymentMapping?
    var name: String
    var label: String
  }

  private let report: Report
  private let graph: PartsGraph
  private let findings: [String: Finding]
  private let nodes: [NodeID: InventoryNode]
  private let edges: [NodeID: [InventoryEdge]]
  private let users: [NodeID: [InventoryEdge]]
  /// The names of components that have a draft of their own.
  private var drafted: [NodeID: String] = [:]

  init(_ report: Report, _ mapping: MappingFacts, _ drafts: [ScaffoldFacts.Draft]) {
    self.report = report
    graph = PartsGraph(report.inventory, mapping)
    findings = Dictionary((report.findings + report.facts).map { ($0.fingerprint, $0) }) { first, _ in first }
    nodes = Dictionary(report.inventory.nodes.map { ($0.id, $0) }) { first, _ in first }
    edges = Dictionary(grouping: report.inventory.edges, by: \.from)
    users = Dictionary(grouping: report.inventory.edges.filter { $0.relation != .has }, by: \.to)
    for draft in drafts {
      guard case .component = draft.scope else { continue }
      for subject in subjects(of: draft) { if let node = subject.node { drafted[node] = subject.name } }
    }
  }

  /// What there is a file for, each with a name of its own.
  func subjects(of draft: ScaffoldFacts.Draft) -> [Subject] {
    var taken: Set<String> = []
    switch draft.scope {
    case nil:
      return [Subject(node: nil, nodes: Set(nodes.keys), mapping: nil, name: "", label: "")]
    case .deployment:
      return report.plan.deployments.compactMap { row in
        guard let node = row.deployment,
          draft.features.isEmpty || row.features.contains(where: { draft.features.contains($0.id) })
        else { return nil }
        return subject(node, parts: graph.parts(of: node), mapping: row, among: &taken)
      }
    case .component(let type):
      let isMeant = filter(draft.rules)
      return report.inventory.nodes.filter { node in
        node.id.kind.isSame(as: NodeKind(rawValue: type)) && isMeant(node.id)
      }.map { node in
        let near = (edges[node.id] ?? []).map(\.to) + (users[node.id] ?? []).map(\.from)
        return subject(node.id, parts: Set([node.id] + near), mapping: nil, among: &taken)
      }
    case .property(let name):
      let isMeant = filter(draft.rules)
      let values = report.inventory.edges.filter {
        $0.relation == .has && $0.to.kind.rawValue == name && isMeant($0.from)
      }
        .map { ScaffoldContext.host(of: $0.to.name) }.filter { !$0.isEmpty }
      return Set(values).sorted().map { value in
        let name = SafeName.unique(SafeName.component(value), among: &taken)
        return Subject(node: nil, nodes: [], mapping: nil, name: name, label: value)
      }
    }
  }

  /// The values of a key, in the order of their texts.
  func values(_ key: String, of subject: Subject) -> [DraftText.Value] {
    switch key {
    case "name": return [["": subject.name]]
    case "label": return [["": subject.label]]
    case "kind": return subject.node.map { [["": $0.kind.rawValue]] } ?? []
    case "product": return report.retirements.map { ["": $0.product, "successor": $0.successor] }
    case "deployment": return report.plan.deployments.compactMap { row in row.deployment.map { ["": $0.name] } }
    case "feature", "by-hand": return features(key, of: subject)
    default: break
    }
    if key.hasPrefix("feature.") { return features(key, of: subject) }
    if key.hasPrefix("drafted.") {
      let kind = NodeKind(rawValue: String(key.dropFirst("drafted.".count)))
      return subject.nodes.filter { $0.kind.isSame(as: kind) }.sorted().compactMap { node in
        drafted[node].map { ["": $0] }
      }
    }
    if key.hasPrefix("found.") { return places(String(key.dropFirst("found.".count)), of: subject) }
    return named(key, of: subject)
  }

  /// Whether a node has a finding of one of the rules; without rules every node is meant.
  private func filter(_ rules: [RuleID]) -> (NodeID) -> Bool {
    guard !rules.isEmpty else { return { _ in true } }
    let found = Set(findings.values.filter { rules.contains($0.rule) }.map(\.node))
    return { found.contains($0) }
  }

  private func subject(
    _ node: NodeID, parts: Set<NodeID>, mapping: DeploymentMapping?, among taken: inout Set<String>
  ) -> Subject {
    Subject(
      node: node, nodes: parts, mapping: mapping,
      name: SafeName.unique(SafeName.component(node.name), among: &taken),
      label: nodes[node]?.attributes["label"] ?? node.name)
  }

  private func features(_ key: String, of subject: Subject) -> [DraftText.Value] {
    let rows = subject.mapping.map { [$0] } ?? (subject.node == nil ? report.plan.deployments : [])
    var seen: Set<String> = []
    return rows.flatMap(\.features).filter { feature in
      switch key {
      case "feature": true
      case "by-hand": feature.maps != .direct
      default: key == "feature.\(feature.id)"
      }
    }.filter { seen.insert($0.id).inserted }.map { feature in
      ["": feature.feature, "way": feature.maps.rawValue, "instead": feature.replacement]
    }
  }

  /// The places that show a feature.
  private func places(_ id: String, of subject: Subject) -> [DraftText.Value] {
    (subject.mapping?.features.first { $0.id == id }?.findings ?? []).compactMap { fingerprint in
      findings[fingerprint].map { ["": $0.location.description, "evidence": $0.evidence] }
    }
  }

  /// Values of a property, or names of a kind, among what belongs to the subject.
  private func named(_ key: String, of subject: Subject) -> [DraftText.Value] {
    let kind = NodeKind(rawValue: key)
    var found: Set<NodeID> = subject.nodes.filter { $0.kind.isSame(as: kind) }
    // A component's own properties; of a deployment also those of its parts.
    let holders = subject.mapping == nil && subject.node != nil ? subject.node.map { [$0] } ?? [] : Array(subject.nodes)
    for edge in holders.flatMap({ edges[$0] ?? [] }) where edge.to.kind.isSame(as: kind) { found.insert(edge.to) }
    return found.sorted().map { node in
      ["": node.name, "label": nodes[node]?.attributes["label"] ?? node.name, "api": SafeName.component(node.name)]
    }
  }

  /// The host of a web address, or what stands in place of one.
  private static func host(of text: String) -> String {
    let address = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
    return String(address.prefix { !"/?#".contains($0) })
  }
}
