/// What the encoding in a document's XML declaration means to the reader, which reads UTF-8 only.
public enum XMLDeclaredEncoding: Hashable, Sendable {
  /// The declaration is right: one that names another encoding than UTF-8 or US-ASCII is an error.
  case binding
  /// The caller has transcoded the document to UTF-8, whatever the declaration says.
  case ignored
}

/// Why the first bytes of a document can't be read as UTF-8, or nil if they can.
func encodingProblem(_ start: Span<UInt8>, declaration: XMLDeclaredEncoding) -> String? {
  if let name = foreignEncoding(start) {
    return "document is in \(name); it must be transcoded to UTF-8 first"
  }
  guard declaration == .binding, let name = declaredEncoding(start) else { return nil }
  let known = ["utf-8", "utf8", "us-ascii", "ascii"]
  if known.contains(name.lowercased()) { return nil }
  return "document declares the encoding '\(name)'; it must be transcoded to UTF-8 first"
}

/// The first bytes by which other encodings are known; libxml2 would switch to them unasked.
/// - SeeAlso: XML 1.0, appendix F, autodetection of character encodings.
private func foreignEncoding(_ start: Span<UInt8>) -> String? {
  guard start.count >= 2 else { return nil }
  let third = start.count > 2 ? start[2] : 1
  let fourth = start.count > 3 ? start[3] : 1
  return switch (start[0], start[1], third, fourth) {
  case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF), (0x3C, 0, 0, 0), (0, 0, 0, 0x3C): "UTF-32"
  case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _), (0x3C, 0, _, _), (0, 0x3C, _, _): "UTF-16"
  case (0x4C, 0x6F, 0xA7, 0x94): "EBCDIC"
  default: nil
  }
}

/// The name in `<?xml version="1.0" encoding="…"?>`, if the document starts so.
private func declaredEncoding(_ start: Span<UInt8>) -> String? {
  var bytes: [UInt8] = []
  for index in 0..<min(start.count, 1_024) { bytes.append(start[index]) }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  guard bytes.starts(with: Array("<?xml".utf8)), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else {
    return nil
  }
  let declaration = String(decoding: bytes[..<end], as: UTF8.self)
  guard let parts = declaration.firstRange(of: "encoding").map({ declaration[$0.upperBound...] }),
    let quote = parts.first(where: { $0 == "\"" || $0 == "'" })
  else { return nil }
  let quoted = parts.split(separator: quote, maxSplits: 2, omittingEmptySubsequences: false)
  return quoted.count > 1 ? String(quoted[1]) : nil
}

extension StringProtocol {
  /// The first place of a text; the standard library's own needs the regular expression engine.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
