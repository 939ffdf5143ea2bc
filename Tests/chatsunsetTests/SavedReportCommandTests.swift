import AuditTestSupport
import Foundation
import Testing

/// The verbs that work on saved reports, without the sources.
@Suite struct SavedReportCommandTests {
  @Test func `a plan keeps ticks and owners, and a new report does not overwrite them`() throws {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    let (state, checklist) = ("\(folder)/plan.json", "\(folder)/checklist.md")
    let report = try audit(Repository.path("Examples/alder-finch/python-client"), in: folder)
    #expect(try command(["plan", report, "--state", state, "--output", "markdown=\(checklist)"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: state))
    let ticked = try String(contentsOfFile: checklist, encoding: .utf8).replacing(
      "- [ ] **A1**", with: "- [x] **A1**")
    try Data(ticked.utf8).write(to: URL(filePath: checklist))
    let table = "\(folder)/owners.csv"
    try Data("step,owner\nD11,Ada Example\n".utf8).write(to: URL(filePath: table))
    for _ in 0..<2 {
      let run = try command(["plan", report, "--state", state, "--import", checklist, "--import", table])
      #expect(run.status == 0)
      #expect(run.output.contains("- [x] **A1**"))
      #expect(run.output.contains("owner Ada Example"))
    }
    let kept = try String(contentsOfFile: state, encoding: .utf8)
    #expect(try command(["plan", report, "--state", state]).output.contains("owner Ada Example"))
    #expect(try String(contentsOfFile: state, encoding: .utf8) == kept)
  }

  @Test func `drafts are new files, and what is there stays as it is`() throws {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    let report = try audit(Repository.path("Examples/alder-finch/half-migrated"), in: folder)
    let drafts = "\(folder)/drafts"
    let first = try command(["plan", report, "--scaffold", drafts])
    #expect(first.status == 0 && first.output.isEmpty)
    let total = try #require(first.errors.firstMatch(of: /wrote ([0-9]+) of ([0-9]+) drafts/)).output
    #expect(total.1 == total.2)
    let channel = "\(drafts)/force-app/main/default/messagingChannels/Kids_Help.messagingChannel-meta.xml"
    try Data("mine".utf8).write(to: URL(filePath: channel))
    try FileManager.default.removeItem(atPath: "\(drafts)/README.md")
    let second = try command(["plan", report, "--scaffold", drafts, "--format", "markdown"])
    #expect(second.status == 0 && second.output.hasPrefix("# Migration checklist"))
    #expect(second.errors.contains("wrote 1 of \(total.2) drafts"))
    #expect(second.errors.contains("Kids_Help.messagingChannel-meta.xml' was there and stays as it is"))
    #expect(try String(contentsOfFile: channel, encoding: .utf8) == "mine")
  }

  @Test func `drafts follow no link out of their folder`() throws {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    let report = try audit(Repository.path("Examples/alder-finch/half-migrated"), in: folder)
    for name in ["drafts", "elsewhere"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: false)
    }
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/drafts/force-app", withDestinationPath: "\(folder)/elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/drafts/README.md", withDestinationPath: "\(folder)/target.md")
    let run = try command(["plan", report, "--scaffold", "\(folder)/drafts"])
    #expect(run.status == 2 && run.errors.contains("is no folder, or a link to one"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/elsewhere") == [])
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/target.md"))
  }

  @Test func `a checklist longer than an issue goes on in more files, and all are read back`() throws {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    let report = try audit(Repository.path("Examples/alder-finch"), in: folder)
    let run = try command(["render", report, "--output", "markdown=\(folder)/list.v1.md"])
    #expect(run.status == 0)
    #expect(run.errors.contains("'\(folder)/list.v1-2.md'"), "\(run.errors)")
    let parts = try ["", "-2"].map { try String(contentsOfFile: "\(folder)/list.v1\($0).md", encoding: .utf8) }
    #expect(parts.allSatisfy { $0.utf16.count <= 65_536 })
    #expect(parts[1].hasPrefix("*Part 2 of 2*\n"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/list.v1-3.md"))
    let whole = try command(["render", report, "--format", "markdown"]).output
    #expect(whole.utf16.count > 65_536)
    func ids(_ text: String) -> [String] { text.matches(of: /<!-- (?:step|question):\S+ -->/).map { String($0.output) } }
    #expect(parts.flatMap(ids) == ids(whole))
    // A box of the second part comes back into the plan.
    let box = try #require(parts[1].firstMatch(of: /- \[ \] \*\*[A-Z][0-9]+\*\*/)).output
    let ticked = parts[1].replacing(box, with: box.replacing("[ ]", with: "[x]"))
    try Data(ticked.utf8).write(to: URL(filePath: "\(folder)/list.v1-2.md"))
    let state = "\(folder)/plan.json"
    let plan = try command(["plan", report, "--state", state, "--import", "\(folder)/list.v1-2.md"])
    #expect(plan.output.contains(box.replacing("[ ]", with: "[x]")))
  }

  @Test func `a merge keeps the settings of its parts`() throws {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    let settings = "\(folder)/settings.yaml"
    // The second rule is concluded from all parts, so the merge itself must put its setting on.
    let rules = "{permission: {level: note}, chat-button-unused: {level: 'off', reason: known}}"
    try Data("fail-on: warning\nrules: \(rules)\n".utf8).write(to: URL(filePath: settings))
    let paths = (1...2).map { "\(folder)/\($0).json" }
    for (number, path) in paths.enumerated() {
      let shard = ["--shard", "\(number + 1)/2", "--config", settings]
      _ = try command(
        ["audit", Repository.path("Examples/alder-finch/source"), "--as-of", "2026-11-23", "-o", "json=\(path)"] + shard)
    }
    let merged = "\(folder)/merged.json"
    let run = try command(["merge"] + paths + ["-o", "json=\(merged)", "--format", "markdown"])
    #expect(run.output.contains("- settings of `settings.yaml`\n  - `fail-on`: warning\n"))
    #expect(run.output.contains("  - `rules.permission`: note\n"))
    let whole = try command(
      ["audit", Repository.path("Examples/alder-finch/source"), "--as-of", "2026-11-23", "--config", settings, "--format", "json"])
    #expect(try String(contentsOfFile: merged, encoding: .utf8) == whole.output)
    #expect(try command(["render", merged, "--format", "html"]).output.contains("From <code>settings.yaml</code>"))
    #expect(try command(["render", merged]).output.contains(", settings of settings.yaml"))
  }

  @Test func `a comparison fails on new errors only`() throws {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    let less = try audit(Repository.path("Examples/alder-finch/clean"), in: folder, name: "less")
    let more = try audit(Repository.path("Examples/alder-finch/python-client"), in: folder, name: "more")
    let worse = try command(["diff", less, more])
    #expect(worse.status == 1)
    #expect(worse.output.contains("\nNew ("))
    #expect(try command(["diff", more, less]).status == 0)
    #expect(try command(["diff", more, more]).output == "no finding changed\n")
    #expect(try command(["diff", less, more, "--fail-on", "none", "--format", "markdown"]).status == 0)
  }

  @Test func `a manifest asks for what a report lacked, or for everything`() throws {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    let report = try audit(Repository.path("Examples/alder-finch/source"), in: folder)
    let missing = try command(["manifest", report]).output
    let all = try command(["manifest", "--all"]).output
    #expect(all.contains("<name>LiveChatButton</name>"))
    #expect(!missing.contains("<name>LiveChatButton</name>"))
    #expect(missing.contains("<name>BotVersion</name>") || missing.contains("<name>CustomObject</name>"))
    #expect(try command(["manifest", "--all", "--print", "queries"]).output.contains("FROM LiveChatButton"))
    #expect(try command(["manifest"]).status == 2)
  }

  @Test(arguments: ["text", "markdown", "html", "csv", "json"])
  func `a portfolio puts the worst first`(format: String) throws {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    let good = try audit(Repository.path("Examples/alder-finch/clean"), in: folder, name: "aspen-2026-11-23")
    let bad = try audit(
      Repository.path("Examples/alder-finch/python-client"), in: folder, name: "birch-2026-11-23")
    let run = try command(["portfolio", good, bad, "--format", format])
    #expect(run.status == 0)
    let names = run.output.matches(of: try Regex("aspen|birch")).map { String(run.output[$0.range]) }
    #expect(names.first == "birch")
  }

  private func makeFolder() throws -> String {
    let folder = temporaryPath("")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  private func audit(_ path: String, in folder: String, name: String = "report") throws -> String {
    let report = "\(folder)/\(name).json"
    _ = try command(["audit", path, "--as-of", "2026-11-23", "--output", "json=\(report)"])
    return report
  }

  private func command(_ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
    try CommandProcess(arguments).finish()
  }
}
