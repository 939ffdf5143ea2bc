import AuditModel
import AuditReport
import AuditTestSupport
import Foundation
import Testing

/// The recorded output of every format for every sample report.
///
/// `RECORD_GOLDENS=1 swift test --filter GoldenTests` records them anew, and fails, so that no recording
/// run is green. Read the changes before you commit them.
@Suite struct GoldenTests {
  static let cases = SampleReports.all.flatMap { sample in
    // The bytes of a workbook change with the library that writes it; its content has tests of its own.
    ReportFormat.allCases.filter { $0 != .xlsx }.map { GoldenCase(sample: sample.name, format: $0) }
  }

  @Test(arguments: cases) func `every format of every sample report is as recorded`(_ golden: GoldenCase) throws
  {
    let report = try #require(SampleReports.all.first { $0.name == golden.sample }).report
    try check(render(report, as: golden.format, options: golden.options), against: golden.description)
  }

  @Test(arguments: DiffFormat.allCases) func `every format of a comparison is as recorded`(_ format: DiffFormat) throws {
    for sample in SampleReports.all {
      try check(render(SampleComparisons.diff(to: sample.report), as: format), against: "diff-\(sample.name).\(format.rawValue)")
    }
  }

  @Test(arguments: PortfolioFormat.allCases) func `every format of a portfolio is as recorded`(
    _ format: PortfolioFormat
  ) throws {
    for sample in SampleReports.all {
      let portfolio = try SampleComparisons.portfolio(of: sample.report, named: sample.name)
      try check(render(portfolio, as: format), against: "portfolio-\(sample.name).\(format.rawValue)")
    }
  }

  /// Compares with a file in `Goldens`, or writes it.
  private func check(_ bytes: [UInt8], against name: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data(bytes).write(to: url)
      Issue.record("recorded '\(name)'; a recording run fails")
      return
    }
    let expected = [UInt8](try Data(contentsOf: url))
    #expect(bytes == expected, "'\(name)' differs \(firstDifference(bytes, expected))")
  }

  private func firstDifference(_ left: [UInt8], _ right: [UInt8]) -> String {
    let index = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    let line = left[..<index].count { $0 == UInt8(ascii: "\n") } + 1
    func excerpt(_ bytes: [UInt8]) -> String {
      String(decoding: bytes[max(0, index - 20)..<min(bytes.count, index + 40)], as: UTF8.self).debugDescription
    }
    return "in line \(line): \(excerpt(left)), recorded was \(excerpt(right))"
  }
}

/// A sample report in a format.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  var sample: String
  var format: ReportFormat

  var testDescription: String { "\(sample) as \(format.rawValue)" }

  /// The name of its file.
  var description: String { "\(sample).\(format.rawValue)" }

  var options: ReportOptions {
    var options = ReportOptions()
    options.listsFindings = true
    if sample == "hostile" {
      options.title = "=title \(SampleReports.attack)"
      options.preparedFor = "@for \(SampleReports.attack)"
    }
    return options
  }
}
