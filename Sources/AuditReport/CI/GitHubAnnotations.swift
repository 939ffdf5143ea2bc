import AuditModel

/// Annotations for GitHub Actions, the worst first.
///
/// GitHub shows ten of each level per step and drops the rest without a word, so the rest is counted in
/// the last line instead.
/// - SeeAlso: GitHub documentation, workflow commands; community discussion 26680 for the limits.
struct GitHubAnnotations {
  /// How many annotations of one level GitHub shows for a step.
  private static let shownPerLevel = 10

  private let digest: Digest

  init(_ report: Report, options: ReportOptions) {
    digest = Digest(report, options: options)
  }

  var document: String {
    var room = Dictionary(uniqueKeysWithValues: Level.allCases.map { ($0, GitHubAnnotations.shownPerLevel) })
    // The line that counts the rest is a notice itself.
    room[.note] = GitHubAnnotations.shownPerLevel - 1
    var lines: [String] = []
    var left: [Level: Int] = [:]
    for problem in digest.problemsByLevel {
      if let free = room[problem.level], free > 0 {
        room[problem.level] = free - 1
        lines.append(line(problem))
      } else {
        left[problem.level, default: 0] += 1
      }
    }
    if !left.isEmpty {
      let counts = Level.allCases.reversed().compactMap { level in
        left[level].map { Words.count($0, level.rawValue) }
      }
      lines.append(
        WorkflowCommand.line(
          "notice", [("title", "ChatSunset")],
          message: "\(counts.joined(separator: ", ")) not shown here; the full report has them"))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ problem: Problem) -> String {
    let command =
      switch problem.level {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let location = problem.location
    // GitHub takes columns only where the place is within one line.
    let isOneLine = location.endLine == nil || location.endLine == location.line
    return WorkflowCommand.line(
      command,
      [
        ("file", problem.rule == Digest.gapRule ? nil : PlainText.oneLine(location.path)),
        ("line", location.line.map { "\($0)" }),
        ("endLine", location.endLine.map { "\($0)" }),
        ("col", isOneLine ? location.column.map { "\($0)" } : nil),
        ("endColumn", isOneLine ? location.endColumn.map { "\($0)" } : nil),
        ("title", PlainText.cut(problem.title, to: 200)),
      ],
      message: "\(PlainText.cut(problem.message, to: 1_000)) [\(PlainText.cut(problem.rule, to: 200))]")
  }
}
