public import AuditEngine
public import AuditModel

extension RulePack {
  /// A pack of a few rules about an invented product.
  public static func acme(_ rules: [Rule]) -> RulePack {
    let retired = CalendarDate(year: 2026, month: 2, day: 14) ?? CalendarDate(daysSinceEpoch: 0)
    return RulePack(
      name: "acme", version: "1", title: "Acme",
      retirement: Retirement(product: "Acme", retired: retired, successor: "New"), rules: rules)
  }
}

extension Rule {
  /// A rule of that pack that is sure of what it finds.
  public static func acme(
    _ id: RuleID, aliases: [RuleID] = [], _ kind: Condition.Kind, finds: [ReferenceTemplate] = [],
    aggregate: Aggregate = .place
  ) -> Rule {
    Rule(
      descriptor: RuleDescriptor(
        id: id, pack: "acme", title: "A title", class: .dependency, confidence: .certain, surface: .endpoint,
        remediation: "Remove it.", step: "step"),
      aliases: aliases, conditions: [Condition(kind: kind)], aggregate: aggregate, finds: finds, message: "found")
  }
}
