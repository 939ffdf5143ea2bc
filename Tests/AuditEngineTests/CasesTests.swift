import AuditModel
import Testing

@testable import AuditEngine

@Suite struct `The cases of a rule` {
  @Test func `pass when the rule reports on the named lines and nowhere else`() throws {
    #expect(try check(cases: sampleCases) == [])
  }

  @Test(arguments: [
    Row(
      "a finding that does not come", #"finding: [1, 2], text: "x-acme-key\nb""#,
      "missing: 'a finding that does not come': no finding on line 2"),
    Row(
      "a finding too many", #"finding: [1], text: "x-acme-key\nx-acme-key""#,
      "noisy: 'a finding too many': a finding on line 2"),
    Row("no silence", "ok: true, text: x-acme-key", "noisy: 'no silence': a finding on line 1"),
    Row(
      "another context", "finding: [1], context: comment, text: x-acme-key",
      "context: 'another context': the context is 'code' and not 'comment'"),
    Row("a known gap", "todo-finding: [1], text: nothing"),
    Row(
      "a closed gap", #"finding: [1], todo-finding: [2], text: "x-acme-key\nx-acme-key""#,
      "passes: 'a closed gap': 'todo-finding' can become 'finding'"),
    Row("a known noise", "todo-ok: true, text: x-acme-key"),
    Row(
      "a noise that is gone", "todo-ok: true, text: a",
      "passes: 'a noise that is gone': 'todo-ok' can become 'ok'"),
    Row(
      "others", "ok: true, text: b, also: [{path: b.js, text: x-acme-key}]",
      "noisy: 'others': a finding on line 1"),
    Row("others that report", "ok: true, text: b, also: [{path: b.js, text: x-acme-key, finding: [1]}]"),
  ])
  func `that go another way are named`(_ row: Row) throws {
    let yaml = "- {name: \(row.testDescription), path: a.js, fixed: true, \(row.keys)}\n"
    #expect(try check(cases: yaml + sampleCases) == row.problems)
  }

  @Test func `must go the same way in every form`() throws {
    let yaml = "- {name: one, path: a.js, finding: [2], text: \"x-acme-key\\nb\"}\n"
    #expect(
      try check(cases: yaml + sampleCases).filter { $0.hasPrefix("missing") }
        == [" (CRLF)", " (UTF-16)", " (byte-order mark)", " (three lines down)", ""].map {
          "missing: 'one'\($0): no finding on line 2"
        })
  }

  @Test func `must be of both kinds`() throws {
    #expect(
      try check(cases: "[{name: one, path: a.js, todo-finding: [1], text: none}]") == [
        "unproven: no case says what 'acme-header' must find",
        "unproven: no case says where 'acme-header' must be silent",
      ])
  }

  @Test(arguments: [
    ("a.js", "one\ntwo", ["byte-order mark", "CRLF", "UTF-16", "three lines down"]),
    ("a.json", "one", ["byte-order mark", "UTF-16", "three lines down"]),
    ("a.cls", "x-acme-key; 'x-acme-key'", ["byte-order mark", "UTF-16", "three lines down", "capitals"]),
    ("a.xml", "<?xml version=\"1.0\"?>\n<a/>", ["byte-order mark", "CRLF", "UTF-16", "three lines down"]),
    ("a.xml", "<?xml version=\"1.0\"?><a/>", ["byte-order mark", "UTF-16"]),
  ])
  func `come in every form that their language allows`(_ path: String, text: String, forms: [String]) {
    let variants = sample(path, text).variants(keywords: ["x-acme-"])
    #expect(variants.map(\.name) == [nil] + forms)
  }

  @Test func `keep their lines when they move down`() throws {
    let xml = try #require(
      sample("a.xml", "<?xml version=\"1.0\"?>\n<a/>").variants(keywords: []).first { $0.shift.count > 0 })
    #expect(xml.bytes == Array("<?xml version=\"1.0\"?>\n\n<!-- one more line -->\n\n<a/>".utf8))
    #expect([1, 2].map(xml.shift.apply) == [1, 5])
    let apex = try #require(sample("a.cls", "x-Acme-'x-acme-'x-acme-").variants(keywords: ["x-acme-"]).last)
    #expect(apex.bytes == Array("X-ACME-'x-acme-'X-ACME-".utf8))
  }

  @Test func `show which parts of the rule they need`() throws {
    let pack = try SamplePack.pack()
    let cases = try loadRuleCases(
      [RulePackFile(path: "header/acme-header.examples.yaml", text: sampleCases)], folder: "Rules/acme-chat")
    let untested = try untestedParts(cases, of: pack, folder: "Rules/acme-chat") { lineScanner($0) }
    #expect(
      untested.map(\.message) == [
        "no case of 'acme-header' needs condition 2",
        "no case of 'acme-header' needs the alternative 'AFFINITY' of 'pattern' of condition 1",
        "no case of 'acme-header' needs the root 'AcmeSite' of condition 2",
        "no case of 'acme-header' needs the root 'AcmePage' of condition 2",
        "no case of 'acme-header' needs the value 'one' of 'value/text' of condition 2",
        "no case of 'acme-header' needs the value 'two' of 'value/text' of condition 2",
      ])
    #expect(untested.allSatisfy { $0.location.path == "Rules/acme-chat/header/acme-header.yaml" })
  }

  @Test(arguments: [
    (
      "- {name: a, path: b.js, text: c}",
      "1:3: a case says what must happen: 'finding', 'ok', 'todo-finding' or 'todo-ok'"
    ),
    (
      "- {name: a, path: b.js, text: c, ok: true, finding: [1]}",
      "1:3: a case with 'ok' or 'todo-ok' has no findings"
    ),
    ("- {name: a, path: b.js, text: c, finding: [2]}", "1:44: '2' is no line of the text"),
    (
      "- {name: a, path: b.js, text: c, finding: []}",
      "1:43: 'finding' names no line; a silent rule is 'ok: true'"
    ),
    (
      "- {name: a, path: b.js, text: c, ok: true, fxed: true}",
      "1:44: unknown key 'fxed'; did you mean 'fixed'?"
    ),
    (
      "- {name: a, path: b, text: c, ok: true}\n- {name: a, path: b, text: c, ok: true}",
      "2:10: the case 'a' stands here twice"
    ),
  ])
  func `are checked when they are read`(_ yaml: String, error: String) {
    let errors = #expect(throws: RulePackErrors.self) {
      try loadRuleCases([RulePackFile(path: "header/a.examples.yaml", text: yaml)], folder: "p")
    }
    #expect(errors?.errors.map(\.description) == ["p/header/a.examples.yaml:\(error)"])
  }

  @Test func `are told in lines and totals`() throws {
    var report = CaseReport(rules: 1, cases: 2, runs: 9)
    #expect(report.text() == "2 cases of 1 rule in 9 runs: all as they should be\n")
    report.problems = [
      CaseProblem(
        kind: .missing, rule: "a", message: "'x' (CRLF): no finding on line 2",
        location: Location(path: "p/header/a.examples.yaml", line: 7))
    ]
    #expect(
      report.text() == """
        p/header/a.examples.yaml:7: Missing: 'x' (CRLF): no finding on line 2

        2 cases of 1 rule in 9 runs: 1 missing

        """)
  }
}

// MARK: Support

/// A case in YAML, without its name and path, and the problems it must give.
struct Row: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let keys: String
  let problems: [String]

  init(_ name: String, _ keys: String, _ problems: String...) {
    testDescription = name
    self.keys = keys
    self.problems = problems
  }
}

/// Cases of the sample rule that pass and prove it, with a single alternative of its pattern.
private let sampleCases = """
  - name: found
    path: a.js
    finding: [2]
    text: |
      b
      x-acme-key
  - name: silent
    path: a.js
    ok: true
    text: |
      x-acme-keys x-acme-other

  """

private func sample(_ path: String, _ text: String) -> RuleCase {
  RuleCase(
    rule: "acme-header", name: "one", artifacts: [.init(path: path, text: text, findings: [], gaps: .none)],
    isFixed: false, location: Location(path: "p"))
}

private func check(cases yaml: String) throws -> [String] {
  let pack = try SamplePack.pack()
  let cases = try loadRuleCases(
    [RulePackFile(path: "header/acme-header.examples.yaml", text: yaml)], folder: "Rules/acme-chat")
  let report = checkCases(cases, of: pack, folder: "Rules/acme-chat", scan: lineScanner(pack))
  return report.problems.map { "\($0.kind): \($0.message)" }
}

/// A scanner that knows keywords and patterns, lines and encodings, and nothing else.
private func lineScanner(_ pack: RulePack) -> ([CaseArtifact]) -> [CaseMatch] {
  { artifacts in
    artifacts.flatMap { artifact in
      decode(artifact.bytes).split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
        number, line in
        pack.rules.filter { $0.matches(line) }.map {
          CaseMatch(rule: $0.id, path: artifact.path, line: number + 1, context: .code)
        }
      }
    }
  }
}

private func decode(_ bytes: [UInt8]) -> String {
  let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
  let text =
    bytes.starts(with: [0xFF, 0xFE])
    ? String(decoding: units, as: UTF16.self) : String(decoding: bytes, as: UTF8.self)
  return text.replacing("\r\n", with: "\n")
}

extension Rule {
  fileprivate func matches(_ line: Substring) -> Bool {
    conditions.contains { condition in
      guard case .text(let text) = condition.kind, let pattern = text.pattern else { return false }
      return text.keywords.contains { line.lowercased().contains($0) }
        && (try? Regex(pattern).firstMatch(in: line)) != nil
    }
  }
}
