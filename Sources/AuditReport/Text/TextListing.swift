import AuditModel

/// Every finding, file by file, below the summary.
struct TextListing {
  private let report: Report
  private let digest: Digest
  private let style: TextStyle
  private let width: Int

  init(_ report: Report, digest: Digest, style: TextStyle, width: Int) {
    self.report = report
    self.digest = digest
    self.style = style
    self.width = width
  }

  var lines: [String] {
    var lines = ["", style.heading("FINDINGS")]
    var path: String?
    for finding in report.findings {
      if finding.location.path != path {
        path = finding.location.path
        lines += ["", style.bold(PlainText.cutFront(finding.location.path, to: width))]
      }
      lines += block(finding)
    }
    if report.findings.isEmpty { lines.append("  none") }
    return lines + diagnostics
  }

  private func block(_ finding: Finding) -> [String] {
    let place =
      finding.location.line.map { line in finding.location.column.map { "\(line):\($0)" } ?? "\(line)" } ?? "-"
    var marks = [Words.title(of: finding.class).lowercased()]
    if finding.confidence != .certain { marks.append(finding.confidence.rawValue) }
    if finding.context == .comment || finding.context == .docs || finding.context == .test
      || finding.context == .vendored
    {
      marks.append("in \(finding.context.rawValue)")
    }
    if finding.count > 1 { marks.append("\(finding.count) places") }
    if let step = finding.step { marks.append("step \(PlainText.cut(step, to: 8))") }
    var lines = [
      PlainText.padded("  \(place)", to: 11) + style.level(finding.level, finding.level.rawValue) + " "
        + PlainText.cut(finding.message, to: max(20, width - 20))
    ]
    lines.append(
      "           "
        + style.faint(PlainText.cut("[\(finding.rule)] " + marks.joined(separator: ", "), to: width - 11)))
    if !finding.evidence.isEmpty {
      lines.append("           | " + PlainText.cut(finding.evidence, to: width - 13))
    }
    if let verdict = finding.verdict {
      lines.append("           " + PlainText.cut("checked live: \(Words.title(of: verdict))", to: width - 11))
    }
    if let suppressed = finding.suppressed {
      let until = suppressed.until.map { " until \($0)" } ?? ""
      lines.append(
        "           "
          + PlainText.cut(
            "accepted (\(suppressed.kind.rawValue)\(until)): \(suppressed.reason)", to: width - 11))
    }
    return lines
  }

  private var diagnostics: [String] {
    guard !report.diagnostics.isEmpty else { return [] }
    return ["", style.heading("ABOUT THE RUN"), ""]
      + report.diagnostics.flatMap { diagnostic in
        let place = diagnostic.location.map { $0.description + ": " } ?? ""
        return PlainText.wrapped("\(place)\(diagnostic.message) [\(diagnostic.code)]", to: width - 2)
          .prefix(6).map { "  " + $0 }
      }
  }
}
