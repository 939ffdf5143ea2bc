/// What a pattern provides, or why it can't be used.
struct PatternCheck {
  /// The names of its groups.
  var groups: [String]

  /// Compiles a pattern as the matchers do and looks at its shape.
  init(_ text: String) throws(PatternProblem) {
    do {
      groups = try Pattern(text).groups.map(\.name)
    } catch {
      throw PatternProblem(message: error.message, offset: error.offset)
    }
    if let offset = PatternOutline(text).nestedRepetition {
      throw PatternProblem(
        message: "a repetition without bound stands in another one; give one of them a bound, such as '{0,40}'",
        offset: offset)
    }
    if let offset = PatternCheck.blankLines(in: Array(text.utf8)) {
      throw PatternProblem(
        message: #"'^\s' also takes the line ends before its line, and the finding stands there; write '^[ \t]'"#,
        offset: offset)
    }
  }

  /// Where blanks are repeated after the beginning of a line and may be line ends.
  private static func blankLines(in pattern: [UInt8]) -> Int? {
    let sign = Array(#"^\s"#.utf8)
    return pattern.indices.first { place in
      let rest = pattern[place...]
      guard rest.starts(with: sign), let next = rest.dropFirst(sign.count).first, "*+{".utf8.contains(next) else {
        return false
      }
      // In a class, and behind a backslash, it is something else.
      return place == 0 || !#"[\"#.utf8.contains(pattern[place - 1])
    }
  }
}

/// Why a pattern can't be used, and the byte where that shows.
struct PatternProblem: Error, Hashable {
  var message: String
  var offset: Int
}
