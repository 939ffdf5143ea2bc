/// The identifier of a rule: kebab-case, the stem of its file, never used again for something else.
public struct RuleID: Hashable, Sendable, Comparable, RawRepresentable, ExpressibleByStringLiteral {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public init(stringLiteral value: String) {
    rawValue = value
  }

  public static func < (left: RuleID, right: RuleID) -> Bool { left.rawValue < right.rawValue }
}

extension RuleID: Codable {
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension RuleID: CustomStringConvertible {
  public var description: String { rawValue }
}

/// What a report needs to know of a rule: everything but how it matches.
public struct RuleDescriptor: Codable, Hashable, Sendable {
  public var id: RuleID
  /// The pack the rule comes from.
  public var pack: String
  /// What was found, in a sentence.
  public var title: String
  public var `class`: FindingClass
  public var confidence: Confidence
  /// Why the rule is that sure, in words.
  public var because: String?
  public var surface: Surface
  /// What depends on what, and what happens to it.
  public var why: String?
  /// Steps a stranger can follow.
  public var remediation: String
  /// What takes the place of the found thing, or that nothing does.
  public var replacement: String?
  /// The rule's example of the old way, as it is.
  public var before: String?
  /// The same in the successor's way.
  public var after: String?
  /// The checklist step this belongs to.
  public var step: String?
  public var effort: Effort?
  public var links: [Link]

  public init(
    id: RuleID, pack: String, title: String, class: FindingClass, confidence: Confidence, because: String? = nil,
    surface: Surface, why: String? = nil, remediation: String, replacement: String? = nil, before: String? = nil,
    after: String? = nil, step: String? = nil, effort: Effort? = nil, links: [Link] = []
  ) {
    self.id = id
    self.pack = pack
    self.title = title
    self.class = `class`
    self.confidence = confidence
    self.because = because
    self.surface = surface
    self.why = why
    self.remediation = remediation
    self.replacement = replacement
    self.before = before
    self.after = after
    self.step = step
    self.effort = effort
    self.links = links
  }
}

/// A page that says more, with its title.
public struct Link: Codable, Hashable, Sendable {
  public var title: String
  public var url: String

  public init(title: String, url: String) {
    self.title = title
    self.url = url
  }
}

/// How much work something is.
public struct Effort: Codable, Hashable, Sendable {
  /// The fewest hours.
  public var low: Double
  /// The most hours.
  public var high: Double
  /// Who does the work.
  public var role: String
  /// What the hours are counted for: `client`, `deployment`, `report`.
  public var per: String

  public init(low: Double, high: Double, role: String, per: String) {
    self.low = low
    self.high = high
    self.role = role
    self.per = per
  }
}
