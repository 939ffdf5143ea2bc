import AuditModel
import Testing

@testable import AuditPlan

/// Rules over the inventory: which nodes they choose and where the finding stands.
@Suite struct RelationRuleTests {
  @Test func `an edge pattern asks for edges of the node at the other end`() {
    let named = EdgePattern(
      direction: .in, relation: .uses, kinds: [NodeKind(rawValue: "Menu")],
      with: [EdgePattern(direction: .out, relation: .has, names: ["true"])])
    check(RelationCondition(subject: chat, with: [named]), finds: ["Old"])
  }

  @Test func `an edge pattern refuses edges of the node at the other end`() {
    let named = EdgePattern(
      direction: .in, relation: .uses,
      without: [EdgePattern(direction: .out, relation: .has, names: ["true"])])
    check(RelationCondition(subject: chat, with: [named]), finds: ["Off"])
    check(RelationCondition(subject: chat, without: [named]), finds: ["Old"])
  }

  @Test func `the finding stands in the subject's own file and tells the other node`() {
    let condition = RelationCondition(subject: chat, with: [EdgePattern(direction: .in, relation: .uses)])
    let findings = inventory.findings(of: [rule(condition)])
    #expect(findings.map(\.location.path) == ["old.xml", "off-menu.xml"])
    #expect(findings.map(\.message) == ["Old is used by Menu:Big", "Off is used by Menu:Small"])
  }

  @Test func `the org's own file speaks before results of queries`() {
    var records = inventory
    records.edges.insert(
      InventoryEdge(
        from: NodeID(kind: chat, name: "Old"), to: NodeID(kind: .buttonID, name: "573"), relation: .identifies,
        provenBy: "", location: Location(path: "a/Chat.csv")), at: 0)
    let condition = RelationCondition(subject: chat, with: [EdgePattern(direction: .in, relation: .uses)])
    #expect(records.findings(of: [rule(condition)]).map(\.location.path) == ["old.xml", "off-menu.xml"])
  }

  @Test func `what names a thing by its id names the thing`() {
    var records = inventory
    let id = NodeID(kind: .buttonID, name: "573")
    func edge(_ from: NodeID, _ relation: Relation, _ to: NodeID) -> InventoryEdge {
      InventoryEdge(from: from, to: to, relation: relation, provenBy: "", location: Location(path: "a.js"))
    }
    let lone = NodeID(kind: chat, name: "Lone")
    records.nodes += [lone, id].map { InventoryNode(id: $0, isPresent: true) }
    let unused = [rule(RelationCondition(subject: chat, without: [EdgePattern(direction: .in, relation: .uses)]))]
    #expect(records.findings(of: unused).map(\.component?.name) == ["Lone"])
    records.edges.append(edge(lone, .identifies, id))
    #expect(records.findings(of: unused).map(\.component?.name) == ["Lone"])
    records.edges.append(edge(NodeID(kind: .artifact, name: "a.js"), .uses, id))
    #expect(records.findings(of: unused).isEmpty)
  }

  @Test func `of one rule the first condition speaks for a subject`() {
    let used = EdgePattern(direction: .in, relation: .uses)
    let labelled = EdgePattern(direction: .out, relation: .has)
    let rules = [
      rule(RelationCondition(subject: chat, with: [labelled])),
      rule(RelationCondition(subject: chat, with: [used])),
    ]
    #expect(
      inventory.findings(of: rules).map(\.message) == [
        "Old is used by label:Old", "Off is used by Menu:Small",
      ])
  }

  // MARK: One function to call the layer

  private let chat = NodeKind(rawValue: "Chat")

  /// Two menus, one of them switched on, each with a chat.
  private var inventory: Inventory {
    func node(_ kind: String, _ name: String) -> NodeID { NodeID(kind: NodeKind(rawValue: kind), name: name) }
    func edge(_ from: NodeID, _ relation: Relation, _ to: NodeID, _ path: String) -> InventoryEdge {
      InventoryEdge(from: from, to: to, relation: relation, provenBy: "", location: Location(path: path))
    }
    let (big, small, old, off) = (
      node("Menu", "Big"), node("Menu", "Small"), node("Chat", "Old"), node("Chat", "Off")
    )
    let isOn = node("active", "true")
    return Inventory(
      nodes: [big, small, old, off, isOn].map { InventoryNode(id: $0, isPresent: true) },
      edges: [
        edge(big, .uses, old, "menu.xml"), edge(big, .has, isOn, "menu.xml"),
        edge(small, .uses, off, "off-menu.xml"),
        edge(old, .has, node("label", "Old"), "old.xml"),
      ])
  }

  private func rule(_ condition: RelationCondition) -> RelationRule {
    let descriptor = RuleDescriptor(
      id: "rule", pack: "test", title: "A rule", class: .review, confidence: .likely, surface: .settings,
      remediation: "Look.")
    return RelationRule(
      descriptor: descriptor, condition: condition, message: "{name} is used by {other}", phase: .passed)
  }

  private func check(
    _ condition: RelationCondition, finds expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let names = inventory.findings(of: [rule(condition)]).map { $0.component?.name ?? "" }
    #expect(names.sorted() == expected, sourceLocation: sourceLocation)
  }
}
