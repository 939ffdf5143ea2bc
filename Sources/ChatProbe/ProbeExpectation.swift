package import AuditModel

/// What a run means for a monitor.
package enum ProbeOutcome: Hashable, Sendable {
  /// Every endpoint gave a definite answer, and the expected one where one was expected.
  case asExpected
  /// A definite answer that wasn't expected.
  case different
  /// Some endpoint couldn't be judged, so neither yes nor no.
  case inconclusive

  /// - Parameter expected: Empty expects nothing in particular.
  package init(_ results: [ProbeResult], expected: Set<Verdict>) {
    let unexpected = results.map(\.verdict).filter { !expected.contains($0) }
    let vague = unexpected.filter(\.isVague)
    // An outage of the line is no change of the service: it must not read as "no longer live".
    if !expected.isEmpty, unexpected.count > vague.count {
      self = .different
    } else {
      self = vague.isEmpty ? .asExpected : .inconclusive
    }
  }
}

extension Verdict {
  /// Whether the service said neither yes nor no.
  var isVague: Bool { self == .inconclusive || self == .unreachable }
}

extension ProbeReport {
  /// Every condition of the exit status that held, the strongest first.
  var conditions: [Report.Condition] {
    let unexpected = results.map(\.verdict).filter { !expected.contains($0) }
    var conditions: [Report.Condition] = []
    if !expected.isEmpty, !unexpected.allSatisfy(\.isVague) { conditions.append(.findings) }
    if !isComplete { conditions.append(.incomplete) }
    if unexpected.contains(where: \.isVague) { conditions.append(.inconclusive) }
    return conditions
  }
}
