import AuditModel
import AuditReport
import AuditTestSupport
import Testing

@Suite struct DiffReportTests {
  static let diff: ReportDiff = {
    let (old, new) = (SampleReports.typical, SampleReports.hostile())
    var diff = ReportDiff(old: .init(of: old), new: .init(of: new))
    diff.fixed = old.findings
    diff.added = new.findings
    diff.coverageLost = [.init(subject: SampleReports.attack, message: SampleReports.attack)]
    diff.moved = new.findings.prefix(1).map { .init(old: $0, new: $0, differences: ["place"]) }
    return diff
  }()

  @Test(arguments: DiffFormat.allCases) func `nothing from outside acts in a comparison`(_ format: DiffFormat)
    throws
  {
    let text = String(decoding: try render(Self.diff, as: format), as: UTF8.self)
    #expect(
      !text.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F || $0.value == 0x202E
      })
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
