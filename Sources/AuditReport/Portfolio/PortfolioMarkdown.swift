import AuditModel

/// A portfolio as tables for a wiki.
struct PortfolioMarkdown {
  private let digest: PortfolioDigest

  init(_ portfolio: Portfolio) {
    digest = PortfolioDigest(portfolio)
  }

  var document: String {
    var lines = ["# Portfolio", "", MarkdownText.prose("\(digest.summary)."), ""]
    lines += [
      "| Organisation | Day | Errors | Warnings | Change | Hours | Gaps | Most findings in |",
      "|---|---|---:|---:|---|---|---|---|",
    ]
    lines += digest.portfolio.rows.map { row in
      let entry = row.latest
      let worst = entry.areas.filter { $0.errors + $0.warnings > 0 }
        .max { ($0.errors, $0.warnings) < ($1.errors, $1.warnings) }
      return "| \(cell(row.name)) | \(entry.day) | \(entry.errors) | \(entry.warnings) | "
        + "\(cell(PortfolioDigest.change(row))) | \(Words.hours(entry.hours)) | \(cell(PortfolioDigest.gaps(entry))) | "
        + "\(worst.map { Words.title(of: $0.surface) } ?? "") |"
    }
    if !digest.portfolio.shared.isEmpty {
      lines += ["", "## Shared by several", ""]
      lines += digest.portfolio.shared.map { shared in
        "- \(MarkdownText.path(ChainText.name(shared.node), cutTo: 200)): "
          + MarkdownText.prose(shared.organizations.joined(separator: ", "), cutTo: 300)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cell(_ text: String) -> String {
    MarkdownText.prose(text, cutTo: 80)
  }
}
