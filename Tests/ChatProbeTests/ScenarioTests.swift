import AuditModel
@testable import ChatProbe
@testable import FakeChatServer
import Testing

/// Probes fake servers over real sockets.
enum FakeProbe {
  static let ids = (organization: "00D000000000001AAA", deployment: "572000000000001", button: "573000000000001")

  static func options(caFile: String? = nil, timeout: Duration = .seconds(30)) -> ProbeOptions {
    var options = ProbeOptions()
    options.policy = HostPolicy(allowsLocal: true)
    options.transport.exchangeTimeout = timeout
    options.transport.caFile = caFile
    options.requestsPerSecond = 0
    return options
  }

  static func plan(_ url: String, withIDs: Bool = true, chat: ProbePlan.Chat? = nil) throws -> ProbePlan {
    ProbePlan(
      endpoint: try Endpoint(url), organization: withIDs ? ids.organization : nil,
      deployment: withIDs ? ids.deployment : nil, button: withIDs ? ids.button : nil, chat: chat)
  }

  /// Starts a server, probes it once, stops it.
  static func probe(
    _ scenario: Scenario, withIDs: Bool = true, chat: ProbePlan.Chat? = nil
  ) async throws -> (result: ProbeResult, tally: Tally) {
    let server = try FakeChatServer(scenario)
    defer { server.stop() }
    return try await CertificateFile.with(server.certificate) { caFile in
      // Short only where the time-out is what is expected.
      let isMute = ["slow", "silent", "trickle"].contains(scenario.name)
      let options = options(caFile: caFile, timeout: isMute ? .milliseconds(300) : .seconds(30))
      let prober = try Prober(options)
      let run = await prober.probe([try plan(server.url, withIDs: withIDs, chat: chat)])
      return (try #require(run.results.first), server.tally)
    }
  }
}

extension Scenario: CustomTestStringConvertible {
  public var testDescription: String { name }
}

@Suite struct ScenarioTests {
  @Test(arguments: Scenario.catalogue)
  func `every scenario gets its verdict and leaves no session behind`(scenario: Scenario) async throws {
    let (result, tally) = try await FakeProbe.probe(scenario)
    #expect(result.verdict.rawValue == scenario.verdict, "\(result.reason)")
    #expect(tally.leaked == (scenario.name == "delete-refused" ? 1 : 0))
    #expect((result.session == .left) == (tally.leaked > 0))
    #expect(tally.rings == 0)
  }

  @Test(arguments: ["live", "key-with-slash", "transport-only"])
  func `without ids a healthy server is transport-only`(name: String) async throws {
    let (result, tally) = try await FakeProbe.probe(try #require(Scenario.named(name)), withIDs: false)
    #expect(result.verdict == .transportOnly, "\(result.reason)")
    #expect(tally.opened == 1)
    #expect(tally.leaked == 0)
  }

  @Test(arguments: ["retired-404", "retired-410"])
  func `without ids a second resource confirms that a service is gone`(name: String) async throws {
    let (result, _) = try await FakeProbe.probe(try #require(Scenario.named(name)), withIDs: false)
    #expect(result.verdict == .retired, "\(result.reason)")
  }

  @Test(arguments: [
    ("live", Verdict.live, "a person accepted"), ("queue", .live, "a person accepted"),
    ("nobody", .live, "'Unavailable'"), ("agent-ends", .live, "ended by the other side"),
    ("nobody-accepts", .live, "nobody accepted"), ("accepted-202", .live, "a person accepted"),
    ("delete-fails", .live, "a person accepted"), ("documented-sample", .live, "a person accepted"),
  ])
  func `a full chat is requested, awaited and ended`(
    name: String, verdict: Verdict, words: String
  ) async throws {
    var scenario = try #require(Scenario.named(name))
    scenario.pollTimeout = .milliseconds(100)
    let (result, tally) = try await FakeProbe.probe(scenario, chat: .init(patience: .seconds(60)))
    #expect(result.verdict == verdict)
    #expect(result.reason.contains(words), "\(result.reason)")
    #expect(tally.rings == 1)
    #expect(tally.leaked == 0)
  }

  @Test func `evidence names status, headers and phases and holds no secret`() async throws {
    let (result, _) = try await FakeProbe.probe(try #require(Scenario.named("retired-410")))
    let exchange = try #require(result.exchanges.first)
    #expect(exchange.status == 410)
    #expect(exchange.headers["sunset"] == "Sat, 14 Feb 2026 00:00:00 GMT")
    #expect(exchange.address == "127.0.0.1")
    #expect(exchange.timing.total >= exchange.timing.connect)
  }

  @Test func `evidence over tls names the certificate`() async throws {
    let (result, _) = try await FakeProbe.probe(try #require(Scenario.named("tls")))
    #expect(result.exchanges.first?.tlsName?.contains("localhost") == true)
  }
}
