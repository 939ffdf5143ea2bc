import AuditModel
@testable import ChatProbe
@testable import FakeChatServer
import Synchronization
import Testing

/// Passes requests on, and cancels a task around one of them.
private final class CancellingTransport: Transport {
  enum Moment: CaseIterable {
    case before, during, after
  }

  let inner: any Transport
  let number: Int
  let moment: Moment
  let target = Mutex<Task<ProbeRun, Never>?>(nil)
  private let count = Mutex(0)

  init(_ inner: any Transport, at number: Int, _ moment: Moment) {
    self.inner = inner
    self.number = number
    self.moment = moment
  }

  var requests: Int { count.withLock { $0 } }

  func perform(_ request: ProbeRequest) async -> TransportResult {
    let isIt = count.withLock { count -> Bool in
      count += 1
      return count == number
    }
    guard isIt else { return await inner.perform(request) }
    if moment == .before { cancel() }
    if moment == .during {
      // The scenario delays every answer, so this is between request and answer.
      async let result = inner.perform(request)
      try? await Task.sleep(for: .milliseconds(2))  // a cancellation is what is wanted
      cancel()
      return await result
    }
    let result = await inner.perform(request)
    if moment == .after { cancel() }
    return result
  }

  private func cancel() { target.withLock { $0 }?.cancel() }
}

@Suite struct CancellationTests {
  private static let slow: Scenario = {
    var scenario = Scenario()
    scenario.pollTimeout = .milliseconds(50)
    var delayed = Fault.none
    delayed.delay = .milliseconds(10)
    scenario.faults = ["*": [delayed]]
    return scenario
  }()

  /// A full chat makes eight requests, so nine points cover everything and the time after.
  @Test(arguments: 1...9)
  func `a cancellation around any request leaves no session`(number: Int) async throws {
    for moment in CancellingTransport.Moment.allCases {
      let server = try FakeChatServer(Self.slow)
      defer { server.stop() }
      let curl = try CurlTransport(options: FakeProbe.options().transport, allowsLocal: true)
      let transport = CancellingTransport(curl, at: number, moment)
      let plan = try FakeProbe.plan(server.url, chat: .init())
      let prober = Prober(FakeProbe.options(), transport: transport)
      let gate = AsyncStream<Void>.makeStream()
      let task = Task {
        for await _ in gate.stream { break }
        return await prober.probe([plan])
      }
      transport.target.withLock { $0 = task }
      gate.continuation.yield()
      let run = await task.value
      let tally = server.tally
      #expect(tally.open == 0, "\(moment)")
      #expect(tally.opened == tally.ended, "\(moment)")
      #expect(tally.rings == tally.requests["POST Chasitor/ChatEnd", default: 0], "\(moment)")
      if transport.requests < number { #expect(run.isComplete) }
    }
  }

  @Test func `a thousand cancellations at random moments leave no session`() async throws {
    var scenario = Scenario()
    scenario.pollTimeout = .milliseconds(20)
    let server = try FakeChatServer(scenario)
    defer { server.stop() }
    let prober = try Prober(FakeProbe.options())
    var random = SplitMix(state: 42)
    for _ in 0..<125 {
      await withTaskGroup { group in
        for number in 0..<8 {
          let moment = Duration.microseconds(Int.random(in: 0..<15_000, using: &random))
          let plan = try? FakeProbe.plan(server.url, withIDs: number != 0, chat: number > 4 ? .init() : nil)
          group.addTask {
            guard let plan else { return }
            let task = Task { await prober.probe([plan]) }
            try? await Task.sleep(for: moment)  // not cancelled here
            task.cancel()
            _ = await task.value
          }
        }
      }
    }
    let tally = server.tally
    #expect(tally.open == 0)
    #expect(tally.opened == tally.ended)
    #expect(tally.opened > 0)
  }

  @Test func `a deadline winds the run up and says what was not asked`() async throws {
    var scenario = Scenario()
    var delayed = Fault.none
    delayed.delay = .milliseconds(20)
    scenario.faults = ["*": [delayed]]
    let server = try FakeChatServer(scenario)
    defer { server.stop() }
    var options = FakeProbe.options()
    options.jobs = 2
    options.deadline = .milliseconds(200)
    let plans = try (0..<500).map { try FakeProbe.plan("\(server.url)/e/\($0)", withIDs: false) }
    let run = await (try Prober(options)).probe(plans)
    #expect(!run.isComplete)
    #expect(run.results.count == 500)
    #expect(run.results.last?.reason == "not asked: the run ended before its turn")
    #expect(server.tally.open == 0)
  }
}
