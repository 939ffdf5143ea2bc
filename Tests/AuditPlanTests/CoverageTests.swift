import AuditModel
import AuditPlan
import Testing

@Suite struct CoverageTests {
  static let types = [
    ExportType(type: "LiveChatButton", weakens: "buttons can't be seen"),
    ExportType(
      type: "EmbeddedServiceConfig", members: [], allowsWildcard: false, weakens: "embeds can't be seen"),
    ExportType(type: "CustomObject", members: ["*", "LiveChatTranscript"], weakens: "fields can't be seen"),
    ExportType(type: "Profile", weakens: "rights can't be seen"),
  ]

  /// An export that holds everything.
  static let whole = ExportEvidence(held: [
    HeldComponents(type: "CustomObject", names: ["livechattranscript"]),
    HeldComponents(type: "EmbeddedServiceConfig", names: ["Shop"]),
    HeldComponents(type: "LiveChatButton", names: ["Sales"]),
    HeldComponents(type: "Profile", names: ["Admin"]),
  ])

  @Test func `a whole export weakens nothing`() {
    #expect(
      TypeCoverage.assess(Self.types, evidence: Self.whole).allSatisfy {
        $0.state == .present && $0.weakens == nil
      })
  }

  @Test(arguments: types.map(\.type)) func `a removed type is absent and says what that weakens`(
    _ type: String
  ) {
    var evidence = Self.whole
    evidence.held.removeAll { $0.type == type }
    let changed = zip(
      TypeCoverage.assess(Self.types, evidence: evidence),
      TypeCoverage.assess(Self.types, evidence: Self.whole)
    ).filter { $0 != $1 }.map(\.0)
    #expect(changed.first { $0.type == type }?.state == .absent)
    #expect(changed.allSatisfy { $0.weakens?.isEmpty == false })
    // Without its objects a profile is only a part of itself.
    #expect(changed.contains { $0.type == "Profile" && $0.state == .partial } == (type == "CustomObject"))
  }

  @Test func `a wildcard that does not return a type makes it partial, or explains why it is absent`() {
    let manifest = Specimen.finding(
      "manifest/package.xml", finds: [Specimen.reference(.has, "manifest-wildcard:EmbeddedServiceConfig")])
    var evidence = Self.whole
    evidence.findings = [manifest]
    func coverage() -> TypeCoverage? {
      TypeCoverage.assess(Self.types, evidence: evidence).first { $0.type == "EmbeddedServiceConfig" }
    }
    #expect(coverage()?.state == .partial)
    evidence.held.removeAll { $0.type == "EmbeddedServiceConfig" }
    #expect(coverage()?.state == .absent)
    #expect(coverage()?.weakens?.contains("'*'") == true)
  }

  @Test func `a standard object that is not there makes objects partial`() {
    var evidence = Self.whole
    evidence.held.removeAll { $0.type == "CustomObject" }
    evidence.held.append(HeldComponents(type: "CustomObject", names: ["Order__c"]))
    let objects = TypeCoverage.assess(Self.types, evidence: evidence).first { $0.type == "CustomObject" }
    #expect(objects?.state == .partial)
    #expect(objects?.weakens?.contains("LiveChatTranscript") == true)
  }
}
