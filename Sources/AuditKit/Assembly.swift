public import AuditEngine
public import AuditModel
import AuditPlan

/// What the examination of artifacts gave, before anything is concluded from it.
///
/// A saved report holds all of it, so reports of shards and of several exports are merged by putting
/// their pieces together and drawing the conclusions anew.
public struct Evidence: Sendable {
  public var inputs: [String]
  public var findings: [Finding]
  public var facts: [Finding]
  /// Counts, and what was skipped; its conclusions are not used.
  public var coverage: Coverage
  public var diagnostics: [Diagnostic]

  public init(
    inputs: [String] = [], findings: [Finding] = [], facts: [Finding] = [], coverage: Coverage = Coverage(),
    diagnostics: [Diagnostic] = []
  ) {
    self.inputs = inputs
    self.findings = findings
    self.facts = facts
    self.coverage = coverage
    self.diagnostics = diagnostics
  }
}

extension Report {
  /// Draws all conclusions from the evidence: inventory, relations, coverage, plan, totals and conditions.
  ///
  /// The same evidence in any order gives the same report.
  ///
  /// - Parameters:
  ///   - settings: What a configuration makes of findings, before anything is counted.
  ///   - judgesRelations: Whether rules over relations count: not where only a few changed files were looked at,
  ///     which lack what they refer to.
  public init(
    concluding evidence: Evidence, rules: RuleSet, tool: Tool, settings: RuleSettings? = nil, judgesRelations: Bool = true
  ) {
    var findings = evidence.findings.sorted(by: Finding.isBefore)
    var facts = evidence.facts.sorted(by: Finding.isBefore)
    Fingerprint.assign(to: &findings)
    Fingerprint.assign(to: &facts)

    let inventory = Inventory(of: findings + facts, components: evidence.coverage.held)
    var related = judgesRelations ? inventory.findings(of: rules.relationRules) : []
    if !related.isEmpty {
      related.sort(by: Finding.isBefore)
      let silent = related.filter { rules.isSilent($0.rule) }
      findings = (findings + related.filter { !rules.isSilent($0.rule) }).sorted(by: Finding.isBefore)
      facts = (facts + silent).sorted(by: Finding.isBefore)
      Fingerprint.assign(to: &findings)
      Fingerprint.assign(to: &facts)
    }

    for pack in rules.packs { pack.applyOffSwitch(to: &findings, inventory: inventory, asOf: rules.asOf) }
    settings?.apply(to: &findings)

    var coverage = evidence.coverage
    // Without any component there was no export, and nothing of one can be missing.
    coverage.types = coverage.held.isEmpty
      ? []
      : TypeCoverage.assess(
        rules.packs.flatMap(\.exportTypes),
        evidence: ExportEvidence(held: coverage.held, findings: findings + facts))
    coverage.questions = rules.packs.flatMap(\.questions)

    let used = Set((findings + facts).map(\.rule))
    // Rules are large, so those in use are picked where they stand.
    var descriptors: [RuleDescriptor] = []
    for pack in rules.packs {
      for rule in pack.rules where used.contains(rule.id) { descriptors.append(rule.descriptor) }
    }
    descriptors += RecordFacts.descriptors(pack: "records").filter { used.contains($0.id) }
    descriptors.sort { $0.id < $1.id }
    self.init(
      tool: tool,
      rulePacks: rules.packs.map {
        RulePackSummary(name: $0.name, version: $0.version, hash: $0.hash, rules: $0.rules.count)
      },
      rules: descriptors,
      retirements: rules.packs.map(\.retirement),
      asOf: rules.asOf,
      inputs: evidence.inputs,
      findings: findings,
      facts: facts,
      inventory: inventory,
      coverage: coverage,
      plan: Plan(steps: rules.packs.flatMap(\.steps), findings: findings + facts, rules: descriptors),
      diagnostics: evidence.diagnostics.sorted(),
      summary: Summary(of: findings))
    plan.deployments = DeploymentMapping.rows(
      of: rules.packs.map(\.mapping), inventory: inventory, findings: findings + facts)
    conditions = currentConditions
  }

  /// The conditions that hold whatever the caller thinks of findings.
  var currentConditions: [Condition] {
    var conditions: [Condition] = []
    if diagnostics.contains(where: { $0.severity == .incomplete }) { conditions.append(.incomplete) }
    if coverage.artifacts == 0 { conditions.append(.empty) }
    return conditions
  }
}

extension Finding {
  /// The order of places; at one place the order of rules.
  static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.location != right.location { return left.location < right.location }
    if left.rule != right.rule { return left.rule < right.rule }
    return (left.component?.key ?? "", left.evidence) < (right.component?.key ?? "", right.evidence)
  }
}
