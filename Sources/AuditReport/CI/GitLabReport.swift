import AuditModel

/// A Code Quality report for GitLab's merge requests.
/// - SeeAlso: GitLab documentation, Code Quality report format.
struct GitLabReport {
  private let digest: Digest

  init(_ report: Report, options: ReportOptions) {
    digest = Digest(report, options: options)
  }

  var document: [UInt8] {
    // GitLab shows only the first of several problems with one fingerprint.
    var seen: [String: Int] = [:]
    return JSONValue.array(
      digest.problems.map { problem in
        let number = seen[problem.fingerprint, default: 0]
        seen[problem.fingerprint] = number + 1
        return value(
          problem, fingerprint: number == 0 ? problem.fingerprint : "\(problem.fingerprint)-\(number)")
      }
    ).document
  }

  private func value(_ problem: Problem, fingerprint: String) -> JSONValue {
    let severity: JSONValue =
      switch problem.level {
      case .error: "major"
      case .warning: "minor"
      case .note: "info"
      }
    return .object([
      ("description", .string(PlainText.cut(problem.message, to: 1_000))),
      ("check_name", .string(PlainText.cut(problem.rule, to: 200))),
      ("fingerprint", .string(fingerprint)),
      ("severity", severity),
      (
        "location",
        .object([
          ("path", .string(problem.location.path)),
          (
            "lines",
            .object([
              ("begin", .integer(problem.location.line ?? 1)),
              ("end", problem.location.endLine.map(JSONValue.integer)),
            ])
          ),
        ])
      ),
    ])
  }
}
