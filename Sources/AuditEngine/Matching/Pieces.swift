import AuditModel

/// How large texts are cut.
enum Pieces {
  static let size = 1 << 20
  /// What a pattern may need before and behind a keyword, twice, and what may be looked at on either side.
  static let overlap = 2 * (TextMatcher.bytesBefore + TextMatcher.bytesAfter) + 8_192
  /// What evidence, masking and context may need of the text before a place: above all ``ListShape``.
  static let before = ListShape.linesOfEntries * ListShape.longestEntry

  /// The places of a piece that are judged with it and with no other.
  ///
  /// What begins in the overlap is left to the next piece, which holds more of what follows it, but for what
  /// that piece holds too little of before it.
  ///
  /// - Parameters:
  ///   - count: The size of the piece in bytes; one of less than the usual size is the last one.
  ///   - base: Its offset.
  static func own(of count: Int, base: Int) -> Range<Int> {
    // One that shrank while it was read may hold nothing of its own.
    min(base == 0 ? 0 : before, count)..<(count < size ? count : count - overlap + before)
  }
}

/// What can be told of a piece without those before it.
struct PieceOutline: Sendable {
  /// The part of the piece that this is about; empty where it is not worth telling.
  var range = 0..<0
  /// Counts the lines of that part, as the continuation of another count.
  var lines = LineCounter.continuation
  /// Where its comments and strings are, if the guess is right.
  var regions: RegionMarks?

  /// - Parameter guess: What the scanner was in some piece before; nothing where nobody asks for contexts.
  init(of bytes: Span<UInt8>, guess: RegionScanner?) {
    // The last piece need not be gone over to its end.
    guard bytes.count == Pieces.size else { return }
    range = Pieces.before..<Pieces.own(of: bytes.count, base: 0).upperBound
    lines.advance(over: bytes.extracting(range))
    regions = guess.map { RegionMarks($0, in: bytes, range: range) }
  }
}
