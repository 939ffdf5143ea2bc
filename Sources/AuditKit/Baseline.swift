public import AuditModel

/// Findings that were accepted, by their fingerprints.
///
/// Fingerprints hold no paths and no lines, so an entry keeps fitting when files are renamed, lines move,
/// and other machines or roots are used.
public struct Baseline: Codable, Hashable, Sendable {
  public var schemaVersion = "1.0"
  /// In the order of their fingerprints.
  public var entries: [Entry]

  /// One accepted finding; what stands beside the fingerprint is for people who read the file.
  public struct Entry: Codable, Hashable, Sendable {
    public var fingerprint: String
    public var rule: RuleID
    /// Where the finding was when it was accepted.
    public var path: String
    public var reason: String

    public init(fingerprint: String, rule: RuleID, path: String, reason: String) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.path = path
      self.reason = reason
    }
  }

  public init(entries: [Entry] = []) {
    self.entries = entries
  }

  /// Accepts findings, but for those with an exception of another kind; an entry that an older baseline had
  /// keeps its reason.
  public init(accepting findings: [Finding], keepingReasonsOf old: Baseline = Baseline()) {
    let reasons = Dictionary(old.entries.map { ($0.fingerprint, $0.reason) }, uniquingKeysWith: { first, _ in first })
    entries = findings.filter { $0.suppressed == nil || $0.suppressed?.kind == .baseline }.map { finding in
      Entry(
        fingerprint: finding.fingerprint, rule: finding.rule, path: finding.location.path,
        reason: reasons[finding.fingerprint] ?? "accepted when the baseline was written")
    }.sorted { $0.fingerprint < $1.fingerprint }
  }
}

extension Report {
  /// Marks the findings that a baseline accepts, and counts anew.
  ///
  /// - Returns: The entries that no finding needs any more.
  public mutating func apply(_ baseline: Baseline) -> [Baseline.Entry] {
    let entries = Dictionary(baseline.entries.map { ($0.fingerprint, $0) }, uniquingKeysWith: { first, _ in first })
    var used: Set<String> = []
    for index in findings.indices {
      guard let entry = entries[findings[index].fingerprint], findings[index].suppressed == nil else { continue }
      findings[index].suppressed = Suppression(kind: .baseline, reason: entry.reason)
      used.insert(entry.fingerprint)
    }
    summary = Summary(of: findings)
    return baseline.entries.filter { !used.contains($0.fingerprint) }
  }
}
