/// A rule matched at a place.
public struct Finding: Codable, Hashable, Sendable {
  public var rule: RuleID
  public var `class`: FindingClass
  public var level: Level
  public var confidence: Confidence
  /// Why the confidence is what it is, where the place changed what the rule says.
  public var confidenceReason: String?
  public var context: MatchContext
  public var surface: Surface
  /// What was found here, in one line: the rule's message with its captures filled in.
  public var message: String
  /// The component the place belongs to; nothing outside an org export.
  public var component: ComponentID?
  public var location: Location
  /// The text at the place, cut to a line's length, with secrets masked.
  public var evidence: String
  /// What the rule took from the place, by name.
  public var captures: [String: String]
  /// How many places this finding stands for; 1 unless the rule aggregates.
  public var count: Int
  /// Further places that belong to this finding; not all of an aggregate's.
  public var related: [Location]
  /// What this says about the org: edges of the inventory from the finding's subject.
  public var references: [Reference]
  /// The finding's identity across runs; see ``Fingerprint``.
  public var fingerprint: String
  /// The hash of the place's line in a UTF-8 text, for code scanning; see ``LineHashes``.
  public var lineHash: String?
  /// The checklist step this belongs to.
  public var step: String?
  /// The reasoned exception that keeps this finding from counting.
  public var suppressed: Suppression?
  /// The probe's answer for the endpoint that was found.
  public var verdict: Verdict?

  public init(
    rule: RuleID, class: FindingClass, level: Level, confidence: Confidence, confidenceReason: String? = nil,
    context: MatchContext, surface: Surface, message: String, component: ComponentID? = nil, location: Location,
    evidence: String, captures: [String: String] = [:], count: Int = 1, related: [Location] = [],
    references: [Reference] = [], fingerprint: String = "", lineHash: String? = nil, step: String? = nil,
    suppressed: Suppression? = nil, verdict: Verdict? = nil
  ) {
    self.rule = rule
    self.class = `class`
    self.level = level
    self.confidence = confidence
    self.confidenceReason = confidenceReason
    self.context = context
    self.surface = surface
    self.message = message
    self.component = component
    self.location = location
    self.evidence = evidence
    self.captures = captures
    self.count = count
    self.related = related
    self.references = references
    self.fingerprint = fingerprint
    self.lineHash = lineHash
    self.step = step
    self.suppressed = suppressed
    self.verdict = verdict
  }
}

/// What a finding says about the org: its subject stands in a relation to a node of the inventory.
public struct Reference: Codable, Hashable, Sendable {
  public var relation: Relation
  /// The node's kind and name.
  public var node: NodeID

  public init(relation: Relation, node: NodeID) {
    self.relation = relation
    self.node = node
  }
}

/// A reasoned exception.
public struct Suppression: Codable, Hashable, Sendable {
  /// Where the exception was made.
  public enum Kind: String, Codable, Hashable, Sendable {
    /// A comment beside the place.
    case inline
    /// The baseline file: accepted when it was written.
    case baseline
    /// The configuration file.
    case configuration
  }

  public var kind: Kind
  public var reason: String
  /// The last day on which the exception holds.
  public var until: CalendarDate?

  public init(kind: Kind, reason: String, until: CalendarDate? = nil) {
    self.kind = kind
    self.reason = reason
    self.until = until
  }
}
