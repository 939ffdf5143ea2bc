extension Level {
  /// The level of a finding, from what it is, how sure it is, where it stands and the day.
  ///
  /// A dependency is an error once the scheduled day has come and a warning before; residue and the
  /// successor are notes; a review is a warning. Tests, vendored copies and mere possibilities are one
  /// level quieter. What stands in comments, prose and long lists is never more than a note.
  public init(
    class: FindingClass, confidence: Confidence, context: MatchContext, phase: Retirement.Phase
  ) {
    var level: Level =
      switch `class` {
      case .dependency: phase == .passed ? .error : .warning
      case .review: .warning
      case .residue, .successor: .note
      }
    if confidence == .possible { level = level.lowered }
    switch context {
    case .comment, .docs, .list: level = .note
    case .test, .vendored: level = level.lowered
    case .code, .string, .markup, .config: break
    }
    self = level
  }
}
