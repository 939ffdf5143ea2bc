import AuditModel

/// A comparison as lines for the terminal.
struct DiffText {
  private let diff: ReportDiff

  init(_ diff: ReportDiff) {
    self.diff = diff
  }

  var document: String {
    let parts = DiffParts(diff)
    var lines = [DiffParts.summary(diff)] + parts.remarks
    if !diff.coverageLost.isEmpty {
      lines += ["", "Coverage lost"]
      lines += diff.coverageLost.map {
        "  \(PlainText.cut($0.subject, to: 200)): \(PlainText.cut($0.message, to: 300))"
      }
    }
    for part in parts.parts where !part.rows.isEmpty {
      lines += ["", "\(part.title) (\(part.rows.count))"]
      lines += part.rows.map { finding, remark in
        "  \(PlainText.oneLine(finding.location.description)): \(finding.level.rawValue): "
          + "\(PlainText.cut(finding.message, to: 300)) [\(PlainText.oneLine(finding.rule.rawValue))]"
          + (remark.isEmpty ? "" : " (\(PlainText.oneLine(remark)))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
