/// A line and a column of a text, both from 1.
public struct TextPosition: Hashable, Sendable {
  public var line: Int
  /// Counts Unicode scalars; a byte-order mark at the start of the text is not one of them.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension TextPosition: Comparable {
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension TextPosition: CustomStringConvertible {
  public var description: String { "\(line):\(column)" }
}

/// Counts the lines and columns of a UTF-8 text that arrives in pieces.
///
/// A line ends after LF, after CRLF, and after a CR that no LF follows, as in editors and in XML. The
/// result depends on the bytes only, not on how they were cut into pieces. Bytes that are not UTF-8
/// count as one column each, except those that look like the later bytes of a scalar.
public struct LineCounter: Hashable, Sendable {
  /// How many bytes were counted so far.
  public private(set) var byteOffset = 0

  private var line = 1
  private var column = 1
  /// The last byte was a CR; the next one tells whether the line ends here or with an LF.
  private var isAfterReturn = false
  private var matchedMarkBytes = 0

  public init() {}

  /// A counter for what follows another text, to be added to the count of that text.
  public static var continuation: LineCounter {
    var counter = LineCounter()
    // Only a text begins with a mark.
    counter.matchedMarkBytes = -1
    return counter
  }

  /// Adds the count of the text that follows.
  ///
  /// - Parameters:
  ///   - following: What began as a ``continuation``.
  ///   - first: The first of the bytes that it counted.
  public mutating func add(_ following: LineCounter, beginningWith first: UInt8) {
    guard following.byteOffset > 0 else { return }
    if isAfterReturn, first != lineFeed {
      line += 1
      column = 1
    }
    column = following.line > 1 ? following.column : column + following.column - 1
    line += following.line - 1
    isAfterReturn = following.isAfterReturn
    byteOffset += following.byteOffset
  }

  /// The position of the byte after the counted ones, which is `next`; nil means the end of the text.
  public func position(before next: UInt8?) -> TextPosition {
    if isAfterReturn && next != lineFeed { return TextPosition(line: line + 1, column: 1) }
    return TextPosition(line: line, column: column)
  }

  /// Counts the next bytes of the text.
  /// - Complexity: O(*n*), about one instruction per byte.
  public mutating func advance(over bytes: Span<UInt8>) {
    var start = 0
    // The mark may be cut into pieces, so its bytes go one by one.
    while start < bytes.count, let expected = expectedMarkByte, bytes[start] == expected {
      if byteOffset == 0 { column += 1 }
      byteOffset += 1
      start += 1
      // Only the third byte proves that it is a mark, which is no column.
      if byteOffset == byteOrderMark.count { column -= 1 }
      matchedMarkBytes = byteOffset
    }
    guard start < bytes.count else { return }
    unsafe bytes.extracting(start...).withUnsafeBufferPointer { unsafe advance(over: $0) }
  }

  private var expectedMarkByte: UInt8? {
    matchedMarkBytes == byteOffset && byteOffset < byteOrderMark.count ? byteOrderMark[byteOffset] : nil
  }

  private mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    byteOffset += bytes.count
    if isAfterReturn {
      isAfterReturn = false
      if unsafe base[0] != lineFeed {
        line += 1
        column = 1
      }
    }
    // A CR at the end waits for its next byte, so every CR before it has one.
    let endsInReturn = unsafe base[bytes.count - 1] == carriageReturn
    let count = endsInReturn ? bytes.count - 1 : bytes.count
    let ends = unsafe countLineEnds(base, count)
    if ends > 0 {
      var lineStart = count
      while unsafe base[lineStart - 1] != lineFeed && base[lineStart - 1] != carriageReturn {
        lineStart -= 1
      }
      line += ends
      column = unsafe 1 + countScalars(base + lineStart, count - lineStart)
    } else {
      column += unsafe countScalars(base, count)
    }
    if endsInReturn {
      isAfterReturn = true
      column += 1
    }
  }
}

private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// A multiple of the vector width whose count of hits fits in a byte.
///
/// The compiler turns loops of this kind into comparisons of 16 bytes at a time; it does so for
/// unchecked arithmetic only, and not for loops over a range.
private let blockLength = 224

/// Line ends among bytes, each CR counted where it stands even if it is the last of them.
private func countLineEnds(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  var total = 0
  var start = 0
  while start < count {
    let length = min(blockLength, count &- start)
    let block = unsafe bytes + start
    var feeds: UInt8 = 0
    var returns: UInt8 = 0
    var index = 0
    while index < length {
      let byte = unsafe block[index]
      feeds &+= byte == lineFeed ? 1 : 0
      returns |= byte == carriageReturn ? 1 : 0
      index &+= 1
    }
    total &+= Int(feeds)
    if unsafe returns != 0 || (start > 0 && block[-1] == carriageReturn) {
      unsafe total &+= countReturns(block, length, isFirst: start == 0)
    }
    start &+= length
  }
  return total
}

/// The CRs of a block, less the LFs that follow one: those end no line of their own.
///
/// Looks back rather than ahead, since behind the last block there may be nothing to look at.
private func countReturns(_ block: UnsafePointer<UInt8>, _ length: Int, isFirst: Bool) -> Int {
  var returns: UInt8 = unsafe isFirst && block[0] == carriageReturn ? 1 : 0
  var pairs: UInt8 = 0
  var index = isFirst ? 1 : 0
  while index < length {
    let isFeed: UInt8 = unsafe block[index] == lineFeed ? 1 : 0
    let isBehindReturn: UInt8 = unsafe block[index &- 1] == carriageReturn ? 1 : 0
    returns &+= unsafe block[index] == carriageReturn ? 1 : 0
    pairs &+= isFeed & isBehindReturn
    index &+= 1
  }
  return Int(returns) &- Int(pairs)
}

private func countScalars(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  var total = 0
  var start = 0
  while start < count {
    let length = min(blockLength, count &- start)
    let block = unsafe bytes + start
    var scalars: UInt8 = 0
    var index = 0
    while index < length {
      // Every byte but 10xxxxxx starts a scalar.
      scalars &+= unsafe Int8(bitPattern: block[index]) > -65 ? 1 : 0
      index &+= 1
    }
    total &+= Int(scalars)
    start &+= length
  }
  return total
}
