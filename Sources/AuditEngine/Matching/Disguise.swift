/// Undoes the ways in which a literal is written so that a plain search misses it.
///
/// Covered are escapes (percent, HTML entities, JSON and JavaScript), joins (`"sales" + "force"`), and
/// base64. A trigger is a literal that survives the disguise; only round a trigger is anything decoded.
enum Disguise {
  /// What a trigger is to its keyword.
  enum Trace: Hashable, Sendable {
    /// The keyword's beginning, in plain letters: the disguise follows.
    case head
    /// The keyword's end, in plain letters: the disguise stands before.
    case tail
    /// The keyword in another spelling.
    case encoded
  }

  /// Literals that make it worth looking closer for a keyword, in lower case.
  ///
  /// Any single escape or split leaves one of two halves whole; a keyword that is escaped from its first
  /// letter on begins with one of the fixed spellings.
  static func triggers(of keyword: String) -> [(literal: String, trace: Trace)] {
    let bytes = Array(keyword.lowercased().utf8)
    guard bytes.count >= 12 else { return [] }
    let half = (bytes.count - 1) / 2
    // One by one: the compiler takes seconds for all in one expression.
    var triggers: [(literal: String, trace: Trace)] = [(String(decoding: bytes[..<half], as: UTF8.self), .head)]
    for tail in [bytes[(half + 1)...], bytes.suffix(9)] {
      triggers.append((String(decoding: tail, as: UTF8.self), .tail))
    }
    for spelling in escaped(bytes.prefix(4)) + base64Cores(of: bytes) { triggers.append((spelling, .encoded)) }
    return triggers.filter { $0.literal.utf8.count >= 5 }
  }

  /// Whether beside a trigger stands the escape or the join that it would be the trace of.
  ///
  /// Nearly all triggers are words of their own, and many end a string, so this keeps the decoding rare.
  static func isPlausible(_ trace: Trace, at offset: Int, length: Int, in bytes: Span<UInt8>) -> Bool {
    switch trace {
    case .encoded: return true
    case .head:
      // The half of the keyword may be followed by more of its letters before the disguise begins.
      for position in (offset + length)..<min(bytes.count, offset + length + reachOfLetters) {
        if isNameByte(bytes[position]) { continue }
        return escape(bytes, at: position, before: bytes.count) != nil
          || join(bytes, at: position, before: bytes.count) != nil
      }
      return false
    case .tail:
      var position = offset - 1
      while position >= max(0, offset - reachOfLetters) {
        if !isNameByte(bytes[position]) { return isEndOfDisguise(bytes, at: position) }
        position -= 1
      }
      return false
    }
  }

  /// Whether a byte that no name holds is the last such byte of an escape or of a join.
  private static func isEndOfDisguise(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    if isQuote(bytes[offset]) {
      // What stands between the quotes of a join.
      let start = (max(0, offset - longestJoin)..<offset).last { isQuote(bytes[$0]) }
      return start.flatMap { join(bytes, at: $0, before: bytes.count) } != nil
    }
    if bytes[offset] == UInt8(ascii: ";") {
      let start = (max(0, offset - longestEntity)..<offset).last { bytes[$0] == UInt8(ascii: "&") }
      return start.flatMap { escape(bytes, at: $0, before: bytes.count) } != nil
    }
    return escape(bytes, at: offset, before: bytes.count) != nil
  }

  /// The most bytes from the first quote of a join to the second one.
  private static let longestJoin = 80
  /// The most bytes before the semicolon of a numeric entity: `&#x000065`.
  private static let longestEntity = 9

  /// The longest tail of a keyword in use, and the letters of one escape.
  private static let reachOfLetters = 20

  /// A byte that begins an escape or ends a string.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "%") || byte == backslash || isQuote(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// The part of a keyword's base64 that is the same whatever stands round it, for each alignment.
  static func base64Cores(of bytes: [UInt8]) -> [String] {
    (0..<3).map { alignment in
      let padded = Array(repeating: UInt8(ascii: "a"), count: alignment) + bytes
      let whole = padded.count / 3 * 3
      let encoded = base64(padded[..<whole])
      // The first group holds foreign bits where the keyword does not begin on a border.
      return String(decoding: encoded.dropFirst(alignment == 0 ? 0 : 4), as: UTF8.self)
    }
  }

  /// One way of reading a window.
  struct Layer {
    var text: [UInt8]
    /// Where in the artifact each byte came from.
    var origins: [Int]
    /// Whether the text is another encoding of the bytes, and not the bytes with escapes undone.
    var isEncoded: Bool
    /// Why a match in it is less sure, in words.
    var doubt: String
  }

  /// A run of base64 as far as it was followed: where it begins, and an offset in it.
  struct Run {
    var start = 0
    var offset = 0
  }

  /// The readings of a window in which something may show that the plain bytes hide.
  ///
  /// - Parameter run: The run round the last offset asked about in these bytes, which is taken as known: one
  ///   that fills a file would be followed to its beginning again and again.
  static func layers(
    of bytes: Span<UInt8>, in window: Range<Int>, round offset: Int, after run: inout Run
  ) -> [Layer] {
    var layers: [Layer] = []
    if let (text, origins) = reveal(bytes, in: window) {
      layers.append(
        Layer(text: text, origins: origins, isEncoded: false, doubt: "the text is escaped or put together from parts"))
    }
    if let (text, origins) = decodeBase64(bytes, round: offset, after: &run) {
      layers.append(Layer(text: text, origins: origins, isEncoded: true, doubt: "the text is encoded in base64"))
    }
    return layers
  }

  /// The run of base64 round an offset, decoded; long runs in part.
  private static func decodeBase64(
    _ bytes: Span<UInt8>, round offset: Int, after run: inout Run
  ) -> (text: [UInt8], origins: [Int])? {
    var start = offset
    while start > 0, start != run.offset, base64Value(bytes[start - 1]) != nil { start -= 1 }
    if start == run.offset { start = run.start }
    run = Run(start: start, offset: offset)
    // A run begins on a border of four; of a long one only the neighbourhood is decoded.
    start += max(0, offset - start - 900) / 4 * 4
    var text: [UInt8] = []
    var origins: [Int] = []
    var position = start
    while position + 3 < bytes.count, position - offset < 2_400 {
      guard let first = base64Value(bytes[position]), let second = base64Value(bytes[position + 1]) else { break }
      let third = base64Value(bytes[position + 2]), fourth = base64Value(bytes[position + 3])
      text.append(UInt8(truncatingIfNeeded: first << 2 | second >> 4))
      if let third { text.append(UInt8(truncatingIfNeeded: second << 4 | third >> 2)) }
      if let third, let fourth { text.append(UInt8(truncatingIfNeeded: third << 6 | fourth)) }
      while origins.count < text.count { origins.append(position) }
      if third == nil || fourth == nil { break }
      position += 4
    }
    return text.count >= 8 ? (text, origins) : nil
  }

  private static func base64Value(_ byte: UInt8) -> Int? {
    switch byte {
    case 65...90: Int(byte) - 65
    case 97...122: Int(byte) - 71
    case 48...57: Int(byte) + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  /// A window with escapes undone and joined strings put together, and where each of its bytes came from.
  ///
  /// - Returns: Nothing where the window holds neither, as nearly all do.
  static func reveal(_ bytes: Span<UInt8>, in window: Range<Int>) -> (text: [UInt8], origins: [Int])? {
    var text: [UInt8] = []
    var origins: [Int] = []
    var offset = window.lowerBound
    // Where the plain bytes begin that are still to be taken over.
    var plain = offset
    func takeOver(upTo end: Int) {
      if origins.isEmpty {
        text.reserveCapacity(window.count)
        origins.reserveCapacity(window.count)
      }
      for index in plain..<end {
        text.append(bytes[index])
        origins.append(index)
      }
    }
    while offset < window.upperBound {
      // Every escape and every join begins with one.
      guard isMark(bytes[offset]) else {
        offset += 1
        continue
      }
      if let (byte, length) = escape(bytes, at: offset, before: window.upperBound) {
        takeOver(upTo: offset)
        text.append(byte)
        origins.append(offset)
        offset += length
        plain = offset
      } else if let length = join(bytes, at: offset, before: window.upperBound) {
        takeOver(upTo: offset)
        offset += length
        plain = offset
      } else {
        offset += 1
      }
    }
    guard plain > window.lowerBound else { return nil }
    takeOver(upTo: offset)
    return (text, origins)
  }

  /// One escaped ASCII byte and the length of its escape.
  private static func escape(_ bytes: Span<UInt8>, at offset: Int, before end: Int) -> (UInt8, Int)? {
    switch bytes[offset] {
    case UInt8(ascii: "%"):
      return number(bytes, offset + 1, digits: 2, radix: 16, before: end).map { ($0, 3) }
    case backslash:
      guard offset + 1 < end else { return nil }
      switch bytes[offset + 1] {
      case UInt8(ascii: "u"):
        return number(bytes, offset + 2, digits: 4, radix: 16, before: end).map { ($0, 6) }
      case UInt8(ascii: "x"):
        return number(bytes, offset + 2, digits: 2, radix: 16, before: end).map { ($0, 4) }
      case slash: return (slash, 2)
      default: return nil
      }
    case UInt8(ascii: "&"):
      guard offset + 2 < end, bytes[offset + 1] == UInt8(ascii: "#") else { return nil }
      let isHexadecimal = bytes[offset + 2] | 0x20 == UInt8(ascii: "x")
      let start = offset + (isHexadecimal ? 3 : 2)
      var stop = start
      while stop < end, stop - start < 6, bytes[stop] != UInt8(ascii: ";") { stop += 1 }
      guard stop < end, bytes[stop] == UInt8(ascii: ";"), stop > start else { return nil }
      return number(bytes, start, digits: stop - start, radix: isHexadecimal ? 16 : 10, before: end)
        .map { ($0, stop + 1 - offset) }
    default: return nil
    }
  }

  private static func number(_ bytes: Span<UInt8>, _ start: Int, digits: Int, radix: Int, before end: Int) -> UInt8? {
    guard start + digits <= end else { return nil }
    var value = 0
    for index in start..<(start + digits) {
      let byte = lowercasedASCII(bytes[index])
      let digit = byte >= 48 && byte <= 57 ? Int(byte) - 48 : byte >= 97 && byte <= 102 ? Int(byte) - 87 : 99
      guard digit < radix else { return nil }
      value = value * radix + digit
    }
    return (0x20..<0x7f).contains(value) ? UInt8(value) : nil
  }

  /// The length of what joins two strings: a quote, an operator with blanks, a quote.
  private static func join(_ bytes: Span<UInt8>, at offset: Int, before end: Int) -> Int? {
    let quote = bytes[offset]
    guard isQuote(quote) else { return nil }
    var position = offset + 1
    var operators = 0
    while position < end, position - offset < longestJoin {
      let byte = bytes[position]
      if isQuote(byte) { return operators == 1 ? position + 1 - offset : nil }
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "&") || byte == backslash {
        operators += 1
      } else if byte != space, byte != tab, byte != newline, byte != carriageReturn {
        return nil
      }
      position += 1
    }
    return nil
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  /// Letters in every kind of escape.
  private static func escaped(_ letters: ArraySlice<UInt8>) -> [String] {
    [
      spelled(letters, "%"), spelled(letters, "\\u00"), spelled(letters, "\\x"), spelled(letters, "&#x", ";"),
      spelled(letters, "&#", ";", radix: 10),
    ]
  }

  /// Letters by their numbers, each between two texts.
  private static func spelled(
    _ letters: ArraySlice<UInt8>, _ before: StaticString, _ after: StaticString = "", radix: Int = 16
  ) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(8 * letters.count)
    for letter in letters {
      let number = Int(letter)
      before.withUTF8Buffer { unsafe text.append(contentsOf: $0) }
      if number >= radix * radix { text.append(digits[number / radix / radix]) }
      text.append(digits[number / radix % radix])
      text.append(digits[number % radix])
      after.withUTF8Buffer { unsafe text.append(contentsOf: $0) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static let base64Alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 3 * 4)
    var index = bytes.startIndex
    while index + 2 < bytes.endIndex {
      let group = Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
      for shift in [18, 12, 6, 0] { text.append(base64Alphabet[group >> shift & 63]) }
      index += 3
    }
    return text
  }
}
