import AuditModel
import AuditReport
import AuditTestSupport
import Testing

@Suite struct DiffReportTests {
  static let diff = SampleComparisons.diff(to: SampleReports.hostile())

  @Test(arguments: DiffFormat.allCases) func `nothing from outside acts in a comparison`(_ format: DiffFormat)
    throws
  {
    let text = String(decoding: try render(Self.diff, as: format), as: UTF8.self)
    #expect(
      !text.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F || $0.value == 0x202E
      })
    #expect(text.split(separator: "\n").allSatisfy { !$0.drop { $0 == " " }.hasPrefix("::") })
    let long = SampleReports.hostile { $0 + String(repeating: "0123456789abcdef", count: 6_400) }
    let bytes = try render(SampleComparisons.diff(to: long), as: format)
    #expect(format == .json || bytes.count < 4_000_000)
  }

  @Test func `an empty comparison says so`() throws {
    let report = SampleReports.empty
    let diff = ReportDiff(old: .init(of: report), new: .init(of: report))
    #expect(String(decoding: try render(diff, as: .text), as: UTF8.self) == "no finding changed\n")
  }

  @Test func `every part stands with its number`() throws {
    let text = String(decoding: try render(Self.diff, as: .text), as: UTF8.self)
    for heading in [
      "New (\(Self.diff.added.count))", "Fixed (\(Self.diff.fixed.count))", "Moved (1)", "Coverage lost",
    ] {
      #expect(text.contains("\n\(heading)\n"))
    }
  }
}
