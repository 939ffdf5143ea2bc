import LenientJSON

/// One request as it arrived.
struct FakeRequest: Hashable, Sendable {
  var method: String
  /// The path as sent, percent-encoding included, without the query.
  var path: String
  var query: [String: String]
  /// Header values by lower-case name; HTTP names have no case.
  var headers: [String: String]
  var body: [UInt8]

  init(
    method: String, target: String, headers: [String: String] = [:], body: [UInt8] = []
  ) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.path = String(parts[0])
    self.query = [:]
    if parts.count == 2 {
      for pair in parts[1].split(separator: "&") {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        query[percentDecoded(sides[0])] = sides.count == 2 ? percentDecoded(sides[1]) : ""
      }
    }
    self.headers = headers
    self.body = body
  }
}

/// One response and the way it goes out.
struct FakeResponse: Hashable, Sendable {
  /// How the bytes are delivered; everything but `whole` is a fault.
  enum Delivery: Hashable, Sendable {
    case whole
    /// Nothing at all: the connection just closes.
    case nothing
    /// The connection is reset.
    case reset
    /// Only the first bytes of the body, although the length announced all.
    case cut(after: Int)
    /// One byte, a pause, the next byte.
    case trickle(every: Duration)
    /// A body that never ends.
    case endless
    /// Header lines that never end.
    case headerFlood
    /// The connection stays open and silent.
    case silence
  }

  var status: Int
  var headers: [HeaderField] = []
  var body: [UInt8] = []
  var delivery = Delivery.whole

  struct HeaderField: Hashable, Sendable {
    var name: String
    var value: String
  }

  static func json(_ value: JSONValue, status: Int = 200) -> FakeResponse {
    FakeResponse(
      status: status, headers: [HeaderField(name: "Content-Type", value: "application/json")],
      body: Array(value.text().utf8))
  }

  static func text(_ text: String, status: Int = 200) -> FakeResponse {
    FakeResponse(
      status: status, headers: [HeaderField(name: "Content-Type", value: "text/plain")],
      body: Array(text.utf8))
  }

  /// The status line and headers, ready to send.
  var head: [UInt8] {
    var text = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "Status")\r\n"
    for field in headers { text += "\(field.name): \(field.value)\r\n" }
    // 204 has no body and no length (RFC 9110, 8.6).
    switch delivery {
    case .endless, .headerFlood: text += "Connection: close\r\n"
    default: if status != 204 { text += "Content-Length: \(body.count)\r\n" }
    }
    return Array((text + "\r\n").utf8)
  }

  private static let reasons = [
    200: "OK", 202: "Accepted", 204: "No Content", 301: "Moved Permanently", 302: "Found",
    400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    409: "Conflict", 410: "Gone", 500: "Internal Server Error", 503: "Service Unavailable",
  ]
}

/// Undoes percent-encoding; a percent sign without two digits stays.
func percentDecoded(_ text: some StringProtocol) -> String {
  var decoded: [UInt8] = []
  var bytes = Array(text.utf8)[...]
  while let byte = bytes.popFirst() {
    if byte == UInt8(ascii: "%"), bytes.count >= 2,
      let value = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
    {
      decoded.append(value)
      bytes = bytes.dropFirst(2)
    } else {
      decoded.append(byte)
    }
  }
  return String(decoding: decoded, as: UTF8.self)
}
