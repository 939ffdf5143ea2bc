/// Nodes of the inventory with and without certain connections.
public struct RelationCondition: Codable, Hashable, Sendable {
  public var subject: NodeKind
  /// Whether the subject must be in the audited artifacts (or must not be); nothing: either.
  public var isPresent: Bool?
  /// Each of these must match at least one edge of the subject.
  public var with: [EdgePattern]
  /// None of these may match an edge of the subject.
  public var without: [EdgePattern]

  public init(
    subject: NodeKind, isPresent: Bool? = true, with: [EdgePattern] = [], without: [EdgePattern] = []
  ) {
    self.subject = subject
    self.isPresent = isPresent
    self.with = with
    self.without = without
  }
}

/// What an edge must look like; what is left out does not matter.
public struct EdgePattern: Codable, Hashable, Sendable {
  public enum Direction: String, Codable, Hashable, Sendable {
    /// The subject is where the edge begins.
    case out
    /// The subject is where the edge ends.
    case `in`
  }

  public var direction: Direction
  public var relation: Relation?
  /// Kinds of the node at the other end; empty: any.
  public var kinds: [NodeKind]
  /// Names of the node at the other end, letter case aside; empty: any.
  public var names: [String]
  /// Whether the node at the other end must be present in the audited artifacts; nothing: either.
  public var isPresent: Bool?
  /// Each of these must match at least one edge of the node at the other end.
  public var with: [EdgePattern]
  /// None of these may match an edge of the node at the other end.
  public var without: [EdgePattern]

  public init(
    direction: Direction, relation: Relation? = nil, kinds: [NodeKind] = [], names: [String] = [],
    isPresent: Bool? = nil, with: [EdgePattern] = [], without: [EdgePattern] = []
  ) {
    self.direction = direction
    self.relation = relation
    self.kinds = kinds
    self.names = names
    self.isPresent = isPresent
    self.with = with
    self.without = without
  }
}

/// A rule over the inventory, ready for the part that builds it.
public struct RelationRule: Hashable, Sendable {
  public var descriptor: RuleDescriptor
  public var condition: RelationCondition
  /// The rule's message; its captures are `name` and `type` of the subject.
  public var message: String
  /// Where the condition is surer or less sure than the rule says, and why.
  public var confidence: Confidence?
  public var because: String?
  /// Where the day of the audit lies in the product's life.
  public var phase: Retirement.Phase

  public init(
    descriptor: RuleDescriptor, condition: RelationCondition, message: String, confidence: Confidence? = nil,
    because: String? = nil, phase: Retirement.Phase
  ) {
    self.descriptor = descriptor
    self.condition = condition
    self.message = message
    self.confidence = confidence
    self.because = because
    self.phase = phase
  }
}
