import AuditModel
import AuditTestSupport
import Testing

@testable import AuditEngine

/// Comments that set findings off.
@Suite struct SuppressionTests {
  @Test(arguments: [
    SuppressionCase(.javascript, "hitme // chatsunset-ignore[acme-a]: kept", accepted: [1]),
    SuppressionCase(.javascript, "// chatsunset-ignore[acme-a]: kept\nhitme\nhitme", accepted: [2], standing: [3]),
    SuppressionCase(.javascript, "hitme // chatsunset-ignore[acme-a]: kept\nhitme", accepted: [1], standing: [2]),
    SuppressionCase(.javascript, "{/* chatsunset-ignore[acme-a]: kept */}\r\nhitme", accepted: [2]),
    SuppressionCase(
      .javascript, "/* chatsunset-ignore[acme-a]: kept */ hitme\nhitme", accepted: [1], standing: [2]),
    SuppressionCase(
      .javascript, "// chatsunset-ignore[acme-a]: kept\n// chatsunset-ignore[acme-b]: gone\nhitme bangs",
      accepted: [3, 3]),
    SuppressionCase(.javascript, "// chatsunset-ignore[acme-a, acme-b]: kept\nhitme bangs", accepted: [2, 2]),
    SuppressionCase(.javascript, "// chatsunset-ignore[*]: kept\nhitme bangs", accepted: [2, 2]),
    SuppressionCase(.javascript, "// chatsunset-ignore[acme-old]: kept\nhitme", accepted: [2]),
    SuppressionCase(.javascript, "s = 'chatsunset-ignore[acme-a]: kept'; hitme", standing: [1]),
    SuppressionCase(.javascript, "// chatsunset-ignore-all[acme-a]: kept\nhitme", standing: [2]),
    SuppressionCase(.apex, "// chatsunset-ignore[acme-a]: kept\nhitme", accepted: [2]),
    SuppressionCase(.python, "hitme  # chatsunset-ignore[acme-a]: kept", accepted: [1]),
    SuppressionCase(.sql, "-- chatsunset-ignore[acme-a]: kept\nhitme", accepted: [2]),
    SuppressionCase(.properties, "! chatsunset-ignore[acme-a]: kept\nhitme", accepted: [2]),
    SuppressionCase(.yaml, "a: hitme # chatsunset-ignore[acme-a]: kept", accepted: [1]),
    SuppressionCase(.powershell, "<# chatsunset-ignore[acme-a]: kept #>\nhitme", accepted: [2]),
    SuppressionCase(.html, "<!-- chatsunset-ignore[acme-a]: kept -->\n<p>hitme</p>", accepted: [2]),
    SuppressionCase(.html, "<script>\n// chatsunset-ignore[acme-a]: kept\nhitme</script>", accepted: [3]),
    SuppressionCase(.visualforce, "<%-- chatsunset-ignore[acme-a]: kept --%>\nhitme", accepted: [2]),
    SuppressionCase(.css, "/* chatsunset-ignore[acme-a]: kept */\nhitme {}", accepted: [2]),
    SuppressionCase(.xml, "<A>\n  <!-- chatsunset-ignore[acme-a]: kept -->\n  <b>hitme</b>\n</A>", accepted: [3]),
    SuppressionCase(.markdown, "<!-- chatsunset-ignore[acme-a]: kept -->\nhitme", accepted: [2]),
    SuppressionCase(.markdown, "`// chatsunset-ignore[acme-a]: kept`\nhitme", standing: [2]),
    SuppressionCase(.unknown, "; chatsunset-ignore[acme-a]: kept\nhitme", accepted: [2]),
  ])
  func `a comment with a reason accepts what stands beside it`(_ test: SuppressionCase) throws {
    let scan = try scan(test)
    #expect(scan.findings.filter { $0.suppressed != nil }.compactMap(\.location.line) == test.accepted)
    #expect(scan.findings.filter { $0.suppressed == nil }.compactMap(\.location.line) == test.standing)
    #expect(scan.diagnostics == [])
  }

  @Test func `the exception carries its reason and its last day`() throws {
    let scan = try scan(
      SuppressionCase(.java, "hitme // chatsunset-ignore[acme-a] until=2026-11-23: until  the new client ships. "))
    #expect(
      scan.findings.map(\.suppressed) == [
        Suppression(
          kind: .inline, reason: "until  the new client ships.", until: CalendarDate("2026-11-23"))
      ])
  }

  @Test(arguments: [
    ("// chatsunset-ignore[acme-a]\nhitme", "1:4 malformed: the exception gives no reason"),
    ("// chatsunset-ignore[acme-a]: -\nhitme", "1:4 malformed: the exception gives no reason"),
    ("// chatsunset-ignore: kept\nhitme", "1:4 malformed: the exception names no rule"),
    ("// chatsunset-ignore[ ]: kept\nhitme", "1:4 malformed: the exception names no rule"),
    ("// chatsunset-ignore[acme-aa]: kept\nhitme", "1:4 malformed: unknown rule 'acme-aa'; did you mean 'acme-a'?"),
    ("// chatsunset-ignore[acme-a] until=2026-02-30: x\nhitme", "1:4 malformed: '2026-02-30' is not a day"),
    ("// chatsunset-ignore[acme-a] until=2026-11-22: x\nhitme", "1:4 expired: the exception ended on 2026-11-22"),
    ("hitme\n\n  // chatsunset-ignore[acme-a]: x", "3:6 unused: the exception is not needed: rule 'acme-a'"),
    ("hitme\n\n  // chatsunset-ignore[*]: x", "3:6 unused: the exception is not needed: nothing was found here"),
  ])
  func `an exception that does not hold is told and the finding counts`(_ text: String, _ expected: String) throws {
    let scan = try scan(SuppressionCase(.javascript, text))
    #expect(scan.findings.map(\.suppressed) == [nil])
    let diagnostic = try #require(scan.diagnostics.first)
    #expect(scan.diagnostics.count == 1)
    #expect(diagnostic.severity == .information)
    let place = diagnostic.location.map { "\($0.line ?? 0):\($0.column ?? 0)" } ?? ""
    let told = "\(place) \(diagnostic.code.dropFirst("suppression-".count)): \(diagnostic.message)"
    #expect(told.hasPrefix(expected), "\(told)")
  }

  @Test func `an unused exception is told where nothing is found at all`() throws {
    let scan = try scan(SuppressionCase(.python, "x = 1  # chatsunset-ignore[acme-a]: kept\n"))
    #expect(scan.diagnostics.map(\.code) == ["suppression-unused"])
  }

  @Test func `an aggregate counts accepted places apart`() throws {
    let scan = try scan(
      SuppressionCase(.javascript, "hitme\nhitme // chatsunset-ignore[acme-a]: kept\nhitme\n"), aggregate: .file)
    #expect(scan.findings.map(\.count) == [2, 1])
    #expect(scan.findings.map { $0.suppressed != nil } == [false, true])
  }

  @Test func `comments of a large text are read piece by piece`() throws {
    let filler = String(repeating: String(repeating: "x", count: 99) + "\n", count: 25_000)
    let text = "// chatsunset-ignore[acme-a]: first\nhitme\n\(filler)hitme // chatsunset-ignore[acme-a]: last\nhitme\n"
    let scan = try scan(SuppressionCase(.javascript, text), isLarge: true)
    #expect(scan.findings.map(\.suppressed?.reason) == ["first", "last", nil])
    #expect(scan.findings.map(\.location.line) == [2, 25_003, 25_004])
    #expect(scan.diagnostics == [])
  }

  private func scan(
    _ test: SuppressionCase, aggregate: Aggregate = .place, isLarge: Bool = false
  ) throws -> ArtifactScan {
    func rule(_ id: RuleID, _ word: String, aliases: [RuleID] = []) -> Rule {
      let text = TextCondition(keywords: [word], pattern: #"\b\#(word)\b"#)
      return .acme(id, aliases: aliases, .text(text), aggregate: aggregate)
    }
    let pack = RulePack.acme([rule("acme-a", "hitme", aliases: ["acme-old"]), rule("acme-b", "bangs")])
    var scanner = ArtifactScanner(try RuleSet(packs: [pack], asOf: try #require(CalendarDate("2026-11-23"))))
    let bytes = Array(test.text.utf8)
    let artifact = Artifact(path: "a", kind: .code, language: test.language)
    if isLarge { return scanner.scan(large: MemoryText(bytes: bytes), of: artifact) }
    return scanner.scan(bytes.span, of: artifact)
  }
}

/// A text, and the lines of its findings.
struct SuppressionCase: CustomTestStringConvertible, Sendable {
  let language: Language
  let text: String
  let accepted: [Int]
  let standing: [Int]

  init(_ language: Language, _ text: String, accepted: [Int] = [], standing: [Int] = []) {
    self.language = language
    self.text = text
    self.accepted = accepted
    self.standing = standing
  }

  var testDescription: String { "\(language.rawValue): \(text)" }
}
