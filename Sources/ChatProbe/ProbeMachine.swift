import AuditModel
import LenientJSON

/// The probe of one endpoint as a state machine: answers in, requests out, no I/O and no clock.
///
/// Whatever happens, once a session key is known the machine asks for DELETE before it finishes.
/// The caller performs each request of an action and hands the answer to ``received(_:)``; after a
/// cancellation it calls ``cancel()`` first, and the machine goes to the end by the shortest way.
struct ProbeMachine {
  /// Where the probe stands. Each case names the states that may follow.
  enum State: String, CaseIterable {
    /// → settings, session, deleting (of another process's session)
    case idle
    /// → settings (after SwitchServer), availability, session, finished
    case settings
    /// → settings (after SwitchServer), control, session, finished
    case availability
    /// → session, finished
    case control
    /// → settings or session (after SwitchServer), confirmation, initialising, deleting, finished
    case session
    /// → finished
    case confirmation
    /// → polling, deleting
    case initialising
    /// → polling, reconnecting, ending, deleting
    case polling
    /// → polling, deleting
    case reconnecting
    /// → deleting
    case ending
    /// → deleting (once more), rejoining, finished
    case deleting
    /// → deleting
    case rejoining
    case finished

    var successors: Set<State> {
      switch self {
      case .idle: [.settings, .session, .deleting, .finished]
      case .settings: [.settings, .availability, .session, .finished]
      case .availability: [.settings, .control, .session, .finished]
      case .control: [.session, .finished]
      case .session: [.settings, .session, .confirmation, .initialising, .deleting, .finished]
      case .confirmation: [.finished]
      case .initialising: [.polling, .deleting, .ending]
      case .polling: [.polling, .reconnecting, .ending, .deleting]
      case .reconnecting: [.polling, .deleting, .ending]
      case .ending: [.deleting]
      case .deleting: [.deleting, .rejoining, .finished]
      case .rejoining: [.deleting]
      case .finished: []
      }
    }
  }

  enum Action {
    case send(ProbeRequest)
    case finish(Conclusion)
  }

  /// The end of a probe.
  struct Conclusion: Hashable, Sendable {
    var verdict: Verdict
    var reason: String
    var movedTo: String?
    var session: ProbeSession
  }

  let plan: ProbePlan
  let policy: HostPolicy
  private(set) var state = State.idle
  private(set) var isCancelled = false
  /// Where requests go; changes once after SwitchServer.
  var endpoint: Endpoint
  var seen = Observations()
  /// The session, from its key until it ended.
  var session: SessionAnswer?
  var chat = ChatProgress()
  private var deletion = Deletion()

  /// How far the ending of a session is.
  private struct Deletion {
    var tries = 0
    var isRaw = false
    var hasRejoined = false
    var hadBrokenTry = false
  }

  /// A session is asked to end this often at most, with growing waits between.
  private static let maxDeletionTries = 3

  init(plan: ProbePlan, policy: HostPolicy) {
    self.plan = plan
    self.policy = policy
    self.endpoint = plan.endpoint
  }

  /// A machine that only ends a session, which somebody else has started.
  init(resuming open: OpenSession, plan: ProbePlan, policy: HostPolicy) {
    self.init(plan: plan, policy: policy)
    session = SessionAnswer(key: open.key, affinity: open.affinity)
  }

  /// The first action.
  mutating func start() -> Action {
    if let refusal = policy.refusal(of: endpoint) {
      return finish(Conclusion(verdict: .inconclusive, reason: "not asked: \(refusal)", session: .none))
    }
    if session != nil { return delete() }
    return plan.hasIDs ? askSettings() : openSession()
  }

  /// Goes to the end by the shortest way from now on.
  mutating func cancel() {
    isCancelled = true
  }

  /// Takes the answer to the request of the last action.
  mutating func received(_ answer: ProbeAnswer) -> Action {
    switch state {
    case .settings, .availability, .control: receivedVisitor(answer)
    case .session: receivedSession(answer)
    case .confirmation: receivedConfirmation(answer)
    case .initialising: receivedInit(answer)
    case .polling: receivedPoll(answer)
    case .reconnecting: receivedReconnect(answer)
    case .ending: delete()
    case .deleting: receivedDelete(answer)
    case .rejoining: receivedRejoin(answer)
    case .idle, .finished: preconditionFailure("an answer without a request")
    }
  }

  mutating func move(to next: State, _ request: ProbeRequest) -> Action {
    precondition(state.successors.contains(next), "\(state) can't be followed by \(next)")
    state = next
    return .send(request)
  }

  mutating func finish(_ conclusion: Conclusion) -> Action {
    precondition(state.successors.contains(.finished), "\(state) can't be the last")
    state = .finished
    return .finish(conclusion)
  }

  func request(_ method: String = "GET", _ resource: String) -> ProbeRequest {
    ProbeRequest(method: method, endpoint: endpoint, resource: resource, apiVersion: plan.apiVersion)
  }

  // MARK: the session

  mutating func openSession() -> Action {
    if isCancelled { return finish(seen.cancelled()) }
    var request = request("GET", "System/SessionId")
    request.affinity = .null
    request.purpose = .opening
    return move(to: .session, request)
  }

  private mutating func receivedSession(_ answer: ProbeAnswer) -> Action {
    switch answer {
    case .response(let status, _, let body) where (200..<300).contains(status):
      if let action = followSwitch(body) { return action }
      session = SessionAnswer(body: body)
      guard session != nil else {
        seen.session = .unexpected(
          "the request for a session was answered \(status) with \(kind(ofBody: body))")
        return finish(seen.conclusion(plan))
      }
      seen.session = .started
      return isCancelled || plan.chat == nil ? delete() : initialise()
    case .response(let status, let headers, _):
      seen.session = .status(status, location: headers["location"].map(hostOnly))
      if status == 404, seen.knowsNothingOfVisitors, !isCancelled { return confirmGone() }
      return finish(seen.conclusion(plan))
    case .failure(let failure):
      // An answer that broke off may still hold the key.
      if failure.status.map({ (200..<300).contains($0) }) == true {
        session = SessionAnswer(body: failure.body)
      }
      seen.session = .failed(failure)
      guard session != nil else { return finish(isCancelled ? seen.cancelled() : seen.conclusion(plan)) }
      return delete()
    }
  }

  /// One 404 may be a wrong path; a second documented resource decides.
  private mutating func confirmGone() -> Action {
    move(to: .confirmation, request("GET", "Visitor/Settings"))
  }

  private mutating func receivedConfirmation(_ answer: ProbeAnswer) -> Action {
    if case .response(let status, _, _) = answer { seen.note(visitorStatus: status) }
    return finish(seen.conclusion(plan))
  }

  // MARK: the end of the session

  mutating func delete() -> Action {
    guard let session else { return finish(seen.conclusion(plan)) }
    var request = request("DELETE", "System/SessionId")
    request.key = deletion.isRaw ? .raw(session.key) : .encoded(session.key)
    request.affinity = session.affinity.map { .token($0) } ?? .null
    if session.key.fitsHeader { request.sessionKey = session.key }
    request.purpose = .ending
    // Nobody waits for the second and third try of a cancelled probe.
    if deletion.tries > 0, !isCancelled { request.delay = .milliseconds(250 << (deletion.tries - 1)) }
    return move(to: .deleting, request)
  }

  private mutating func receivedDelete(_ answer: ProbeAnswer) -> Action {
    guard let session else { return finish(seen.conclusion(plan)) }
    switch answer {
    case .response(let status, _, _) where (200..<300).contains(status):
      return ended(.ended)
    case .response(let status, _, _) where status == 403 || status == 404:
      // Some servers don't decode the path: once more with the key as it is.
      if !deletion.isRaw, session.key.rawPathSegment != nil {
        deletion.isRaw = true
        return delete()
      }
      return ended(deletion.hadBrokenTry ? .ended : .gone)
    case .response(503, _, _) where !deletion.hasRejoined && session.key.fitsHeader:
      deletion.hasRejoined = true
      return move(to: .rejoining, reconnectRequest(session, purpose: .ending))
    case .response(let status, _, _):
      return deleteAgain("it answered \(status)")
    case .failure(let failure):
      deletion.hadBrokenTry = true
      return deleteAgain(failure.message)
    }
  }

  private mutating func deleteAgain(_ why: String) -> Action {
    deletion.tries += 1
    guard deletion.tries < Self.maxDeletionTries else {
      seen.endingProblem = why
      return ended(.left)
    }
    return delete()
  }

  private mutating func ended(_ fate: ProbeSession) -> Action {
    session = nil
    seen.fate = fate
    return finish(isCancelled ? seen.cancelled() : seen.conclusion(plan))
  }

  func reconnectRequest(_ session: SessionAnswer, purpose: ProbeRequest.Purpose) -> ProbeRequest {
    var request = request("GET", "System/ReconnectSession")
    request.query = [("ReconnectSession.offset", String(chat.offset))]
    request.affinity = .null
    request.sessionKey = session.key
    request.purpose = purpose
    return request
  }

  private mutating func receivedRejoin(_ answer: ProbeAnswer) -> Action {
    takeNewAffinity(answer)
    return delete()
  }

  /// Returns whether there was a new token.
  @discardableResult
  mutating func takeNewAffinity(_ answer: ProbeAnswer) -> Bool {
    guard case .response(200, _, let body) = answer,
      let message = MessagesAnswer(body: body)?["ReconnectSession"],
      let token = message["affinityToken"]?.string.map(Secret.init), token.fitsHeader
    else { return false }
    session?.affinity = token
    // Left out or not, in practice the numbers always start again.
    chat.sequence = 0
    return true
  }
}
