import AuditTestSupport
import Foundation
import Testing

/// The fault table of the threat model: one test for each row.
@Suite struct FaultTests {
  private let folder: ScratchFolder
  private let example = Repository.path("Examples/alder-finch/python-client")

  init() throws {
    folder = try ScratchFolder()
  }

  /// Whatever call fails, a run that says nothing has seen everything.
  @Test(
    .enabled(if: FaultLibrary.path != nil, "needs a library to preload"),
    arguments: [("read", 5), ("open", 13), ("list", 5)], [1, 2, 3, 4, 5, 6, 7, 8])
  func `a system call that fails makes the run incomplete and no more`(
    fault: (call: String, error: Int), number: Int
  ) throws {
    for name in ["a", "b", "c", "d/e", "d/f"] { try folder.write("in/\(name).js", call) }
    let seen = try audit("\(fault.call):\(number):\(fault.error)")
    #expect([0, 2, 3].contains(seen.status))
    #expect(seen.found.count == 5 || seen.status != 0)
    #expect((seen.status == 3) == !seen.told.isEmpty)
    if fault.call == "read", number <= 5 {
      #expect(seen.found.count == 4)
      #expect(seen.told.map(\.code) == ["unreadable"])
      #expect(Set(seen.found + seen.told.map(\.path)).count == 5)
    }
  }

  @Test(
    .enabled(if: FaultLibrary.path != nil, "needs a library to preload"),
    arguments: [
      ("open:0:remove", "it is no longer there"), ("read:0:grow", "grew while it was read"),
      ("read:4:shrink", "shrank while it was read"),
    ])
  func `a file that changes under the reader is told`(faults: String, sentence: String) throws {
    // Larger than what is read at once.
    try folder.write("in/large.js", String(repeating: "let a = 1;\n", count: 1 << 20) + call)
    let seen = try audit(faults, below: "in/large.js")
    #expect(seen.status == 3)
    #expect(seen.told.count == 1)
    #expect(seen.told.first?.message.contains(sentence) == true)
  }

  @Test(.enabled(if: FaultLibrary.path != nil, "needs a library to preload"))
  func `a clock that jumps changes no byte`() throws {
    try #expect(output(environment: FaultLibrary.environment("clock:0:jump")) == output())
  }

  @Test(arguments: ["C", "POSIX", "de_DE.UTF-8", "tr_TR.UTF-8", "ja_JP.eucJP", "no such locale"])
  func `a locale changes no byte`(locale: String) throws {
    try #expect(output(environment: ["LC_ALL": locale, "LANG": locale]) == output())
  }

  @Test(arguments: [("000", 0o666), ("022", 0o644), ("077", 0o600)])
  func `a umask decides who reads a new report`(mask: String, permissions: Int) throws {
    let path = folder.path("report.json")
    let run = try CommandProcess(["audit", example, "--output", "json=\(path)"], shell: "umask \(mask);").finish()
    #expect(run.status == 0)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == permissions)
  }

  @Test(arguments: ["unset HOME;", "HOME=/no/such/home;", "HOME=; unset TMPDIR PATH;", "cd /; umask 777;"])
  func `a missing home changes no byte`(shell: String) throws {
    try #expect(output(shell: shell) == output())
  }

  @Test(.enabled(if: FaultLibrary.path != nil, "needs a library to preload"))
  func `nothing is opened in a folder for temporary files`() throws {
    var environment = FaultLibrary.environment("open:0:2", below: "/tmp", except: Repository.root)
    environment["TMPDIR"] = "/no/such/folder"
    try #expect(output(environment: environment) == output())
  }

  @Test(
    .enabled(if: FaultLibrary.path != nil, "needs a library to preload"),
    arguments: ["in/a.js", "in/large.js"])
  func `memory that runs out ends the run at worst, and leaves one whole report`(file: String) throws {
    try folder.write("in/a.js", call)
    // What is larger than the first buffer gets another one, which there is no memory for.
    try folder.write("in/large.js", String(repeating: "let a = 1;\n", count: 1 << 17))
    let path = try folder.write("report.json", "the report before")
    var environment = FaultLibrary.environment("read:1:starve", below: folder.path(file))
    environment["SWIFT_BACKTRACE"] = "enable=no"
    let run = try CommandProcess(
      ["audit", folder.path("in"), "--output", "json=\(path)", "--jobs", "1"],
      shell: "ulimit -c 0; set -- \"$0\" \"$@\"; exec timeout 120 \"$@\";", environment: environment
    ).finish()
    #expect(run.status != 124)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(run.status == 0 ? text.hasPrefix("{") && text.hasSuffix("}\n") : text == "the report before")
  }

  // MARK: Runs

  private let call = "fetch(url, {headers: {'X-LIVEAGENT-AFFINITY': 'null'}});"

  /// What an audit with faults found and told.
  private func audit(
    _ faults: String, below: String = "in"
  ) throws -> (status: Int32, found: [String], told: [(code: String, path: String, message: String)]) {
    let run = try CommandProcess(
      ["audit", folder.path("in"), "--format", "json", "--jobs", "1"],
      environment: FaultLibrary.environment(faults, below: folder.path(below))
    ).finish()
    guard !run.output.isEmpty else { return (run.status, [], []) }
    let report = try JSONDecoder().decode(SeenReport.self, from: Data(run.output.utf8))
    let told = report.diagnostics.filter { $0.severity == "incomplete" }
      .map { (code: $0.code, path: $0.location?.path ?? "", message: $0.message) }
    return (run.status, Set(report.findings.map(\.location.path)).sorted(), told)
  }

  /// The report on an example, in every way that a run can be different.
  private func output(shell: String = "", environment: [String: String] = [:]) throws -> String {
    let run = try CommandProcess(
      ["audit", example, "--as-of", "2026-11-23", "--format", "json"], shell: shell, environment: environment
    ).finish()
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }
}

/// The parts of a report that these tests look at.
private struct SeenReport: Decodable {
  struct Place: Decodable { var path: String }
  struct Finding: Decodable { var location: Place }
  struct Diagnostic: Decodable {
    var code, severity, message: String
    var location: Place?
  }
  var findings: [Finding]
  var diagnostics: [Diagnostic]
}
