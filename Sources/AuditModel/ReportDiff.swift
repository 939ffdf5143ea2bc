/// What changed between two reports of the same thing.
public struct ReportDiff: Codable, Hashable, Sendable {
  /// One of the two reports, as far as a reader needs it.
  public struct Side: Codable, Hashable, Sendable {
    public var inputs: [String]
    public var asOf: CalendarDate
    /// Names, versions and hashes of the packs; other rules make other findings.
    public var rulePacks: [Report.RulePackSummary]
    public var summary: Summary

    public init(of report: Report) {
      inputs = report.inputs
      asOf = report.asOf
      rulePacks = report.rulePacks
      summary = report.summary
    }
  }

  /// A finding that both reports have, in two states.
  public struct Pair: Codable, Hashable, Sendable {
    public var old: Finding
    public var new: Finding
    /// What is different, in words: `level`, `place`, `accepted`.
    public var differences: [String]

    public init(old: Finding, new: Finding, differences: [String]) {
      self.old = old
      self.new = new
      self.differences = differences
    }
  }

  /// Something that the old report saw and the new one did not look at.
  public struct CoverageLoss: Codable, Hashable, Sendable {
    /// A metadata type, an input, or a place that could not be examined.
    public var subject: String
    /// What became of it, in words.
    public var message: String

    public init(subject: String, message: String) {
      self.subject = subject
      self.message = message
    }
  }

  public var old: Side
  public var new: Side
  /// Gone, and the place or its type was examined again.
  public var fixed: [Finding]
  /// Gone, and nobody looked there: no proof of anything.
  public var unseen: [Finding]
  public var added: [Finding]
  public var moved: [Pair]
  public var changed: [Pair]
  public var coverageLost: [CoverageLoss]

  public init(
    old: Side, new: Side, fixed: [Finding] = [], unseen: [Finding] = [], added: [Finding] = [],
    moved: [Pair] = [],
    changed: [Pair] = [], coverageLost: [CoverageLoss] = []
  ) {
    self.old = old
    self.new = new
    self.fixed = fixed
    self.unseen = unseen
    self.added = added
    self.moved = moved
    self.changed = changed
    self.coverageLost = coverageLost
  }

  /// Whether findings of that level or a higher one count now that did not count before.
  public func hasNew(from level: Level) -> Bool {
    added.contains { $0.suppressed == nil && $0.level >= level }
      || changed.contains { pair in
        pair.new.suppressed == nil && pair.new.level >= level
          && (pair.old.suppressed != nil || pair.old.level < level)
      }
  }
}
