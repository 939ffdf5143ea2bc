public import AuditModel

/// One way in which a rule can match.
public struct Condition: Codable, Hashable, Sendable {
  public var kind: Kind
  /// Where this way is surer or less sure than the rule says.
  public var confidence: Confidence?
  /// Why, in words.
  public var because: String?

  public enum Kind: Codable, Hashable, Sendable {
    case text(TextCondition)
    case xml(XMLCondition)
    case component(ComponentCondition)
    case path(PathCondition)
    case relation(RelationCondition)
  }

  public init(kind: Kind, confidence: Confidence? = nil, because: String? = nil) {
    self.kind = kind
    self.confidence = confidence
    self.because = because
  }
}

/// Bytes that look like something, in an artifact of some kind.
public struct TextCondition: Codable, Hashable, Sendable {
  /// The kinds of artifacts that are looked at; empty means every kind of text.
  public var kinds: [ArtifactKind]
  /// The languages that are looked at; empty means all.
  public var languages: [Language]
  /// ASCII literals, one of which stands in every match; letter case does not count.
  public var keywords: [String]
  /// A PCRE2 pattern whose match holds one of the keywords; the keyword itself where it is missing.
  public var pattern: String?
  /// The contexts in which a match counts; empty means all.
  public var contexts: [MatchContext]
  /// Literals, one of which must stand elsewhere in the artifact; letter case does not count.
  public var requires: [String]
  /// Literals, none of which may stand in the artifact.
  public var excludes: [String]
  /// A pattern that must not match on the line of the match.
  public var unless: String?
  /// Whether encoded and split spellings of the keywords are looked for as well.
  public var seesDisguises: Bool

  public init(
    kinds: [ArtifactKind] = [], languages: [Language] = [], keywords: [String], pattern: String? = nil,
    contexts: [MatchContext] = [], requires: [String] = [], excludes: [String] = [], unless: String? = nil,
    seesDisguises: Bool = false
  ) {
    self.kinds = kinds
    self.languages = languages
    self.keywords = keywords
    self.pattern = pattern
    self.contexts = contexts
    self.requires = requires
    self.excludes = excludes
    self.unless = unless
    self.seesDisguises = seesDisguises
  }
}

/// An element of org metadata with certain contents.
///
/// A decomposed part counts as a document of its own: a rule for `CustomField` sees
/// `objects/Case/fields/X.field-meta.xml` and the `fields` elements of `objects/Case.object` alike.
public struct XMLCondition: Codable, Hashable, Sendable {
  /// Root elements, which are Metadata API types; letter case counts.
  public var roots: [String]
  /// A PCRE2 pattern for the full name of the component whose root element it is; letter case does not count.
  public var component: String?
  /// The path of the element from below the root, as a suffix: `actionCalls/inputParameters`. Empty: the root.
  public var element: String
  /// All of these must hold.
  public var clauses: [XMLClause]
  /// Child paths, at least one of which must have the text `true`; empty: no such demand.
  public var anyTrue: [String]
  /// Further child paths whose texts become captures.
  public var captures: [String]
  /// Literals, one of which stands in every file that can match; empty: derived from the clauses.
  public var keywords: [String]

  public init(
    roots: [String], component: String? = nil, element: String = "", clauses: [XMLClause] = [],
    anyTrue: [String] = [], captures: [String] = [], keywords: [String] = []
  ) {
    self.roots = roots
    self.component = component
    self.element = element
    self.clauses = clauses
    self.anyTrue = anyTrue
    self.captures = captures
    self.keywords = keywords
  }
}

/// A demand on a child of an element.
public struct XMLClause: Codable, Hashable, Sendable {
  /// The path from the element: `object`, `value/stringValue`, `@name`, `.` for its own text.
  public var path: String
  public var test: Test

  public enum Test: Codable, Hashable, Sendable {
    /// The text is one of these; letter case does not count.
    case isOneOf([String])
    /// A child exists and its text is none of these.
    case isNoneOf([String])
    /// No child exists, or its text is none of these.
    case absentOrNoneOf([String])
    /// The text matches a PCRE2 pattern.
    case matches(String)
    /// A child exists and no child's text matches.
    case matchesNot(String)
    /// A child exists and is not nil.
    case present
    /// No child exists, or it is nil.
    case absent
  }

  public init(path: String, test: Test) {
    self.path = path
    self.test = test
  }
}

/// A component of certain types exists.
public struct ComponentCondition: Codable, Hashable, Sendable {
  public var types: [String]
  /// A PCRE2 pattern for the full name; letter case does not count.
  public var name: String?

  public init(types: [String], name: String? = nil) {
    self.types = types
    self.name = name
  }
}

/// An artifact whose path matches.
public struct PathCondition: Codable, Hashable, Sendable {
  /// A PCRE2 pattern; letter case does not count.
  public var pattern: String

  public init(pattern: String) {
    self.pattern = pattern
  }
}
