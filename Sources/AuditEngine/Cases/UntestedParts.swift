import AuditModel

/// Drops each part of each rule in turn and tells which ones no case misses.
///
/// A part is a condition, a keyword, an alternative of a pattern, or one of several values. Only cases
/// that pass with the whole rule count; they are run as they are written.
///
/// - Parameters:
///   - cases: The pack's cases.
///   - pack: The rules.
///   - folder: The pack's folder, for the places.
///   - compile: Makes a scanner for a pack; a rule that it refuses counts as noticed.
/// - Complexity: Proportional to the parts of all rules times the cases of the rule; each part compiles a
///   pack of one rule, or of all where the rule looks at relations.
public func untestedParts(
  _ cases: [RuleCase], of pack: RulePack, folder: String, compile: (RulePack) throws -> CaseScanner
) throws -> [CaseProblem] {
  let casesOfRule = Dictionary(grouping: cases, by: \.rule)
  return try pack.rules.flatMap { rule -> [CaseProblem] in
    let mutations = rule.mutations
    guard let cases = casesOfRule[rule.id], !mutations.isEmpty else { return [] }
    let whole = try compile(pack.with(rule))
    let passing = try cases.filter { try $0.passes(whole) }
    return mutations.compactMap { mutation in
      // A scanner that fails has noticed.
      let isMissed = (try? compile(pack.with(mutation.rule))).map { scan in
        passing.contains { ((try? $0.passes(scan)) ?? false) == false }
      }
      if isMissed ?? true { return nil }
      return CaseProblem(
        kind: .untested, rule: rule.id, message: "no case of '\(rule.id)' needs \(mutation.dropped)",
        location: Location(path: "\(folder)/\(rule.descriptor.surface.rawValue)/\(rule.id).yaml"))
    }
  }
}

extension RulePack {
  /// The pack with one rule alone, or, where it looks at what other rules found, among them.
  fileprivate func with(_ rule: Rule) -> RulePack {
    let needsOthers = rule.conditions.contains { if case .relation = $0.kind { true } else { false } }
    var copy = self
    copy.rules = needsOthers ? rules.map { $0.id == rule.id ? rule : $0 } : [rule]
    return copy
  }
}
