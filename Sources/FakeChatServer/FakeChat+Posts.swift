import LenientJSON

extension FakeChat {
  /// Chasitor and presence requests: session, affinity, sequence, then the request itself.
  mutating func post(_ resource: Resource, _ request: FakeRequest, now: Duration) -> FakeResponse {
    if resource.noun == "SensitiveDataRuleTriggered" { return success }
    return withSequence(request) { chat, key, body in
      chat.perform(resource.name, body, key: key, sequence: chat.sessions[key]?.sequence, now: now)
    }
  }

  mutating func multiNoun(_ resource: Resource, _ request: FakeRequest, now: Duration) -> FakeResponse {
    withSequence(request) { chat, key, body in
      guard let nouns = body["nouns"]?.array else { return .text("'nouns' is required", status: 400) }
      for noun in nouns {
        guard let prefix = noun["prefix"]?.string, let name = noun["noun"]?.string,
          Resource.methods["\(prefix)/\(name)"]?.contains("POST") == true
        else { return .text("no such noun", status: 404) }
        // The documentation's table says 'data', its example and the real clients say 'object'.
        let object = noun["object"] ?? noun["data"] ?? [:]
        let answer = chat.perform("\(prefix)/\(name)", object, key: key, sequence: nil, now: now)
        guard answer.status < 300 else { return answer }
      }
      return chat.success
    }
  }

  /// Checks what all of them share; a number already taken is a duplicate and has no effect.
  private mutating func withSequence(
    _ request: FakeRequest, _ body: (inout FakeChat, String, JSONValue) -> FakeResponse
  ) -> FakeResponse {
    guard let key = request.headers["x-liveagent-session-key"], let session = sessions[key] else {
      return Self.noSession
    }
    if let problem = affinityProblem(session, request) { return problem }
    let json: JSONValue
    do {
      json = request.body.isEmpty ? [:] : try JSONValue(parsing: request.body)
    } catch {
      return .text("\(error.message) at byte \(error.byteOffset)", status: 400)
    }
    // Clients that never send a number were seen to work.
    let number = request.headers["x-liveagent-sequence"].flatMap { Int($0) } ?? session.sequence + 1
    // A gap is taken, too: a public client doesn't give the number of a failed request back.
    if number <= session.sequence { return success }
    sessions[key]?.sequence = number
    let answer = body(&self, key, json)
    if answer.status >= 300 { sessions[key]?.sequence = session.sequence }
    return answer
  }

  private mutating func perform(
    _ name: String, _ body: JSONValue, key: String, sequence: Int?, now: Duration
  ) -> FakeResponse {
    guard let session = sessions[key] else { return Self.noSession }
    // A public client documents 403 for what is sent after the other side has ended the chat.
    if session.phase == .ended, name.hasPrefix("Chasitor/") { return Self.noSession }
    switch name {
    case "Chasitor/ChasitorInit":
      if scenario.isStrict, let sequence, sequence != 1 {
        return .text("ChasitorInit must be the first request", status: 400)
      }
      guard session.phase == .none else { return .text("chat already requested", status: 400) }
      guard body["sessionId"]?.string == session.id else {
        return .text("'sessionId' must be the session's id", status: 400)
      }
      sessions[key]?.phase = .requested
      tally.rings += 1
      // A chat for another org is never routed: polls stay empty.
      guard knows(body["organizationId"]?.string, body["deploymentId"]?.string) else { return success }
      if body["isPost"]?.bool != true {
        sessions[key]?.schedule(
          [.init(after: .zero, type: "ChatRequestFail", message: ["reason": "NoPost"])], now: now)
        return success
      }
    case "Chasitor/ChatEnd":
      guard session.phase != .none else { return Self.nullPointer }
      guard body["reason"]?.string != nil else { return .text("'reason' is required", status: 400) }
      sessions[key]?.phase = .ended
      sessions[key]?.events.append(("ChatEnded", ["reason": "client"]))
    case "Chasitor/ChasitorResyncState": break
    case _ where name.hasPrefix("Chasitor/"):
      guard session.phase == .established else { return Self.nullPointer }
    default: break
    }
    sessions[key]?.schedule(scenario.script[name] ?? [], now: now)
    sessions[key]?.advance(to: now)
    return success
  }

  /// What the service answers to chat requests before the agent has accepted.
  private static let nullPointer = FakeResponse.text("java.lang.NullPointerException", status: 500)

  func knows(_ organization: String?, _ deployment: String?) -> Bool {
    // Ids come with 15 characters, or with a checksum of three more.
    organization?.prefix(15) == scenario.organization.prefix(15)
      && deployment?.prefix(15) == scenario.deployment.prefix(15)
  }
}
