/// What becomes of the retired product's features, as a pack describes it.
public struct MappingFacts: Codable, Hashable, Sendable {
  /// The kinds of nodes that the mapping is told for, the first where several could be.
  public var deployments: [NodeKind]
  /// The kinds of nodes whose users belong to the same deployment as they do.
  public var parts: [NodeKind]
  public var features: [FeatureMapping]

  public init(deployments: [NodeKind] = [], parts: [NodeKind] = [], features: [FeatureMapping] = []) {
    self.deployments = deployments
    self.parts = parts
    self.features = features
  }
}

/// How a feature gets to the successor.
public enum MappingKind: String, Codable, Hashable, Sendable, CaseIterable {
  /// The successor has the same, to be set once more.
  case direct
  /// The successor can do it in another way, which has to be built.
  case rebuild
  /// No public source names anything that takes its place.
  case none
}

/// One feature of the retired product and what takes its place.
public struct FeatureMapping: Codable, Hashable, Sendable {
  /// Kebab-case; stays, so that two reports can be compared.
  public var id: String
  /// The feature in a few words.
  public var feature: String
  public var maps: MappingKind
  /// What takes its place, or what is left to do.
  public var replacement: String
  /// The rules whose findings show that the feature is used.
  public var rules: [RuleID]
  /// Properties of components that show the same.
  public var properties: [Property]
  public var links: [Link]

  public init(
    id: String, feature: String, maps: MappingKind, replacement: String, rules: [RuleID] = [],
    properties: [Property] = [], links: [Link] = []
  ) {
    self.id = id
    self.feature = feature
    self.maps = maps
    self.replacement = replacement
    self.rules = rules
    self.properties = properties
    self.links = links
  }

  /// A property that rules find with `has`, and the values that count.
  public struct Property: Codable, Hashable, Sendable {
    public var name: String
    /// Compared without regard to letter case; none stands for every value but `false` and `0`.
    public var values: [String]

    public init(name: String, values: [String] = []) {
      self.name = name
      self.values = values
    }

    /// Whether a component with this value uses the feature.
    public func matches(_ value: String) -> Bool {
      values.isEmpty
        ? !["false", "0"].contains(value.lowercased())
        : values.contains { $0.lowercased() == value.lowercased() }
    }
  }
}
