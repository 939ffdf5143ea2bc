/// Where markup begins whose end is known: libxml2 tells the place behind it only.
extension RawWindow {
  /// Whether a start tag or an end tag begins at an offset: a `<` and no declaration or instruction.
  @inline(__always)
  func hasTag(at offset: Int) -> Bool {
    guard offset &+ 1 < end, let mark = unsafe pointer(at: offset) else { return false }
    return unsafe mark[0] == lessThan && mark[1] != UInt8(ascii: "!") && mark[1] != UInt8(ascii: "?")
  }

  /// The offset of the last `<` before an offset, not before `floor`; `floor` if there is none.
  func lastMarkupStart(before offset: Int, floor: Int) -> Int {
    guard let low = unsafe pointer(at: floor), var high = unsafe pointer(at: offset) else { return floor }
    // Eight bytes at a time: a byte of the word becomes 0 where the text has the byte looked for.
    while unsafe high - low >= 8 {
      let word = unsafe UInt64(littleEndian: UnsafeRawPointer(high - 8).loadUnaligned(as: UInt64.self))
      let zeroWhereEqual = word ^ (0x0101_0101_0101_0101 &* UInt64(lessThan))
      let low7 = (zeroWhereEqual & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
      let hits = ~(low7 | zeroWhereEqual | 0x7F7F_7F7F_7F7F_7F7F)
      if hits != 0 { return unsafe floor + (high - low) - 1 - hits.leadingZeroBitCount / 8 }
      unsafe high -= 8
    }
    while unsafe high > low {
      unsafe high -= 1
      if unsafe high.pointee == lessThan { return unsafe floor + (high - low) }
    }
    return floor
  }

  /// The start of the comment that ends at an offset.
  func commentStart(before end: Int, floor: Int) -> Int {
    // A well-formed comment has no `--` in it, so no other `<!--`.
    var start = max(floor, end - commentEndLength)
    repeat {
      start = lastMarkupStart(before: start, floor: floor)
      guard start > floor, let mark = unsafe pointer(at: start) else { return floor }
      let isComment =
        unsafe mark[1] == UInt8(ascii: "!") && mark[2] == UInt8(ascii: "-") && mark[3] == UInt8(ascii: "-")
      if isComment { return start }
    } while true
  }

  /// The start of the processing instruction that ends at an offset.
  ///
  /// Its content may hold `<?`, so the way back goes over as many bytes as content and target have.
  func instructionStart(
    before end: Int, floor: Int, _ targetLength: Int, _ content: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var index = end - markLength - floor
    guard index > 0, let base = unsafe pointer(at: floor) else { return floor }
    var remaining = content.count
    while remaining > 0, index > 1 {
      remaining -= 1
      index -= 1
      // A line end may have been two bytes.
      if unsafe content[remaining] == lineFeed && base[index] == lineFeed && base[index - 1] == carriageReturn
      {
        index -= 1
      }
    }
    while index > 0, unsafe base[index - 1].isBlank { index -= 1 }
    return floor + max(0, index - targetLength - markLength)
  }
}

let lessThan = UInt8(ascii: "<")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
/// Length of `-->`.
private let commentEndLength = 3
/// Length of `<?` and of `?>`.
private let markLength = 2
