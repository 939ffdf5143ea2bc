import AuditModel
import LenientJSON

/// What is known of the chat of a full probe.
struct ChatProgress {
  /// The number of the last POST.
  var sequence = 0
  /// What `ack` says: the number of the last messages received.
  var acknowledged = -1
  var offset = 0
  var failedPolls = 0
  var hasReconnected = false
  var isRequested = false
  var isRouted = false
  var isEstablished = false
  /// Why the chat is over, where the other side ended or refused it.
  var endedBecause: String?
  /// The time spent in polls, as the sum of their limits and not by a clock.
  var waited = Duration.zero
}

/// The life of a real chat: init, wait to be routed, wait for a person, end.
extension ProbeMachine {
  /// A poll that brings nothing this often in a row, by failing, ends the waiting.
  private static let maxFailedPolls = 3
  /// One poll at a time; short enough that patience is kept to within this.
  private static let maxPoll = Duration.seconds(130)

  mutating func initialise() -> Action {
    guard let session, let chatPlan = plan.chat else { return delete() }
    // Every request of a chat carries the key in a header, and a line end in it would begin another header.
    guard session.key.fitsHeader else {
      seen.chat = "the session's key can't stand in a header, so no chat was requested"
      return delete()
    }
    var request = post("Chasitor/ChasitorInit", session)
    request.body = [
      "organizationId": .string(plan.organization ?? ""),
      "deploymentId": .string(plan.deployment ?? ""),
      "buttonId": .string(plan.button ?? ""),
      "sessionId": .string(session.id),
      "userAgent": "ChatSunset", "language": "en-US", "screenResolution": "1920x1080",
      "visitorName": .string(chatPlan.visitorName),
      "prechatDetails": [], "prechatEntities": [], "buttonOverrides": [],
      "receiveQueueUpdates": true, "isPost": true,
    ]
    request.purpose = .opening
    chat.isRequested = true
    return move(to: .initialising, request)
  }

  mutating func receivedInit(_ answer: ProbeAnswer) -> Action {
    switch answer {
    case .response(let status, _, _) where (200..<300).contains(status):
      return isCancelled ? endChat() : poll()
    case .response(let status, _, _):
      seen.chat = "the chat request was answered \(status)"
      return delete()
    case .failure(let failure) where failure.kind == .cancelled:
      return delete()  // it was never sent
    case .failure(let failure):
      // It may have arrived: withdraw what may be ringing.
      seen.chat = "the chat request had no answer: \(failure.message)"
      return endChat()
    }
  }

  mutating func poll() -> Action {
    guard let session, let chatPlan = plan.chat else { return delete() }
    let left = chatPlan.patience - chat.waited
    guard left > .zero, !isCancelled else {
      seen.chat = chat.isRouted ? "the chat was routed and nobody accepted it" : "the chat was never routed"
      return endChat()
    }
    var request = request("GET", "System/Messages")
    request.query = [("ack", String(chat.acknowledged))]
    request.affinity = session.affinity.map { .token($0) } ?? .null
    request.sessionKey = session.key
    // The server holds a silent poll for its own time-out; ten seconds more tell silence from failure.
    request.timeout = min(min(session.pollTimeout + .seconds(10), left), Self.maxPoll)
    return move(to: .polling, request)
  }

  mutating func receivedPoll(_ answer: ProbeAnswer) -> Action {
    switch answer {
    case .response(200, _, let body):
      guard let messages = MessagesAnswer(body: body) else { return pollFailed() }
      chat.failedPolls = 0
      chat.acknowledged = messages.sequence ?? chat.acknowledged
      chat.offset = messages.offset ?? chat.offset
      for message in messages.messages { take(message.type, message.message) }
      // An answer at once, for ever, would otherwise never use up the patience.
      chat.waited += .milliseconds(100)
    case .response(204, _, _):
      chat.failedPolls = 0
      chat.waited += session?.pollTimeout ?? .seconds(40)
    case .response(503, _, _) where !chat.hasReconnected:
      chat.hasReconnected = true
      guard let session else { return delete() }
      return move(to: .reconnecting, reconnectRequest(session, purpose: .question))
    case .response(let status, _, _) where status == 403 || status == 409:
      chat.endedBecause = "the server let go of the session (\(status))"
    case .response: return pollFailed()
    case .failure(let failure):
      if failure.kind == .timeout { chat.waited += session?.pollTimeout ?? .seconds(40) }
      return pollFailed()
    }
    if let why = chat.endedBecause {
      seen.chat = why
      return delete()
    }
    if chat.isEstablished {
      seen.chat = "a person accepted the chat, and the probe ended it"
      return endChat()
    }
    return poll()
  }

  /// Again with the same `ack`, a bounded number of times.
  private mutating func pollFailed() -> Action {
    chat.failedPolls += 1
    guard chat.failedPolls < Self.maxFailedPolls else {
      seen.chat = "the polls for messages failed"
      return endChat()
    }
    return poll()
  }

  private mutating func take(_ type: String, _ message: JSONValue) {
    switch type {
    case "ChatRequestSuccess":
      chat.isRouted = true
      seen.chatWasRouted = true
    case "ChatEstablished":
      // In order only: nothing may be sent before both have arrived.
      chat.isEstablished = chat.isRouted
    case "ChatRequestFail":
      chat.endedBecause = "the chat request failed: \(reason(of: message))"
    case "ChatEnded":
      chat.endedBecause = "the chat was ended by the other side: \(reason(of: message))"
    default: break  // queue updates, typing and what is not known leave the waiting as it is
    }
  }

  private func reason(of message: JSONValue) -> String {
    "'\(printable(message["reason"]?.string ?? "no reason", limit: 60))'"
  }

  mutating func receivedReconnect(_ answer: ProbeAnswer) -> Action {
    guard takeNewAffinity(answer) else {
      seen.chat = "the server moved the session and it could not be joined again"
      return endChat()
    }
    return poll()
  }

  mutating func endChat() -> Action {
    guard let session else { return delete() }
    var request = post("Chasitor/ChatEnd", session)
    request.body = ["type": "ChatEndReason", "reason": "client"]
    request.purpose = .ending
    return move(to: .ending, request)
  }

  private mutating func post(_ resource: String, _ session: SessionAnswer) -> ProbeRequest {
    var request = request("POST", resource)
    chat.sequence += 1
    request.sequence = chat.sequence
    request.affinity = session.affinity.map { .token($0) } ?? .null
    request.sessionKey = session.key
    return request
  }
}
