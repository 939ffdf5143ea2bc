/// The address of a Chat REST service: scheme, host, port and the path that ends in `/chat/rest`.
public struct Endpoint: Hashable, Sendable, CustomStringConvertible {
  public let scheme: String
  /// Lower case; an IPv6 address without its brackets.
  public let host: String
  public let port: Int?
  /// Starts with a slash and ends in `/chat/rest`.
  public let path: String

  /// Reads what people copy: a host, a snippet's `…/chat`, the setup page's `…/chat/rest/`, a request.
  ///
  /// - Throws: ``EndpointError`` for anything with user, query, control characters or another scheme.
  public init(_ text: String) throws(EndpointError) {
    func invalid(_ why: String) -> EndpointError {
      EndpointError(message: "'\(printable(text))' is no endpoint: \(why)")
    }
    guard !text.isEmpty, text.utf8.count <= 2000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw invalid("only printable ASCII is allowed")
    }
    var rest = text[...]
    if rest.hasPrefix("//") { rest = rest.dropFirst(2) }
    scheme = try Self.takeScheme(&rest, invalid)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    guard !authority.contains("@") else { throw invalid("a user name doesn't belong into it") }
    (host, port) = try Self.split(authority, invalid)
    path = try Self.base(of: String(rest[slash...]), invalid)
  }

  public var description: String {
    let host = self.host.contains(":") ? "[\(self.host)]" : self.host
    return "\(scheme)://\(host)\(port.map { ":\($0)" } ?? "")\(path)"
  }

  private static func takeScheme(
    _ rest: inout Substring, _ invalid: (String) -> EndpointError
  ) throws(EndpointError) -> String {
    guard let marker = rest.ranges(of: "://").first else { return "https" }
    let scheme = rest[..<marker.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else { throw invalid("the scheme must be https") }
    rest = rest[marker.upperBound...]
    return scheme
  }

  private static func split(
    _ authority: Substring, _ invalid: (String) -> EndpointError
  ) throws(EndpointError) -> (String, Int?) {
    var host = authority
    var port: Int?
    if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
      let digits = authority[authority.index(after: colon)...]
      guard let number = Int(digits), (1...65535).contains(number) else {
        throw invalid("'\(digits)' is no port")
      }
      port = number
      host = authority[..<colon]
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    // "%" would start a zone id, which is local by nature.
    let isName = host.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: "_") || Character(Unicode.Scalar(byte)).isLetter
        || Character(Unicode.Scalar(byte)).isNumber
    }
    guard !host.isEmpty, isName else { throw invalid("it has no host") }
    var name = host.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    return (name, port)
  }

  /// The path up to `/chat/rest`, completed where less was given.
  private static func base(
    of path: String, _ invalid: (String) -> EndpointError
  ) throws(EndpointError) -> String {
    guard !path.contains(where: { "?#\\\"<>".contains($0) }) || path.contains("/chat/rest/") else {
      throw invalid("a query doesn't belong into it")
    }
    if let marker = path.ranges(of: "/chat/rest").first { return String(path[..<marker.upperBound]) }
    var base = path
    while base.hasSuffix("/") { base.removeLast() }
    return base.hasSuffix("/chat") ? base + "/rest" : base + "/chat/rest"
  }
}

/// A text that is no endpoint.
public struct EndpointError: Error, Hashable, Sendable {
  /// What is wrong with which text.
  public var message: String
}

/// A text for messages: control characters and everything beyond ASCII escaped, bounded in length.
func printable(_ text: String, limit: Int = 200) -> String {
  var shown = ""
  for scalar in text.unicodeScalars {
    guard shown.utf8.count < limit else { return shown + "…" }
    if (0x20...0x7E).contains(scalar.value) {
      shown.unicodeScalars.append(scalar)
    } else {
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
  return shown
}
