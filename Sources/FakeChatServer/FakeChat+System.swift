import LenientJSON

extension FakeChat {
  mutating func system(_ resource: Resource, _ request: FakeRequest, now: Duration) -> Reply {
    switch (request.method, resource.noun) {
    case ("GET", "SessionId"): .answer(open(request, resource, now: now))
    case (_, "SessionId"): .answer(end(resource, request))
    case (_, "Messages"): messages(request, now: now)
    case (_, "ReconnectSession"): .answer(reconnect(request))
    case (_, "ResyncSession"): .answer(resync(request, resource))
    default: .answer(multiNoun(resource, request, now: now))
    }
  }

  private mutating func open(
    _ request: FakeRequest, _ resource: Resource, now: Duration
  ) -> FakeResponse {
    guard resource.rest == nil else { return .text("no key on GET", status: 404) }
    if scenario.isStrict, request.headers["x-liveagent-affinity"] != "null" {
      return .text("the first affinity must be null", status: 400)
    }
    let digits = hexadecimal(digits: 32)
    let groups = [8, 4, 4, 4, 12]
    var parts: [String] = []
    var rest = digits[...]
    for length in groups {
      parts.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    let id = parts.joined(separator: "-")
    let key = "\(id)!1795446000000!\(base64Tail())"
    sessions[key] = FakeSession(
      id: id, key: key, affinity: scenario.session.affinity, lastPoll: now)
    secrets += [key, scenario.session.affinity]
    tally.opened += 1
    tally.open = sessions.count
    let timeout: JSONValue = scenario.session.timeoutIsText ? "30" : 40
    if scenario.session.unquotedKeys {
      return FakeResponse(
        status: 200,
        body: Array(
          """
          {
            id: "\(id)",
            key: "\(key)",
            affinityToken: "\(scenario.session.affinity)",
            clientPollTimeout: \(timeout.text())
          }
          """.utf8))
    }
    return .json([
      "id": .string(id), "key": .string(key), "affinityToken": .string(scenario.session.affinity),
      "clientPollTimeout": timeout,
    ])
  }

  private mutating func end(_ resource: Resource, _ request: FakeRequest) -> FakeResponse {
    guard let rawKey = resource.rawRest, let decodedKey = resource.rest else {
      return .text("a key is needed", status: 404)
    }
    let key = scenario.session.onlyRawKey ? rawKey : decodedKey
    guard let session = sessions[key] else { return Self.noSession }
    if let problem = affinityProblem(session, request) { return problem }
    sessions[key] = nil
    tally.ended += 1
    tally.open = sessions.count
    return .text("OK")
  }

  private mutating func messages(_ request: FakeRequest, now: Duration) -> Reply {
    guard let key = request.headers["x-liveagent-session-key"], let session = sessions[key] else {
      return .answer(Self.noSession)
    }
    if let problem = affinityProblem(session, request) { return .answer(problem) }
    guard session.poll == nil else {
      sessions[key] = nil
      tally.killed += 1
      tally.open = sessions.count
      return .answer(.text("duplicate long polling", status: 409))
    }
    // A public client never sends 'ack': it gets what was not delivered yet.
    let acknowledged = request.query["ack"].map { Int($0) } ?? session.delivered
    guard let acknowledged else { return .answer(.text("'ack' must be a number", status: 400)) }
    return beginPoll(key: key, acknowledged: acknowledged, now: now)
  }

  private mutating func reconnect(_ request: FakeRequest) -> FakeResponse {
    guard let key = request.headers["x-liveagent-session-key"], var session = sessions[key] else {
      return Self.noSession
    }
    guard request.headers["x-liveagent-affinity"] == "null" else {
      return .text("the affinity must be null", status: 400)
    }
    guard request.query["ReconnectSession.offset"] != nil else {
      return .text("'ReconnectSession.offset' is required", status: 400)
    }
    session.affinity = hexadecimal(digits: 8)
    secrets.append(session.affinity)
    session.sequence = 0
    if session.phase != .none {
      session.events.append(
        ("ChasitorSessionData", ["queuePosition": 0, "chatMessages": [], "sneakPeekEnabled": true]))
    }
    sessions[key] = session
    return .json([
      "messages": [
        [
          "type": "ReconnectSession",
          "message": ["resetSequence": true, "affinityToken": .string(session.affinity)],
        ]
      ]
    ])
  }

  /// The form before version 37.
  private func resync(_ request: FakeRequest, _ resource: Resource) -> FakeResponse {
    let key = request.headers["x-liveagent-session-key"] ?? ""
    guard let session = sessions[key] else {
      return .json(["isValid": false, "key": "", "affinityToken": ""])
    }
    return .json([
      "isValid": true, "key": .string(key), "affinityToken": .string(session.affinity),
    ])
  }

  func affinityProblem(_ session: FakeSession, _ request: FakeRequest) -> FakeResponse? {
    request.headers["x-liveagent-affinity"] == session.affinity
      ? nil : .text("Invalid Affinity Token", status: 503)
  }
}
