extension RulePackErrors {
  /// The errors for people: one line each, then their number.
  public func text() -> String {
    description + "\n\n\(errors.count) \(errors.count == 1 ? "error" : "errors")\n"
  }
}

extension RulePack {
  /// One line that says that the pack is sound, and how large it is.
  ///
  /// - Parameter cases: How many cases the pack's rules have.
  public func soundnessText(cases: Int) -> String {
    func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    let parts = [
      count(rules.count, "rule"), count(cases, "case"), count(steps.count, "step"),
      count(exportTypes.count, "export type"), count(questions.count, "question"),
    ]
    return "\(name) \(version): \(parts.joined(separator: ", ")), no errors\n"
  }
}
