/// Cuts the bytes of a connection into requests.
struct RequestReader {
  /// A client that sends more than this in one request is disconnected.
  static let maxRequestBytes = 1 << 20

  private var buffer: [UInt8] = []

  /// The next request; nil at the end or where the bytes aren't HTTP.
  mutating func next(from connection: Connection) -> FakeRequest? {
    var searched = 0
    var end: Int?
    while end == nil {
      end = Self.endOfHead(buffer, from: searched)
      guard end == nil else { break }
      searched = max(0, buffer.count - 3)
      let more = connection.read()
      guard !more.isEmpty, buffer.count < Self.maxRequestBytes else { return nil }
      buffer += more
    }
    guard let end, let head = Head(buffer[..<end]) else { return nil }
    var body = Array(buffer[end...])
    let length = head.headers["content-length"].flatMap { Int($0) } ?? 0
    guard length >= 0, length <= Self.maxRequestBytes else { return nil }
    if head.headers["expect"]?.lowercased() == "100-continue", body.count < length {
      guard connection.write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) else { return nil }
    }
    while body.count < length {
      let more = connection.read()
      guard !more.isEmpty else { return nil }
      body += more
    }
    buffer = Array(body[length...])
    return FakeRequest(
      method: head.method, target: head.target, headers: head.headers,
      body: Array(body[..<length]))
  }

  private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= 4 else { return nil }
    for index in start..<max(start, bytes.count - 3) where bytes[index...].starts(with: [13, 10, 13, 10]) {
      return index + 4
    }
    return nil
  }

  private struct Head {
    var method: String
    var target: String
    var headers: [String: String] = [:]

    init?(_ bytes: ArraySlice<UInt8>) {
      var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")[...]
      guard let first = lines.popFirst()?.split(separator: " "), first.count == 3 else { return nil }
      method = String(first[0])
      target = String(first[1])
      for line in lines {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        headers[line[..<colon].lowercased()] = String(value)
      }
    }
  }
}
