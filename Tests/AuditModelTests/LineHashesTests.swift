import AuditModel
import Testing

@Suite struct LineHashesTests {
  /// The expected values are those that GitHub's upload action computes for the same texts.
  @Test(arguments: [
    ("", ["c129715d7a2bc9a3:1"]),
    (
      " a\nb\n  \t\tc\n d",
      ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
    ),
    (
      " hello; \t\r\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
      [
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
        "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
      ]
    ),
  ]) func `a line has the hash that code scanning computes`(text: String, hashes: [String]) {
    let lines = LineHashes(of: Array(text.utf8).span, lines: Set(0...(hashes.count + 1)))
    #expect((1...hashes.count).map { lines[$0] } == hashes)
    #expect(lines[0] == nil)
    #expect(lines[hashes.count + 1] == nil)
  }

  @Test func `equal hashes are numbered, and the end of the text changes those before it`() {
    let text = String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10)
    let lines = LineHashes(of: Array(text.utf8).span, lines: [1, 6, 7])
    #expect(lines[1] == "a7f2ff13bc495cf2:1")
    #expect(lines[6] == "a7f2ff13bc495cf2:6")
    #expect(lines[7] == "a7f2ff1481e87703:1")
    #expect(lines[2] == nil)
  }

  @Test(arguments: ["plain", "ümläut 😀", "\u{FFFD}"])
  func `a line's hash is the same whatever else is asked for`(word: String) {
    let text = Array((1...60).map { "\($0 % 7) \(word)\t\n" }.joined().utf8)
    let all = LineHashes(of: text.span, lines: Set(1...61))
    for line in 1...61 {
      #expect(LineHashes(of: text.span, lines: [line])[line] == all[line])
    }
  }
}
