package import AuditModel

/// How a run of probes is done.
package struct ProbeOptions: Sendable {
  package var policy = HostPolicy()
  package var transport = TransportOptions()
  /// Endpoints at a time.
  package var jobs = 4
  /// Requests a second to one host; requests that end a session are never held back.
  package var requestsPerSecond = 5.0
  /// For the whole run; what isn't done by then is wound up and reported as not done.
  package var deadline: Duration?

  package init() {}
}

/// What came of a run.
package struct ProbeRun: Sendable {
  /// One for each plan, in their order.
  package var results: [ProbeResult]
  /// Whether every plan was carried out to its end.
  package var isComplete: Bool
}

/// Probes endpoints.
package struct Prober: Sendable {
  private let options: ProbeOptions
  private let transport: any Transport
  private let journal: any ProbeJournal

  /// - Throws: ``TransportError`` when libcurl can't be loaded.
  package init(_ options: ProbeOptions, journal: any ProbeJournal = NoJournal()) throws(TransportError) {
    self.options = options
    self.journal = journal
    transport = try CurlTransport(
      options: options.transport, allowsLocal: options.policy.allowsLocal)
  }

  /// For tests: another transport.
  init(_ options: ProbeOptions, transport: any Transport, journal: any ProbeJournal = NoJournal()) {
    self.options = options
    self.transport = transport
    self.journal = journal
  }

  /// Probes every plan, some at a time.
  ///
  /// A cancellation of the task ends the run: sessions that were started are still ended, and the
  /// rest is reported as not asked. Returns only when no request is under way.
  ///
  /// - Parameter each: Called as results come, with the plan's index, on any task.
  package func probe(
    _ plans: [ProbePlan], each: @escaping @Sendable (Int, ProbeResult) -> Void = { _, _ in }
  ) async -> ProbeRun {
    enum Event {
      case deadline
      case result(Int, ProbeResult, isComplete: Bool)
    }
    let pacer = SharedPacer(requestsPerSecond: options.requestsPerSecond)
    var results = [ProbeResult?](repeating: nil, count: plans.count)
    var isComplete = true
    await withTaskGroup(of: Event.self) { group in
      if let deadline = options.deadline {
        group.addTask {
          try? await Task.sleep(for: deadline)  // cut short means the run is over
          return .deadline
        }
      }
      var next = 0
      func startNext() {
        guard next < plans.count, !group.isCancelled else { return }
        let index = next
        next += 1
        group.addTask {
          let (result, isComplete) = await probe(plans[index], pacer)
          return .result(index, result, isComplete: isComplete)
        }
      }
      for _ in 0..<max(1, options.jobs) { startNext() }
      var running = next
      while running > 0, let event = await group.next() {
        guard case .result(let index, let result, let wasComplete) = event else {
          group.cancelAll()
          continue
        }
        results[index] = result
        if !wasComplete { isComplete = false }
        each(index, result)
        let before = next
        startNext()
        running += next - before - 1
      }
      group.cancelAll()
    }
    let done = results.enumerated().map { index, result in
      if let result { return result }
      isComplete = false
      return ProbeResult(
        endpoint: plans[index].endpoint.description, verdict: .inconclusive,
        reason: "not asked: the run ended before its turn")
    }
    return ProbeRun(results: done, isComplete: isComplete)
  }

  /// Probes one plan; the second value is false when it was cut short.
  private func probe(_ plan: ProbePlan, _ pacer: SharedPacer) async -> (ProbeResult, Bool) {
    var machine = ProbeMachine(plan: plan, policy: options.policy)
    var exchanges: [ProbeExchange] = []
    var open: OpenSession?
    var action = machine.start()
    while true {
      switch action {
      case .finish(let conclusion):
        let result = ProbeResult(
          endpoint: plan.endpoint.description, verdict: conclusion.verdict, reason: conclusion.reason,
          movedTo: conclusion.movedTo, session: conclusion.session, exchanges: exchanges)
        return (result, !machine.isCancelled)
      case .send(let request):
        let answer = await perform(request, pacer, &exchanges)
        if Task.isCancelled { machine.cancel() }
        action = machine.received(answer)
        if open == nil, let session = machine.session {
          open = OpenSession(
            endpoint: machine.endpoint.description, apiVersion: plan.apiVersion, key: session.key,
            affinity: session.affinity)
          open.map(journal.opened)
        } else if let closed = open, machine.session == nil {
          journal.closed(closed, machine.seen.fate)
          open = nil
        }
      }
    }
  }

  private func perform(
    _ request: ProbeRequest, _ pacer: SharedPacer, _ exchanges: inout [ProbeExchange]
  ) async -> ProbeAnswer {
    // An ending never waits for its turn; it follows a request that did.
    let turn = request.purpose == .ending ? .zero : await pacer.wait(for: request.endpoint.host)
    let wait = max(turn, request.delay)
    if wait > .zero { try? await Task.sleep(for: wait) }  // cut short by a cancellation only
    if request.purpose != .ending, Task.isCancelled {
      return .failure(ProbeAnswer.Failure(kind: .cancelled, message: "interrupted before it was sent"))
    }
    let result = await exchange(request)
    exchanges.append(result.evidence)
    return result.answer
  }

  /// Performs a request between its two lines in the journal.
  func exchange(_ request: ProbeRequest) async -> TransportResult {
    journal.sending(method: request.method, url: request.redactedURL)
    let result = await transport.perform(request)
    journal.received(result.evidence)
    return result
  }

  var policy: HostPolicy { options.policy }
}

/// Spaces requests to one host.
struct Pacer {
  private let interval: Duration
  private var free: [String: Duration] = [:]

  init(requestsPerSecond: Double) {
    interval = requestsPerSecond > 0 ? .seconds(1) / requestsPerSecond : .zero
  }

  /// Takes the next free moment of a host; returns how long it is until then.
  mutating func wait(for host: String, now: Duration) -> Duration {
    let moment = max(now, free[host] ?? now)
    free[host] = moment + interval
    return moment - now
  }
}

private actor SharedPacer {
  private var pacer: Pacer
  private let start = ContinuousClock.now

  init(requestsPerSecond: Double) { pacer = Pacer(requestsPerSecond: requestsPerSecond) }

  func wait(for host: String) -> Duration {
    pacer.wait(for: host, now: ContinuousClock.now - start)
  }
}
