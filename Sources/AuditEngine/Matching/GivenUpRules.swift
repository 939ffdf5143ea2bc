/// The rules whose patterns took too long in an artifact, so that more may be there than was found.
struct GivenUpRules {
  /// How often a rule may give up before the rest of the artifact is left to the others: a hundred times some
  /// milliseconds are as long as people wait.
  private static let most = 100

  private var counts: [Int: Int] = [:]

  var isEmpty: Bool { counts.isEmpty }

  /// The rules, by number.
  var rules: [Int] { counts.keys.sorted() }

  /// Whether a rule gave up so often that it is tried no more.
  func isTooOften(_ rule: Int) -> Bool { !counts.isEmpty && counts[rule, default: 0] >= GivenUpRules.most }

  mutating func add(_ rule: Int) { counts[rule, default: 0] += 1 }

  mutating func add(_ others: GivenUpRules) {
    if !others.isEmpty { counts.merge(others.counts) { $0 + $1 } }
  }
}
