import AuditModel

/// One line per problem as compilers write them: `path:line:column: level: message [rule]`.
///
/// A problem of a whole file stands at its first character, so that every line has the same form.
struct LintReport {
  private let digest: Digest

  init(_ report: Report, options: ReportOptions) {
    digest = Digest(report, options: options)
  }

  var document: String {
    digest.problems.map { problem in
      let location = problem.location
      let place = "\(PlainText.oneLine(location.path)):\(location.line ?? 1):\(location.column ?? 1)"
      let message = PlainText.cut(problem.message, to: 1_000)
      return "\(place): \(problem.level.rawValue): \(message) [\(PlainText.cut(problem.rule, to: 200))]\n"
    }.joined()
  }
}
