/// One audit, whole: the contract that every format, and every program that reads our JSON, leans on.
public struct Report: Codable, Hashable, Sendable {
  /// The version of this shape: the first number changes when a reader would break, the second when keys are added.
  public static let currentSchemaVersion = "2.0"

  public var schemaVersion: String
  public var tool: Tool
  public var rulePacks: [RulePackSummary]
  /// The rules that the findings and the facts name, and no others.
  public var rules: [RuleDescriptor]
  public var retirements: [Retirement]
  /// The day that the levels and the wording are computed for.
  public var asOf: CalendarDate
  /// What was asked for on the command line, as names without the path before them.
  public var inputs: [String]
  /// The part that was examined; nothing where it was everything, and in the merge of all parts.
  public var shard: Shard?
  /// The configuration file that was used, and what held; nothing where there was none.
  public var configuration: Configuration?
  /// What was found, in the order of places.
  public var findings: [Finding]
  /// Matches that feed the inventory and are no findings by themselves, in the order of places.
  public var facts: [Finding]
  public var inventory: Inventory
  public var coverage: Coverage
  public var plan: Plan
  public var diagnostics: [Diagnostic]
  public var summary: Summary
  /// Every exit condition that held, the strongest first.
  public var conditions: [Condition]

  public init(
    schemaVersion: String = Report.currentSchemaVersion, tool: Tool, rulePacks: [RulePackSummary] = [],
    rules: [RuleDescriptor] = [], retirements: [Retirement] = [], asOf: CalendarDate, inputs: [String] = [],
    shard: Shard? = nil, configuration: Configuration? = nil, findings: [Finding] = [], facts: [Finding] = [],
    inventory: Inventory = Inventory(), coverage: Coverage = Coverage(), plan: Plan = Plan(),
    diagnostics: [Diagnostic] = [], summary: Summary = Summary(), conditions: [Condition] = []
  ) {
    self.schemaVersion = schemaVersion
    self.tool = tool
    self.rulePacks = rulePacks
    self.rules = rules
    self.retirements = retirements
    self.asOf = asOf
    self.inputs = inputs
    self.shard = shard
    self.configuration = configuration
    self.findings = findings
    self.facts = facts
    self.inventory = inventory
    self.coverage = coverage
    self.plan = plan
    self.diagnostics = diagnostics
    self.summary = summary
    self.conditions = conditions
  }
}

extension Report {
  /// The program that made the report.
  public struct Tool: Codable, Hashable, Sendable {
    public var name: String
    public var version: String

    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// Which rules were used.
  public struct RulePackSummary: Codable, Hashable, Sendable {
    public var name: String
    public var version: String
    /// Identifies the pack's content; see ``StableHash``.
    public var hash: String
    public var rules: Int

    public init(name: String, version: String, hash: String, rules: Int) {
      self.name = name
      self.version = version
      self.hash = hash
      self.rules = rules
    }
  }

  /// Why the exit status is what it is.
  public enum Condition: String, Codable, Hashable, Sendable, CaseIterable {
    /// Findings at or above `--fail-on`.
    case findings
    /// Something was not examined.
    case incomplete
    /// Nothing recognisable to scan.
    case empty
    /// The probe could not tell.
    case inconclusive
    /// Stopped by a signal before the end.
    case interrupted
  }
}

/// The totals; each of them is the sum of rows elsewhere in the report.
public struct Summary: Codable, Hashable, Sendable {
  /// Findings, suppressed ones left out.
  public var findings: Int
  /// Places, where aggregates count all they stand for.
  public var places: Int
  public var suppressed: Int
  public var levels: [Count]
  public var classes: [Count]
  public var surfaces: [Count]
  public var contexts: [Count]
  /// Components with at least one finding.
  public var components: Int
  /// Artifacts with at least one finding.
  public var artifacts: Int

  public init(
    findings: Int = 0, places: Int = 0, suppressed: Int = 0, levels: [Count] = [], classes: [Count] = [],
    surfaces: [Count] = [], contexts: [Count] = [], components: Int = 0, artifacts: Int = 0
  ) {
    self.findings = findings
    self.places = places
    self.suppressed = suppressed
    self.levels = levels
    self.classes = classes
    self.surfaces = surfaces
    self.contexts = contexts
    self.components = components
    self.artifacts = artifacts
  }
}

extension Summary {
  /// Counts findings; values nobody has are left out, the others keep the vocabulary's order.
  public init(of all: [Finding]) {
    let findings = all.filter { $0.suppressed == nil }
    func counts<Value: Hashable & CaseIterable & RawRepresentable>(_ value: (Finding) -> Value) -> [Count]
    where Value.RawValue == String {
      let tally = findings.reduce(into: [Value: Int]()) { $0[value($1), default: 0] += 1 }
      return Value.allCases.compactMap { key in tally[key].map { Count(name: key.rawValue, count: $0) } }
    }
    self.init(
      findings: findings.count,
      places: findings.reduce(0) { $0 + $1.count },
      suppressed: all.count - findings.count,
      levels: counts(\.level).reversed(),
      classes: counts(\.class),
      surfaces: counts(\.surface),
      contexts: counts(\.context),
      components: Set(findings.compactMap(\.component)).count,
      artifacts: Set(findings.map(\.location.path)).count)
  }
}
