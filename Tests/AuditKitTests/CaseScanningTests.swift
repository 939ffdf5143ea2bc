import AuditEngine
import AuditKit
import AuditModel
import AuditTestSupport
import Testing

@Suite struct `Cases in the whole audit` {
  @Test func `go through decoding, naming and relations`() throws {
    let pack = RulePack.acme([
      .acme(
        "acme-call", .text(TextCondition(keywords: ["acme.call"])),
        finds: [ReferenceTemplate(relation: .uses, kind: .product, name: "Acme")]),
      .acme(
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
}
