/// What a pack knows about the successor's metadata: drafts to begin with, and what to remove at the end.
public struct ScaffoldFacts: Codable, Hashable, Sendable {
  public var drafts: [Draft]
  /// In the order in which removing is safe.
  public var removals: [Removal]

  public init(drafts: [Draft] = [], removals: [Removal] = []) {
    self.drafts = drafts
    self.removals = removals
  }

  /// A file to write for each thing of a kind.
  public struct Draft: Codable, Hashable, Sendable {
    /// The file's path below the folder, with fields such as `{{name}}`; see ``DraftText``.
    public var path: String
    /// What there is one file for; nothing for a file that there is once.
    public var scope: Scope?
    /// Only for what has a finding of one of these rules; none for all.
    public var rules: [RuleID]
    /// Only for deployments that use one of these features, by their ids; none for all.
    public var features: [String]
    /// The file's content; see ``DraftText``.
    public var text: String

    public init(path: String, scope: Scope? = nil, rules: [RuleID] = [], features: [String] = [], text: String) {
      self.path = path
      self.scope = scope
      self.rules = rules
      self.features = features
      self.text = text
    }
  }

  /// What there is one file for.
  public enum Scope: Hashable, Sendable {
    /// Each deployment that the plan maps.
    case deployment
    /// Each component of a type.
    case component(String)
    /// Each value of a property.
    case property(String)

    /// `deployment`, a metadata type, or the name of a property.
    public init(_ text: String) {
      self = text == "deployment" ? .deployment : text.first?.isUppercase == true ? .component(text) : .property(text)
    }

    public var text: String {
      switch self {
      case .deployment: "deployment"
      case .component(let name), .property(let name): name
      }
    }
  }

  /// Components of a type that can go when the migration is over.
  public struct Removal: Codable, Hashable, Sendable {
    public var type: String
    /// The rules whose findings say that a component belongs to the retired product.
    public var rules: [RuleID]
    /// Why somebody has to look before, so that they are only named; nothing where they can go as they are.
    public var review: String?

    public init(type: String, rules: [RuleID], review: String? = nil) {
      self.type = type
      self.rules = rules
      self.review = review
    }
  }
}

extension ScaffoldFacts.Scope: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
