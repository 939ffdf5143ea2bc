import AuditModel
import AuditTestSupport
import Testing

@testable import AuditEngine

/// Patterns that take too long: what could not be matched is told, and costs no more than a text of its size.
@Suite struct SlowPatternTests {
  @Test(arguments: [
    .path(PathCondition(pattern: slow)),
    .component(ComponentCondition(types: ["Queue"], name: slow)),
    .xml(XMLCondition(roots: ["Queue"], component: slow, keywords: ["acme"])),
    .xml(XMLCondition(roots: ["Queue"], clauses: [XMLClause(path: "name", test: .matches(slow))], keywords: ["acme"])),
    .text(TextCondition(keywords: ["aaaa"], pattern: slow)),
  ] as [Condition.Kind])
  func `what a path, a name, an element or a text kept from being matched is told`(_ kind: Condition.Kind) throws {
    let artifact = Artifact(
      path: "queues/\(endless).queue", kind: .metadata, language: .xml,
      component: ComponentID(type: "Queue", name: endless), isPrimary: true)
    let text = "<Queue>\n<name>acme \(endless)</name>\n</Queue>\n"
    for scan in try scans(kind, artifact, text) {
      #expect(scan.findings.isEmpty)
      #expect(scan.diagnostics.map(\.code) == ["match-limit"])
    }
  }

  @Test(arguments: [(3, [7]), (300, [])])
  func `a rule that gives up again and again is tried no more in that text`(_ count: Int, _ lines: [Int]) throws {
    let text = String(repeating: "acme \(endless)\n\(String(repeating: " ", count: 600))\n", count: count) + "acme aay\n"
    let artifact = Artifact(path: "a.js", kind: .code, language: .javascript)
    for scan in try scans(.text(TextCondition(keywords: ["acme"], pattern: "acme \(slow)")), artifact, text) {
      #expect(scan.findings.map(\.location.line) == lines)
      #expect(scan.diagnostics.map(\.code) == ["match-limit"])
    }
  }

  @Test(arguments: [0, 2, 2_040, 2_046, 2_048, 2_050, 4_090, 4_096, 4_098, 10_000])
  func `a match is found wherever it stands in a long text`(_ offset: Int) throws {
    let text = Array("\(String(repeating: "a ", count: offset / 2))acme-7!\(String(repeating: " a", count: 3_000))".utf8)
    let pattern = try Pattern("acme-[0-9]+!")
    var gaveUp = false
    #expect(pattern.matches(text.span, gaveUp: &gaveUp))
    #expect(pattern.range(ofGroup: 0) == offset..<(offset + 7))
    #expect(!pattern.matches(text.span.extracting(..<(offset + 6)), gaveUp: &gaveUp))
    #expect(!gaveUp)
  }

  @Test(arguments: [(0, 2, 2), (0, 1, nil), (3, 6, nil), (3, 7, 7)])
  func `a match begins no later than it may`(_ start: Int, _ last: Int, _ expected: Int?) throws {
    let text = Array("..acme acme".utf8)
    var found: Int?
    if case .match(let range) = try Pattern("acme").firstMatch(in: text.span, from: start, beginningUpTo: last) {
      found = range.lowerBound
    }
    #expect(found == expected)
  }

  /// What a rule gives in a text in memory, and in a large one.
  private func scans(_ kind: Condition.Kind, _ artifact: Artifact, _ text: String) throws -> [ArtifactScan] {
    var scanner = ArtifactScanner(try RuleSet(packs: [.acme([.acme("slow", kind)])], asOf: SampleReports.day))
    let bytes = Array(text.utf8)
    return [scanner.scan(bytes.span, of: artifact), scanner.scan(large: MemoryText(bytes: bytes), of: artifact)]
  }
}

/// A pattern that splits a run of letters in all ways, and such a run, with the "y" that keeps it from being
/// known at once that nothing matches.
private let slow = "(?:a|aa|aaa){1,200}y"
private let endless = String(repeating: "a", count: 200) + "-y"
