import LenientJSON

/// One request of the protocol; knows which of its parts are secret.
struct ProbeRequest: Sendable {
  /// What a request is for, which decides what may interrupt it.
  enum Purpose: Hashable, Sendable {
    /// Leaves nothing behind; a cancellation ends it at once.
    case question
    /// Starts something, so its answer is awaited even after a cancellation.
    case opening
    /// Ends something; nothing but its own time-out stops it.
    case ending
  }

  var method = "GET"
  var endpoint: Endpoint
  /// Prefix and noun, such as `System/SessionId`.
  var resource: String
  var query: [(name: String, value: String)] = []
  /// The session key as the last segment.
  var key: PathKey?
  var apiVersion: String
  var affinity: Affinity = .absent
  var sessionKey: Secret?
  var sequence: Int?
  var body: JSONValue?
  var purpose = Purpose.question
  /// A wait before the request, for a second try.
  var delay = Duration.zero
  /// Allowed for the whole exchange; nil takes the transport's usual.
  var timeout: Duration?

  enum PathKey: Hashable, Sendable {
    case encoded(Secret)
    case raw(Secret)
  }

  enum Affinity: Hashable, Sendable {
    case absent
    /// The literal word of the first call.
    case null
    case token(Secret)
  }

  /// The address for the wire.
  var url: String {
    switch key {
    case nil: return address(key: nil)
    case .encoded(let key): return address(key: key.pathSegment)
    case .raw(let key): return address(key: key.rawPathSegment ?? key.pathSegment)
    }
  }

  /// The address for people: `{key}` where the key stands.
  var redactedURL: String { address(key: key == nil ? nil : "{key}") }

  private func address(key: String?) -> String {
    var text = "\(endpoint)/\(resource)"
    if let key { text += "/\(key)" }
    for (index, item) in query.enumerated() {
      text += "\(index == 0 ? "?" : "&")\(item.name)=\(percentEncoded(item.value, keeping: ","))"
    }
    return text
  }

  /// The headers for the wire, in full.
  var headerLines: [String] {
    lines(show: { $0.exposed })
  }

  /// The headers for people.
  var redactedHeaderLines: [String] {
    lines(show: { _ in "{secret}" })
  }

  private func lines(show: (Secret) -> String) -> [String] {
    var lines = ["X-LIVEAGENT-API-VERSION: \(apiVersion)", "Accept: application/json"]
    switch affinity {
    case .absent: break
    case .null: lines.append("X-LIVEAGENT-AFFINITY: null")
    case .token(let token): lines.append("X-LIVEAGENT-AFFINITY: \(show(token))")
    }
    if let sessionKey { lines.append("X-LIVEAGENT-SESSION-KEY: \(show(sessionKey))") }
    if let sequence { lines.append("X-LIVEAGENT-SEQUENCE: \(sequence)") }
    if body != nil { lines.append("Content-Type: application/json") }
    // libcurl would wait for a "100 Continue" before a larger body.
    if method == "POST" { lines.append("Expect:") }
    return lines
  }

  /// The secrets that an answer might echo.
  var secrets: [Secret] {
    var secrets: [Secret] = []
    if let sessionKey { secrets.append(sessionKey) }
    if case .token(let token) = affinity { secrets.append(token) }
    switch key {
    case .encoded(let key), .raw(let key): secrets.append(key)
    case nil: break
    }
    return secrets
  }
}

/// How an exchange ended.
enum ProbeAnswer: Hashable, Sendable {
  case response(status: Int, headers: [String: String], body: [UInt8])
  case failure(Failure)

  /// An exchange without a complete answer.
  struct Failure: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case name, connection, tls, timeout, refusedAddress, tooMuch, broken, proxy, cancelled, other
    }

    var kind: Kind
    /// What happened, in words, without secrets.
    var message: String
    /// Whether there was a connection, so that the request may have arrived.
    var hasConnected = false
    /// What arrived before, where something did.
    var status: Int?
    var body: [UInt8] = []
  }
}
