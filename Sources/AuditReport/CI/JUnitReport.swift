import AuditModel

/// A JUnit report, a suite per surface and a case per finding.
///
/// Errors are failures; warnings and notes are cases that pass with their message as output; an accepted
/// exception and what the export did not hold are skipped cases; what could not be examined is a case
/// with an error. There is always one case that passes, so that an empty report is no failure.
struct JUnitReport {
  private enum Outcome {
    case failed, errored, skipped, passed
  }

  private struct Case {
    var suite: String
    var name: String
    var className: String
    var outcome: Outcome
    var message: String
    var text: [String]
  }

  private let report: Report
  private let digest: Digest

  init(_ report: Report, options: ReportOptions) {
    self.report = report
    digest = Digest(report, options: options)
  }

  var document: String {
    let suites = Dictionary(grouping: cases, by: \.suite).sorted { $0.key < $1.key }
    let all = suites.flatMap(\.value)
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites name=\"chatsunset\" \(counts(all))>",
    ]
    for suite in suites {
      lines.append("  <testsuite name=\"\(XMLText.escaped(suite.key))\" \(counts(suite.value))>")
      lines += suite.value.flatMap(element)
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private var cases: [Case] {
    report.findings.compactMap(findingCase)
      + digest.problems.filter { $0.finding == nil }.map { problem in
        Case(
          suite: "coverage", name: caseName(problem.rule, problem.location),
          className: PlainText.oneLine(problem.location.path),
          outcome: problem.rule == Digest.gapRule ? .skipped : .errored, message: problem.message, text: [])
      } + [
        Case(
          suite: "coverage", name: "\(Words.count(report.coverage.artifacts, "artifact")) examined",
          className: "chatsunset", outcome: .passed, message: "", text: [])
      ]
  }

  private func findingCase(_ finding: Finding) -> Case? {
    guard let problem = digest.problem(finding) else { return nil }
    let outcome: Outcome = finding.suppressed != nil ? .skipped : finding.level == .error ? .failed : .passed
    let reason = finding.suppressed.map { "accepted: \($0.reason)" }
    let lines = [
      "\(finding.location): \(finding.level.rawValue): \(finding.message)", finding.evidence,
      digest.rules[finding.rule]?.replacement.map { "Instead: \($0)" } ?? "",
    ]
    return Case(
      suite: Words.title(of: finding.surface), name: caseName(problem.rule, finding.location),
      className: PlainText.oneLine(finding.location.path), outcome: outcome, message: reason ?? finding.message,
      text: lines.filter { !$0.isEmpty }.map { PlainText.cut($0, to: 2_000) })
  }

  private func caseName(_ rule: String, _ location: Location) -> String {
    let place = location.line.map { line in location.column.map { "\(line):\($0)" } ?? "\(line)" }
    return "\(PlainText.cut(rule, to: 200))\(place.map { " at \($0)" } ?? "")"
  }

  private func element(_ entry: Case) -> [String] {
    let head =
      "    <testcase name=\"\(XMLText.escaped(entry.name))\" "
      + "classname=\"\(XMLText.escaped(entry.className))\" time=\"0\""
    let message = "message=\"\(XMLText.escaped(PlainText.cut(entry.message, to: 1_000)))\""
    let text = entry.text.map(XMLText.escaped).joined(separator: "\n")
    let body: String? =
      switch entry.outcome {
      case .failed: "<failure type=\"error\" \(message)>\(text)</failure>"
      case .errored: "<error type=\"not-examined\" \(message)></error>"
      case .skipped: "<skipped \(message)></skipped>"
      case .passed: text.isEmpty ? nil : "<system-out>\(text)</system-out>"
      }
    guard let body else { return [head + "></testcase>"] }
    return [head + ">", "      " + body, "    </testcase>"]
  }

  private func counts(_ cases: [Case]) -> String {
    func count(_ outcome: Outcome) -> Int { cases.count { $0.outcome == outcome } }
    return "tests=\"\(cases.count)\" failures=\"\(count(.failed))\" errors=\"\(count(.errored))\" "
      + "skipped=\"\(count(.skipped))\" time=\"0\""
  }
}
