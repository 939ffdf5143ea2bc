import LenientJSON

extension Scenario {
  /// The built-in scenarios in the order of the list below.
  package static let catalogue: [Scenario] = {
    do {
      return try (JSONValue(parsing: list).array ?? []).map { json in try Scenario(json: json) }
    } catch {
      // The list is part of the program and a test reads it.
      preconditionFailure("the built-in scenarios: \(error)")
    }
  }()

  package static func named(_ name: String) -> Scenario? {
    catalogue.first { $0.name == name }
  }
}

/// Durations in milliseconds. `verdict` is what a correct client says that was given the ids of the
/// scenario's org; clients without ids can't tell `live` from `transport-only`.
private let list = #"""
  [
    {name: "live", summary: "healthy, the button is online"},
    {name: "live-offline", summary: "healthy, nobody is at the button: isAvailable is left out",
     buttons: {"573000000000001": false}},
    {name: "transport-only", verdict: "transport-only",
     summary: "sessions start, visitors are answered 503",
     faults: {"GET Visitor/Settings": [{status: 503}], "GET Visitor/Availability": [{status: 503}]}},
    {name: "wrong-org", verdict: "transport-only", summary: "the ids belong to another org",
     organization: "00D00000000ZZZZ", deployment: "57200000000ZZZZ"},
    {name: "always-yes", verdict: "inconclusive",
     summary: "says yes to every id, so its yes means nothing",
     faults: {
       "GET Visitor/Settings": [{status: 200, body: '{"messages":[{"type":"Settings","message":{"buttons":[{"id":"573000000000001"},{"id":"573000000000000"}]}}]}'}],
       "GET Visitor/Availability": [{status: 200, body: '{"messages":[{"type":"Availability","message":{"results":[{"id":"573000000000001","isAvailable":true},{"id":"573000000000000","isAvailable":true}]}}]}'}]
     }},
    {name: "moved", verdict: "moved", summary: "SwitchServer names another pod, which is healthy",
     movedTo: ["{self}/moved/chat"]},
    {name: "moved-twice", verdict: "moved", summary: "the other pod names a third one",
     movedTo: ["{self}/moved/chat", "{self}/further/chat"]},
    {name: "moved-away", verdict: "moved", summary: "SwitchServer names a host that isn't allowed",
     movedTo: ["https://chat.example.com/chat"]},
    {name: "retired-404", verdict: "retired", summary: "every resource is gone, by 404",
     faults: {"*": [{status: 404, body: "Not Found"}]}},
    {name: "retired-410", verdict: "retired", summary: "every resource is gone, by 410, and says since when",
     faults: {"*": [{status: 410, headers: {"Sunset": "Sat, 14 Feb 2026 00:00:00 GMT",
       "Link": '<https://example.com/retired>; rel="sunset"'}}]}},
    {name: "half-retired", verdict: "inconclusive",
     summary: "System/SessionId answers 404 while visitors are served",
     faults: {"GET System/SessionId": [{status: 404}]}},
    {name: "html-landing-page", verdict: "inconclusive", summary: "200 and a web page for everything",
     faults: {"*": [{status: 200, headers: {"Content-Type": "text/html"},
       body: "<!DOCTYPE html><html><head><title>Welcome</title></head><body>Hello</body></html>"}]}},
    {name: "empty-200", verdict: "inconclusive", summary: "200 without a body",
     faults: {"*": [{status: 200}]}},
    {name: "redirect", verdict: "inconclusive", summary: "302 to another host",
     faults: {"*": [{status: 302, headers: {"Location": "https://chat.example.com/"}}]}},
    {name: "redirect-to-loopback", verdict: "inconclusive", summary: "302 to an address of this machine",
     faults: {"*": [{status: 302, headers: {"Location": "http://127.0.0.1:9/chat/rest/System/SessionId"}}]}},
    {name: "forbidden", verdict: "refused", summary: "403 for everything",
     faults: {"*": [{status: 403, body: "Forbidden"}]}},
    {name: "unauthorized", verdict: "refused", summary: "401: something else answers",
     faults: {"*": [{status: 401}]}},
    {name: "outage", verdict: "inconclusive", summary: "503 for everything",
     faults: {"*": [{status: 503, body: "Service Unavailable"}]}},
    {name: "broken", verdict: "inconclusive", summary: "500 for everything", faults: {"*": [{status: 500}]}},
    {name: "slow", verdict: "unreachable", summary: "no answer within a minute",
     faults: {"*": [{delay: 60000}]}},
    {name: "silent", verdict: "unreachable", summary: "takes the connection and says nothing",
     faults: {"*": [{deliver: "silence"}]}},
    {name: "reset", verdict: "unreachable", summary: "resets the connection", faults: {"*": [{deliver: "reset"}]}},
    {name: "half-closed", verdict: "inconclusive", summary: "closes in the middle of an answer",
     faults: {"*": [{status: 200, body: '{"id":"00000000-0000-4000-8000-000000000000"', deliver: {cutAfter: 10}}]}},
    {name: "endless-body", verdict: "inconclusive", summary: "a body without an end",
     faults: {"*": [{status: 200, deliver: "endless"}]}},
    {name: "header-flood", verdict: "inconclusive", summary: "headers without an end",
     faults: {"*": [{status: 200, deliver: "header-flood"}]}},
    {name: "trickle", verdict: "unreachable", summary: "a byte, a long pause, the next byte",
     faults: {"*": [{status: 200, body: "{}", deliver: {trickleEvery: 60000}}]}},
    {name: "gzip", verdict: "inconclusive", summary: "a compressed body that nobody asked for",
     faults: {"*": [{status: 200, headers: {"Content-Encoding": "gzip"}, bodyBytes: 100000}]}},
    {name: "bad-json", verdict: "inconclusive", summary: "200 and something that is no JSON",
     faults: {"GET System/SessionId": [{status: 200, body: "{\"id\": <oops>"}]}},
    {name: "no-key", verdict: "inconclusive", summary: "200 and JSON without a key",
     faults: {"GET System/SessionId": [{status: 200, body: '{"id": "1"}'}]}},
    {name: "cut-after-key", verdict: "inconclusive",
     summary: "a session starts, the answer breaks off behind its key",
     faults: {"GET System/SessionId": [{deliver: {cutAfter: 145}}]}},
    {name: "documented-sample", summary: "the official sample: keys without quotes, the time-out as text",
     session: {unquotedKeys: true, timeoutIsText: true}},
    {name: "address-affinity", summary: "the affinity token is an address and a port",
     session: {affinity: "10.44.144.152:443"}},
    {name: "key-with-slash", summary: "the key holds '/', '+' and '='", session: {keyHasSlash: true}},
    {name: "raw-key-only", summary: "the key ends the session only as it is, not percent-encoded",
     session: {keyHasSlash: true, onlyRawKey: true}},
    {name: "affinity-moves", summary: "503 on DELETE: the session moved to another server",
     faults: {"DELETE System/SessionId": [{movesAffinity: true}, {}]}},
    {name: "delete-fails", summary: "DELETE answers 500 twice, then works",
     faults: {"DELETE System/SessionId": [{status: 500}, {status: 500}, {}]}},
    {name: "delete-breaks", summary: "the connection breaks at DELETE, once",
     faults: {"DELETE System/SessionId": [{deliver: "reset"}, {}]}},
    {name: "delete-refused", verdict: "inconclusive", summary: "DELETE answers 500 for ever",
     faults: {"DELETE System/SessionId": [{status: 500}]}},
    {name: "accepted-202", summary: "POST answers 202 without a body", acceptsWith202: true},
    {name: "tls", summary: "healthy, over TLS", tls: "valid"},
    {name: "tls-expired", verdict: "unreachable", summary: "the certificate has expired", tls: "expired"},
    {name: "tls-wrong-name", verdict: "unreachable", summary: "the certificate is for another name",
     tls: "wrong-name"},
    {name: "nobody", summary: "a chat request fails: nobody is available",
     script: {"Chasitor/ChasitorInit": [{type: "ChatRequestFail", message: {reason: "Unavailable"}}]}},
    {name: "queue", summary: "the visitor waits in a queue, then an agent accepts",
     script: {"Chasitor/ChasitorInit": [
       {type: "ChatRequestSuccess", message: {queuePosition: 2}},
       {after: 20, type: "QueueUpdate", message: {position: 1, estimatedWaitTime: -1}},
       {after: 40, type: "QueueUpdate", message: {position: 0}},
       {after: 60, type: "ChatEstablished", message: {name: "Agent A"}}]}},
    {name: "agent-ends", summary: "the agent accepts and ends at once",
     script: {"Chasitor/ChasitorInit": [
       {type: "ChatRequestSuccess", message: {}}, {after: 10, type: "ChatEstablished", message: {name: "Agent A"}},
       {after: 10, type: "ChatEnded", message: {reason: "agent"}}]}},
    {name: "nobody-accepts", summary: "the request is routed and nobody ever accepts",
     script: {"Chasitor/ChasitorInit": [{type: "ChatRequestSuccess", message: {}}]}}
  ]
  """#
