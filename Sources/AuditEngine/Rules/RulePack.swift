public import AuditModel

/// A folder of rules with the facts of the retirement that they are about.
public struct RulePack: Codable, Hashable, Sendable {
  /// The folder's name, kebab-case.
  public var name: String
  public var version: String
  public var title: String
  public var retirement: Retirement
  /// The checklist's steps, in their order.
  public var steps: [PlanStep]
  /// The metadata types that an export should hold, and what each absence weakens.
  public var exportTypes: [ExportType]
  /// What no export can answer.
  public var questions: [Question]
  /// Queries for records that no export holds.
  public var queries: [RecordQuery]
  /// What becomes of the features of each deployment.
  public var mapping: MappingFacts
  /// Drafts of the successor's metadata, and what to remove at the end.
  public var scaffold: ScaffoldFacts
  /// What tells that the product is switched off in an org.
  public var offSwitch: OffSwitch?
  public var rules: [Rule]
  /// Identifies the content; see ``AuditModel/StableHash``.
  public var hash: String

  public init(
    name: String, version: String, title: String, retirement: Retirement, steps: [PlanStep] = [],
    exportTypes: [ExportType] = [], questions: [Question] = [], queries: [RecordQuery] = [],
    mapping: MappingFacts = MappingFacts(), scaffold: ScaffoldFacts = ScaffoldFacts(),
    offSwitch: OffSwitch? = nil, rules: [Rule] = [], hash: String = ""
  ) {
    self.name = name
    self.version = version
    self.title = title
    self.retirement = retirement
    self.steps = steps
    self.exportTypes = exportTypes
    self.questions = questions
    self.queries = queries
    self.mapping = mapping
    self.scaffold = scaffold
    self.offSwitch = offSwitch
    self.rules = rules
    self.hash = hash
  }
}

/// One thing to look for and what it means.
public struct Rule: Codable, Hashable, Sendable {
  /// All that reports need.
  public var descriptor: RuleDescriptor
  /// Older ids of the same rule, for suppressions and baselines.
  public var aliases: [RuleID]
  /// Any of these makes the rule match; the first one that matches at a place speaks for it.
  public var conditions: [Condition]
  public var aggregate: Aggregate
  /// Whether matches only feed the inventory and are no findings.
  public var isSilent: Bool
  /// What the match tells about the org.
  public var finds: [ReferenceTemplate]
  /// One line with captures in braces: `sends {header}`.
  public var message: String

  public init(
    descriptor: RuleDescriptor, aliases: [RuleID] = [], conditions: [Condition], aggregate: Aggregate = .place,
    isSilent: Bool = false, finds: [ReferenceTemplate] = [], message: String
  ) {
    self.descriptor = descriptor
    self.aliases = aliases
    self.conditions = conditions
    self.aggregate = aggregate
    self.isSilent = isSilent
    self.finds = finds
    self.message = message
  }

  public var id: RuleID { descriptor.id }
}

/// What one finding of a rule stands for.
public enum Aggregate: String, Codable, Hashable, Sendable, CaseIterable {
  /// One place.
  case place
  /// All places in one artifact: one finding with a count.
  case file
}

/// An edge of the inventory with captures in braces.
public struct ReferenceTemplate: Codable, Hashable, Sendable {
  public var relation: Relation
  public var kind: NodeKind
  /// `{button}`; the edge is left out where the capture is missing or empty.
  public var name: String

  public init(relation: Relation, kind: NodeKind, name: String) {
    self.relation = relation
    self.kind = kind
    self.name = name
  }
}
