import AuditModel

/// A comparison as lists for a pull request.
struct DiffMarkdown {
  private let diff: ReportDiff

  init(_ diff: ReportDiff) {
    self.diff = diff
  }

  var document: String {
    let parts = DiffParts(diff)
    var blocks = [
      "# Changes since the last audit\n", MarkdownText.prose("\(DiffParts.summary(diff)).") + "\n",
    ]
    blocks += parts.remarks.map { MarkdownText.prose($0) + "\n" }
    if !diff.coverageLost.isEmpty {
      blocks.append("## Coverage lost\n")
      blocks.append(
        diff.coverageLost.map {
          "- \(MarkdownText.path($0.subject)): \(MarkdownText.prose($0.message, cutTo: 300))\n"
        }
        .joined())
    }
    for part in parts.parts where !part.rows.isEmpty {
      blocks.append("## \(part.title) (\(part.rows.count))\n")
      blocks.append(
        part.rows.map { finding, remark in
          "- \(finding.level.rawValue): \(MarkdownText.path(finding.location.description)) "
            + MarkdownText.prose(finding.message, cutTo: 300)
            + (remark.isEmpty ? "" : " (\(MarkdownText.prose(remark, cutTo: 300)))") + "\n"
        }.joined())
    }
    return blocks.joined(separator: "\n")
  }
}
