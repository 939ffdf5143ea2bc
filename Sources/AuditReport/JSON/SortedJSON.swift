import AuditModel

/// Writes values as JSON with sorted keys, one value a line.
///
/// The bytes are those of Foundation's encoder with `.sortedKeys`, `.prettyPrinted` and `.withoutEscapingSlashes`,
/// which is the oracle of the tests. That one collects a tree of the whole report first, and needs ten times the
/// instructions for the long lists of an export.
///
/// Containers are filled one after the other, as compilers and people write `encode(to:)`: what is added to an
/// outer one ends the inner ones.
package enum SortedJSON {
  /// A document of one value, with `\u` escapes for what a terminal would obey and what no reader would see.
  static func document(_ value: some Encodable) throws -> [UInt8] {
    var bytes = JSONText.escapingInvisible(try encode(value))
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// - Throws: ``SortedJSONError`` for a number that is not finite, and what a value throws itself.
  package static func encode(_ value: some Encodable) throws -> [UInt8] {
    let document = SortedJSONDocument()
    try document.write(value, inside: 0)
    return document.writer.bytes
  }
}

/// JSON has no number that is not finite.
struct SortedJSONError: Error {}

/// What the containers of a value write to.
final class SortedJSONDocument {
  /// A value of its own: a class checks each access to a property, so there is one for each piece, not for each byte.
  var writer = SortedJSONWriter()

  /// Writes a value that stands inside so many containers.
  func write(_ value: some Encodable, inside depth: Int) throws {
    if type(of: value) == [ComponentID].self, let components = value as? [ComponentID] {
      return writer.write(components, inside: depth)
    }
    let start = writer.bytes.count
    try value.encode(to: SortedJSONEncoder(document: self, depth: depth))
    writer.endValue(from: start, inside: depth)
  }
}
