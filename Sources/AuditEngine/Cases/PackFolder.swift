/// A pack's folder, read once: its rules and what stands beside them.
public struct PackFolder: Sendable {
  public var pack: RulePack
  public var cases: [RuleCase]
  /// Which known things have a rule; nothing where the pack does not say.
  public var coverage: SurfaceCoverage?

  /// - Throws: Every error of the rules and of their cases.
  public init(_ folder: String, extending bases: [RulePack] = []) throws(RulePackErrors) {
    let files = try readRulePackFiles(folder: folder)
    var errors: [RulePackError] = []
    var pack: RulePack?
    cases = []
    do throws(RulePackErrors) {
      pack = try loadRulePack(files, folder: folder, extending: bases)
    } catch {
      errors += error.errors
    }
    do throws(RulePackErrors) {
      cases = try loadRuleCases(files, folder: folder)
    } catch {
      errors += error.errors
    }
    guard let pack, errors.isEmpty else { throw RulePackErrors(errors) }
    self.pack = pack
    coverage = try loadSurfaceCoverage(files, folder: folder, pack: pack)
  }

  /// The pages of the documentation that are made from the folder.
  public func pages() -> [GeneratedPage] {
    RuleCatalogue(packs: [pack]).reference() + (coverage.map { [$0.page(for: pack)] } ?? [])
  }
}
