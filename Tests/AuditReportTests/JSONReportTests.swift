import AuditModel
import AuditReport
import AuditTestSupport
import Foundation
import Testing

@Suite struct JSONReportTests {
  @Test(arguments: ["empty", "typical", "hostile"]) func `a report survives being written and read`(
    _ name: String
  ) throws {
    let report = try #require(SampleReports.all.first { $0.name == name }).report
    let json = try render(report, as: .json)
    let copy = try Report(json: json)
    #expect(copy == report)
    #expect(try render(copy, as: .json) == json)
  }

  @Test(arguments: [
    ("", ReportError.Code.notJSON, "the report is not valid JSON"),
    ("nonsense", .notJSON, "the report is not valid JSON"),
    ("[1]", .notReport, "the JSON is no report: it is not an object"),
    (
      #"{"runs": []}"#, .notReport,
      "the JSON is no report: 'schemaVersion' is missing; reports are made by 'chatsunset audit --format json'"
    ),
    (
      #"{"schemaVersion": "1.0"}"#, .unsupportedVersion,
      "the report has the schema version '1.0', this program reads '2.0'; make the report again with this version"
    ),
    (#"{"schemaVersion": "2.7"}"#, .invalid, "the report has no 'tool'"),
    (#"{"schemaVersion": "2.0", "tool": 3}"#, .invalid, "'tool' is not a value of the right kind"),
    (
      #"{"schemaVersion": "2.0", "tool": {"name": 1, "version": "2"}}"#, .invalid, "'tool.name' is not a text"
    ),
  ]) func `what is no report is refused with the reason`(
    json: String, code: ReportError.Code, message: String
  ) {
    #expect(throws: ReportError(code: code, message: message)) { try Report(json: Array(json.utf8)) }
  }

  @Test func `a wrong value deep inside is named with its place`() throws {
    let json = String(decoding: try render(SampleReports.typical, as: .json), as: UTF8.self)
    let day = json.replacing(#""asOf" : "2026-11-23""#, with: #""asOf" : "2026-02-30""#)
    #expect(
      throws: ReportError(code: .invalid, message: "'asOf': '2026-02-30' is not a date in the form YYYY-MM-DD")
    ) { try Report(json: Array(day.utf8)) }
    let level = try #require(json.firstRange(of: #""level" : "error""#))
    let wrong = json.replacingCharacters(in: level, with: #""level" : "loud""#)
    let error = #expect(throws: ReportError.self) { try Report(json: Array(wrong.utf8)) }
    #expect(error?.message.contains("findings[0].level") == true, "\(error?.message ?? "")")
  }

  @Test func `nothing that a terminal obeys stands in the JSON`() throws {
    let json = try render(SampleReports.hostile(), as: .json)
    let text = String(decoding: json, as: UTF8.self)
    #expect(
      !text.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) })
    #expect(!text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x200F })
    #expect(text.contains(#"\u001b[31m"#))
  }

  @Test func `the schema lists every word of the vocabulary`() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/AuditReport/Schema/report.schema.json")
    let schema = try JSONDecoder().decode(Schema.self, from: Data(contentsOf: url))
    func words(_ definition: String) -> [String]? { schema.definitions[definition]?.words }
    #expect(words("class") == FindingClass.allCases.map(\.rawValue))
    #expect(words("confidence") == Confidence.allCases.map(\.rawValue))
    #expect(words("context") == MatchContext.allCases.map(\.rawValue))
    #expect(words("level") == Level.allCases.map(\.rawValue))
    #expect(words("surface") == Surface.allCases.map(\.rawValue))
    #expect(words("verdict") == Verdict.allCases.map(\.rawValue))
    #expect(words("mapping") == MappingKind.allCases.map(\.rawValue))
    #expect(words("relation") == Relation.allCases.map(\.rawValue))
  }

  private struct Schema: Decodable {
    struct Definition: Decodable {
      var words: [String]?
      enum CodingKeys: String, CodingKey { case words = "enum" }
    }
    var definitions: [String: Definition]
    enum CodingKeys: String, CodingKey { case definitions = "$defs" }
  }
}
