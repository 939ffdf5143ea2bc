import AuditModel
@testable import AuditReport
import AuditTestSupport
import Testing

/// Other people's limits, and what is said where they cut something off.
@Suite struct LimitTests {
  /// A report with that many findings: notes, and every tenth an error.
  private func report(findings count: Int) throws -> Report {
    var report = SampleReports.empty
    let finding = try #require(SampleReports.typical.findings.first)
    report.findings = (0..<count).map { number in
      var copy = finding
      copy.level = number.isMultiple(of: 10) ? .error : .note
      copy.location.line = number + 1
      return copy
    }
    return report
  }

  @Test func `SARIF keeps the loudest results that code scanning takes and tells of the rest`() throws {
    let sarif = try SARIFReport(report(findings: 210), options: ReportOptions(), maxResults: 200)
    let text = String(decoding: sarif.document, as: UTF8.self)
    #expect(text.matches(of: /"ruleIndex": 0/).count == 200)
    #expect(text.matches(of: /"level": "error"/).count == 21, "every error")
    #expect(text.contains("10 quiet findings left out"))
    #expect(SARIFReport.maxResults == 25_000)
  }

  @Test func `annotations stop at ten of a level and the last line counts the rest`() throws {
    let lines = String(decoding: try render(report(findings: 200), as: .github), as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::notice ") } == 10)
    #expect(
      lines.last == "::notice title=ChatSunset::10 errors, 171 notes not shown here; the full report has them")
  }

  @Test func `the step summary counts what its table leaves out`() throws {
    let text = String(decoding: try render(report(findings: 200), as: .githubSummary), as: UTF8.self)
    #expect(text.contains("and 150 more findings; the full report has them"))
  }
}
