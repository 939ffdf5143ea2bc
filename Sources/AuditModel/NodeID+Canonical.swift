extension NodeID {
  /// The one spelling of an identity that code and org write in several ways.
  ///
  /// Record ids get their 18 characters, because 15 tell two records apart by letter case and names here
  /// don't. Hosts lose port and letter case, endpoints their query and a slash at the end.
  public var canonical: NodeID {
    switch kind {
    case .organizationID, .deploymentID, .buttonID: NodeID(kind: kind, name: RecordID.canonical(name))
    case .host: NodeID(kind: kind, name: WebHost.canonical(name))
    case .endpoint: NodeID(kind: kind, name: WebHost.canonical(endpoint: name))
    default: self
    }
  }

  /// The host of an endpoint; nothing for every other kind.
  public var host: NodeID? {
    guard kind == .endpoint, let host = WebHost.host(of: name) else { return nil }
    return NodeID(kind: .host, name: host)
  }
}

/// Record ids as Salesforce writes them.
public enum RecordID {
  /// The form with 18 characters of an id with 15; everything else stays what it is.
  ///
  /// The last three characters say which of the others are capitals, five of them each.
  /// - SeeAlso: Salesforce, Object Reference, ID field type.
  public static func canonical(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count == 15, bytes.allSatisfy(isAlphanumeric) else { return text }
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".utf8)
    var result = bytes
    for start in stride(from: 0, to: 15, by: 5) {
      let capitals = (0..<5).reduce(0) { (65...90).contains(bytes[start + $1]) ? $0 | 1 << $1 : $0 }
      result.append(alphabet[capitals])
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}

/// Hosts and addresses, as far as two spellings must become one.
enum WebHost {
  static func canonical(_ host: String) -> String {
    let name = host.split(separator: ":", maxSplits: 1).first ?? ""
    return (name.hasSuffix(".") ? name.dropLast() : name).lowercased()
  }

  static func canonical(endpoint: String) -> String {
    let address = endpoint.prefix { $0 != "?" && $0 != "#" }
    return String(address.hasSuffix("/") ? address.dropLast() : address)
  }

  /// What stands between the scheme and the path.
  static func host(of endpoint: String) -> String? {
    let address = canonical(endpoint: endpoint)
    let parts = address.split(separator: "/", omittingEmptySubsequences: true)
    let first = parts.first.map { $0.hasSuffix(":") ? parts.dropFirst().first : $0 } ?? nil
    guard let first, first.contains(".") else { return nil }
    let host = canonical(String(first.split(separator: "@").last ?? ""))
    return host.isEmpty ? nil : host
  }
}
