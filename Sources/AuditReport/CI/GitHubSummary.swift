import AuditModel

/// The summary of a step in GitHub Actions: one page of Markdown, far below the limit of 1 MiB.
struct GitHubSummary {
  private static let shownProblems = 50

  private let report: Report
  private let digest: Digest

  init(_ report: Report, options: ReportOptions) {
    self.report = report
    digest = Digest(report, options: options)
  }

  var document: String {
    let blocks =
      ["## ChatSunset: \(MarkdownText.prose(digest.title, cutTo: 200))\n"]
      + digest.statements.prefix(10).map { "> \(MarkdownText.prose($0))\n" } + [totals, table, notExamined]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var totals: String {
    let levels = Level.allCases.reversed().map { level in
      Words.count(digest.findings.count { $0.level == level && $0.class != .successor }, level.rawValue)
    }
    var line =
      "**\(levels.joined(separator: ", "))** in \(Words.count(report.coverage.artifacts, "examined artifact"))"
    if !digest.suppressed.isEmpty { line += "; \(Words.count(digest.suppressed.count, "accepted exception"))" }
    return line + "\n"
  }

  private var table: String {
    let problems = digest.problemsByLevel.filter { $0.finding != nil }
    guard !problems.isEmpty else { return "Nothing was found in what was examined.\n" }
    var lines = ["| level | place | what |", "|---|---|---|"]
    lines += problems.prefix(GitHubSummary.shownProblems).map { problem in
      "| \(problem.level.rawValue) "
        + "| \(MarkdownText.path(problem.location.description, cutTo: 200, inTable: true)) "
        + "| \(MarkdownText.prose(problem.message, cutTo: 300)) |"
    }
    let left = problems.count - GitHubSummary.shownProblems
    if left > 0 { lines.append("\nand \(Words.count(left, "more finding")); the full report has them") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var notExamined: String {
    let problems = digest.problems.filter { $0.finding == nil }
    guard !problems.isEmpty else { return "" }
    var lines = problems.prefix(GitHubSummary.shownProblems).map { problem in
      "- \(MarkdownText.path(problem.location.description, cutTo: 200)): "
        + MarkdownText.prose(problem.message, cutTo: 500)
    }
    let left = problems.count - GitHubSummary.shownProblems
    if left > 0 { lines.append("- and \(Words.grouped(left)) more") }
    return "### What was not examined\n\n" + lines.joined(separator: "\n") + "\n"
  }
}
