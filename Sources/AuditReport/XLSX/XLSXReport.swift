import AuditModel

/// The report as a workbook: a sheet for each table, with frozen headers and filters.
///
/// The bytes depend on the version of libxlsxwriter as well; with one version they are the same.
struct XLSXReport {
  /// Room for the header in each sheet.
  static let rowsPerSheet = Workbook.maxRows - 1

  private let report: Report
  private let digest: Digest
  private let rowsPerSheet: Int

  init(_ report: Report, options: ReportOptions, rowsPerSheet: Int = XLSXReport.rowsPerSheet) {
    self.report = report
    self.rowsPerSheet = rowsPerSheet
    digest = Digest(report, options: options)
  }

  func document() throws(ReportError) -> [UInt8] {
    let workbook = try Workbook(
      title: PlainText.cut(digest.title, to: 200), author: PlainText.cut(report.tool.name, to: 100),
      secondsSinceEpoch: report.asOf.daysSinceEpoch * 86_400)
    for table in [Tables.overview(report, digest: digest)] + Tables.all(report) {
      for (number, part) in parts(of: table).enumerated() {
        try workbook.add(part, named: number == 0 ? table.name : "\(table.name) \(number + 1)")
      }
    }
    return try workbook.bytes()
  }

  /// A table in parts that a sheet can hold.
  private func parts(of table: Table) -> [Table] {
    guard table.rows.count > rowsPerSheet else { return [table] }
    return stride(from: 0, to: table.rows.count, by: rowsPerSheet).map { start in
      var part = table
      part.rows = Array(table.rows[start..<min(start + rowsPerSheet, table.rows.count)])
      return part
    }
  }
}
