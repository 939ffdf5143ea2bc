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

  private let hashes: [String]

  /// Computes the hashes of all lines; line ends may be LF, CR LF or CR.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(of text: some Sequence<UInt16>) {
    var units: [UInt16] = []
    var starts: [Int] = []
    var isLineStart = true
    var isAfterReturn = false
    func add(_ unit: UInt16) {
      if isLineStart { starts.append(units.count) }
      isLineStart = unit == 0x0A
      units.append(unit)
    }
    for unit in text {
      let isSkipped = unit == 0x20 || unit == 0x09 || (isAfterReturn && unit == 0x0A)
      isAfterReturn = unit == 0x0D
      if !isSkipped { add(isAfterReturn ? 0x0A : unit) }
    }
    add(LineHashes.endMark)
    hashes = LineHashes.hashes(of: units, at: starts)
  }

  /// The hash of a line, counted from 1; nothing behind the last one.
  public subscript(line: Int) -> String? {
    hashes.indices.contains(line - 1) ? hashes[line - 1] : nil
  }

  private static func hashes(of units: [UInt16], at starts: [Int]) -> [String] {
    let factor: UInt64 = 37
    let outgoing = (0..<blockSize).reduce(UInt64(1)) { power, _ in power &* factor }
    var hash: UInt64 = 0
    var counts: [UInt64: Int] = [:]
    var hashes: [String] = []
    hashes.reserveCapacity(starts.count)
    var position = 0
    for start in starts {
      // Behind the end of the text the window is filled up with zeros.
      while position < start + blockSize {
        let incoming = position < units.count ? UInt64(units[position]) : 0
        let leaving = position >= blockSize ? UInt64(units[position - blockSize]) : 0
        hash = hash &* factor &+ incoming &- outgoing &* leaving
        position += 1
      }
      counts[hash, default: 0] += 1
      hashes.append("\(String(hash, radix: 16)):\(counts[hash, default: 0])")
    }
    return hashes
  }
}
