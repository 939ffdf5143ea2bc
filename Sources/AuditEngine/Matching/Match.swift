import AuditModel

/// A condition that matched at a place, before it becomes a finding.
struct Match {
  /// The rule's number in the rule set.
  var rule: Int
  var condition: SharedCondition
  /// The matched bytes of the artifact; empty for a match on the artifact as a whole.
  var range: Range<Int>
  var captures: CapturedTexts
  /// Where the condition stands among those of its kind; of one rule at one place the first one counts.
  var order = 0
  /// The component that the place belongs to, where it is not the artifact's own.
  var component: ComponentID?
  /// Why the match is less sure than its condition, in words.
  var doubt: String?
  /// Whether the name of the component is still to come and to be judged.
  var isUnnamed = false
  /// Whether the place is an element's, which stands in no comment.
  var isElement = false
  /// Whether the place is known without looking at the text: the artifact itself.
  var isWhole = false

  static func isBefore(_ left: Match, _ right: Match) -> Bool {
    (left.range.lowerBound, left.range.upperBound, left.rule, left.order)
      < (right.range.lowerBound, right.range.upperBound, right.rule, right.order)
  }

  /// The match without what lies behind an offset.
  func clipped(to end: Int) -> Match {
    var match = self
    match.range = range.lowerBound..<max(range.lowerBound, min(range.upperBound, end))
    return match
  }
}
