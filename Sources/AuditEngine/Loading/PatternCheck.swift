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
  }
}

/// Why a pattern can't be used, and the byte where that shows.
struct PatternProblem: Error, Hashable {
  var message: String
  var offset: Int
}
