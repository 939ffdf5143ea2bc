import AuditModel
import AuditReport
import AuditTestSupport
import Testing

@Suite struct PortfolioReportTests {
  @Test func `what is read of a report is what the whole report says`() throws {
    let report = SampleReports.typical
    let entry = try PortfolioEntry(json: render(report, as: .json), name: "acme")
    let counted = report.findings.filter { $0.suppressed == nil && $0.class != .successor }
    #expect(entry.errors == counted.count { $0.level == .error })
    #expect(entry.warnings == counted.count { $0.level == .warning })
    #expect(entry.hours == report.plan.total)
    #expect(entry.gaps == report.coverage.types.count { $0.state != .present })
    #expect(entry.identities.map(\.kind).contains(.host))
  }

  @Test(arguments: ["", "{}", "[]", #"{"schemaVersion": "9.0"}"#]) func `what is no report is refused`(
    _ json: String
  ) {
    #expect(throws: ReportError.self) { try PortfolioEntry(json: Array(json.utf8), name: "x") }
  }

  @Test(arguments: PortfolioFormat.allCases) func `nothing from outside acts in a portfolio`(
    _ format: PortfolioFormat
  ) throws {
    let portfolio = try SampleComparisons.portfolio(of: SampleReports.hostile(), named: "hostile")
    let text = String(decoding: try render(portfolio, as: format), as: UTF8.self)
    #expect(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\r" || $0.value == 0x202E })
    if format == .html { #expect(!text.contains("<script>") && !text.contains("onerror=alert(2)>")) }
    if format == .csv { #expect(text.split(separator: "\r\n").dropFirst().allSatisfy { !$0.hasPrefix("=") }) }
  }
}
