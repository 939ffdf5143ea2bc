import AuditModel
import AuditReport
import AuditTestSupport
import Testing

@Suite struct TextReportTests {
  private func text(_ report: Report, _ options: ReportOptions = ReportOptions()) throws -> String {
    String(decoding: try render(report, as: .text, options: options), as: UTF8.self)
  }

  @Test(arguments: ["empty", "typical", "hostile"]) func `the summary fits one screen`(_ name: String) throws {
    let report = try #require(SampleReports.all.first { $0.name == name }).report
    let lines = try text(report).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 39, "one of 40 lines is the prompt's")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `a hundred lines of diagnostics and surfaces still fit one screen`() throws {
    var report = SampleReports.typical
    report.diagnostics = (0..<100).flatMap { _ in report.diagnostics }
    report.coverage.types = (0..<100).flatMap { _ in report.coverage.types }
    report.coverage.skipped = Skipped.Reason.allCases.map { Skipped(reason: $0, count: 12_345) }
    report.inputs = (0..<100).map { "input-\($0)" }
    let lines = try text(report).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 39, "one of 40 lines is the prompt's")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `no sequence without colour, and only graphic rendition with it`() throws {
    for report in [SampleReports.typical, SampleReports.hostile()] {
      #expect(!(try text(report)).unicodeScalars.contains("\u{1B}"))
      var options = ReportOptions(listsFindings: true)
      options.isColored = true
      let colored = try text(report, options)
      let plain = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(plain.count < colored.count)
      #expect(
        !plain.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) })
      options.isColored = false
      #expect(plain == (try text(report, options)))
    }
  }

  @Test func `the statement speaks of the day and never of a broken product`() throws {
    var report = SampleReports.typical
    for (day, words) in [
      ("2025-11-23", "in 83 days"), ("2026-02-14", "is today"), ("2026-11-23", "(282 days ago)"),
    ] {
      report.asOf = try #require(CalendarDate(day))
      #expect(try text(report).replacing("\n", with: " ").contains(words))
    }
    #expect(try text(report).replacing("\n", with: " ").contains("must be checked live"))
  }

  @Test func `an incomplete audit with no finding doesn't look clean`() throws {
    var report = SampleReports.empty
    #expect(try text(report).contains("nothing found in what was examined\n"))
    report.coverage.skipped = [Skipped(reason: .unreadable, count: 2, examples: ["a", "b"])]
    let summary = try text(report)
    #expect(summary.contains("which is not everything"))
    #expect(summary.contains("the audit is incomplete"))
    #expect(summary.contains("2 could not be read"))
  }

  @Test func `nothing to change is not presented as work`() throws {
    var report = SampleReports.typical
    report.findings.removeAll { $0.class == .dependency }
    let text = try text(report)
    #expect(text.contains("nothing found in what was examined"))
    #expect(text.contains("DO FIRST      look at the "))
    #expect(!text.contains("in all"))
  }

  @Test func `a step waits for what comes before steps for which nothing was found`() throws {
    func item(_ id: String, _ state: PlanItem.State, needs: [String] = []) -> PlanItem {
      PlanItem(step: PlanStep(id: id, phase: "", title: "step \(id)", role: "", needs: needs), wave: 1, state: state)
    }
    var report = SampleReports.empty
    report.findings = SampleReports.typical.findings
    report.plan.items = [
      item("A1", .open, needs: ["B1"]), item("B1", .notNeeded, needs: ["C1", "A1"]), item("C1", .open),
      item("D1", .open, needs: ["E1"]), item("E1", .done, needs: ["C1"]),
    ]
    let lines = try text(report).split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("DO FIRST") })
    let steps = lines[first..<first + 3].compactMap { $0.firstMatch(of: /[A-E]1/).map { String($0.output) } }
    #expect(steps == ["C1", "D1", "A1"])
  }
}
