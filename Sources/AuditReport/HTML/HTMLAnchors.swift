import AuditModel

/// Names that the page's links lead to: readable where a text allows it, and never the same twice.
struct HTMLAnchors {
  private let steps: [String: String]
  private let rules: [RuleID: String]
  private let nodes: [NodeID: String]
  /// The checklist item of a step.
  let items: [String: PlanItem]

  init(_ report: Report) {
    var taken: Set<String> = []
    func anchor(_ prefix: String, _ text: String) -> String {
      let isReadable =
        !text.isEmpty && text.utf8.count <= 60
        && text.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
        }
      var hash = StableHash()
      hash.update(text)
      var name = "\(prefix)-\(isReadable ? text : String(hash.hexadecimal.prefix(12)))"
      while !taken.insert(name).inserted { name += "-x" }
      return name
    }
    let plan = report.plan.items
    steps = Dictionary(plan.map { ($0.step.id, anchor("step", $0.step.id)) }) { first, _ in first }
    items = Dictionary(plan.map { ($0.step.id, $0) }) { first, _ in first }
    let ids = Set(report.findings.map(\.rule)).sorted()
    rules = Dictionary(uniqueKeysWithValues: ids.map { ($0, anchor("rule", $0.rawValue)) })
    nodes = Dictionary(
      report.inventory.nodes.enumerated().map { ($0.element.id, "node-\($0.offset)") }
    ) { first, _ in first }
  }

  func step(_ id: String) -> String? { steps[id] }
  func rule(_ id: RuleID) -> String? { rules[id] }
  func node(_ id: NodeID) -> String? { nodes[id] }

  /// A link to a step of the checklist, or its id alone where the checklist doesn't have it.
  func link(toStep id: String) -> HTML {
    let name = PlainText.cut(id, to: 40)
    return steps[id].map { "<a href=\"#\($0)\">\(name)</a>" } ?? "\(name)"
  }

  /// Who has the work of a finding: the owner of its step, or the step's role.
  func owner(of finding: Finding) -> String {
    guard let item = finding.step.flatMap({ items[$0] }) else { return "" }
    return item.owner ?? item.step.role
  }
}
