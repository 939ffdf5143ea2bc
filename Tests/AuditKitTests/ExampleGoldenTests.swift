import AuditEngine
import AuditInput
import AuditKit
import AuditModel
import AuditTestSupport
import Foundation
import Testing

/// Everything that is expected of the example org, one line a finding.
///
/// `RECORD_GOLDENS=1 swift test --filter ExampleGoldenTests` records it anew, and fails, so that no recording
/// run is green. Read the changes before you commit them: each line that goes or comes is a claim about a file.
@Suite struct ExampleGoldenTests {
  @Test(arguments: ["alder-finch", "alder-finch-mdapi"])
  func `the example has exactly the findings that are expected of it`(example: String) throws {
    let lines = try findings(of: "Examples/\(example)")
    let golden = Repository.path("Tests/AuditKitTests/Goldens/\(example).findings")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: golden))
      Issue.record("recorded '\(example).findings'; a recording run fails")
      return
    }
    let expected = try String(contentsOfFile: golden, encoding: .utf8).split(separator: "\n").map(String.init)
    for change in lines.difference(from: expected) {
      switch change {
      case .insert(_, let line, _): Issue.record("not expected: \(line)")
      case .remove(_, let line, _): Issue.record("missing: \(line)")
      }
    }
    #expect(expected.count > 100)
  }

  /// `path:line:column level class rule`, sorted by path and place.
  private func findings(of path: String) throws -> [String] {
    let rules = try RuleSet.compiling(RulePack.builtIn(), asOf: try #require(CalendarDate("2026-11-23")))
    let audit = Audit(rules: rules, workers: 2, tool: .init(name: "chatsunset", version: "test"))
    let evidence = try #require(try audit.examine([InputPath(Repository.path(path))]))
    let report = Report(concluding: evidence, rules: rules, tool: audit.tool)
    return report.findings.sorted { key(of: $0) < key(of: $1) }.map {
      "\($0.location) \($0.level.rawValue) \($0.class.rawValue) \($0.rule)"
    }
  }

  private func key(of finding: Finding) -> (String, Int, Int, String) {
    let place = finding.location
    return (place.path, place.line ?? 0, place.column ?? 0, "\(finding.rule) \(finding.level.rawValue)")
  }
}
