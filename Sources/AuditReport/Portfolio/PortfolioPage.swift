import AuditModel

/// A portfolio as one page that loads nothing: totals, a heat map, a trend a row, and what is shared.
struct PortfolioPage {
  private let digest: PortfolioDigest

  init(_ portfolio: Portfolio) {
    digest = PortfolioDigest(portfolio)
  }

  /// Beside the report page's own style: five depths of one colour, and numbers that stay readable on each.
  private static let style: HTML = """
    \(HTMLStyle.markup)
    .heat { overflow-x: auto; }
    .heat td, .heat th { padding: .3rem .5rem; text-align: right; white-space: nowrap; }
    .heat th:first-child { text-align: left; }
    .heat thead th { vertical-align: bottom; white-space: normal; min-width: 4.5rem; font-weight: 500; }
    .h1 { background: color-mix(in srgb, var(--error) 8%, transparent); }
    .h2 { background: color-mix(in srgb, var(--error) 16%, transparent); }
    .h3 { background: color-mix(in srgb, var(--error) 26%, transparent); }
    .h4 { background: color-mix(in srgb, var(--error) 38%, transparent); font-weight: 600; }
    """

  var document: String {
    let policy =
      "default-src 'none'; style-src 'sha256-\(SHA256.base64(of: PortfolioPage.style.markup))'; "
      + "base-uri 'none'; form-action 'none'"
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>Legacy Chat portfolio</title>
      <style>\(PortfolioPage.style)</style>
      </head>
      <body>
      <header class="banner"><div class="banner-text"><h1>Legacy Chat portfolio</h1>
      <p>\(digest.summary)</p></div></header>
      <main>
      <section><h2>Organisations, the worst first</h2>
      <p>Numbers are errors and warnings of the latest report.</p>
      <div class="heat" tabindex="0"><table>
      <thead><tr><th scope="col">Organisation</th><th scope="col">Errors</th><th scope="col">Change</th>\
      <th scope="col">Trend</th><th scope="col">Hours</th><th scope="col">Gaps</th>\(heads)</tr></thead>
      <tbody>
      \(digest.portfolio.rows.map(line))
      </tbody></table></div></section>
      \(shared, if: !digest.portfolio.shared.isEmpty)
      </main>
      </body>
      </html>

      """
    return page.markup
  }

  private var heads: [HTML] {
    digest.surfaces.map { "<th scope=\"col\">\(Words.title(of: $0))</th>" }
  }

  private func line(_ row: Portfolio.Row) -> HTML {
    let entry = row.latest
    let areas = Dictionary(entry.areas.map { ($0.surface, $0) }) { first, _ in first }
    let cells = digest.surfaces.map { surface -> HTML in
      let count = (areas[surface]?.errors ?? 0) + (areas[surface]?.warnings ?? 0)
      guard count > 0 else { return "<td></td>" }
      return "<td class=\"h\(depth(count))\">\(count)</td>"
    }
    return """
      <tr><th scope="row">\(PlainText.cut(row.name, to: 60))</th><td>\(entry.errors)</td>\
      <td>\(PortfolioDigest.change(row))</td><td>\(trend(row.trend))</td><td>\(Words.hours(entry.hours))</td>\
      <td>\(PortfolioDigest.gaps(entry))</td>\(cells)</tr>

      """
  }

  /// 1 to 4: few, ten, a hundred, a thousand.
  private func depth(_ count: Int) -> Int {
    switch count {
    case ..<10: 1
    case ..<100: 2
    case ..<1_000: 3
    default: 4
    }
  }

  /// Errors over time as a line, with the numbers in its label.
  private func trend(_ points: [Portfolio.Point]) -> HTML {
    guard points.count > 1 else { return "" }
    let shown = points.suffix(24)
    let most = max(shown.map(\.errors).max() ?? 1, 1)
    let line = shown.enumerated().map { index, point in
      "\(index * 80 / max(shown.count - 1, 1)),\(20 - point.errors * 18 / most)"
    }.joined(separator: " ")
    let label = shown.map { "\($0.day): \($0.errors)" }.joined(separator: ", ")
    return """
      <svg width="82" height="22" viewBox="-1 0 82 22" role="img" aria-label="Errors, \(label)">\
      <polyline points="\(line)" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>
      """
  }

  private var shared: HTML {
    let items = digest.portfolio.shared.map { shared -> HTML in
      """
      <li><code>\(PlainText.cut(ChainText.name(shared.node), to: 200))</code>: \
      \(PlainText.cut(shared.organizations.joined(separator: ", "), to: 400))</li>

      """
    }
    return "<section><h2>Shared by several</h2>\n<ul>\n\(items)</ul></section>"
  }
}
