import AuditTestSupport
@testable import ChatProbe
@testable import FakeChatServer
import Foundation
import Testing

/// The verbs as processes: statuses, signals, streams, limits.
@Suite(.serialized) struct CommandTests {
  private static let ids = [
    "--org", FakeProbe.ids.organization, "--deployment", FakeProbe.ids.deployment, "--button", FakeProbe.ids.button,
  ]

  private func check(
    _ scenario: String, _ arguments: [String], status: Int32, output: String = "", errors: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let server = try FakeChatServer(try #require(Scenario.named(scenario)))
    defer { server.stop() }
    let command = try CommandProcess(
      ["probe", server.url, "--allow-local", "--no-journal", "--rate", "0"] + arguments)
    let end = try command.finish()
    #expect(end.status == status, "\(end.errors)", sourceLocation: sourceLocation)
    #expect(output.isEmpty || end.output.contains(output), "\(end.output)", sourceLocation: sourceLocation)
    #expect(errors.isEmpty || end.errors.contains(errors), "\(end.errors)", sourceLocation: sourceLocation)
    #expect(server.tally.leaked == 0 || scenario == "delete-refused", sourceLocation: sourceLocation)
  }

  @Test func `the exit status tells expected, different, inconclusive and wrong use apart`() throws {
    try check("live", Self.ids, status: 0, output: "live  ")
    try check("live", Self.ids + ["--expect", "live"], status: 0)
    try check("live", Self.ids + ["--expect", "retired"], status: 1)
    try check("live", Self.ids + ["--expect", "retired", "--expect", "live"], status: 0)
    try check("retired-410", ["--expect", "live", "--format", "junit"], status: 1, output: "<failure type=\"retired\"")
    try check("reset", ["--expect", "live"], status: 5, output: "unreachable")
    try check("html-landing-page", [], status: 5, output: "a web page instead of JSON")
    try check("delete-refused", [], status: 5, output: "1 could not be ended")
    try check("silent", ["--deadline", "0.3", "--timeout", "2"], status: 3, output: "cut short")
    try check(
      "silent", ["--deadline", "0.3", "--timeout", "2", "--expect", "retired", "--format", "json"], status: 3,
      output: "\"conditions\": [\n    \"incomplete\",\n    \"inconclusive\"\n  ]")
    try check("live", ["--org", "x"], status: 2, errors: "'--org' must be an id")
    try check("live", ["--jobs", "0"], status: 2, errors: "'--jobs' must be from 1 to 64")
    try check("live", Self.ids + ["--full-chat"], status: 2, errors: "confirm with --confirm-full-chat 127.0.0.1")
    try check("live", Self.ids + ["--full-chat", "--confirm-full-chat", "other"], status: 2)
    try check("live", Self.ids + ["--full-chat", "--confirm-full-chat", "127.0.0.1"], status: 0, output: "accepted")
  }

  @Test(arguments: Scenario.catalogue)
  func `every scenario has its verdict, its exit status and no session left`(scenario: Scenario) async throws {
    let server = try FakeChatServer(scenario)
    defer { server.stop() }
    let isMute = ["slow", "silent", "trickle"].contains(scenario.name)
    let end = try await CertificateFile.with(server.certificate) { caFile in
      try CommandProcess(
        ["probe", server.url, "--allow-local", "--no-journal", "--rate", "0", "--expect", "live"]
          + Self.ids + (isMute ? ["--timeout", "1"] : []) + (caFile.map { ["--ca-file", $0] } ?? [])
      ).finish()
    }
    let status: Int32 =
      switch scenario.verdict {
      case "live": 0
      case "unreachable", "inconclusive": 5
      default: 1
      }
    #expect(end.status == status, "\(end.output)\(end.errors)")
    #expect(end.output.hasPrefix("\(scenario.verdict)  "), "\(end.output)")
    #expect(server.tally.leaked == (scenario.name == "delete-refused" ? 1 : 0))
  }

  @Test func `a dry run sends nothing`() throws {
    let server = try FakeChatServer(Scenario())
    defer { server.stop() }
    let end = try CommandProcess(["probe", server.url, "--allow-local", "--dry-run"] + Self.ids).finish()
    #expect(end.status == 0)
    #expect(end.output.contains("DELETE \(server.url)/chat/rest/System/SessionId/{key}"))
    #expect(server.tally.requests.isEmpty)
  }

  @Test func `signals at any moment end the session and are in the status`() throws {
    var scenario = Scenario()
    var delayed = Fault.none
    delayed.delay = .milliseconds(8)
    scenario.faults = ["*": [delayed]]
    let server = try FakeChatServer(scenario)
    defer { server.stop() }
    var random = SplitMix(state: 1)
    var statuses: Set<Int32> = []
    for number in 0..<60 {
      let journal = temporaryPath(".jsonl")
      let command = try CommandProcess(
        ["probe", server.url, "--allow-local", "--journal", journal, "--rate", "0"] + (number % 2 == 0 ? [] : Self.ids))
      // The first request is about to go out; before it there is nothing to end.
      while try lineCount(journal) < 2 { usleep(500) }
      usleep(UInt32.random(in: 0..<80_000, using: &random))
      command.send([SIGTERM, SIGINT, SIGHUP][number % 3])
      statuses.insert(try command.finish().status)
      #expect(!exists(JournalFile.recoveryPath(of: journal)))
      _ = try readAndRemove(journal)
    }
    let tally = server.tally
    #expect(tally.open == 0)
    #expect(tally.opened == tally.ended)
    // A signal that comes after the run finds it writing its results, or ended.
    #expect(statuses.isSubset(of: [129, 130, 143, 0, -SIGHUP, -SIGINT, -SIGTERM]))
    #expect(!statuses.isDisjoint(with: [129, 130, 143]))
  }

  @Test func `what a killed run has left is ended by its journal`() throws {
    var scenario = Scenario()
    var stuck = Fault.none
    stuck.delivery = .silence
    scenario.faults = ["DELETE System/SessionId": [stuck, .none]]
    let server = try FakeChatServer(scenario)
    defer { server.stop() }
    let journal = temporaryPath(".jsonl")
    let recovery = JournalFile.recoveryPath(of: journal)
    let command = try CommandProcess(["probe", server.url, "--allow-local", "--journal", journal])
    // The stuck DELETE is the sign that the session is open and written down.
    while server.tally.requests["DELETE System/SessionId"] == nil { usleep(2000) }
    command.send(SIGKILL)
    #expect(try command.finish().status == -SIGKILL)
    #expect(server.tally.open == 1)
    #expect(try permissions(recovery) == 0o600)
    #expect(try !String(contentsOfFile: journal, encoding: .utf8).contains(server.secrets[0]))

    let refused = try CommandProcess(["probe", server.url, "--allow-local", "--journal", journal]).finish()
    #expect(refused.status == 2)
    let cleanup = try CommandProcess(["probe", "--cleanup", journal, "--allow-local"]).finish()
    #expect(cleanup.status == 0, "\(cleanup.errors)")
    #expect(!(cleanup.output + cleanup.errors).contains(server.secrets[0]))
    #expect(server.tally.open == 0)
    #expect(server.tally.ended == 1)
    #expect(!exists(recovery))
    _ = try readAndRemove(journal)
  }

  @Test func `a journal that nobody asked for stays only as long as a session does`() throws {
    let state = temporaryPath("")
    let folder = state + "/chatsunset"
    defer { try? FileManager.default.removeItem(atPath: state) }  // the system empties the folder, too
    func journals() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
    func probe(_ scenario: String, _ arguments: [String] = []) throws -> Int32 {
      let server = try FakeChatServer(try #require(Scenario.named(scenario)))
      defer { server.stop() }
      let arguments = ["probe", server.url, "--allow-local", "--rate", "0"] + arguments
      return try CommandProcess(arguments, environment: ["XDG_STATE_HOME": state]).finish().status
    }
    #expect(try probe("live") == 0)
    #expect(try probe("retired-410") == 0)
    #expect(try journals() == [])
    let named = "\(folder)/named.jsonl"
    #expect(try probe("live", ["--journal", named]) == 0)
    #expect(try journals() == ["named.jsonl"])
    try FileManager.default.removeItem(atPath: named)

    #expect(try probe("delete-refused") == 5)
    let left = try journals()
    #expect(left.count == 2)
    let journal = try #require(left.first)
    #expect(left.last == JournalFile.recoveryPath(of: journal))
  }

  @Test func `a cleaned up journal that nobody asked for is gone`() throws {
    var scenario = Scenario()
    var stuck = Fault.none
    stuck.delivery = .silence
    scenario.faults = ["DELETE System/SessionId": [stuck, .none]]
    let server = try FakeChatServer(scenario)
    defer { server.stop() }
    let state = temporaryPath("")
    let folder = state + "/chatsunset"
    defer { try? FileManager.default.removeItem(atPath: state) }  // the system empties the folder, too
    let command = try CommandProcess(
      ["probe", server.url, "--allow-local"], environment: ["XDG_STATE_HOME": state])
    while server.tally.requests["DELETE System/SessionId"] == nil { usleep(2000) }
    command.send(SIGKILL)
    _ = try command.finish()
    let journal = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".jsonl") })
    let end = try CommandProcess(
      ["probe", "--cleanup", "\(folder)/\(journal)", "--allow-local"], environment: ["XDG_STATE_HOME": state]
    ).finish()
    #expect(end.status == 0, "\(end.errors)")
    #expect(server.tally.open == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  }

  /// A hundred megabytes of address space would not even hold the program; 64 open files and a
  /// data segment of 100 MB hold a probe of anything.
  @Test(
    .enabled(if: !Sanitizer.isOn, "a sanitizer needs more memory than the limit leaves"),
    arguments: [
      "endless-body", "header-flood", "gzip", "trickle", "silent", "redirect", "redirect-to-loopback", "half-closed",
    ])
  func `a hostile server gets a verdict in time and little memory`(name: String) throws {
    let server = try FakeChatServer(try #require(Scenario.named(name)))
    defer { server.stop() }
    let end = try CommandProcess(
      ["probe", server.url, "--allow-local", "--no-journal", "--timeout", "1"], shell: "ulimit -d 100000; ulimit -n 64;"
    ).finish()
    #expect(end.status == 5, "\(end.output)\(end.errors)")
  }

  @Test func `a proxy of the environment is used, and is not what the address rule is about`() throws {
    // To a proxy the request line names the whole address; the fake server finds its path in it.
    let server = try FakeChatServer(Scenario())
    defer { server.stop() }
    for (exceptions, status) in [("", Int32(0)), (".localhost", 5)] {
      let end = try CommandProcess(
        ["probe", "http://pod.localhost:9", "--allow-local", "--no-journal"],
        environment: ["http_proxy": server.url, "no_proxy": exceptions]
      ).finish()
      #expect(end.status == status, "\(end.output)\(end.errors)")
    }
    #expect(server.tally.ended == 1)
  }

  @Test func `a name that leads to this machine is refused without permission`() throws {
    let server = try FakeChatServer(try #require(Scenario.named("tls")))
    defer { server.stop() }
    let end = try CommandProcess(
      ["probe", "https://pod.localhost:\(server.port)", "--allow-host", "pod.localhost", "--no-journal"]
    ).finish()
    #expect(end.status == 5)
    #expect(end.output.contains("an address of this machine or a private network"), "\(end.output)")
    #expect(server.tally.requests.isEmpty)
  }
}

private func lineCount(_ path: String) throws -> Int {
  try exists(path) ? String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count : 0
}
