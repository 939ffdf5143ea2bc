@testable import FakeChatServer
import LenientJSON
import Testing

/// A client of the fake service's value, without sockets: remembers key, affinity and sequence.
private struct Visitor {
  var chat: FakeChat
  var now = Duration.zero
  var id = ""
  var key = ""
  var affinity = "null"
  var sequence = 0

  init(_ scenario: Scenario = Scenario()) {
    chat = FakeChat(scenario: scenario, selfURL: "http://127.0.0.1", seed: 7)
  }

  /// Sends a request; the status is nil while a poll is held.
  @discardableResult
  mutating func send(
    _ method: String, _ target: String, body: String = "", headers: [String: String] = [:]
  ) -> (status: Int?, body: String, hold: FakeChat.Hold?) {
    var all = [
      "x-liveagent-api-version": "60", "x-liveagent-affinity": affinity,
      "x-liveagent-session-key": key,
    ]
    if method == "POST" {
      sequence += 1
      all["x-liveagent-sequence"] = String(sequence)
    }
    for (name, value) in headers { all[name] = value == "-" ? nil : value }
    let request = FakeRequest(
      method: method, target: "/chat/rest/" + target, headers: all, body: Array(body.utf8))
    switch chat.reply(to: request, now: now) {
    case .answer(let response):
      return (response.status, String(decoding: response.body, as: UTF8.self), nil)
    case .hold(let hold): return (nil, "", hold)
    }
  }

  mutating func open() throws {
    affinity = "null"
    key = ""
    let session = try JSONValue(parsing: send("GET", "System/SessionId", headers: ["x-liveagent-session-key": "-"]).body)
    id = try #require(session["id"]?.string)
    key = try #require(session["key"]?.string)
    affinity = try #require(session["affinityToken"]?.string)
  }

  mutating func start() -> Int? {
    send("POST", "Chasitor/ChasitorInit", body: """
      {"organizationId": "00D000000000001", "deploymentId": "572000000000001AAA",
       "buttonId": "573000000000001", "sessionId": "\(id)", "isPost": true}
      """).status
  }

  mutating func poll(ack: Int = -1) -> (status: Int?, types: [String], sequence: Int?) {
    let answer = send("GET", "System/Messages?ack=\(ack)")
    let json = try? JSONValue(parsing: answer.body)  // an empty or plain body has no messages
    let types = json?["messages"]?.array?.compactMap { $0["type"]?.string } ?? []
    return (answer.status, types, json?["sequence"]?.integer)
  }
}

@Suite struct FakeChatTests {
  @Test(arguments: [
    ("GET", "System/Nothing", 404), ("GET", "elsewhere", 404), ("DELETE", "Visitor/Settings", 405),
    ("POST", "System/SessionId", 405), ("GET", "System/SessionId/", 200),
    ("GET", "System/SessionId?SessionId.ClientType=chasitor", 200), ("GET", "System/SessionId/key", 404),
    ("GET", "System/Messages?ack=-1", 403), ("DELETE", "System/SessionId/unknown", 403),
    ("GET", "System/ReconnectSession?ReconnectSession.offset=0", 403),
    ("POST", "Chasitor/ChatMessage", 403), ("POST", "Agent/SensitiveDataRuleTriggered", 200),
    ("GET", "Visitor/Settings?org_id=00D000000000001AAA&deployment_id=572000000000001", 200),
    ("GET", "Visitor/Settings?org_id=00D00000000000Z&deployment_id=572000000000001", 503),
  ])
  func `a request without a session is answered by its path and method`(
    method: String, target: String, status: Int
  ) {
    var visitor = Visitor()
    #expect(visitor.send(method, target).status == status)
  }

  @Test func `no api version is 400, and so is a first affinity that isn't null`() {
    var visitor = Visitor()
    #expect(visitor.send("GET", "System/SessionId", headers: ["x-liveagent-api-version": "-"]).status == 400)
    #expect(visitor.send("GET", "System/SessionId", headers: ["x-liveagent-affinity": "abc"]).status == 400)
    #expect(visitor.chat.tally.opened == 0)
  }

  @Test func `a session ends once, by the key as one path segment or raw`() throws {
    for isEncoded in [true, false] {
      var scenario = Scenario()
      scenario.session.keyHasSlash = true
      var visitor = Visitor(scenario)
      try visitor.open()
      let key = isEncoded ? visitor.key.replacing("/", with: "%2F").replacing("!", with: "%21") : visitor.key
      #expect(visitor.send("DELETE", "System/SessionId/\(key)").status == 200)
      #expect(visitor.send("DELETE", "System/SessionId/\(key)").status == 403)
      #expect(visitor.chat.tally.ended == 1)
      #expect(visitor.chat.tally.leaked == 0)
    }
  }

  @Test func `a chat lives from init to end`() throws {
    var visitor = Visitor()
    try visitor.open()
    #expect(visitor.start() == 200)
    #expect(visitor.poll().types == ["ChatRequestSuccess"])
    visitor.now = .milliseconds(60)
    #expect(visitor.poll(ack: 0).types == ["ChatEstablished"])
    #expect(visitor.send("POST", "Chasitor/ChatMessage", body: #"{"text":"hello"}"#).status == 200)
    #expect(visitor.send("POST", "Chasitor/ChatEnd", body: #"{"reason":"client"}"#).status == 200)
    let last = visitor.poll(ack: 1)
    #expect(last.types == ["ChatEnded"])
    #expect(last.sequence == 2)
    #expect(visitor.chat.tally.rings == 1)
  }

  @Test func `a chat request before the agent has accepted is answered 500`() throws {
    var visitor = Visitor()
    try visitor.open()
    #expect(visitor.start() == 200)
    #expect(visitor.send("POST", "Chasitor/ChatMessage", body: "{}").status == 500)
    visitor.sequence -= 1
    visitor.now = .milliseconds(60)
    // Queued isn't enough, the client must have received both.
    #expect(visitor.send("POST", "Chasitor/ChasitorTyping", body: "{}").status == 500)
    visitor.sequence -= 1
    _ = visitor.poll()
    #expect(visitor.send("POST", "Chasitor/ChasitorTyping", body: "{}").status == 200)
  }

  @Test func `an old ack brings the messages again, a quiet poll is held and then 204`() throws {
    var visitor = Visitor()
    try visitor.open()
    _ = visitor.start()
    #expect(visitor.poll().types == ["ChatRequestSuccess"])
    #expect(visitor.poll().types == ["ChatRequestSuccess"])
    let hold = try #require(visitor.send("GET", "System/Messages?ack=0").hold)
    visitor.now = .milliseconds(100)
    guard case .answer(let news) = visitor.chat.resume(hold, now: visitor.now) else {
      Issue.record("the poll is still held")
      return
    }
    #expect(news.status == 200)
    let quiet = try #require(visitor.send("GET", "System/Messages?ack=1").hold)
    visitor.now = .seconds(41)
    guard case .answer(let end) = visitor.chat.resume(quiet, now: visitor.now) else {
      Issue.record("the poll is still held")
      return
    }
    #expect(end.status == 204)
  }

  @Test func `a poll without ack brings what was not delivered yet`() throws {
    var visitor = Visitor()
    try visitor.open()
    _ = visitor.start()
    #expect(visitor.send("GET", "System/Messages").body.contains("ChatRequestSuccess"))
    visitor.now = .milliseconds(60)
    let next = visitor.send("GET", "System/Messages").body
    #expect(next.contains("ChatEstablished") && !next.contains("ChatRequestSuccess"))
    #expect(visitor.send("GET", "System/Messages?ack=x").status == 400)
  }

  @Test func `after the other side has ended the chat requests are 403, numbers with a gap are taken`() throws {
    var visitor = Visitor(try #require(Scenario.named("agent-ends")))
    try visitor.open()
    _ = visitor.start()
    visitor.now = .milliseconds(5)
    _ = visitor.poll()
    let gap = ["x-liveagent-sequence": "9"]
    #expect(visitor.send("POST", "Chasitor/ChasitorResyncState", body: "{}", headers: gap).status == 200)
    visitor.now = .milliseconds(60)
    _ = visitor.poll(ack: 0)
    visitor.sequence = 20
    #expect(visitor.send("POST", "Chasitor/ChatEnd", body: #"{"reason":"client"}"#).status == 403)
  }

  @Test func `two polls at once are 409 and the end of the session`() throws {
    var visitor = Visitor()
    try visitor.open()
    let first = try #require(visitor.send("GET", "System/Messages?ack=-1").hold)
    #expect(visitor.poll().status == 409)
    #expect(visitor.poll().status == 403)
    guard case .answer(let response) = visitor.chat.resume(first, now: .zero) else {
      Issue.record("the first poll is still held")
      return
    }
    #expect(response.status == 403)
    #expect(visitor.chat.tally.killed == 1)
  }

  @Test func `a session that nobody polls for 45 seconds is gone and counts as leaked`() throws {
    var visitor = Visitor()
    try visitor.open()
    visitor.now = .seconds(46)
    #expect(visitor.poll().status == 403)
    #expect(visitor.chat.tally.expired == 1)
    #expect(visitor.chat.tally.leaked == 1)
  }

  @Test func `a wrong affinity is 503 until the session is reconnected`() throws {
    var visitor = Visitor()
    try visitor.open()
    _ = visitor.start()
    visitor.affinity = "moved"
    #expect(visitor.poll().status == 503)
    let answer = visitor.send(
      "GET", "System/ReconnectSession?ReconnectSession.offset=0", headers: ["x-liveagent-affinity": "null"])
    let message = try JSONValue(parsing: answer.body)["messages"]?.array?.first?["message"]
    visitor.affinity = try #require(message?["affinityToken"]?.string)
    #expect(message?["resetSequence"]?.bool == true)
    #expect(visitor.poll().types.contains("ChasitorSessionData"))
    visitor.sequence = 0
    #expect(visitor.send("POST", "Chasitor/ChatEnd", body: #"{"reason":"client"}"#).status == 200)
  }

  @Test func `sequence numbers count up; one seen before has no effect`() throws {
    var visitor = Visitor()
    try visitor.open()
    #expect(visitor.send("POST", "Chasitor/ChasitorInit", headers: ["x-liveagent-sequence": "3"]).status == 400)
    visitor.sequence = 0
    #expect(visitor.start() == 200)
    visitor.sequence = 0
    #expect(visitor.start() == 200)
    #expect(visitor.chat.tally.rings == 1)
  }

  @Test func `a body that isn't JSON is 400`() throws {
    var visitor = Visitor()
    try visitor.open()
    #expect(visitor.send("POST", "Chasitor/ChasitorInit", body: "<oops>").status == 400)
  }

  @Test func `the nouns of a MultiNoun are done in order`() throws {
    var visitor = Visitor()
    try visitor.open()
    _ = visitor.start()
    visitor.now = .milliseconds(60)
    _ = visitor.poll()
    let nouns = """
      {"nouns": [{"prefix": "Chasitor", "noun": "ChatMessage", "object": {"text": "bye"}},
                 {"prefix": "Chasitor", "noun": "ChatEnd", "data": {"reason": "client"}}]}
      """
    #expect(visitor.send("POST", "System/MultiNoun", body: nouns).status == 200)
    #expect(visitor.poll(ack: 1).types == ["ChatEnded"])
  }

  @Test func `an unavailable button has no isAvailable, an unknown one no result`() throws {
    var scenario = Scenario()
    scenario.buttons = ["573000000000001": true, "573000000000002": false]
    var visitor = Visitor(scenario)
    let answer = visitor.send(
      "GET",
      "Visitor/Availability?org_id=00D000000000001&deployment_id=572000000000001"
        + "&Availability.ids=[573000000000001,573000000000002,573000000000003]")
    let message = try JSONValue(parsing: answer.body)["messages"]?.array?.first?["message"]
    #expect(message == ["results": [["id": "573000000000001", "isAvailable": true], ["id": "573000000000002"]]])
  }

  @Test func `the catalogue has every scenario once, each with a known verdict`() {
    let names = Scenario.catalogue.map(\.name)
    #expect(names.count > 40)
    #expect(Set(names).count == names.count)
    #expect(Scenario.catalogue.allSatisfy { !$0.summary.isEmpty })
  }
}
