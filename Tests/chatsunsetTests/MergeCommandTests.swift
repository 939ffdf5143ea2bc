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
      let parts = try shards(of: inputs, count, in: reports)
      let merged = try command(["merge"] + parts.reversed() + ["--format", "json"])
      #expect(merged.status == 0)
      #expect(merged.output == whole.output)
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

  /// The reports of all shards, or of one.
  private func shards(
    of arguments: [String], _ count: Int, only: Int? = nil, in folder: String
  ) throws -> [String] {
    try (only.map { $0...$0 } ?? 1...count).map { index in
      let path = "\(folder)/\(index)-of-\(count).json"
      _ = try command(
        ["audit"] + arguments + ["--as-of", "2026-11-23", "--shard", "\(index)/\(count)", "-o", "json=\(path)"])
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
