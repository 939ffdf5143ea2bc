import AuditModel

/// A portfolio for the terminal.
struct PortfolioText {
  private let digest: PortfolioDigest

  init(_ portfolio: Portfolio) {
    digest = PortfolioDigest(portfolio)
  }

  var document: String {
    var lines = [digest.summary, ""]
    lines += digest.portfolio.rows.map { row in
      let entry = row.latest
      let facts = [PortfolioDigest.change(row), Words.hours(entry.hours), PortfolioDigest.gaps(entry)]
      return PlainText.padded(PlainText.cut(row.name, to: 30), to: 32)
        + "\(entry.day)  \(Words.count(entry.errors, "error")), \(Words.count(entry.warnings, "warning"))"
        + facts.filter { !$0.isEmpty }.map { "; \($0)" }.joined()
    }
    if !digest.portfolio.shared.isEmpty {
      lines += ["", "Shared by several"]
      lines += digest.portfolio.shared.map { shared in
        "  \(PlainText.oneLine(ChainText.name(shared.node))): "
          + PlainText.cut(shared.organizations.joined(separator: ", "), to: 300)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
