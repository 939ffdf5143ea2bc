/// How the text of an artifact was written down.
public enum TextEncoding: String, Hashable, Sendable {
  /// UTF-8, ASCII, or an encoding that nobody declared: handed on as it is.
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Latin-1, declared by an XML file.
  case latin1 = "iso-8859-1"
  /// The encoding of Western Windows, declared by an XML file.
  case windows1252 = "windows-1252"
}

/// Finds the encoding of a text by its first bytes.
enum TextDecoding {
  /// The encoding, and the length of the byte-order mark.
  static func encoding(of head: UnsafeRawBufferPointer) -> (encoding: TextEncoding, mark: Int) {
    guard head.count >= 2 else { return (.utf8, 0) }
    switch unsafe (head[0], head[1]) {
    case (0xef, 0xbb) where unsafe head.count >= 3 && head[2] == 0xbf: return (.utf8, 3)
    // FF FE 00 00 is UTF-32, which is told and not read.
    case (0xff, 0xfe) where unsafe !(head.count >= 4 && head[2] == 0 && head[3] == 0):
      return (.utf16LittleEndian, 2)
    case (0xfe, 0xff): return (.utf16BigEndian, 2)
    case (0, _), (_, 0): return unsafe (unmarked16(head) ?? .utf8, 0)
    case (UInt8(ascii: "<"), UInt8(ascii: "?")): return unsafe (declared(head) ?? .utf8, 0)
    default: return (.utf8, 0)
    }
  }

  /// The name of an encoding that first bytes announce and that is not read.
  ///
  /// What only declares another encoding is handed on as it is: most of those agree with ASCII where rules
  /// look, and where XML says something that is no UTF-8 its reader tells the place.
  /// SeeAlso: XML 1.0, appendix F, Autodetection of Character Encodings.
  static func unreadableEncoding(of head: UnsafeRawBufferPointer) -> String? {
    guard head.count >= 4 else { return nil }
    return switch unsafe (head[0], head[1], head[2], head[3]) {
    case (0xff, 0xfe, 0, 0), (0, 0, 0xfe, 0xff), (0x3c, 0, 0, 0), (0, 0, 0, 0x3c): "UTF-32"
    case (0x4c, 0x6f, 0xa7, 0x94): "EBCDIC"
    default: nil
    }
  }

  /// UTF-16 without a mark: nearly every second byte of the first hundreds is zero, and hardly any other.
  private static func unmarked16(_ head: UnsafeRawBufferPointer) -> TextEncoding? {
    let pairs = min(head.count, 1024) / 2
    guard pairs >= 2 else { return nil }
    var even = 0
    var odd = 0
    for index in 0..<pairs {
      if unsafe head[2 * index] == 0 { even += 1 }
      if unsafe head[2 * index + 1] == 0 { odd += 1 }
    }
    if odd * 10 >= pairs * 7 && even * 20 <= pairs { return .utf16LittleEndian }
    if even * 10 >= pairs * 7 && odd * 20 <= pairs { return .utf16BigEndian }
    return nil
  }

  /// What an XML declaration says, as far as it isn't UTF-8.
  private static func declared(_ head: UnsafeRawBufferPointer) -> TextEncoding? {
    guard unsafe ContentSniffing.starts(head, with: "<?xml"),
      unsafe !ContentSniffing.starts(head, with: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    else { return nil }
    let furthest = min(head.count, 256)
    var end = 0
    while end < furthest, unsafe head[end] != UInt8(ascii: ">") { end += 1 }
    guard end < furthest else { return nil }
    let declaration = unsafe head[..<end]
    // Nearly every XML file is read here, and nearly every one says UTF-8: no text is made for those.
    guard unsafe ContentSniffing.contains("encoding", in: declaration),
      unsafe !ContentSniffing.contains("UTF-8", in: declaration)
    else { return nil }
    let words = unsafe String(decoding: declaration, as: UTF8.self).lowercased()
      .split { $0 == "\"" || $0 == "'" || $0 == "=" || $0.isWhitespace }
    guard let label = words.firstIndex(of: "encoding"), label + 1 < words.count else { return nil }
    return switch words[label + 1] {
    case "iso-8859-1", "latin1", "latin-1", "iso8859-1": .latin1
    case "windows-1252", "cp1252": .windows1252
    default: nil
    }
  }
}

/// Turns text of another encoding into UTF-8, piece by piece.
///
/// Lines and Unicode scalars keep their number and order, so that a place in the result is the same place
/// in the original. What is no character becomes U+FFFD.
struct Transcoder {
  private let encoding: TextEncoding
  /// The first byte of a unit whose second one stands in the next piece.
  private var pendingByte: UInt8?
  /// The first half of a pair whose second one is still to come.
  private var pendingSurrogate: UInt16?

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// Adds the UTF-8 of a piece; at most three bytes for every byte read.
  mutating func append(_ piece: UnsafeRawBufferPointer, to text: inout [UInt8]) {
    switch encoding {
    case .utf8: unsafe text.append(contentsOf: piece)
    case .latin1, .windows1252:
      for unsafe byte in unsafe piece { append(scalar(byte), to: &text) }
    case .utf16LittleEndian, .utf16BigEndian:
      for unsafe byte in unsafe piece {
        guard let first = pendingByte else {
          pendingByte = byte
          continue
        }
        pendingByte = nil
        let isLittle = encoding == .utf16LittleEndian
        append(
          unit: isLittle ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte), to: &text)
      }
    }
  }

  /// Adds what was left over at the end of the text.
  mutating func finish(_ text: inout [UInt8]) {
    if pendingByte != nil || pendingSurrogate != nil { append(Transcoder.replacement, to: &text) }
    pendingByte = nil
    pendingSurrogate = nil
  }

  private mutating func append(unit: UInt16, to text: inout [UInt8]) {
    if let high = pendingSurrogate {
      pendingSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + ((UInt32(high) & 0x3ff) << 10 | (UInt32(unit) & 0x3ff))
        append(Unicode.Scalar(value) ?? Transcoder.replacement, to: &text)
        return
      }
      append(Transcoder.replacement, to: &text)
    }
    if UTF16.isLeadSurrogate(unit) {
      pendingSurrogate = unit
    } else {
      append(Unicode.Scalar(unit) ?? Transcoder.replacement, to: &text)
    }
  }

  private func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    if scalar.isASCII {
      text.append(UInt8(scalar.value))
    } else {
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard encoding == .windows1252, (0x80...0x9f).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(Transcoder.windows1252[Int(byte) - 0x80]) ?? Transcoder.replacement
  }

  private static let replacement: Unicode.Scalar = "\u{fffd}"

  /// The characters of 0x80 to 0x9F. SeeAlso: Unicode's mapping table CP1252.TXT.
  private static let windows1252: [UInt16] = [
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
    0xfffd,
    0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
    0x203a,
    0x0153, 0xfffd, 0x017e, 0x0178,
  ]
}
