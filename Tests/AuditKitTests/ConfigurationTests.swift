import AuditEngine
import AuditKit
import AuditModel
import AuditReport
import AuditTestSupport
import Testing

/// What a configuration file may say, and what it does to findings.
@Suite struct ConfigurationTests {
  @Test func `every key is read`() throws {
    let configuration = try Configuration(
      yaml: """
        fail-on: warning
        baseline: .baseline.json
        include: ['**/*.cls']
        exclude: vendor/
        packs: [rules/acme]
        format: github
        allow-incomplete: true
        rules:
          acme-a: {level: 'off', paths: [legacy/**], reason: goes with the old shop}
          endpoint:
            - {level: note, paths: docs/}
            - {level: warning}
        """, path: "c.yaml")
    #expect(configuration.failOn == .warning)
    #expect(configuration.baseline == ".baseline.json")
    #expect(configuration.include == ["**/*.cls"])
    #expect(configuration.exclude == ["vendor/"])
    #expect(configuration.packs == ["rules/acme"])
    #expect(configuration.format == .github)
    #expect(configuration.allowsIncomplete == true)
    #expect(
      configuration.rules.map { "\($0.location) \($0.name) \($0)" } == [
        "c.yaml:9:11 acme-a off for legacy/**: goes with the old shop",
        "c.yaml:11:7 endpoint note for docs/",
        "c.yaml:12:7 endpoint warning",
      ])
  }

  @Test(arguments: [
    ("fail_on: error", "c.yaml:1:1: unknown key 'fail_on'; did you mean 'fail-on'?"),
    ("fail-on: eror", "c.yaml:1:10: unknown level 'eror'; did you mean 'error'?"),
    ("format: pfd", "c.yaml:1:9: unknown format 'pfd'"),
    ("allow-incomplete: maybe", "c.yaml:1:19: 'allow-incomplete' must be 'true' or 'false', not 'maybe'"),
    ("rules: {acme-a: {level: loud}}", "unknown level 'loud'; it is one of 'off', 'note', 'warning', 'error'"),
    ("rules: {acme-a: {level: off}}", "missing key 'reason' in 'rules.acme-a'"),
    ("rules: {acme-a: off}", "'rules.acme-a' must be keys and values"),
    ("rules: {acme-a: {reason: x}}", "missing key 'level' in 'rules.acme-a'"),
    ("a: &x [*x]", "configurations use no anchors and aliases"),
    ("", "the file is empty"),
    ("rules: {acme-b: {level: note}}", "c.yaml:1:17: unknown rule or surface 'acme-b'; did you mean 'acme-a'?"),
    ("rules: {acme-a: {level: note, paths: ['#']}}", "a path in 'rules.acme-a' is no pattern"),
  ])
  func `a mistake is told with its place and the likely meaning`(_ text: String, _ message: String) throws {
    let error = #expect(throws: ConfigurationError.self) {
      _ = try RuleSettings(try Configuration(yaml: text, path: "c.yaml"), rules: try rules())
    }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func `a rule outranks its surface, and only the paths named count`() throws {
    let levels = try outcome(
      """
      rules:
        endpoint: {level: note}
        acme-old: {level: warning, paths: [src/, '*.js']}
        acme-a: {level: 'off', paths: [old/**], reason: goes with the old shop}
      """)
    #expect(
      levels == [
        "lib/b.cls note", "old/a.cls off: goes with the old shop", "src/deep/a.cls warning", "x.js warning",
      ])
  }

  @Test func `findings set off count neither in the totals nor in the plan`() throws {
    let report = try report("rules: {endpoint: {level: 'off', reason: kept on purpose}}")
    #expect(report.summary.findings == 0)
    #expect(report.summary.suppressed == 4)
    #expect(report.plan.items.isEmpty)
  }

  private func outcome(_ text: String) throws -> [String] {
    try report(text).findings.map { finding in
      let state = finding.suppressed.map { "off: \($0.reason)" } ?? finding.level.rawValue
      return "\(finding.location.path) \(state)"
    }
  }

  private func report(_ text: String) throws -> Report {
    let rules = try rules()
    let settings = try RuleSettings(Configuration(yaml: text, path: "c.yaml"), rules: rules)
    let findings = ["x.js", "src/deep/a.cls", "old/a.cls", "lib/b.cls"].map { path in
      Finding(
        rule: "acme-a", class: .dependency, level: .error, confidence: .certain, context: .code, surface: .endpoint,
        message: "found", location: Location(path: path, line: 1, column: 1), evidence: "acme")
    }
    return Report(
      concluding: Evidence(findings: findings), rules: rules, tool: .init(name: "test", version: "0"),
      settings: settings)
  }

  private func rules() throws -> RuleSet {
    let rule = Rule.acme("acme-a", aliases: ["acme-old"], .text(TextCondition(keywords: ["acme"])))
    return try RuleSet(packs: [.acme([rule])], asOf: SampleReports.day)
  }
}
