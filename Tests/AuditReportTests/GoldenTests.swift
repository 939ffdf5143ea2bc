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
    let bytes = try render(report, as: golden.format, options: golden.options)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data(bytes).write(to: golden.url)
      Issue.record("recorded '\(golden.url.lastPathComponent)'; a recording run fails")
      return
    }
    let expected = [UInt8](try Data(contentsOf: golden.url))
    let place = firstDifference(bytes, expected)
    #expect(bytes == expected, "'\(golden.url.lastPathComponent)' differs \(place)")
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

  var options: ReportOptions {
    var options = ReportOptions()
    options.listsFindings = true
    if sample == "hostile" {
      options.title = "=title \(SampleReports.attack)"
      options.preparedFor = "@for \(SampleReports.attack)"
    }
    return options
  }

  var url: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens/\(sample).\(format.rawValue)")
  }
}
