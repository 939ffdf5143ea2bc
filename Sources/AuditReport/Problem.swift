import AuditModel

/// One line of the formats for machines and reviewers: a finding, or something that was not examined.
///
/// Those formats know nothing but problems at places, so what was not examined stands among them: a
/// report must never look clean for what nobody looked at. The successor's findings are no problems.
struct Problem {
  var rule: String
  /// What the rule finds in general.
  var title: String
  var level: Level
  var message: String
  var location: Location
  /// The problem's identity across runs.
  var fingerprint: String
  /// Nothing where the problem is that something was not examined.
  var finding: Finding?
}

extension Digest {
  /// The rule name of everything that is absent from the export.
  static let gapRule = "not-in-the-export"

  /// Findings that count, then what was not examined, each in the order of places.
  var problems: [Problem] { findings.compactMap(problem) + unexamined + (gap.map { [$0] } ?? []) }

  /// The problems, the loudest first; among equals in the order above.
  var problemsByLevel: [Problem] {
    let problems = problems
    return Level.allCases.reversed().flatMap { level in problems.filter { $0.level == level } }
  }

  func problem(_ finding: Finding) -> Problem? {
    guard finding.class != .successor else { return nil }
    return Problem(
      rule: finding.rule.rawValue, title: rules[finding.rule]?.title ?? finding.rule.rawValue,
      level: finding.level, message: finding.message, location: finding.location,
      fingerprint: finding.fingerprint, finding: finding)
  }

  /// What could not be examined; a warning each.
  private var unexamined: [Problem] {
    incomplete.map { diagnostic in
      unexamined(
        diagnostic.code, diagnostic.message, at: diagnostic.location ?? Location(path: root))
    }
      + losses.map { skipped in
        unexamined(
          skipped.reason.rawValue,
          "\(Words.count(skipped.count, "artifact")) \(Words.title(of: skipped.reason))",
          at: Location(path: skipped.examples.first ?? root))
      }
  }

  /// The metadata types that the export did not hold, in one note; the first ones stand for all.
  private var gap: Problem? {
    guard !gaps.isEmpty else { return nil }
    return Problem(
      rule: Digest.gapRule, title: "The export doesn't hold every metadata type", level: .note,
      message: gapStatement(naming: 6), location: Location(path: root),
      fingerprint: hash([Digest.gapRule] + gapNames))
  }

  private var gapNames: [String] { gaps.map { $0.state == .partial ? "\($0.type) (in part)" : $0.type } }

  /// What the export lacks, in a sentence.
  func gapStatement(naming limit: Int = .max) -> String {
    let names = gapNames
    let rest = names.count > limit ? " and \(names.count - limit) more metadata types" : ""
    return "not in the export, which never means not used: \(names.prefix(limit).joined(separator: ", "))\(rest)"
  }

  private func unexamined(_ code: String, _ message: String, at location: Location) -> Problem {
    Problem(
      rule: code, title: "Something could not be examined", level: .warning,
      message: "not examined: \(message)", location: location,
      fingerprint: hash([code, message, location.description]))
  }

  private func hash(_ texts: [String]) -> String {
    var hash = StableHash()
    for text in texts { hash.update(text) }
    return String(hash.hexadecimal.prefix(24))
  }
}
