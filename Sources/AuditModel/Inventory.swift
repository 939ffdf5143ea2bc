/// The graph of what the findings speak of.
///
/// Nodes and edges are in the order of their identities, so that the same findings give the same bytes.
public struct Inventory: Codable, Hashable, Sendable {
  public var nodes: [InventoryNode]
  public var edges: [InventoryEdge]

  public init(nodes: [InventoryNode] = [], edges: [InventoryEdge] = []) {
    self.nodes = nodes
    self.edges = edges
  }
}

/// The kind of an inventory node: a metadata type, or one of the kinds below.
///
/// A metadata component's kind is its Metadata API type (`LiveChatButton`). Beside those there are
/// `endpoint`, `host`, `organization-id`, `deployment-id`, `button-id`, `product` (an API, SDK or
/// library by name), `artifact` (a file outside the org, by path), and `visitor` and `agent`.
public struct NodeKind: Hashable, Sendable, RawRepresentable, Comparable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static let endpoint = NodeKind(rawValue: "endpoint")
  public static let host = NodeKind(rawValue: "host")
  public static let organizationID = NodeKind(rawValue: "organization-id")
  public static let deploymentID = NodeKind(rawValue: "deployment-id")
  public static let buttonID = NodeKind(rawValue: "button-id")
  public static let product = NodeKind(rawValue: "product")
  public static let artifact = NodeKind(rawValue: "artifact")

  public static func < (left: NodeKind, right: NodeKind) -> Bool { left.rawValue < right.rawValue }
}

extension NodeKind: Codable {
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// A node's identity. Names are compared without regard to letter case, as Salesforce does.
public struct NodeID: Codable, Sendable {
  public var kind: NodeKind
  public var name: String

  public init(kind: NodeKind, name: String) {
    self.kind = kind
    self.name = name
  }

  /// The identity in lower case, for sorting and for keys.
  public var key: String { "\(kind.rawValue):\(name)".lowercased() }
}

extension NodeID: Hashable, Comparable {
  public static func == (left: NodeID, right: NodeID) -> Bool { left.key == right.key }

  public static func < (left: NodeID, right: NodeID) -> Bool { left.key < right.key }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
  }
}

/// One thing of the org or of the code around it.
public struct InventoryNode: Codable, Hashable, Sendable {
  public var id: NodeID
  /// Whether an artifact of the audit holds this thing, and not only a mention of it.
  public var isPresent: Bool
  /// What is known about the thing: `active`, `label`, `organization`, `deployment`, `button`.
  public var attributes: [String: String]

  public init(id: NodeID, isPresent: Bool, attributes: [String: String] = [:]) {
    self.id = id
    self.isPresent = isPresent
    self.attributes = attributes
  }
}

/// How two nodes hang together.
public enum Relation: String, Codable, Hashable, Sendable, CaseIterable {
  /// The subject calls, loads, names or needs the other.
  case uses
  /// The subject holds the other as its part.
  case contains
  /// The subject hands work to the other.
  case routes
  /// The subject may do something with the other.
  case grants
  /// The subject is known elsewhere by this identity.
  case identifies
  /// The subject is the other's replacement in the new product.
  case replaces
  /// The subject states a property of itself; the node's kind is the property, its name the value.
  case has
}

/// A connection of two nodes and the finding that proves it.
public struct InventoryEdge: Codable, Hashable, Sendable {
  public var from: NodeID
  public var to: NodeID
  public var relation: Relation
  /// The fingerprint of the finding that proves the connection.
  public var provenBy: String
  public var location: Location

  public init(from: NodeID, to: NodeID, relation: Relation, provenBy: String, location: Location) {
    self.from = from
    self.to = to
    self.relation = relation
    self.provenBy = provenBy
    self.location = location
  }
}
