/// A Salesforce metadata component: its type and its full name.
///
/// The same identity comes from source format, from Metadata API format and from a retrieve zip.
/// Two names that differ only in letter case are the same component, as they are for Salesforce.
public struct ComponentID: Codable, Sendable {
  /// The Metadata API type, `LiveChatButton`.
  public var type: String
  /// The full name, decoded: `Case-Case (Support) Layout`, `Account.Chat__c`, `Folder/Report`.
  public var name: String

  public init(type: String, name: String) {
    self.type = type
    self.name = name
  }

  /// The identity in lower case, for sorting and for keys.
  public var key: String { "\(type):\(name)".lowercased() }
}

extension ComponentID: Hashable {
  public static func == (left: ComponentID, right: ComponentID) -> Bool {
    left.key == right.key
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
  }
}

extension ComponentID: CustomStringConvertible {
  /// The identity as people write it, `LiveChatButton:Sales`.
  public var description: String { "\(type):\(name)" }
}
