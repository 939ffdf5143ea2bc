public import AuditEngine
public import AuditModel
import AuditPlan

extension Evidence {
  /// The evidence that a report was concluded from.
  ///
  /// - Parameter rules: The report's rules: what they find in the inventory is a conclusion, and left out.
  public init(of report: Report, rules: RuleSet) {
    let concluding = Set(rules.relationRules.map(\.descriptor.id))
    self.init(
      inputs: report.inputs,
      findings: report.findings.filter { !concluding.contains($0.rule) },
      facts: report.facts.filter { !concluding.contains($0.rule) },
      coverage: report.coverage,
      diagnostics: report.diagnostics)
  }

  /// Puts the evidence of shards or of several exports together; any order gives the same conclusions.
  public init(merging parts: [Evidence]) {
    func facts(ofRecords: Bool) -> [[Finding]] {
      parts.map { part in part.facts.filter { RecordFacts.rules.contains($0.rule) == ofRecords } }
    }
    self.init(
      inputs: parts.reduce(into: []) { inputs, part in
        inputs += part.inputs.filter { !inputs.contains($0) }
      },
      findings: parts.flatMap(\.findings),
      // Records belong to no shard, so each of those that were given them read them all.
      facts: facts(ofRecords: false).flatMap(\.self) + told(in: facts(ofRecords: true)),
      coverage: Coverage(adding: parts.map(\.coverage)),
      diagnostics: told(in: parts.map(\.diagnostics)))
  }
}

/// What lists tell together, where each may tell again what another one does.
///
/// What every shard must tell, as that an input was named twice, counts once; what one list tells twice, as two
/// entries of an archive with one name, counts twice.
private func told<Value: Hashable>(in lists: [[Value]]) -> [Value] {
  var all: [Value] = []
  var known: [Value: Int] = [:]
  for list in lists {
    var own: [Value: Int] = [:]
    for value in list {
      own[value, default: 0] += 1
      if own[value, default: 0] > known[value, default: 0] { all.append(value) }
    }
    known.merge(own, uniquingKeysWith: max)
  }
  return all
}

extension Coverage {
  /// Sums of counts; conclusions are left out.
  init(adding parts: [Coverage]) {
    // A component's files can lie in several shards, so components are counted by name.
    var gatherer = ComponentGatherer()
    for components in parts.flatMap(\.held) {
      for name in components.names { gatherer.add(name, of: components.type) }
    }
    let held = gatherer.held
    self.init(
      artifacts: parts.reduce(0) { $0 + $1.artifacts },
      bytes: parts.reduce(0) { $0 + $1.bytes },
      kinds: Count.sum(parts.flatMap(\.kinds), in: ArtifactKind.allCases.map(\.rawValue)),
      languages: Count.sum(parts.flatMap(\.languages), in: Language.allCases.map(\.rawValue)),
      components: held.map { Count(name: $0.type, count: $0.names.count) },
      held: held,
      skipped: Coverage.sum(parts.flatMap(\.skipped)))
  }

  /// A shard passes over what belongs to another one, which is no gap in the whole.
  private static func sum(_ skipped: [Skipped]) -> [Skipped] {
    Skipped.Reason.allCases.compactMap { reason in
      let same = skipped.filter { $0.reason == reason }
      guard reason != .otherShard, !same.isEmpty else { return nil }
      return Skipped(
        reason: reason, count: same.reduce(0) { $0 + $1.count },
        examples: Array(same.flatMap(\.examples).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.prefix(10)))
    }
  }
}

extension Count {
  /// Adds counts of the same name, in a given order.
  static func sum(_ counts: [Count], in order: [String]) -> [Count] {
    let sums = counts.reduce(into: [String: Int]()) { $0[$1.name, default: 0] += $1.count }
    return order.compactMap { name in sums[name].map { Count(name: name, count: $0) } }
  }
}
