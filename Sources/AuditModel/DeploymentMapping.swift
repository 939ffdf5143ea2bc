/// How much of one deployment has a counterpart in the successor.
public struct DeploymentMapping: Codable, Hashable, Sendable {
  /// The deployment; nothing for what belongs to none or to all, such as reports and permissions.
  public var deployment: NodeID?
  /// The features in use, in the pack's order.
  public var features: [Feature]
  /// How many of the features go which way, in the order of ``MappingKind``.
  public var shares: [Share]
  /// Conversations of the last 30 days, where records tell them.
  public var chats30: Int?
  /// Conversations of the last 90 days, where records tell them.
  public var chats90: Int?

  /// Counts the features; the shares follow from them.
  public init(deployment: NodeID?, features: [Feature], chats30: Int? = nil, chats90: Int? = nil) {
    self.deployment = deployment
    self.features = features
    self.chats30 = chats30
    self.chats90 = chats90
    shares = Share.shares(of: features.map(\.maps))
  }

  /// A feature that the deployment uses.
  public struct Feature: Codable, Hashable, Sendable {
    /// The pack's id of the feature.
    public var id: String
    public var feature: String
    public var maps: MappingKind
    public var replacement: String
    /// Fingerprints of the findings and facts that show it, in the order of places.
    public var findings: [String]

    public init(id: String, feature: String, maps: MappingKind, replacement: String, findings: [String]) {
      self.id = id
      self.feature = feature
      self.maps = maps
      self.replacement = replacement
      self.findings = findings
    }
  }

  /// The features that go one way.
  public struct Share: Codable, Hashable, Sendable {
    public var maps: MappingKind
    /// How many features.
    public var features: Int
    /// Whole percent of all features; those of one deployment add up to 100.
    public var percent: Int

    public init(maps: MappingKind, features: Int, percent: Int) {
      self.maps = maps
      self.features = features
      self.percent = percent
    }

    /// Rounds so that the sum stays 100: what is left after rounding down goes to the largest remainders.
    static func shares(of ways: [MappingKind]) -> [Share] {
      guard !ways.isEmpty else { return [] }
      var shares = MappingKind.allCases.map { maps in
        let count = ways.count { $0 == maps }
        return Share(maps: maps, features: count, percent: count * 100 / ways.count)
      }
      let left = 100 - shares.reduce(0) { $0 + $1.percent }
      let order = shares.indices.sorted { a, b in
        let (left, right) = (shares[a].features * 100 % ways.count, shares[b].features * 100 % ways.count)
        return left != right ? left > right : a < b
      }
      for index in order.prefix(left) { shares[index].percent += 1 }
      return shares
    }
  }
}
