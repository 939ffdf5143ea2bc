public import AuditModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A format that a portfolio can be written in.
public enum PortfolioFormat: String, CaseIterable, Sendable {
  /// A table for the terminal.
  case text
  /// Tables for a wiki or a ticket.
  case markdown
  /// One page that loads nothing.
  case html
  /// The heat map as comma-separated values.
  case csv
  /// Everything, to be read by programs.
  case json
}

/// Writes a portfolio in a format; every text in it is taken as hostile and escaped.
public func render(_ portfolio: Portfolio, as format: PortfolioFormat) throws(ReportError) -> [UInt8] {
  switch format {
  case .text: return Array(PortfolioText(portfolio).document.utf8)
  case .markdown: return Array(PortfolioMarkdown(portfolio).document.utf8)
  case .html: return Array(PortfolioPage(portfolio).document.utf8)
  case .csv: return Array(PortfolioTable(portfolio).table.csv.utf8)
  case .json:
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      return JSONText.escapingInvisible(try encoder.encode(portfolio)) + [UInt8(ascii: "\n")]
    } catch {
      throw ReportError(code: .unwritable, message: "the portfolio holds a number that JSON can't hold")
    }
  }
}

/// What every format of a portfolio reads out of it.
struct PortfolioDigest {
  let portfolio: Portfolio
  /// The areas that any organisation has findings in.
  let surfaces: [Surface]

  init(_ portfolio: Portfolio) {
    self.portfolio = portfolio
    let used = Set(portfolio.rows.flatMap { $0.latest.areas.map(\.surface) })
    surfaces = Surface.allCases.filter { used.contains($0) }
  }

  /// One sentence with the totals of the latest reports.
  var summary: String {
    let latest = portfolio.rows.map(\.latest)
    let hours = latest.reduce(HourRange()) { $0 + $1.hours }
    return "\(Words.count(latest.count, "organisation")): "
      + "\(Words.count(latest.reduce(0) { $0 + $1.errors }, "error")), "
      + "\(Words.count(latest.reduce(0) { $0 + $1.warnings }, "warning")), \(Words.hours(hours)); "
      + "\(Words.count(latest.count { $0.gaps > 0 || $0.unexamined > 0 }, "report")) with gaps"
  }

  /// The change of errors since the report before the latest; nothing with one report.
  static func change(_ row: Portfolio.Row) -> String {
    guard row.trend.count > 1 else { return "" }
    let change = row.trend[row.trend.count - 1].errors - row.trend[row.trend.count - 2].errors
    return change == 0 ? "unchanged" : change > 0 ? "+\(change)" : "\(change)"
  }

  /// What was not examined, in words; empty where nothing is known to be missing.
  static func gaps(_ entry: PortfolioEntry) -> String {
    [
      entry.gaps > 0 ? "\(Words.count(entry.gaps, "type")) missing" : "",
      entry.unexamined > 0 ? "\(entry.unexamined) not examined" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
