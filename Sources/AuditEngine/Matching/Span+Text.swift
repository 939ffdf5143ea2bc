extension Span<UInt8> {
  /// Whether these bytes stand at an offset.
  func hasPrefix(_ prefix: Token, at offset: Int) -> Bool { hasPrefix(prefix.bytes, at: offset) }

  /// Whether these bytes stand at an offset.
  func hasPrefix(_ prefix: [UInt8], at offset: Int) -> Bool {
    guard offset + prefix.count <= count else { return false }
    for index in 0..<prefix.count where self[offset + index] != prefix[index] { return false }
    return true
  }

  /// The same for a token in lower case, whatever the case of the bytes.
  func hasCaselessPrefix(_ prefix: Token, at offset: Int) -> Bool {
    guard offset + prefix.count <= count else { return false }
    for index in 0..<prefix.count where lowercasedASCII(self[offset + index]) != prefix.bytes[index] { return false }
    return true
  }

  /// Whether an ASCII literal stands anywhere, letter case aside.
  func containsCaseless(_ literal: String) -> Bool {
    firstCaseless(literal, from: 0) != nil
  }

  /// The first offset at or after another one where an ASCII literal stands, letter case aside.
  func firstCaseless(_ literal: String, from start: Int) -> Int? {
    let needle = literal.utf8.map { lowercasedASCII($0) }
    guard let first = needle.first, needle.count <= count else { return nil }
    var offset = start
    let last = count - needle.count
    while offset <= last {
      if lowercasedASCII(self[offset]) == first {
        var length = 1
        while length < needle.count, lowercasedASCII(self[offset + length]) == needle[length] { length += 1 }
        if length == needle.count { return offset }
      }
      offset += 1
    }
    return nil
  }

  /// The line that a range begins on and ends on, but no more than some bytes to either side.
  func line(round range: Range<Int>, reaching reach: Int) -> Range<Int> {
    var start = range.lowerBound
    let lowest = Swift.max(0, start - reach)
    while start > lowest, self[start - 1] != newline { start -= 1 }
    var end = Swift.max(range.upperBound, start)
    let highest = Swift.min(count, end + reach)
    while end < highest, self[end] != newline, self[end] != carriageReturn { end += 1 }
    return start..<end
  }

  /// The bytes of a range as text; invalid UTF-8 becomes replacement characters.
  func text(in range: Range<Int>, atMost limit: Int) -> String {
    let end = Swift.min(range.upperBound, range.lowerBound + limit)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - range.lowerBound)
    for index in range.lowerBound..<end { bytes.append(self[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

func lowercasedASCII(_ byte: UInt8) -> UInt8 {
  byte >= 65 && byte <= 90 ? byte | 0x20 : byte
}
