import AuditModel
import AuditPlan
import Testing

@Suite struct RetrievalTests {
  @Test func `only what an export lacked is asked for, under the names that it mentions`() {
    var report = DiffTests.report(
      [], types: [TypeCoverage(type: "LiveChatButton", state: .present, count: 1)])
    report.inventory = Inventory(
      of: [Specimen.finding("a.html", finds: [Specimen.reference(.uses, "EmbeddedServiceConfig:Shop & Co")])],
      components: [])
    let retrieval = Retrieval(CoverageTests.types, queries: [], missingFrom: report)
    #expect(retrieval.packages.joined().map(\.type) == ["CustomObject", "EmbeddedServiceConfig", "Profile"])
    let manifest = retrieval.manifest(0, apiVersion: "66.0")
    #expect(manifest.contains("<members>Shop &amp; Co</members>"))
    #expect(manifest.contains("<members>*</members>\n        <members>LiveChatTranscript</members>"))
    #expect(retrieval.commands(folder: "manifest").contains("--metadata EmbeddedServiceConfig"))
  }

  @Test func `everything is asked for without a report`() {
    let types = Retrieval(CoverageTests.types, queries: []).packages.joined().map(\.type)
    #expect(Set(types) == Set(CoverageTests.types.map(\.type)))
  }

  @Test(arguments: 0..<6) func `packages hold every member once and stay under the limit`(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let types = (0..<Int.random(in: 1...12, using: &random)).map { number in
      ExportType(
        type: number == 0 ? "Profile" : "Type\(number)",
        members: (0..<Int.random(in: 1...24_000, using: &random)).map { "M\($0)" }, weakens: "w")
    }
    let packages = Retrieval(types, queries: []).packages
    let asked = packages.joined().flatMap { request in request.members.map { "\(request.type):\($0)" } }
    #expect(asked.count == Set(asked).count)
    #expect(asked.count == types.reduce(0) { $0 + $1.members.count })
    // What belongs together is only divided where it is too large by itself.
    for package in packages where package.filter({ $0.type != "Profile" }).count == package.count {
      #expect(package.reduce(0) { $0 + $1.files } <= Retrieval.maxFiles)
    }
  }

  @Test func `a shell sees nothing of a name but the name`() {
    let query = RecordQuery(object: "Group", soql: "SELECT Id FROM Group WHERE Type = 'Queue'", why: "names")
    let text = Retrieval([], queries: [query]).commands(folder: "it's; rm -rf x")
    #expect(text.contains(#"'SELECT Id FROM Group WHERE Type = '\''Queue'\'''"#))
    #expect(
      Retrieval(CoverageTests.types, queries: []).commands(folder: "it's").contains(#"'it'\''s/package.xml'"#)
    )
  }
}
