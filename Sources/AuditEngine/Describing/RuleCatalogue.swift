public import AuditModel

/// All rules of some packs, for people who look one up.
///
/// Later packs win: a rule that is replaced is not listed.
public struct RuleCatalogue: Sendable {
  public let packs: [RulePack]

  public init(packs: [RulePack]) {
    self.packs = combineRulePacks(packs)
  }

  /// The rule with an id, or the one that once had it.
  ///
  /// - Throws: An error whose message names the nearest id.
  public func rule(_ id: String) throws(UnknownRuleError) -> Rule {
    let rules = packs.flatMap(\.rules)
    let wanted = RuleID(rawValue: id)
    if let rule = rules.first(where: { $0.id == wanted }) ?? rules.first(where: { $0.aliases.contains(wanted) })
    {
      return rule
    }
    throw UnknownRuleError(
      message: "unknown rule '\(id)'" + suggestion(for: id, among: rules.map(\.id.rawValue).sorted()))
  }

  /// The packs with only the rules of some surfaces and classes; empty means all.
  public func packs(surfaces: [Surface], classes: [FindingClass]) -> [RulePack] {
    packs.map { pack in
      var pack = pack
      pack.rules.removeAll { !$0.descriptor.isOf(surfaces, classes) }
      return pack
    }
  }

  /// The step that a rule belongs to.
  func step(of rule: Rule) -> PlanStep? {
    rule.descriptor.step.flatMap { id in packs.lazy.flatMap(\.steps).first { $0.id == id } }
  }

  /// The rules by surface, in the order of the vocabulary and of ids.
  func rulesBySurface(where isWanted: (Rule) -> Bool = { _ in true }) -> [(surface: Surface, rules: [Rule])] {
    let groups = Dictionary(grouping: packs.flatMap(\.rules).filter(isWanted), by: \.descriptor.surface)
    return Surface.allCases.compactMap { surface in
      groups[surface].map { (surface, $0.sorted { $0.id < $1.id }) }
    }
  }
}

extension RuleDescriptor {
  /// Whether the rule is of one of these surfaces and one of these classes; empty means all.
  func isOf(_ surfaces: [Surface], _ classes: [FindingClass]) -> Bool {
    (surfaces.isEmpty || surfaces.contains(surface)) && (classes.isEmpty || classes.contains(`class`))
  }
}

/// An id that no rule has.
public struct UnknownRuleError: Error, Hashable, Sendable {
  public var message: String
}

extension FindingClass {
  /// The class in words, to stand behind its name.
  var meaning: String {
    switch self {
    case .dependency: "breaks or silently stops with the retired product"
    case .residue: "history, data or permissions of the retired product; breaks nothing"
    case .review: "shared with other products; a person must look"
    case .successor: "the new product: proof of migration, never a problem"
    }
  }
}

extension Effort {
  /// The effort in words: `4 to 16 hours of a web developer per page`.
  var sentence: String {
    func number(_ value: Double) -> String {
      value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
    }
    let hours = low == high ? number(low) : "\(number(low)) to \(number(high))"
    return "\(hours) hours, \(role), per \(per)"
  }
}
