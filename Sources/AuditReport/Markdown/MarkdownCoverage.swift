import AuditModel

/// What was examined, what was not, and what nobody can see in an export.
struct MarkdownCoverage {
  private let report: Report
  private let digest: Digest

  init(_ report: Report, digest: Digest) {
    self.report = report
    self.digest = digest
  }

  var blocks: [String] { examined + notExamined + questions }

  private var examined: [String] {
    let coverage = report.coverage
    var lines = ["- \(Words.count(coverage.artifacts, "artifact")), \(Words.size(coverage.bytes))"]
    func line(_ title: String, _ counts: [Count]) {
      guard !counts.isEmpty else { return }
      let list = counts.map { "\(MarkdownText.prose($0.name, cutTo: 80)) \(Words.grouped($0.count))" }
      lines.append("- \(title): \(list.joined(separator: ", "))")
    }
    line("by kind", coverage.kinds)
    line("by language", coverage.languages)
    line("components", coverage.components)
    if let configuration = report.configuration {
      lines.append("- settings of \(MarkdownText.path(configuration.path, cutTo: 300))")
      lines += digest.settings.map {
        "  - \(MarkdownText.code($0.name, cutTo: 100)): \(MarkdownText.prose($0.value, cutTo: 1_000))"
      }
    }
    return ["## What was examined\n", lines.joined(separator: "\n") + "\n"]
  }

  private var notExamined: [String] {
    var lines: [String] = []
    for skipped in report.coverage.skipped {
      let examples = skipped.examples.map { MarkdownText.path($0, cutTo: 200) }.joined(separator: ", ")
      lines.append(
        "- \(Words.grouped(skipped.count)) \(Words.title(of: skipped.reason))"
          + (examples.isEmpty ? "" : ", such as \(examples)"))
    }
    for diagnostic in report.diagnostics {
      let place = diagnostic.location.map { MarkdownText.path($0.description, cutTo: 300) + ": " } ?? ""
      lines.append(
        "- \(place)\(MarkdownText.prose(diagnostic.message)) (\(MarkdownText.code(diagnostic.code, cutTo: 60)))"
      )
    }
    var blocks = [
      "## What was not examined\n",
      (lines.isEmpty ? "Nothing was passed over." : lines.joined(separator: "\n")) + "\n",
    ]
    if !digest.gaps.isEmpty {
      let rows = digest.gaps.map { gap in
        "| \(MarkdownText.code(gap.type, cutTo: 80, inTable: true)) "
          + "| \(gap.state == .absent ? "not in the export" : "in part") "
          + "| \(MarkdownText.prose(gap.weakens ?? "", cutTo: 500)) |\n"
      }
      blocks.append("Not in the export never means not used:\n")
      blocks.append("| metadata type | state | what that weakens |\n|---|---|---|\n" + rows.joined())
    }
    return blocks
  }

  private var questions: [String] {
    guard !report.coverage.questions.isEmpty else { return [] }
    let lines = report.coverage.questions.map { question in
      let note = digest.note(on: question)
      var line =
        "- [\(note?.isTicked == true ? "x" : " ")] \(MarkdownText.prose(question.text)) <!-- question:\(MarkdownText.hiddenID(question.id)) -->\n"
      let step = question.step.map { ", for step \($0)" } ?? ""
      line += "  - Ask: \(MarkdownText.prose(question.role + step, cutTo: 200))\n"
      if let kept = note?.sentence, !kept.isEmpty { line += "  - Kept: \(MarkdownText.prose(kept, cutTo: 2_000))\n" }
      if let how = question.how { line += "  - How: \(MarkdownText.prose(how))\n" }
      return line
    }
    return ["## Questions that no export can answer\n"] + lines
  }
}
