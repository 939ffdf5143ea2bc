import AuditModel

/// What a probe has seen of an endpoint, and the verdict that follows from it.
struct Observations {
  enum Session {
    case notAsked
    case started
    case status(Int, location: String?)
    case unexpected(String)
    case failed(ProbeAnswer.Failure)
  }

  var session = Session.notAsked
  var fate = ProbeSession.none
  /// Why a session could not be ended.
  var endingProblem: String?
  var settingsAnswered = false
  var knowsButton = false
  var isAvailable = false
  /// The impossible ids were known, so knowing the real ones proves nothing.
  var controlSaidYes = false
  /// The first status of the visitor plane that wasn't 200.
  var visitorStatus: Int?
  /// What a 200 of the visitor plane held instead of what was asked.
  var visitorOddity: String?
  var visitorFailure: ProbeAnswer.Failure?
  var movedTo: String?
  /// Why a move was not followed, or not further.
  var switchProblem: String?
  /// What came of a chat.
  var chat: String?
  var chatWasRouted = false

  mutating func note(visitorStatus status: Int) {
    if status != 200, visitorStatus == nil { visitorStatus = status }
  }

  /// Whether the visitor plane already said that it is gone.
  var sawGone: Bool { visitorStatus == 404 || visitorStatus == 410 }

  var knowsNothingOfVisitors: Bool {
    visitorStatus == nil && visitorOddity == nil && !settingsAnswered
  }

  /// What the old server said about visitors doesn't count for the new one.
  mutating func forgetVisitor() {
    settingsAnswered = false
    knowsButton = false
    isAvailable = false
    visitorStatus = nil
    visitorOddity = nil
  }

  func cancelled() -> ProbeMachine.Conclusion {
    ProbeMachine.Conclusion(
      verdict: .inconclusive, reason: "interrupted before the end", movedTo: movedTo, session: sessionFate)
  }

  func conclusion(_ plan: ProbePlan) -> ProbeMachine.Conclusion {
    var (verdict, reason) = judge(plan)
    if let movedTo {
      let what = switchProblem ?? "there: \(verdict.rawValue), \(reason)"
      reason = "SwitchServer names '\(movedTo)'; \(what)"
      verdict = .moved
    }
    if let chat { reason += "; \(chat)" }
    return ProbeMachine.Conclusion(
      verdict: verdict, reason: reason, movedTo: movedTo, session: sessionFate)
  }

  private var sessionFate: ProbeSession {
    if fate != .none { return fate }
    // The answer was lost on the way: the server may hold a session that has no known key.
    if case .failed(let failure) = session,
      [.timeout, .broken, .tooMuch, .cancelled].contains(failure.kind), failure.hasConnected
    {
      return .unknown
    }
    return .none
  }

  private func judge(_ plan: ProbePlan) -> (Verdict, String) {
    if let visitorFailure { return judge(visitorFailure) }
    switch session {
    case .notAsked: return (.inconclusive, "nothing was asked")
    case .failed(let failure):
      guard fate == .none else {
        return (.inconclusive, "a session started but its answer was incomplete: \(failure.message)")
      }
      return judge(failure)
    case .unexpected(let what): return (.inconclusive, what)
    case .status(let status, let location): return judge(status, location)
    case .started: return judgeStarted(plan)
    }
  }

  private func judge(_ failure: ProbeAnswer.Failure) -> (Verdict, String) {
    switch failure.kind {
    case .name, .connection, .tls, .timeout, .proxy: (.unreachable, failure.message)
    // Closed without a word is like no connection; in the middle of an answer it is something else.
    case .broken: (failure.status == nil ? .unreachable : .inconclusive, failure.message)
    case .refusedAddress, .tooMuch, .cancelled, .other: (.inconclusive, failure.message)
    }
  }

  private func judge(_ status: Int, _ location: String?) -> (Verdict, String) {
    let said = "the request for a session was answered \(status)"
    switch status {
    case 410 where settingsAnswered:
      return (.inconclusive, "\(said), but the visitor plane serves this org and deployment")
    case 410:
      return (.retired, "\(said): gone for good")
    case 404 where sawGone:
      let visitors = "the visitor resources \(visitorStatus ?? 404)"
      return (.retired, "\(said), and \(visitors): the service is gone from this address")
    case 404:
      return (.inconclusive, "\(said), but the visitor resources \(visitorStatus ?? 200)")
    case 300..<400:
      return (.inconclusive, "\(said), a redirect to \(location ?? "nowhere"); redirects are not followed")
    case 400..<500:
      return (.refused, said)
    case 503:
      return (.inconclusive, "\(said): an outage, or not the server of this org")
    default:
      return (.inconclusive, said)
    }
  }

  private func judgeStarted(_ plan: ProbePlan) -> (Verdict, String) {
    let ended: String
    switch fate {
    case .left:
      return (
        .inconclusive,
        "a session was started and could not be ended (\(endingProblem ?? "no reason")); the server drops it when nobody polls"
      )
    case .gone: ended = "a session was started, and the server had dropped it before its end"
    default: ended = "a session was started and ended"
    }
    if controlSaidYes {
      return (.inconclusive, "\(ended), but the visitor plane also knows ids that cannot exist")
    }
    if chatWasRouted { return (.live, "\(ended), and a visitor's chat request was routed") }
    guard plan.hasIDs else {
      return (.transportOnly, "\(ended); without org and deployment ids nothing tells whether visitors are served")
    }
    if let visitorStatus {
      return (.transportOnly, "\(ended), but visitors of this org and deployment are answered \(visitorStatus)")
    }
    if let visitorOddity {
      return (.transportOnly, "\(ended), but visitors of this org and deployment are answered with \(visitorOddity)")
    }
    guard plan.button != nil else {
      return (.transportOnly, "\(ended), and the visitor plane knows the org and deployment; no button was asked for")
    }
    guard settingsAnswered, knowsButton else {
      return (.transportOnly, "\(ended), but the visitor plane doesn't know the button")
    }
    let people = isAvailable ? "somebody is available" : "nobody is available now"
    return (.live, "\(ended), and the visitor plane knows the button; \(people)")
  }
}
