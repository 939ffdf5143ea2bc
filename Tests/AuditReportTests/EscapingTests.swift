import AuditModel
import AuditTestSupport
import Testing

@testable import AuditReport

/// What must hold for every format and every hostile text.
@Suite struct EscapingTests {
  private static let options = ReportOptions(
    listsFindings: true, title: SampleReports.attack, preparedFor: SampleReports.attack)

  @Test(arguments: ReportFormat.allCases) func `a text format lets no control and no command through`(
    _ format: ReportFormat
  ) throws {
    guard format.isText else { return }
    let text = String(
      decoding: try render(SampleReports.hostile(), as: format, options: EscapingTests.options), as: UTF8.self)
    for scalar in text.unicodeScalars where scalar != "\n" && !(scalar == "\r" && format.isCSV) {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value), "a control in \(format)")
      #expect(!(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
    }
    #expect(!text.contains(/##[a-z]*\[/), "\(format) lets a build server's command through")
    let commands = text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("::") }
    if format == .github {
      #expect(
        commands.allSatisfy {
          $0.hasPrefix("::error file=") || $0.hasPrefix("::warning file=") || $0.hasPrefix("::notice ")
        })
    } else {
      #expect(commands.isEmpty)
    }
  }

  @Test(arguments: ["#", "##", "\u{7F}", "é", "€", "😀", "\u{85}", "\u{202E}", "\u{E0001}", "~", " "])
  func `what is invisible is spelled out wherever it stands in JSON`(_ mark: String) {
    for before in 0..<20 {
      for after in [0, 1, 7, 8, 20] {
        let text = String(repeating: "a", count: before) + mark + String(repeating: "b", count: after)
        var expected: [UInt8] = []
        JSONText.write(text, to: &expected)
        #expect(JSONText.escapingInvisible("\"\(text)\"".utf8) == expected, "\(text)")
      }
    }
  }

  @Test(arguments: ReportFormat.allCases) func `a line of 100 KB in every text is borne`(
    _ format: ReportFormat
  ) throws {
    let line = String(repeating: "0123456789abcdef", count: 6_400)
    let report = SampleReports.hostile { $0 + line }
    let bytes = try render(report, as: format, options: EscapingTests.options)
    switch format {
    case .text, .lint, .github, .githubSummary, .gitlab:
      // Lint and annotations hold whole paths, because a shortened path is none.
      #expect(bytes.count < 1_000_000)
    default:
      #expect(bytes.count < 40_000_000)
    }
    if format == .text {
      #expect(String(decoding: bytes, as: UTF8.self).split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test(arguments: ReportFormat.allCases) func `the same report gives the same bytes again`(
    _ format: ReportFormat
  ) throws {
    let saved = try Report(json: render(SampleReports.typical, as: .json))
    #expect(try render(SampleReports.typical, as: format) == render(saved, as: format))
  }

  @Test(arguments: ReportFormat.allCases) func `what was not examined stands in every format`(
    _ format: ReportFormat
  ) throws {
    guard format.isText, ![.csv, .csvChecklist, .csvDeployments, .csvInventory].contains(format) else { return }
    let text = String(decoding: try render(SampleReports.typical, as: format), as: UTF8.self)
    #expect(text.contains("LiveChatAgentConfig"), "a missing metadata type is not told by \(format)")
    #expect(text.contains("Old_Chat.flow"), "a damaged file is not told by \(format)")
  }
}

extension ReportFormat {
  /// Whether the output is lines of UTF-8.
  var isText: Bool { self != .xlsx }

  var isCSV: Bool { rawValue.hasPrefix("csv") }
}
