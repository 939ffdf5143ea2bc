public import AuditModel

extension ReportDiff {
  /// Compares two reports finding by finding.
  ///
  /// Findings are the same by their fingerprints; what is left of one rule at one line is the same finding
  /// with other evidence. A finding that is gone is only fixed where its place was examined again.
  public init(from old: Report, to new: Report) {
    self.init(old: Side(of: old), new: Side(of: new))
    coverageLost = CoverageLoss.losses(from: old, to: new)
    var before = Dictionary(grouping: old.findings, by: \.fingerprint)
    var rest: [Finding] = []
    for finding in new.findings {
      guard let known = before[finding.fingerprint]?.popFirst() else {
        rest.append(finding)
        continue
      }
      compare(known, finding)
    }
    var gone: [Place: [Finding]] = [:]
    for finding in old.findings where before[finding.fingerprint]?.contains(finding) == true {
      gone[Place(finding), default: []].append(finding)
      before[finding.fingerprint]?.removeAll { $0 == finding }
    }
    for finding in rest {
      if finding.location.line != nil, let known = gone[Place(finding)]?.popFirst() {
        changed.append(Pair(old: known, new: finding, differences: ["evidence"]))
      } else {
        added.append(finding)
      }
    }
    let sight = Sight(of: new, lost: coverageLost)
    for finding in gone.values.joined().sorted(by: { ($0.location, $0.rule) < ($1.location, $1.rule) })
    where finding.suppressed == nil {
      if sight.covers(finding) { fixed.append(finding) } else { unseen.append(finding) }
    }
    changed.sort { ($0.new.location, $0.new.rule) < ($1.new.location, $1.new.rule) }
  }

  private mutating func compare(_ old: Finding, _ new: Finding) {
    var differences: [String] = []
    if old.level != new.level { differences.append("level") }
    if old.class != new.class { differences.append("class") }
    if old.confidence != new.confidence { differences.append("confidence") }
    if old.context != new.context { differences.append("context") }
    if (old.suppressed == nil) != (new.suppressed == nil) {
      differences.append(new.suppressed == nil ? "no longer accepted" : "accepted")
    }
    if old.verdict != new.verdict { differences.append("verdict") }
    if old.count != new.count { differences.append("count") }
    if !differences.isEmpty {
      changed.append(Pair(old: old, new: new, differences: differences))
    } else if old.location.path != new.location.path || old.location.line != new.location.line {
      moved.append(Pair(old: old, new: new, differences: ["place"]))
    }
  }

  /// Where a finding of one rule stands, evidence aside.
  private struct Place: Hashable {
    var rule: RuleID
    var path: String
    var line: Int?

    init(_ finding: Finding) {
      rule = finding.rule
      path = finding.location.path
      line = finding.location.line
    }
  }
}

extension ReportDiff.CoverageLoss {
  fileprivate static func losses(from old: Report, to new: Report) -> [Self] {
    var losses = old.inputs.filter { !new.inputs.contains($0) }.map { input in
      Self(subject: input, message: "the input '\(input)' was not examined")
    }
    let states = Dictionary(new.coverage.types.map { ($0.type, $0.state) }) { first, _ in first }
    for type in old.coverage.types {
      let now = states[type.type] ?? .absent
      guard now.rank < type.state.rank else { continue }
      losses.append(
        Self(
          subject: type.type,
          message: "metadata type '\(type.type)' was \(type.state.rawValue) and is \(now.rawValue)"))
    }
    let known = Set(old.diagnostics.map { $0.location?.path ?? $0.message })
    for diagnostic in new.diagnostics where diagnostic.severity == .incomplete {
      let subject = diagnostic.location?.path ?? diagnostic.message
      if !known.contains(subject) { losses.append(Self(subject: subject, message: diagnostic.message)) }
    }
    return losses
  }
}

/// What the new report looked at.
private struct Sight {
  private let absentTypes: Set<String>
  private let lost: Set<String>

  init(of report: Report, lost: [ReportDiff.CoverageLoss]) {
    absentTypes = Set(report.coverage.types.filter { $0.state == .absent }.map(\.type))
    self.lost = Set(lost.map(\.subject))
  }

  func covers(_ finding: Finding) -> Bool {
    if let type = finding.component?.type, absentTypes.contains(type) { return false }
    let path = finding.location.path
    // With several inputs a path begins with its input's name; an archive's entries end with their archive.
    return !lost.contains { path == $0 || path.hasPrefix("\($0)/") || path.hasPrefix("\($0)!") }
  }
}

extension TypeCoverage.State {
  fileprivate var rank: Int {
    switch self {
    case .absent: 0
    case .partial: 1
    case .present: 2
    }
  }
}

extension [Finding] {
  fileprivate mutating func popFirst() -> Finding? { isEmpty ? nil : removeFirst() }
}
