/// A text that must not be seen: session keys and affinity tokens.
///
/// Printing, interpolating, dumping and reflecting it give a placeholder. ``exposed`` is read in two
/// places only: where a request is put on the wire, and where the recovery file is written.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  package let exposed: String

  package init(_ text: String) { exposed = text }

  package var description: String { "{secret}" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// True when a header can carry it: printable ASCII of bearable length.
  var fitsHeader: Bool {
    !exposed.isEmpty && exposed.utf8.count <= 1024 && exposed.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// The text as one segment of a path.
  var pathSegment: String { percentEncoded(exposed, keeping: "!") }

  /// The text as it is, for servers that don't decode; nil where it would change the path's meaning.
  var rawPathSegment: String? {
    let isPlain = fitsHeader && !exposed.contains { "?#%\\\"<>".contains($0) } && !exposed.contains("..")
    return isPlain && exposed != pathSegment ? exposed : nil
  }
}

/// Percent-encodes everything but RFC 3986's unreserved characters and those named.
func percentEncoded(_ text: String, keeping extra: String = "") -> String {
  var encoded = ""
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    case _ where extra.utf8.contains(byte): encoded.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }
  return encoded
}
