import AuditModel
import AuditPlan
import Testing

/// Which features of which deployment go which way.
@Suite struct DeploymentMappingTests {
  private static let facts = MappingFacts(
    deployments: [NodeKind(rawValue: "Deployment"), NodeKind(rawValue: "Config"), .deploymentID],
    parts: ["Deployment", "deployment-id", "Embedded", "Button", "Config", "Menu"].map(NodeKind.init(rawValue:)),
    features: [
      feature("old", .rebuild, rules: ["old"]), feature("gone", .none, rules: ["gone"]),
      feature("same", .direct, properties: ["limit"]),
      FeatureMapping(
        id: "pushed", feature: "pushed", maps: .direct, replacement: "r",
        properties: [.init(name: "model", values: ["Busy"])]),
    ])

  private static func feature(
    _ id: String, _ maps: MappingKind, rules: [RuleID] = [], properties: [String] = []
  ) -> FeatureMapping {
    FeatureMapping(
      id: id, feature: id, maps: maps, replacement: "r", rules: rules,
      properties: properties.map { FeatureMapping.Property(name: $0) })
  }

  private static func finding(_ subject: String, _ rule: RuleID = "old", _ finds: (Relation, String)...) -> Finding {
    Specimen.finding(subject, rule: rule, finds: finds.map { Specimen.reference($0.0, $0.1) })
  }

  /// Rows as `Deployment:A old=2 gone=1`; the row of the rest begins with a dash.
  private func rows(_ findings: [Finding]) -> [String] {
    DeploymentMapping.rows(
      of: [Self.facts], inventory: Inventory(of: findings, components: []), findings: findings
    ).map { row in
      let name = row.deployment.map { "\($0.kind.rawValue):\($0.name)" } ?? "-"
      return ([name] + row.features.map { "\($0.id)=\($0.findings.count)" }).joined(separator: " ")
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var findings: [Finding]
    var rows: [String]
    var testDescription: String { name }

    init(_ name: String, _ findings: [Finding], _ rows: [String]) {
      self.name = name
      self.findings = findings
      self.rows = rows
    }
  }

  @Test(arguments: [
    Case("nothing of a deployment", [finding("Report:R")], ["- old=1"]),
    Case(
      "a page that names the deployment and a button",
      [
        finding("Deployment:A"), finding("page.html", "old", (.uses, "Deployment:A"), (.uses, "Button:B")),
        finding("Button:B", "gone"),
      ], ["Deployment:A old=2 gone=1"]),
    Case(
      "what an embedded chat ties together, and a menu of two chats",
      [
        finding("Embedded:E", "old", (.uses, "Deployment:A"), (.uses, "Config:C")), finding("Config:C", "gone"),
        finding("Embedded:F", "old", (.uses, "Deployment:B"), (.uses, "Config:D")), finding("Config:D", "gone"),
        finding("Menu:M", "fact", (.uses, "Config:C"), (.uses, "Config:D")),
        finding("site.html", "old", (.uses, "Menu:M")),
      ], ["Deployment:A old=2 gone=1", "Deployment:B old=2 gone=1"]),
    Case(
      "a manifest that names two deployments makes none of them the other",
      [
        finding("package.xml", "old", (.uses, "Deployment:A"), (.uses, "Deployment:B"), (.uses, "Button:X")),
        finding("Button:X", "gone", (.uses, "Deployment:B")),
      ], ["Deployment:B old=1 gone=1", "Deployment:A old=1"]),
    Case(
      "properties count by their value, and switched off not at all",
      [
        finding("Deployment:A", "fact", (.has, "limit:40"), (.has, "model:busy")),
        finding("Deployment:B", "fact", (.has, "limit:false"), (.has, "model:Idle")),
        finding("Agent:G", "fact", (.has, "limit:0"), (.has, "limit:3")),
      ], ["Deployment:A same=1 pushed=1", "Deployment:B", "- same=1"]),
    Case(
      "a configuration of its own is a row only where something is found in it",
      [finding("Config:C"), finding("site.html", "fact", (.uses, "Config:D")), finding("Config:D", "fact")],
      ["Config:C old=1"]),
    Case(
      "an id that records explain belongs to its deployment, another is a row",
      [
        finding("Deployment:A", "fact", (.identifies, "deployment-id:572000000000001")),
        finding("a.js", "old", (.uses, "deployment-id:572000000000001")),
        finding("b.js", "old", (.uses, "deployment-id:572000000000002")),
      ], ["deployment-id:572000000000002AAA old=1", "Deployment:A old=1"]),
    Case(
      "code hangs on by the host that an embedded chat names",
      [
        finding("Embedded:E", "fact", (.uses, "Deployment:A"), (.uses, "host:d.example.com"), (.uses, "Button:B")),
        finding("Button:B", "fact", (.routes, "Queue:Q")),
        finding("client.py", "gone", (.uses, "host:d.example.com")),
        finding("other.py", "gone", (.uses, "host:e.example.com")),
      ], ["Deployment:A gone=1", "- gone=1"]),
  ]) func `a finding belongs to the deployment that it is part of`(_ given: Case) {
    #expect(rows(given.findings) == given.rows)
  }

  @Test func `what is accepted, or only told in a comment, is no use of a feature`() {
    var comment = Self.finding("Deployment:A")
    comment.context = .comment
    var accepted = Self.finding("Deployment:A")
    accepted.suppressed = Suppression(kind: .baseline, reason: "known")
    #expect(rows([comment, accepted, Self.finding("Deployment:A", "gone")]) == ["Deployment:A gone=1"])
  }

  @Test func `the most used deployment stands first`() {
    let findings = [
      Self.finding("Deployment:A", "old", (.has, "chats90:12")),
      Self.finding("Deployment:B", "old", (.has, "chats90:900"), (.has, "chats30:0")),
      Self.finding("Deployment:C", "old"), Self.finding("Deployment:C", "gone"), Self.finding("Report:R"),
    ]
    #expect(rows(findings) == ["Deployment:B old=1", "Deployment:A old=1", "Deployment:C old=1 gone=1", "- old=1"])
    let mapped = DeploymentMapping.rows(
      of: [Self.facts], inventory: Inventory(of: findings, components: []), findings: findings)
    #expect(mapped.map(\.chats90) == [900, 12, nil, nil] && mapped.first?.chats30 == 0)
  }

  @Test(arguments: 0..<200) func `shares add up to a hundred and follow the counts`(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let ways = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      MappingKind.allCases.randomElement(using: &random) ?? .direct
    }
    let row = DeploymentMapping(
      deployment: nil,
      features: ways.map { .init(id: "a", feature: "a", maps: $0, replacement: "r", findings: []) })
    #expect(row.shares.map(\.maps) == MappingKind.allCases)
    #expect(row.shares.reduce(0) { $0 + $1.percent } == 100)
    #expect(row.shares.reduce(0) { $0 + $1.features } == ways.count)
    for share in row.shares {
      #expect(abs(Double(share.percent) - Double(share.features) * 100 / Double(ways.count)) < 1)
    }
  }
}
