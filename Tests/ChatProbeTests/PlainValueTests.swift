import AuditModel
import CCurl
@testable import ChatProbe
import Testing

/// Everything of the probe that needs neither sockets nor tasks.
@Suite struct PlainValueTests {
  @Test(arguments: [
    ("d.la1-c1-iad.salesforceliveagent.com", "https://d.la1-c1-iad.salesforceliveagent.com/chat/rest"),
    ("//d.la.example.com", "https://d.la.example.com/chat/rest"),
    ("https://D.LA.Example.com./chat", "https://d.la.example.com/chat/rest"),
    ("https://d.la.example.com/chat/rest/", "https://d.la.example.com/chat/rest"),
    ("https://d.la.example.com/chat/rest/System/SessionId?x=1", "https://d.la.example.com/chat/rest"),
    ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x/chat/rest"),
    ("https://[2001:db8::1]:8443/chat/", "https://[2001:db8::1]:8443/chat/rest"),
  ])
  func `an endpoint is read from what people copy`(text: String, expected: String) throws {
    #expect(try Endpoint(text).description == expected)
  }

  @Test(arguments: [
    "", "https://", "ftp://example.com", "https://user@example.com", "https://example.com:0", "https://example.com:x",
    "https://exa mple.com", "https://example.com\r\nX-Y: z", "https://example.com/?q", "https://example.com#f",
    "https://ex\u{E4}mple.com", "https://exam%70le.com", "file:///etc/passwd",
  ])
  func `what is no endpoint is refused`(text: String) {
    #expect(throws: EndpointError.self) { try Endpoint(text) }
  }

  @Test(arguments: [
    ("d.la1.salesforceliveagent.com", false, true), ("salesforceliveagent.com", false, false),
    ("evilsalesforceliveagent.com", false, false), ("salesforceliveagent.com.example.com", false, false),
    ("http://d.la1.salesforceliveagent.com", false, false), ("http://d.la1.salesforceliveagent.com", true, true),
    ("chat.example.com", false, true), ("a.chat.example.com", false, false), ("localhost", false, false),
    ("https://localhost", true, true), ("http://127.0.0.1:1", true, true), ("http://10.0.0.1", true, false),
  ])
  func `hosts are allowed by name`(text: String, local: Bool, isAllowed: Bool) throws {
    let policy = HostPolicy(allowedHosts: HostPolicy.serviceHosts + ["Chat.Example.com"], allowsLocal: local)
    #expect((policy.refusal(of: try Endpoint(text)) == nil) == isAllowed)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("10.1.2.3", true), ("172.16.0.1", true), ("172.32.0.1", false), ("192.168.9.9", true),
    ("169.254.169.254", true), ("100.64.0.1", true), ("100.128.0.1", false), ("0.0.0.0", true), ("224.0.0.1", true),
    ("255.255.255.255", true), ("8.8.8.8", false), ("::1", true), ("::", true), ("fe80::1", true), ("fd00::1", true),
    ("::ffff:127.0.0.1", true), ("::ffff:8.8.8.8", false), ("64:ff9b::a00:1", true), ("2002:7f00:1::", true),
    ("2001:db8::1", true), ("2606:4700::1111", false),
  ])
  func `addresses that are not of the public internet are known`(address: String, isLocal: Bool) {
    #expect(unsafe cc_is_local_address(address) == isLocal)
  }

  @Test func `a secret shows itself nowhere`() {
    let secret = Secret("k!e/y+=")
    var dumped = ""
    dump(secret, to: &dumped)
    #expect(!"\(secret) \(String(reflecting: secret)) \(dumped)".contains("k!e"))
    #expect(secret.pathSegment == "k!e%2Fy%2B%3D")
    #expect(secret.rawPathSegment == "k!e/y+=")
    #expect(Secret("../../x").rawPathSegment == nil)
    #expect(Secret("a\r\nb").fitsHeader == false)
    #expect(Redactor([secret]).clean("at /k!e/y+= and /k!e%2Fy%2B%3D\u{1b}[0m")
      == "at /{secret} and /{secret}\\u{1b}[0m")
  }

  @Test(arguments: [
    ([], [Verdict.live, .retired], ProbeOutcome.asExpected), ([], [.live, .unreachable], .inconclusive),
    ([.live], [.live, .live], .asExpected), ([.live], [.live, .transportOnly], .different),
    ([.live], [.unreachable], .inconclusive), ([.live], [.unreachable, .retired], .different),
    ([.unreachable], [.unreachable], .asExpected), ([.live, .moved], [.moved], .asExpected), ([], [], .asExpected),
  ] as [(Set<Verdict>, [Verdict], ProbeOutcome)])
  func `an outage is no change, another answer is`(
    expected: Set<Verdict>, verdicts: [Verdict], outcome: ProbeOutcome
  ) {
    let results = verdicts.map { ProbeResult(endpoint: "e", verdict: $0, reason: "r") }
    #expect(ProbeOutcome(results, expected: expected) == outcome)
  }

  @Test func `requests to one host are spaced, others are not held back`() {
    var pacer = Pacer(requestsPerSecond: 10)
    let waits = (0..<4).map { _ in pacer.wait(for: "a", now: .seconds(1)) }
    #expect(waits == [.zero, .milliseconds(100), .milliseconds(200), .milliseconds(300)])
    #expect(pacer.wait(for: "b", now: .seconds(1)) == .zero)
    #expect(pacer.wait(for: "a", now: .seconds(3)) == .zero)
  }

  @Test(arguments: [
    (["https_proxy": "http://p:1"], "https://a.example.com", "http://p:1"),
    (["HTTP_PROXY": "http://p:1"], "http://a.example.com", nil),
    (["all_proxy": "http://p:1", "no_proxy": "example.com"], "https://a.example.com", nil),
    (["all_proxy": "http://p:1", "NO_PROXY": "x, .other.com"], "https://a.example.com", "http://p:1"),
    (["HTTPS_PROXY": "http://p:1", "no_proxy": "*"], "https://a.example.com", nil), ([:], "https://a.example.com", nil),
  ] as [([String: String], String, String?)])
  func `proxies come from the usual variables`(
    environment: [String: String], url: String, proxy: String?
  ) throws {
    #expect(ProxySettings(environment: environment).proxy(for: try Endpoint(url)) == proxy)
  }

  @Test func `every state can reach the end`() {
    for state in ProbeMachine.State.allCases where state != .finished {
      var seen: Set = [state]
      var queue = [state]
      while let next = queue.popLast() {
        for successor in next.successors where seen.insert(successor).inserted { queue.append(successor) }
      }
      #expect(seen.contains(.finished), "\(state)")
    }
  }

  @Test func `a dry run shows the whole chat and no secret`() throws {
    let plan = try FakeProbe.plan("https://d.la1.salesforceliveagent.com", chat: .init())
    let texts = plan.dryRun(HostPolicy())
    let resources = texts.map { text in
      text.split(whereSeparator: { " \n?".contains($0) }).prefix(2).joined(separator: " ")
        .replacing("https://d.la1.salesforceliveagent.com/chat/rest/", with: "")
    }
    #expect(
      resources == [
        "GET Visitor/Settings", "GET Visitor/Availability", "GET Visitor/Settings", "GET System/SessionId",
        "POST Chasitor/ChasitorInit", "GET System/Messages", "POST Chasitor/ChatEnd", "DELETE System/SessionId/{key}",
      ])
  }
}
