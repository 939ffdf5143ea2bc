import AuditEngine
import AuditKit
import AuditModel
import Testing

@Suite struct `Cases in the whole audit` {
  @Test func `go through decoding, naming and relations`() throws {
    let pack = RulePack(
      name: "acme", version: "1", title: "Acme",
      retirement: Retirement(
        product: "Acme", retired: try #require(CalendarDate(year: 2026, month: 2, day: 14)), successor: "New"),
      rules: [
        rule(
          "acme-call", .text(TextCondition(keywords: ["acme.call"])),
          finds: [ReferenceTemplate(relation: .uses, kind: .product, name: "Acme")]),
        rule(
          "acme-user",
          .relation(
            RelationCondition(subject: .artifact, with: [EdgePattern(direction: .out, kinds: [.product])]))),
      ])
    let scan = try RuleSet.caseScanner(for: [pack])
    let utf16 = "\u{FEFF}\n// acme.call".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let matches = try scan([
      CaseArtifact(path: "src/a.js", bytes: utf16), CaseArtifact(path: "src/b.js", bytes: Array("none".utf8)),
    ])
    #expect(matches.contains(CaseMatch(rule: "acme-call", path: "src/a.js", line: 2, context: .comment)))
    #expect(matches.contains { $0.rule == "acme-user" && $0.path == "src/a.js" })
    #expect(matches.count == 2)
  }

  private func rule(_ id: RuleID, _ kind: Condition.Kind, finds: [ReferenceTemplate] = []) -> Rule {
    Rule(
      descriptor: RuleDescriptor(
        id: id, pack: "acme", title: "A title", class: .dependency, confidence: .certain, surface: .endpoint,
        remediation: "Remove it."),
      conditions: [Condition(kind: kind)], finds: finds, message: "found")
  }
}
