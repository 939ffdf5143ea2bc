import AuditModel
import AuditReport
import AuditTestSupport
import Testing

@Suite struct MarkdownReportTests {
  private func markdown(_ report: Report) throws -> String {
    String(decoding: try render(report, as: .markdown), as: UTF8.self)
  }

  @Test func `every needed step is a box with its hidden id`() throws {
    let report = SampleReports.typical
    let boxes = try markdown(report).matches(of: /(?m)^- \[( |x)\] .* <!-- step:(\S+) -->$/)
    let needed = report.plan.items.filter { $0.state != .notNeeded }
    #expect(Set(boxes.map { String($0.2) }) == Set(needed.map(\.step.id)))
    #expect(boxes.count == needed.count)
    #expect(boxes.filter { $0.1 == "x" }.map { String($0.2) } == ["A1", "C5"], "one ticked, one done")
  }

  @Test func `every finding stands under a step or below them`() throws {
    let report = SampleReports.typical
    let text = try markdown(report)
    for finding in report.findings {
      #expect(text.contains(finding.location.path), "'\(finding.location)' is missing")
    }
  }

  @Test func `hidden ids hold no comment end and no blank`() throws {
    let boxes = try markdown(SampleReports.hostile()).matches(of: /<!-- (?:step|question):(.*?) -->/)
    #expect(boxes.count == 2)
    #expect(
      boxes.allSatisfy { $0.1.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "%._-".contains($0)) } }
    )
  }

  @Test func `no text from outside is markup, a mention or a link`() throws {
    let text = try markdown(SampleReports.hostile())
    // Code spans show what they hold; everything else must be disarmed.
    let prose = text.replacing(#"\`"#, with: "").replacing(/(`+).*?\1/, with: "")
    #expect(!prose.contains("<script"))
    #expect(!prose.contains("<img"))
    #expect(!prose.contains("@everyone"))
    #expect(!prose.contains(/[^\\]\]\(/))
    #expect(!prose.contains("\u{1B}"))
    #expect(!text.contains("\n::error"))
    #expect(!text.contains("\n=1+1"))
    #expect(text.matches(of: /(?m)^\s*- \[[ x]\]/).count == 2, "the injected box is none")
  }

  @Test(arguments: [1, 40, 300]) func `parts stay under the limit and lose no line`(_ factor: Int) throws {
    var report = SampleReports.typical
    report.findings = report.findings.flatMap { finding in
      (0..<factor).map { number in
        var copy = finding
        copy.location.path = "copy-\(number)/\(finding.location.path)"
        return copy
      }
    }
    let whole = markdownParts(of: report, limit: .max)
    #expect(whole.count == 1)
    let parts = markdownParts(of: report)
    #expect(parts.allSatisfy { $0.utf16.count <= 65_536 })
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.hasPrefix("*Part ") && $0 != "- *continued*" }
    }
    #expect(parts.flatMap(lines) == lines(whole[0]))
    #expect(factor == 1 ? parts.count == 1 : parts.count > 1)
  }
}
