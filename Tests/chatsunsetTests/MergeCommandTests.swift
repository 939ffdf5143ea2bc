import AuditTestSupport
import Foundation
import Testing

/// Shards of an audit, put together again.
@Suite struct MergeCommandTests {
  @Test(arguments: [1, 3, 8])
  func `shards that were all given the records merge to the bytes of the whole`(count: Int) throws {
    try withFolders([:]) { _, reports in
      let inputs = [Repository.path("Examples/alder-finch"), "--records", Repository.path("Examples/alder-finch-records")]
      let whole = try command(["audit"] + inputs + ["--as-of", "2026-11-23", "--format", "json"])
      #expect(whole.output.contains(#""rule" : "record-export""#))
      #expect(!whole.output.contains(#""shard""#))
      let parts = try shards(of: inputs, count, in: reports)
      #expect(try String(contentsOfFile: parts[0], encoding: .utf8).contains(#""shard" : {"#))
      let merged = try command(["merge"] + parts.reversed() + ["--format", "json"])
      #expect(merged.status == 0)
      #expect(merged.output == whole.output)
    }
  }

  @Test func `a missing shard is named, and the status is 3`() throws {
    try withFolders(sources) { folder, reports in
      let parts = try shards(of: [folder], 4, in: reports)
      let three = try command(["merge"] + parts.dropFirst() + ["--format", "lint"])
      #expect(three.status == 3)
      #expect(three.output.contains("no report of shard 1 of 4; audit what is missing"), "\(three.output)")
      #expect(try command(["merge", parts[1], "--format", "lint"]).output.contains("no report of shards 1, 3, 4 of 4"))
      #expect(try command(["merge"] + parts.dropFirst() + ["--allow-incomplete"]).status == 0)
      let one = try shards(of: [folder], 1_000_000, only: 7, in: reports)
      #expect(
        try command(["merge"] + one + ["--format", "lint"]).output.contains("2, 3, 4, 5, 6, 8, 9, 10, 11 and 999989 more of 1000000"))
    }
  }

  @Test func `a shard that stands twice and shards of different audits are refused`() throws {
    try withFolders(sources) { folder, reports in
      let parts = try shards(of: [folder], 2, in: reports)
      let twice = try command(["merge"] + parts + [parts[1]])
      #expect(twice.status == 2 && twice.output == "")
      #expect(twice.errors.contains("are both shard 2/2; name each once"), "\(twice.errors)")
      let other = try command(["merge"] + parts + shards(of: [folder], 3, only: 3, in: reports))
      #expect(other.status == 2 && other.output == "")
      #expect(other.errors.contains("is one of 3 shards and others are of 2"), "\(other.errors)")
      let wrong = "\(reports)/wrong.json"
      let text = try String(contentsOfFile: parts[0], encoding: .utf8)
      try text.replacing(#""index" : 1"#, with: #""index" : 3"#).write(toFile: wrong, atomically: true, encoding: .utf8)
      #expect(try command(["merge", wrong]).errors.contains("3 of 2 is not a part of a whole"))
    }
  }

  @Test func `reports of several exports are merged as they are, shards of one of them too`() throws {
    try withFolders(sources) { folder, reports in
      let parts = try shards(of: ["\(folder)/web"], 2, in: reports)
      let export = "\(reports)/export.json"
      _ = try command(["audit", "\(folder)/app", "--as-of", "2026-11-23", "-o", "json=\(export)"])
      let merged = try command(["merge", export] + parts + ["--format", "json"])
      #expect(merged.status == 0 && !merged.output.contains(#""shard""#))
      #expect(try command(["merge", export, export]).status == 0)
    }
  }

  @Test func `what an archive tells twice is told twice, and what every shard tells is told once`() throws {
    let files = ["a.py": "", "b.py": "", "c.py": "", ".forceignore": "x\n"]
    try withFolders(files) { folder, reports in
      let script = "import zipfile\nwith zipfile.ZipFile('\(folder)/a.zip', 'w') as z:\n  for text in 'ab': z.writestr('../x.js', text)\n"
      let python = "printf '%s' \"\(script)\" | python3 -W ignore - &&"
      let whole = try CommandProcess(
        ["audit", folder, folder, "--as-of", "2026-11-23", "--format", "json"], shell: python
      ).finish()
      #expect(whole.output.components(separatedBy: #""code" : "archive-entry-name""#).count == 3, "\(whole.output)")
      #expect(whole.output.components(separatedBy: #""code" : "duplicate-input""#).count == 2)
      for count in [1, 3] {
        let merged = try command(["merge"] + shards(of: [folder, folder], count, in: reports) + ["--format", "json"])
        #expect(merged.output == whole.output)
      }
    }
  }

  @Test func `a baseline is for the merge, not for a shard`() throws {
    try withFolders(sources) { folder, reports in
      let baseline = "\(reports)/accepted.json"
      let lint = ["lint", "--as-of", "2026-11-23", "--baseline", baseline]
      #expect(try command(lint + [folder, "--update-baseline"]).status == 0)
      // One more of the same, which the whole run counts as the last.
      try FileManager.default.copyItem(atPath: "\(folder)/web/b.py", toPath: "\(folder)/web/z.py")
      let whole = try command(lint + [folder, "--format", "json", "--fail-on", "error"])
      #expect(whole.status == 1)
      let part = try command(lint + [folder, "--shard", "1/3"])
      #expect(part.status == 2)
      #expect(part.errors.contains("give '--baseline' to 'merge'"), "\(part.errors)")
      let parts = try shards(of: [folder], 3, in: reports, verb: "lint")
      let merged = try command(["merge", "--baseline", baseline, "--fail-on", "error", "--format", "json"] + parts)
      #expect(merged.status == 1)
      #expect(merged.output == whole.output)
    }
  }

  /// The reports of all shards, or of one.
  private func shards(
    of arguments: [String], _ count: Int, only: Int? = nil, in folder: String, verb: String = "audit"
  ) throws -> [String] {
    try (only.map { $0...$0 } ?? 1...count).map { index in
      let path = "\(folder)/\(index)-of-\(count).json"
      _ = try command(
        [verb] + arguments + ["--as-of", "2026-11-23", "--shard", "\(index)/\(count)", "-o", "json=\(path)"])
      return path
    }
  }

  /// A folder with files, and an empty one for reports.
  private func withFolders(_ files: [String: String], _ body: (_ folder: String, _ reports: String) throws -> Void) throws {
    let (folder, reports) = (temporaryPath(""), temporaryPath("-reports"))
    let manager = FileManager.default
    // The system empties both, too.
    defer { for path in [folder, reports] { try? manager.removeItem(atPath: path) } }
    for path in [folder, reports] { try manager.createDirectory(atPath: path, withIntermediateDirectories: true) }
    for (path, text) in files {
      let file = URL(filePath: "\(folder)/\(path)")
      try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(folder, reports)
  }

  private func command(_ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
    try CommandProcess(arguments).finish()
  }
}

/// One finding in each of many files, all with the same fingerprint but for their number.
private let sources = Dictionary(
  uniqueKeysWithValues: ["app/a", "web/b", "web/c", "web/d", "web/e", "web/f", "web/g", "web/h"].map {
    ("\($0).py", "headers = {'X-LIVEAGENT-AFFINITY': 'null'}\n")
  })
