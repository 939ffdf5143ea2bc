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
  public var key: String {
    // Asked for each file of an export, so that ASCII is lowered on the way rather than in a second text.
    var (type, name) = (type, name)
    let ascii = type.withUTF8 { type in
      name.withUTF8 { name in
        let count = type.count + 1 + name.count
        return unsafe String(unsafeUninitializedCapacity: count) { key in
          var all: UInt8 = 0
          func put(_ byte: UInt8, at index: Int) {
            unsafe key[index] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
            all |= byte
          }
          for index in type.indices { unsafe put(type[index], at: index) }
          put(UInt8(ascii: ":"), at: type.count)
          for index in name.indices { unsafe put(name[index], at: type.count + 1 + index) }
          return all < 0x80 ? count : 0
        }
      }
    }
    return ascii.isEmpty ? "\(type):\(name)".lowercased() : ascii
  }
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
