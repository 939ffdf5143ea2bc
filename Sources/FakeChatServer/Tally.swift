package import LenientJSON

/// What happened on a fake server so far.
package struct Tally: Hashable, Sendable {
  /// Sessions started.
  package var opened = 0
  /// Sessions ended by DELETE.
  package var ended = 0
  /// Sessions ended by the server: two polls at once.
  package var killed = 0
  /// Sessions that nobody polled or ended in time.
  package var expired = 0
  /// Sessions that are open now.
  package var open = 0
  /// Times a person's phone would have rung: `ChasitorInit` taken.
  package var rings = 0
  /// Requests by `METHOD Prefix/Noun`.
  package var requests: [String: Int] = [:]

  /// Sessions that the client never ended.
  package var leaked: Int { open + expired }

  /// The counts as JSON.
  package var text: String { json.text(indented: true) }

  package var json: JSONValue {
    [
      "opened": .integer(opened), "ended": .integer(ended), "killed": .integer(killed),
      "expired": .integer(expired), "open": .integer(open), "leaked": .integer(leaked),
      "rings": .integer(rings),
      "requests": .object(
        requests.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }),
    ]
  }
}
