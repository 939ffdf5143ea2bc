public import AuditEngine
import BuiltInRules

extension RulePack {
  /// The packs that are compiled into the program.
  /// - Complexity: O(*n*) in the size of the packs; a millisecond for 250 rules.
  public static func builtIn() throws(EmbeddedRulesError) -> [RulePack] {
    try decodeEmbedded(BuiltInRules.packs)
  }
}
