/// Addresses that a report may turn into links.
enum WebAddress {
  /// The address with everything unusual percent-encoded, or nothing where it isn't `https` or `http`.
  static func safe(_ url: String) -> String? {
    guard url.utf8.count <= 2_048, url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
    return percentEncoded(url, keeping: "-._~:/?#[]@!$&*+,;=%")
  }

  /// A path as a relative reference: what isn't unreserved is percent-encoded, slashes stay.
  static func reference(toPath path: String) -> String {
    // A colon in the first segment would read as a scheme.
    percentEncoded(path, keeping: "-._~/!$&*+,;=@")
  }

  private static func percentEncoded(_ text: String, keeping marks: String) -> String {
    let marks = Set(marks.utf8)
    var output = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where marks.contains(byte): output.unicodeScalars.append(Unicode.Scalar(byte))
      default: output += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return output
  }
}
