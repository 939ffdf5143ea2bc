public import AuditEngine
public import AuditModel
import BuiltInRules

extension RulePack {
  /// The packs that are compiled into the program.
  /// - Complexity: O(*n*) in the size of the packs; a millisecond for 250 rules.
  public static func builtIn() throws(EmbeddedRulesError) -> [RulePack] {
    try decodeEmbedded(BuiltInRules.packs)
  }
}

extension RuleSet {
  /// Compiles packs; what takes longest of the built-in ones alone was done when the program was built.
  public static func compiling(_ packs: [RulePack], asOf day: CalendarDate) throws(RulePackError) -> RuleSet {
    try RuleSet(packs: packs, asOf: day, grams: builtInGrams)
  }

  /// What ``gramChoice`` was for the built-in packs.
  package static var builtInGrams: String { "\(BuiltInRules.grams)" }
}
