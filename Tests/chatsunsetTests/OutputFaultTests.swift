import AuditTestSupport
import Foundation
import Testing

/// A report is there whole, or the one before it is, whatever happens to the place that it goes to.
@Suite struct OutputFaultTests {
  private let example = Repository.path("Examples/alder-finch/python-client")
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  @Test(arguments: [("audit", Int32(0)), ("lint", 1)])
  func `a reader that went away changes no status`(verb: String, status: Int32) throws {
    // The reader opens the pipe and is gone before anything is written.
    let pipe = folder.path("pipe")
    let shell = "mkfifo \(pipe); : < \(pipe) & exec > \(pipe); wait;"
    let run = try CommandProcess([verb, example], shell: shell).finish()
    #expect(run.status == status)
    #expect(!run.errors.contains("can't write"))
  }

  @Test func `a full disk under standard output is told`() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let run = try CommandProcess(["audit", example], shell: "exec > /dev/full;").finish()
    #expect(run.status == 70)
    #expect(run.errors.contains("can't write the result"))
  }

  @Test(arguments: [
    // A folder that nobody can write to, the superuser included.
    UnwritableCase("a read-only folder", path: "/proc/report.json", "can't write '/proc/report.json'"),
    UnwritableCase("a full disk", path: "/dev/full", "no space left on device"),
    UnwritableCase("a folder that is not there", path: "@/none/report.json", "no such file or directory"),
    UnwritableCase("a folder as the file", path: "@", "is a folder; name a file in it"),
    UnwritableCase("a file as the folder", path: "@/old.json/report.json", "not a directory"),
    UnwritableCase("a limit on the size of files", limit: "ulimit -f 8;", "file too large"),
    UnwritableCase("a full disk at the first write", faults: "write:1:28", "no space left on device"),
    UnwritableCase("a failing disk when it is flushed", faults: "sync:1:5", "input/output error"),
    UnwritableCase("a disk that turns read-only", faults: "rename:1:30", "read-only file system"),
  ])
  func `what can't be written leaves the old report whole and nothing beside it`(_ test: UnwritableCase) throws {
    let old = try folder.write("old.json", "the report before")
    let path = test.path.replacing("@", with: folder.path)
    var environment: [String: String] = [:]
    if let faults = test.faults {
      if FaultLibrary.path == nil { try Test.cancel("needs a library to preload") }
      environment = FaultLibrary.environment(faults, below: folder.path)
    }
    if !test.limit.isEmpty, Sanitizer.isOn { try Test.cancel("a sanitizer writes more into files than the limit lets it") }
    if path.hasPrefix("/"), !path.hasPrefix(folder.path), !FileManager.default.fileExists(atPath: "/proc/self") { return }
    let run = try CommandProcess(
      ["audit", example, "--output", "json=\(path)"], shell: test.limit, environment: environment
    ).finish()
    #expect(run.status == 2)
    #expect(run.errors.contains(test.sentence), "\(run.errors)")
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "the report before")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["old.json"])
  }

  @Test func `two runs into one file leave one of the two reports`() throws {
    let path = folder.path("report.md")
    let other = Repository.path("Examples/alder-finch/java-client")
    let expected = try [example, other].map { try CommandProcess(["audit", $0, "--format", "markdown"]).finish().output }
    for _ in 0..<5 {
      let runs = try [example, other].map { try CommandProcess(["audit", $0, "--output", "markdown=\(path)"]) }
      for run in runs { #expect(try run.finish().status == 0) }
      #expect(expected.contains(try String(contentsOfFile: path, encoding: .utf8)))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.md"])
  }

  @Test func `a new report has the permissions of the old one and stands behind its link`() throws {
    let old = try folder.write("old.json", "the report before")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: old)
    let link = folder.path("link.json")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "old.json")
    #expect(try CommandProcess(["audit", example, "--output", "json=\(link)"]).finish().status == 0)
    #expect(try String(contentsOfFile: old, encoding: .utf8).hasPrefix("{"))
    #expect(try FileManager.default.attributesOfItem(atPath: old)[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "old.json")
  }

  @Test func `what a killed run left behind disturbs nobody`() throws {
    // A run in another container can have the same number.
    let path = folder.path("report.json")
    let shell = "echo left > \(path).chatsunset-$$-0;"
    #expect(try CommandProcess(["audit", example, "--output", "json=\(path)"], shell: shell).finish().status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("{"))
  }

  @Test(
    .enabled(if: FaultLibrary.path != nil, "needs a library to preload"),
    arguments: ["audit", "lint"], [("sigint", Int32(130)), ("sigterm", 143)])
  func `a signal while files are read ends the run without a report`(
    verb: String, signal: (name: String, status: Int32)
  ) throws {
    let old = try folder.write("old.json", "the report before")
    let environment = FaultLibrary.environment("read:2:\(signal.name)", below: example)
    let run = try CommandProcess([verb, example, "--output", "json=\(old)"], environment: environment).finish()
    #expect(run.status == signal.status)
    #expect(run.output == "")
    #expect(run.errors.contains("stopped; no report was written"))
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "the report before")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["old.json"])
  }

  @Test(.enabled(if: FaultLibrary.path != nil, "needs a library to preload"), arguments: ["sigint", "sigterm"])
  func `a signal while the report is written lets it be written`(signal: String) throws {
    let old = try folder.write("old.json", "the report before")
    let environment = FaultLibrary.environment("write:1:\(signal)", below: folder.path)
    let run = try CommandProcess(["audit", example, "--output", "json=\(old)"], environment: environment).finish()
    #expect(run.status == 0)
    let text = try String(contentsOfFile: old, encoding: .utf8)
    #expect(text.hasPrefix("{") && text.hasSuffix("}\n"))
  }

  @Test(
    .enabled(if: FaultLibrary.path != nil, "needs a library to preload"),
    arguments: [
      // The first signal lets an audit finish its report; other verbs end at it.
      (["audit", "EXAMPLE", "--output", "json=FOLDER/package.xml"], "write:1:sigint write:1:sigterm", Int32(143)),
      (["audit", "EXAMPLE", "--output", "json=FOLDER/package.xml"], "sync:1:sigterm sync:1:sigint", 130),
      (["manifest", "--all", "--output-dir", "FOLDER"], "write:1:sigterm", 143),
      (["manifest", "--all", "--output-dir", "FOLDER"], "rename:1:sigint", 130),
    ])
  func `a signal that ends a program while it writes leaves nothing half`(
    arguments: [String], faults: String, status: Int32
  ) throws {
    let old = try folder.write("package.xml", "the file before")
    let run = try CommandProcess(
      arguments.map { $0.replacing("EXAMPLE", with: example).replacing("FOLDER", with: folder.path) },
      environment: FaultLibrary.environment(faults, below: folder.path)
    ).finish()
    #expect(run.status == status)
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "the file before")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["package.xml"])
  }
}

/// A place that a report can't be written to, and what is said of it.
struct UnwritableCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// `@` is the test's folder.
  let path: String
  let limit: String
  let faults: String?
  let sentence: String

  init(_ name: String, path: String = "@/old.json", limit: String = "", faults: String? = nil, _ sentence: String) {
    testDescription = name
    self.path = path
    self.limit = limit
    self.faults = faults
    self.sentence = sentence
  }
}
