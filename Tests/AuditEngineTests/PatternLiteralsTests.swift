import Testing

@testable import AuditEngine

@Suite struct PatternLiteralsTests {
  /// Patterns, and whether each of their matches holds 'livechat' or 'liveagent'.
  static let patterns: [(pattern: String, holds: Bool)] = [
    ("LiveChat", true),
    ("^LiveChat$", true),
    (#"^(?<object>Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30})\."#, true),
    ("^standard-Live(?:Chat|Agent)", true),
    ("(?i)x?LIVEAGENT+", false),
    ("(?i)x?LIVEAGENTS+", true),
    ("(LiveChat|LiveAgent)+?", true),
    ("(?:LiveChat|Messaging)", false),
    ("LiveChat|[a-z]+LiveAgent[0-9]", true),
    ("(?:LiveChat)?", false),
    ("(?:LiveChat){0,3}", false),
    ("(?:LiveChat){1,3}", true),
    ("(?:[0-9]LiveChat)*x", false),
    ("LiveCha.", false),
    ("LiveChat?", false),
    ("Live[C]hat", false),
    (#"Live\bChat"#, true),
    (#"Live\x43hat"#, false),
    (#"Live\.Chat"#, false),
    ("(?!LiveChat)x", false),
    ("(?<=a)LiveChat(?!b)", true),
    ("(?:)LiveChat", true),
    ("LiveChat|", false),
    (#"\QLiveChat\E"#, false),
    ("(?x)Live Chat LiveChat", false),
    ("(?(1)LiveChat|LiveAgent)", false),
    ("[[:alpha:]]LiveChat", false),
    ("[]x]LiveChat", true),
    ("(LiveChat", false),
    ("LiveChat)", false),
    ("", false),
  ]

  @Test(arguments: patterns) func `a pattern says whether all its matches hold a literal`(
    pattern: String, holds: Bool
  ) {
    let answer = PatternLiterals.everyMatch(of: pattern) { $0.contains("livechat") || $0.contains("liveagent") }
    #expect(answer == holds)
  }
}
