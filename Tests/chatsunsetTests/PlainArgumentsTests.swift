import AuditTestSupport
import Foundation
import Testing

/// Command lines that are read without the parser, held against the parser.
///
/// A `--` before the inputs means nothing more than that they are inputs, and leaves the line to the parser.
@Suite struct PlainArgumentsTests {
  private let example = Repository.path("Examples/alder-finch/python-client")

  @Test(
    arguments: [
      [], ["-j", "1"], ["--jobs", "2"], ["--jobs", "02"], ["--no-ignore"], ["--shard", "1/3"], ["--details"], ["--no-config"],
      ["--format", "json", "--redact-ids"], ["--format", "JSON"], ["--fail-on", "error"], ["--fail-on", "none"],
      ["--fail-on", "note", "--allow-empty", "--format", "lint"],
    ], ["audit", "lint"])
  func `a plain line means what the parser says`(flags: [String], verb: String) throws {
    try check(verb, flags + ["--as-of", "2026-11-24"])
  }

  @Test(arguments: [
    ["--jobs", "x"], ["--jobs", "-1"], ["--jobs", "0"], ["--jobs", ""], ["--jobs", "1", "--jobs", "2"],
    ["--jobs=2"], ["--format", "--details"], ["--format", "json", "--format", "csv"], ["--fail-on", "loud"],
    ["--as-of", "2026-02-30"], ["--as-of", ""], ["--shard", "4/3"], ["--detail"], ["--no-config", "--no-config"],
    ["--help"], ["-h"], ["--version"], ["-o", "report.json"], ["", "-v"],
  ])
  func `a mistake and a rarer flag get the parser's answer`(flags: [String]) throws {
    try check("audit", flags)
  }

  @Test func `files are written in every format asked for`() throws {
    let folder = try ScratchFolder()
    let files = ["a.json", "b.json", "a.csv", "b.csv"].map { folder.path + "/" + $0 }
    let day = ["--as-of", "2026-11-24"]
    let plain = ["-o", "json=\(files[0])", "--output", "csv=\(files[2])", example]
    let parsed = ["-o", "json=\(files[1])", "--output", "csv=\(files[3])", "--", example]
    #expect(try CommandProcess(["audit"] + day + plain).finish().output == "")
    #expect(try CommandProcess(["audit"] + day + parsed).finish().output == "")
    let written = files.map { FileManager.default.contents(atPath: $0) }
    #expect(written[0] != nil && written[0] == written[1])
    #expect(written[2] != nil && written[2] == written[3])
  }

  private func check(_ verb: String, _ flags: [String]) throws {
    let plain = try CommandProcess([verb] + flags + [example]).finish()
    let parsed = try CommandProcess([verb] + flags + ["--", example]).finish()
    #expect(plain.output == parsed.output)
    #expect(plain.errors == parsed.errors)
    #expect(plain.status == parsed.status)
  }
}
