import AuditModel

/// The heat map as a table: an organisation a row, an area a column.
struct PortfolioTable {
  private let digest: PortfolioDigest

  init(_ portfolio: Portfolio) {
    digest = PortfolioDigest(portfolio)
  }

  var table: Table {
    Table(
      name: "Portfolio",
      columns: [
        "organisation", "day", "errors", "warnings", "notes", "change in errors", "hours from", "hours to",
        "types missing", "not examined",
      ] + digest.surfaces.map { Words.title(of: $0) },
      rows: digest.portfolio.rows.map { row in
        let entry = row.latest
        let areas = Dictionary(entry.areas.map { ($0.surface, $0) }) { first, _ in first }
        return [
          .text(row.name), .text(entry.day.description), .integer(entry.errors), .integer(entry.warnings),
          .integer(entry.notes), .text(PortfolioDigest.change(row)), .number(entry.hours.low),
          .number(entry.hours.high), .integer(entry.gaps), .integer(entry.unexamined),
        ] + digest.surfaces.map { .integer((areas[$0]?.errors ?? 0) + (areas[$0]?.warnings ?? 0)) }
      })
  }
}
