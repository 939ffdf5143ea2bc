/// A hash for every line of a text, as GitHub's code scanning computes them to recognise a place again.
///
/// The hash of a line covers the hundred UTF-16 units from its start, blanks and tabs left out, so that
/// it reaches into the lines that follow. Equal hashes in one text are told apart by a number. SARIF
/// carries it as `primaryLocationLineHash`; without it the upload computes it from the checked-out file.
/// - SeeAlso: github/codeql-action, `src/fingerprints.ts`.
public struct LineHashes: Hashable, Sendable {
  /// How many units a hash covers.
  private static let blockSize = 100
  /// What the algorithm puts at the end of the text.
  private static let endMark: UInt16 = .max

  /// By line, counted from 1.
  private let hashes: [Int: String]

  /// Computes the hashes of lines; line ends may be LF, CR LF or CR.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - lines: The lines that are asked for, counted from 1; text far behind the last one is not read.
  /// - Complexity: O(*n*) in the length of the text up to the last line.
  public init(of bytes: Span<UInt8>, lines: Set<Int>) {
    var reader = Reader(lastLine: lines.max() ?? 0)
    var index = 0
    while index < bytes.count, bytes[index] < 0x80, !reader.isDone {
      reader.read(UInt16(bytes[index]))
      index += 1
    }
    if index < bytes.count, !reader.isDone {
      let rest = bytes.extracting(index...)
      let text = unsafe rest.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
      for unit in text.utf16 {
        if reader.isDone { break }
        reader.read(unit)
      }
    }
    reader.finish()
    hashes = LineHashes.hashes(of: reader.units, at: reader.starts, lines: lines)
  }

  /// The hash of a line, counted from 1; nothing for a line that wasn't asked for or doesn't exist.
  public subscript(line: Int) -> String? { hashes[line] }

  /// Collects the units that count, and where lines begin among them.
  private struct Reader {
    private(set) var units: [UInt16] = []
    private(set) var starts: [Int] = []
    private let lastLine: Int
    private var isLineStart = true
    private var isAfterReturn = false

    init(lastLine: Int) {
      self.lastLine = lastLine
    }

    /// Whether all that the last line's hash covers is there.
    var isDone: Bool { starts.count > lastLine && units.count > starts[lastLine] + blockSize }

    mutating func read(_ unit: UInt16) {
      let isSkipped = unit == 0x20 || unit == 0x09 || (isAfterReturn && unit == 0x0A)
      isAfterReturn = unit == 0x0D
      if !isSkipped { add(isAfterReturn ? 0x0A : unit) }
    }

    mutating func finish() { add(endMark) }

    private mutating func add(_ unit: UInt16) {
      if isLineStart { starts.append(units.count) }
      isLineStart = unit == 0x0A
      units.append(unit)
    }
  }

  private static func hashes(of units: [UInt16], at starts: [Int], lines: Set<Int>) -> [Int: String] {
    let factor: UInt64 = 37
    let outgoing = (0..<blockSize).reduce(UInt64(1)) { power, _ in power &* factor }
    var hash: UInt64 = 0
    var ofLines: [UInt64] = []
    var position = 0
    for start in starts {
      // Behind the end of the text the window is filled up with zeros.
      while position < start + blockSize {
        let incoming = position < units.count ? UInt64(units[position]) : 0
        let leaving = position >= blockSize ? UInt64(units[position - blockSize]) : 0
        hash = hash &* factor &+ incoming &- outgoing &* leaving
        position += 1
      }
      ofLines.append(hash)
    }
    let wanted = lines.filter { $0 >= 1 && $0 <= ofLines.count }
    // Equal hashes are numbered from the top, so those of other lines count where they are equal.
    var counts = Dictionary(wanted.map { (ofLines[$0 - 1], 0) }) { first, _ in first }
    var hashes: [Int: String] = [:]
    for (index, hash) in ofLines.enumerated() {
      guard let count = counts[hash] else { continue }
      counts[hash] = count + 1
      if wanted.contains(index + 1) { hashes[index + 1] = "\(String(hash, radix: 16)):\(count + 1)" }
    }
    return hashes
  }
}
