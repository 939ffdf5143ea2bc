import AuditModel
import Testing

@testable import AuditEngine

/// What must not be shown, and what may.
@Suite struct MaskingTests {
  @Test(arguments: [
    ("key: f0e1d2c3-0000-4000-8000-aabbccddeeff!1700000000000!abc/d+ghi=", "key: •••"),
    ("System/SessionId/f0e1d2c3-0000-4000-8000-aabbccddeeff%211700000000000%21abc", "System/SessionId/•••"),
    ("'X-LIVEAGENT-AFFINITY': 'c0ffee42'", "'X-LIVEAGENT-AFFINITY': '•••'"),
    (#"{"name":"X-LIVEAGENT-AFFINITY","value":"c0ffee42"}"#, #"{"name":"X-LIVEAGENT-AFFINITY","value":"•••"}"#),
    ("X-LIVEAGENT-AFFINITY: null", "X-LIVEAGENT-AFFINITY: null"),
    ("sid=00D000000000001AAA!AR8AQ.abcdefghij_KLMNOPQR;", "sid=•••;"),
    ("Authorization: Bearer abcdef0123456789", "Authorization: Bearer •••"),
    ("Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic •••"),
    ("curl -H 'authorization=token ghx_0123456789'", "curl -H 'authorization=token •••'"),
    ("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln rest", "jwt ••• rest"),
    ("https://agent:pa55@host.test/chat", "https://agent:•••@host.test/chat"),
    ("POST /login?password=correct-horse&next=1", "POST /login?password=•••"),
    ("<password>correct-horse</password>", "<password>•••</password>"),
    ("\"apiKey\": \"0123456789\"", "\"apiKey\": \"•••\""),
    ("visitor ada.lovelace+chat@visitor.test asked", "visitor ••• asked"),
    ("write to help@example.com", "write to help@example.com"),
    ("deployment 572000000000001AAA, button 573000000000001", "deployment 572000000000001AAA, button 573000000000001"),
  ])
  func `secrets and people are masked, ids are shown`(text: String, masked: String) {
    #expect(Masker(Masking()).mask(text) == masked)
    #expect(Masker(Masking(showsSecrets: true)).mask(text) == text)
  }

  @Test(arguments: [
    ("org 00D000000000001 or 00D000000000001AAA", "org ••• or •••"),
    ("ids=573000000000001%2C573000000000002", "ids=•••%2C•••"),
    ("button_573000000000001AAA_x", "button_•••_x"),
    (#"\n572000000000001\n"#, #"\n•••\n"#),
    ("x573000000000001", "x573000000000001"),
    ("573000000000001AAAB", "573000000000001AAAB"),
    ("agent 005000000000001, skill 0C5", "agent •••, skill 0C5"),
  ])
  func `ids are masked where that is asked for`(text: String, masked: String) {
    #expect(Masker(Masking(hidesIDs: true)).mask(text) == masked)
  }

  @Test func `a secret that a part cuts in two is masked all the same`() {
    let text = Array("f0e1d2c3-0000-4000-8000-aabbccddeeff!1700000000000!abcdef end".utf8)
    for start in 0..<50 { #expect(Masker(Masking()).mask(text, start..<text.count) == "••• end") }
    for end in 1..<50 { #expect(Masker(Masking()).mask(text, 0..<end) == "•••") }
  }
}
