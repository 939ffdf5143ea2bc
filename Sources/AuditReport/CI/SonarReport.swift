import AuditModel

/// Generic issues for SonarQube 10.3 and later.
///
/// In this format a severity belongs to a rule, and ours to a finding; a rule's findings that are quieter
/// than its loudest ones stand under the rule's name with their level behind it. Columns are left out:
/// Sonar refuses a whole report for one column behind the end of its line, and counts other units.
/// - SeeAlso: SonarQube documentation, generic issue import format.
struct SonarReport {
  private let digest: Digest

  init(_ report: Report, options: ReportOptions) {
    digest = Digest(report, options: options)
  }

  var document: [UInt8] {
    let problems = digest.problems
    let loudest = Dictionary(problems.map { ($0.rule, $0.level) }) { max($0, $1) }
    func name(_ problem: Problem) -> String {
      loudest[problem.rule] == problem.level ? problem.rule : "\(problem.rule).\(problem.level.rawValue)"
    }
    var rules: [String: Problem] = [:]
    for problem in problems where rules[name(problem)] == nil { rules[name(problem)] = problem }
    return JSONValue.object([
      ("rules", .array(rules.sorted { $0.key < $1.key }.map { rule(id: $0.key, $0.value) })),
      ("issues", .array(problems.map { issue($0, rule: name($0)) })),
    ]).document
  }

  private func rule(id: String, _ problem: Problem) -> JSONValue {
    let severity: JSONValue =
      switch problem.level {
      case .error: "HIGH"
      case .warning: "MEDIUM"
      case .note: "LOW"
      }
    let descriptor = problem.finding.flatMap { digest.rules[$0.rule] }
    let texts = [descriptor?.why, descriptor?.remediation].compactMap { $0 }
    return .object([
      ("id", .string(id)),
      ("name", .string(PlainText.cut(problem.title, to: 200))),
      ("description", .string((texts.isEmpty ? [problem.title] : texts).joined(separator: "\n\n"))),
      ("engineId", "chatsunset"),
      ("cleanCodeAttribute", "CLEAR"),
      (
        "impacts",
        .array([
          .object([
            ("softwareQuality", problem.finding?.class == .dependency ? "RELIABILITY" : "MAINTAINABILITY"),
            ("severity", severity),
          ])
        ])
      ),
    ])
  }

  private func issue(_ problem: Problem, rule: String) -> JSONValue {
    .object([
      ("ruleId", .string(rule)),
      ("primaryLocation", location(problem.location, message: problem.message)),
      (
        "secondaryLocations",
        problem.finding.flatMap { finding in
          finding.related.isEmpty ? nil : .array(finding.related.map { location($0, message: "also here") })
        }
      ),
    ])
  }

  private func location(_ location: Location, message: String) -> JSONValue {
    .object([
      ("message", .string(PlainText.cut(message, to: 1_000))),
      ("filePath", .string(location.path)),
      (
        "textRange",
        location.line.map { line in
          .object([("startLine", .integer(line)), ("endLine", .integer(max(line, location.endLine ?? line)))])
        }
      ),
    ])
  }
}
