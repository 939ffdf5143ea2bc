import AuditModel

/// A comment that sets findings off: `chatsunset-ignore[rule-id] until=2026-12-31: reason`.
struct SuppressionComment: Hashable {
  /// What such a comment holds; a literal of the prefilter, so that unused comments are seen as well.
  static let keyword = "chatsunset-ignore"

  /// The rules' names as they are written; `*` means every rule.
  var names: [String]
  var until: CalendarDate?
  var reason: String

  /// Why a comment sets nothing off, in words.
  struct Malformed: Error, Hashable {
    var message: String
  }

  /// Reads what stands behind the keyword.
  ///
  /// - Returns: Nothing where the keyword is part of another word.
  init?(_ text: some StringProtocol) throws(Malformed) {
    var rest = Substring(text)
    if let first = rest.first, first.isLetter || first.isNumber || first == "-" || first == "_" { return nil }
    guard rest.first == "[", let close = rest.firstIndex(of: "]") else {
      throw Malformed(message: "the exception names no rule; write 'chatsunset-ignore[rule-id]: reason'")
    }
    names = rest[..<close].dropFirst().split(separator: ",").map(SuppressionComment.trimmed).filter { !$0.isEmpty }
    guard !names.isEmpty else {
      throw Malformed(message: "the exception names no rule; write its id, or '*' for every rule, in the brackets")
    }
    rest = rest[close...].dropFirst().drop(while: \.isWhitespace)
    if rest.hasPrefix("until=") {
      let day = rest.dropFirst("until=".count).prefix { !$0.isWhitespace && $0 != ":" }
      guard let date = CalendarDate(String(day)) else {
        throw Malformed(message: "'\(day.prefix(40))' is not a day; write it as until=YYYY-MM-DD")
      }
      until = date
      rest = rest[day.endIndex...].drop(while: \.isWhitespace)
    }
    reason = rest.first == ":" ? SuppressionComment.trimmed(rest.dropFirst()) : ""
    guard reason.contains(where: \.isLetter) else {
      throw Malformed(message: "the exception gives no reason; write one after a colon, 'chatsunset-ignore[…]: reason'")
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
