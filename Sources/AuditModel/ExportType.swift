/// A metadata type that an export should hold, as a pack describes it.
public struct ExportType: Codable, Hashable, Sendable {
  /// The Metadata API type, or `Settings` with a member.
  public var type: String
  /// The manifest members: `*`, or names.
  public var members: [String]
  /// Whether `*` returns this type's components; where not, a wildcard manifest misses them in silence.
  public var allowsWildcard: Bool
  /// What its absence weakens, in plain words.
  public var weakens: String

  public init(type: String, members: [String] = ["*"], allowsWildcard: Bool = true, weakens: String) {
    self.type = type
    self.members = members
    self.allowsWildcard = allowsWildcard
    self.weakens = weakens
  }
}
