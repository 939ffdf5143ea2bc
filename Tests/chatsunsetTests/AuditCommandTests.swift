import AuditTestSupport
import Foundation
import Testing

/// The command as people and pipelines meet it: status and both streams.
@Suite struct AuditCommandTests {
  @Test func `an audit prints a summary that fits one screen and exits with 0`() throws {
    let run = try command(["audit", example, "--as-of", "2026-11-23"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("2026-02-14"))
    #expect(run.output.contains("282 days ago"))
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 40)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    ("2025-11-23", "in 83 days"), ("2026-02-13", "tomorrow"), ("2026-02-14", "today"), ("2026-11-23", "282 days ago"),
  ])
  func `the wording is right before, on and after the day`(day: String, words: String) throws {
    #expect(try command(["audit", example, "--as-of", day]).output.contains(words))
  }

  @Test(arguments: [
    UsageCase(["audit", "/no/such/path"], 2, "there is nothing at '/no/such/path'"),
    UsageCase(["audit"], 2, "nothing to examine"),
    UsageCase(["audit", "\u{2013}format", "json", "."], 2, "type '--format' with two hyphens"),
    UsageCase(["audit", "--formt", "json"], 2, "Did you mean '--format'"),
    UsageCase(["audit", ".", "--format", "pdf"], 2, "unknown format 'pdf'"),
    UsageCase(["audit", ".", "--as-of", "2026-02-30"], 2, "'--as-of 2026-02-30' is not a day"),
    UsageCase(["audit", ".", "--shard", "4/3"], 2, "'--shard 4/3' is not a part of a whole"),
    UsageCase(["audit", ".", "--jobs", "0"], 2, "'--jobs 0'"),
    UsageCase(["audit", ".", "--output", "report.json"], 2, "names no format and file"),
    UsageCase(["audit", ".", "--rules", "/no/such/pack"], 2, "/no/such/pack"),
    UsageCase(["merge", "/no/such.json"], 2, "can't read '/no/such.json'"),
    UsageCase(["lint", ".", "--update-baseline"], 2, "needs '--baseline FILE'"),
  ])
  func `a mistake gets one clear sentence and status 2`(_ test: UsageCase) throws {
    let run = try command(test.arguments)
    #expect(run.status == test.status)
    #expect(run.output == "")
    #expect(run.errors.contains(test.sentence), "\(run.errors)")
  }

  @Test func `an empty folder is status 4, or 0 where that is allowed`() throws {
    let folder = temporaryPath("")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    #expect(try command(["audit", folder]).status == 4)
    #expect(try command(["audit", folder, "--allow-empty"]).status == 0)
  }

  @Test func `malformed XML gives its findings, a diagnostic and status 3`() throws {
    let folder = temporaryPath("")
    let queues = folder + "/force-app/main/default/queues"
    try FileManager.default.createDirectory(atPath: queues, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    try Data(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Queue xmlns="http://soap.sforce.com/2006/04/metadata">
          <name>Chat</name>
          <queueSobject>
              <sobjectType>LiveChatTranscript</sobjectType>
          </queueSobject>
          <oops>
      """.utf8
    ).write(to: URL(filePath: queues + "/Chat.queue-meta.xml"))
    let run = try command(["audit", folder, "--format", "lint"])
    #expect(run.status == 3)
    #expect(run.output.contains("Chat.queue-meta.xml:5:"), "\(run.output)")
    #expect(try command(["audit", folder, "--allow-incomplete"]).status == 0)
  }

  @Test func `lint fails on errors, and a baseline accepts them`() throws {
    let baseline = temporaryPath(".json")
    defer { try? FileManager.default.removeItem(atPath: baseline) }  // the system empties the folder, too
    let client = Repository.path("Examples/alder-finch/python-client")
    let first = try command(["lint", client])
    #expect(first.status == 1)
    #expect(first.output.split(separator: "\n").allSatisfy { $0.hasSuffix("]") })
    #expect(first.errors.contains("error"))
    #expect(try command(["lint", client, "--baseline", baseline, "--update-baseline"]).status == 0)
    let second = try command(["lint", client, "--baseline", baseline])
    #expect(second.status == 0)
    #expect(second.errors.contains("accepted"))
  }

  @Test func `a saved report renders to the bytes of a direct run`() throws {
    let saved = temporaryPath(".json")
    defer { try? FileManager.default.removeItem(atPath: saved) }  // the system empties the folder, too
    for format in ["text", "markdown", "sarif", "csv"] {
      let direct = try command(["audit", example, "--as-of", "2026-11-23", "--format", format, "-o", "json=\(saved)"])
      #expect(try command(["render", saved, "--format", format]).output == direct.output)
    }
  }

  @Test func `a folder in the way of a report is a usage error and nothing is written`() throws {
    let run = try command(["audit", example, "--output", "json=\(Repository.path("Tests"))"])
    #expect(run.status == 2)
    #expect(run.errors.contains("is a folder"))
  }


  private let example = Repository.path("Examples/alder-finch")

  private func command(_ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
    try CommandProcess(arguments).finish()
  }
}

struct UsageCase: Sendable, CustomTestStringConvertible {
  let arguments: [String]
  let status: Int32
  let sentence: String

  init(_ arguments: [String], _ status: Int32, _ sentence: String) {
    self.arguments = arguments
    self.status = status
    self.sentence = sentence
  }

  var testDescription: String { arguments.joined(separator: " ") }
}
