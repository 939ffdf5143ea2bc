import AuditTestSupport
import Testing

@testable import BytePrefilter

@Suite struct PrefilterTests {
  @Test func `all keywords are found wherever they stand, in any case`() throws {
    let keywords = ["liveagent", "LiveAgent.init", "agent", "embedded_svc", "chat", "chat", "d.la1", "[chat]"]
    let texts = [
      "", "c", "cha", "chat", "CHAT", "xchat", "liveagent", "LIVEAGENT.INIT(1)", "liveagen", "{chat} [chat] chatchat",
      "https://d.la1-c1.salesforceliveagent.com/chat", "embedded\u{7F}svc embedded_SVC", "\u{0}chat\u{0}", "ch\u{0}at",
      "çhat chät 聊chat聊", "@chat`", String(repeating: "chat", count: 20),
    ]
    // Shifted through two vectors, so that every keyword meets every place of a vector and of the tail.
    try check(
      keywords, in: texts.flatMap { text in (0...70).map { Array(repeating: 0x20, count: $0) + text.utf8 } })
  }

  @Test func `random bytes give what a naive search finds`() throws {
    var numbers = SeededNumbers(seed: 42)
    let alphabets: [[UInt8]] = [
      Array("aA".utf8), Array("abAB".utf8), Array("ab_{@`\u{7F}".utf8), Array("abcdeEDC<.".utf8), [0, 0x20, 0x41, 0x61],
      Array("aé\u{0}Z".utf8) + [0xFF, 0x80], Array(0...255),
    ]
    for round in 0..<420 {
      let alphabet = alphabets[round % alphabets.count]
      let bytes = (0..<Int.random(in: 0...300, using: &numbers)).map { _ in alphabet.randomElement(using: &numbers)! }
      let keywords = (0..<Int.random(in: 1...40, using: &numbers)).map { _ in
        let length = Int.random(in: 4...Int.random(in: 4...24, using: &numbers), using: &numbers)
        return keyword(length, from: bytes, or: alphabet, using: &numbers)
      }
      try check(keywords, in: [bytes])
    }
  }

  @Test func `more keywords than masks can tell apart are found`() throws {
    var numbers = SeededNumbers(seed: 7)
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789_-./<>=".utf8)
    let bytes = (0..<4000).map { _ in letters.randomElement(using: &numbers)! }
    for minLength in [4, 5, 7, 12] {
      let keywords = (0..<300).map { _ in
        keyword(Int.random(in: minLength...30, using: &numbers), from: bytes, or: letters, using: &numbers)
      }
      try check(keywords, in: [bytes])
    }
  }

  @Test func `chunks of any size give what the whole gives`() throws {
    let keywords = ["chat", "chatter", "terchat", "aaaa", "aaaaaaaa", "éééé", "a-long-keyword-of-forty-bytes-and-no-less"]
    let text = "chatterchatterchat aaaaaaaaaaaaaaaa ééééééé A-LONG-keyword-of-forty-bytes-and-no-lesschat"
    try checkStream(
      keywords, in: Array((text + text).utf8),
      chunks: (1...64).map { [$0] } + (1...64).map { [$0, 0, 1, 65 - $0, 100] })
  }

  @Test func `a hit that later bytes can precede is held back`() throws {
    var stream = PrefilterStream(try Prefilter(keywords: ["agent", "live-agent.com"]))
    var hits: ContiguousArray<Prefilter.Hit> = []
    stream.feed(Array("live-agent.".utf8).span, into: &hits)
    #expect(hits.isEmpty)
    stream.feed(Array("com and more text".utf8).span, into: &hits)
    #expect(Array(hits) == [Prefilter.Hit(keyword: 1, offset: 0), Prefilter.Hit(keyword: 0, offset: 5)])
  }

  @Test func `hits are appended to those that the list has`() throws {
    let prefilter = try Prefilter(keywords: ["chat"])
    var hits: ContiguousArray = [Prefilter.Hit(keyword: 9, offset: 99)]
    prefilter.scan(Array("a chat".utf8).span, into: &hits)
    #expect(Array(hits) == [Prefilter.Hit(keyword: 9, offset: 99), Prefilter.Hit(keyword: 0, offset: 2)])
  }

  @Test func `a set without keywords finds nothing`() throws {
    try check([], in: [Array("chat".utf8)])
    try checkStream([], in: Array("chat".utf8), chunks: [[1]])
  }

  @Test(arguments: [
    (["chat", "abc"], 1, PrefilterError.Code.keywordTooShort, "keyword 'abc' has 3 bytes; a keyword needs at least 4"),
    ([""], 0, .keywordTooShort, "keyword '' has 0 bytes; a keyword needs at least 4"),
    (
      [String(repeating: "a", count: 4097)], 0, .keywordTooLong,
      "keyword '\(String(repeating: "a", count: 40))…' has 4097 bytes; the limit is 4096"
    ),
  ])
  func `a keyword of a wrong length is named`(
    keywords: [String], index: Int, code: PrefilterError.Code, message: String
  ) {
    #expect(throws: PrefilterError(code: code, keyword: index, message: message)) {
      try Prefilter(keywords: keywords)
    }
  }

  @Test func `the longest keyword that is allowed is found`() throws {
    let keyword = String(repeating: "ab", count: 2048)
    try check([keyword, "baba"], in: [Array(("x" + keyword + "x").utf8)])
    try checkStream([keyword], in: Array(("x" + keyword + "x").utf8), chunks: [[1000]])
  }

  /// A keyword out of the bytes where that is valid text, else random letters; the case of some letters is changed.
  private func keyword(
    _ length: Int, from bytes: [UInt8], or alphabet: [UInt8], using numbers: inout SeededNumbers
  ) -> String {
    if bytes.count > length {
      let start = Int.random(in: 0...(bytes.count - length), using: &numbers)
      if let text = String(validating: bytes[start..<(start + length)], as: UTF8.self) {
        return Bool.random(using: &numbers) ? text.uppercased() : text
      }
    }
    let ascii = alphabet.filter { $0 < 128 }
    return String(decoding: (0..<length).map { _ in ascii.randomElement(using: &numbers)! }, as: UTF8.self)
  }
}
