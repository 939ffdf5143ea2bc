import AuditModel
@testable import AuditReport
import AuditTestSupport
import Foundation
import Testing

/// Workbooks as far as they can be told without a reader; check_xlsx.py opens them.
@Suite struct XLSXReportTests {
  /// Set by check.sh: where the workbooks go that other readers open.
  private static let folder = ProcessInfo.processInfo.environment["XLSX_FOLDER"]

  @Test(arguments: ["empty", "typical", "hostile"]) func `a workbook is a zip of some size`(
    _ name: String
  ) throws {
    let report = try #require(SampleReports.all.first { $0.name == name }).report
    let bytes = try render(report, as: .xlsx)
    #expect(bytes.starts(with: "PK".utf8))
    #expect(bytes.count > 5_000)
    if let folder = XLSXReportTests.folder {
      try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).xlsx"))
    }
  }

  @Test func `rows without room in a sheet go on in the next`() throws {
    let report = SampleReports.typical
    let bytes = try XLSXReport(report, options: ReportOptions(), rowsPerSheet: 20).document()
    #expect(bytes.starts(with: "PK".utf8))
    if let folder = XLSXReportTests.folder {
      try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent("parts.xlsx"))
    }
  }

  @Test(arguments: [
    (String(repeating: "a", count: 32_000), 32_000), (String(repeating: "a", count: 32_001), 32_000),
    (String(repeating: "\u{1F600}", count: 20_000), 31_999),
    (String(repeating: "a\u{0301}", count: 32_000), 32_000),
  ]) func `a cell holds at most what Excel keeps`(text: String, units: Int) {
    #expect(PlainText.cell(text).utf16.count == units)
  }
}
