import Synchronization

/// What a scanner comes to at some places of a piece of text if it begins there as somebody guessed.
///
/// Which bytes are a comment depends on all bytes before, so there is only one who can know it. But whatever a
/// scanner was taken for, it soon comes to where the true one comes: at the end of a line, of a comment, of a
/// string. From the first mark at which both agree the rest of the marks are true.
struct RegionMarks: Sendable {
  /// How far apart marks are, in bytes.
  static let distance = 8_192
  /// How far the beginning of a line is looked for, in bytes.
  private static let lineReach = 4_096

  /// In order; with offsets in the piece.
  let marks: [RegionScanner]

  /// - Parameters:
  ///   - guess: What the scanner may be at the beginning of a line.
  ///   - range: The part of the piece that is read.
  init(_ guess: RegionScanner, in bytes: Span<UInt8>, range: Range<Int>) {
    var start = range.lowerBound
    let limit = min(range.upperBound, start + RegionMarks.lineReach)
    while start < limit, bytes[start] != newline { start += 1 }
    // A text without line ends has to be begun somewhere.
    var scanner = guess.guess(at: start < limit ? start + 1 : range.lowerBound)
    var marks = [scanner]
    while scanner.offset < range.upperBound {
      scanner.advance(to: min(range.upperBound, scanner.offset + RegionMarks.distance), in: bytes)
      marks.append(scanner)
    }
    self.marks = marks
  }
}

/// Goes from mark to mark, once it is where one of them is.
struct RegionFollower {
  private(set) var scanner: RegionScanner
  private var marks: ArraySlice<RegionScanner> = []
  /// Of the piece whose marks these are.
  private var base = 0
  /// Whether the scanner was where a mark of this piece is, so that all that follow are true.
  private var isAgreed = false

  init(_ scanner: RegionScanner) {
    self.scanner = scanner
  }

  /// Takes up the marks of the next piece.
  mutating func follow(_ marks: RegionMarks?, base: Int) {
    self.marks = marks?.marks[...] ?? []
    self.base = base
    isAgreed = false
  }

  /// Reads on to an offset of the text; see ``RegionScanner/advance(to:in:base:)``.
  mutating func advance(to target: Int, in bytes: Span<UInt8>, base: Int) {
    while let mark = marks.first, self.base + mark.offset <= target {
      marks.removeFirst()
      if isAgreed {
        scanner = mark.shifted(by: self.base)
        continue
      }
      let mark = mark.shifted(by: self.base)
      scanner.advance(to: mark.offset, in: bytes, base: base)
      isAgreed = scanner.isWhere(mark)
    }
    scanner.advance(to: target, in: bytes, base: base)
  }
}

/// What one who knows tells those who guess.
final class RegionGuess: Sendable {
  private let scanner: Mutex<RegionScanner>

  init(_ scanner: RegionScanner) {
    self.scanner = Mutex(scanner)
  }

  var latest: RegionScanner { scanner.withLock { $0 } }

  func update(_ latest: RegionScanner) {
    scanner.withLock { $0 = latest }
  }
}
