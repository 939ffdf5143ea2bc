import LenientJSON

/// The answer to `System/SessionId`.
struct SessionAnswer {
  var id: String
  var key: Secret
  /// Nil where there is none that a header can carry.
  var affinity: Secret?
  /// How long a silent poll may take.
  var pollTimeout: Duration

  /// A session that is known by key only.
  init(key: Secret, affinity: Secret?) {
    id = ""
    self.key = key
    self.affinity = affinity
    pollTimeout = .seconds(40)
  }

  /// Nil where no key can be found, not even in the beginning of a broken answer.
  init?(body: [UInt8]) {
    let json = try? JSONValue(parsing: body)  // broken answers are looked at below
    let found = json.map { $0["key"]?.string } ?? Self.salvage("key", from: body)
    guard let key = found, !key.isEmpty else { return nil }
    self.key = Secret(key)
    id = json?["id"]?.string ?? ""
    let token = json?["affinityToken"]?.string ?? Self.salvage("affinityToken", from: body)
    affinity = token.map(Secret.init).flatMap { $0.fitsHeader ? $0 : nil }
    let seconds = json?["clientPollTimeout"]?.integer ?? 40
    pollTimeout = .seconds(min(max(seconds, 1), 120))
  }

  /// A whole string value out of JSON that isn't whole.
  private static func salvage(_ name: String, from body: [UInt8]) -> String? {
    let text = String(decoding: body, as: UTF8.self)
    for range in text.ranges(of: name) {
      let before = text[..<range.lowerBound].last
      guard before.map({ "\"', {\n\t".contains($0) }) ?? true else { continue }
      var rest = text[range.upperBound...].drop { "\"' \t\n\r".contains($0) }
      guard rest.popFirst() == ":" else { continue }
      rest = rest.drop { " \t\n\r".contains($0) }
      guard let quote = rest.popFirst(), quote == "\"" || quote == "'",
        let end = rest.firstIndex(of: quote)
      else { continue }
      return String(rest[..<end])
    }
    return nil
  }
}

/// The messages of an answer, by type.
struct MessagesAnswer {
  var messages: [(type: String, message: JSONValue)]
  var sequence: Int?
  var offset: Int?

  /// Nil where the body isn't JSON with messages.
  init?(body: [UInt8]) {
    guard let json = try? JSONValue(parsing: body),  // not JSON is an answer of its own
      let list = json["messages"]?.array
    else { return nil }
    messages = list.compactMap { entry in
      // A public client reads the fields beside the type; where there is no 'message', that is tried.
      entry["type"]?.string.map { ($0, entry["message"] ?? entry) }
    }
    sequence = json["sequence"]?.integer
    offset = json["offset"]?.integer
  }

  subscript(type: String) -> JSONValue? { messages.first { $0.type == type }?.message }
}

/// What a body seems to be, for the reason of an unexpected answer.
func kind(ofBody body: [UInt8]) -> String {
  guard let first = body.first(where: { !($0 == 0x20 || (0x09...0x0D).contains($0)) }) else {
    return "an empty body"
  }
  if first == UInt8(ascii: "<") { return "a web page instead of JSON" }
  if body.starts(with: [0x1F, 0x8B]) { return "a compressed body that nobody asked for" }
  return (try? JSONValue(parsing: body)) == nil ? "something that is no JSON" : "JSON of another shape"
}
