import AuditTestSupport
import AuditModel
@testable import ChatProbe
@testable import FakeChatServer
import Testing

@Suite struct FleetTests {
  /// Ten kinds of servers, a hundred endpoints on each.
  private static let names = [
    "live", "transport-only", "moved", "retired-404", "retired-410", "html-landing-page", "forbidden",
    "key-with-slash", "documented-sample", "bad-json",
  ]

  private func fleet() throws -> (servers: [FakeChatServer], plans: [ProbePlan]) {
    let servers = try Self.names.map { name in
      try FakeChatServer(try #require(Scenario.named(name)))
    }
    let plans = try (0..<1000).map { number in
      try FakeProbe.plan("\(servers[number % servers.count].url)/e/\(number)")
    }
    return (servers, plans)
  }

  @Test func `a thousand endpoints keep their order and verdicts, whatever the number of jobs`() async throws {
    let (servers, plans) = try fleet()
    defer { for server in servers { server.stop() } }
    var texts: Set<String> = []
    for jobs in [32, 7] {
      var options = FakeProbe.options()
      options.jobs = jobs
      let run = await (try Prober(options)).probe(plans)
      #expect(run.isComplete)
      // The moved servers name themselves, with their port and not the number.
      texts.insert(run.results.map { "\($0.endpoint) \($0.verdict) \($0.reason)" }.joined(separator: "\n"))
      for (number, result) in run.results.enumerated() {
        #expect(result.verdict.rawValue == Scenario.named(Self.names[number % 10])?.verdict)
      }
    }
    #expect(texts.count == 1)
    for server in servers { #expect(server.tally.leaked == 0) }
  }

  @Test func `nothing that is written holds a key or a token`() async throws {
    for scenario in Scenario.catalogue where !["slow", "silent", "trickle"].contains(scenario.name) {
      let server = try FakeChatServer(scenario)
      defer { server.stop() }
      let path = temporaryPath(".jsonl")
      let journal = try JournalFile(path: path, header: [:])
      let run = try await CertificateFile.with(server.certificate) { caFile in
        let prober = try Prober(FakeProbe.options(caFile: caFile), journal: journal)
        return await prober.probe([try FakeProbe.plan(server.url)])
      }
      journal.close()
      let report = ProbeReport(results: run.results, isComplete: true, version: "0")
      var texts = ProbeFormat.allCases.map { report.text(as: $0, showsExchanges: true) }
      texts.append(try readAndRemove(path))
      var dumped = ""
      dump(run.results, to: &dumped)
      texts.append(dumped)
      for secret in server.secrets {
        for text in texts {
          #expect(!text.contains(secret), "\(scenario.name)")
          #expect(!text.contains(Secret(secret).pathSegment), "\(scenario.name)")
        }
      }
      if scenario.name == "delete-refused" { _ = try readAndRemove(JournalFile.recoveryPath(of: path)) }
      #expect(!exists(JournalFile.recoveryPath(of: path)), "\(scenario.name)")
    }
  }
}
