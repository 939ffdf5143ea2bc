import AuditModel
import BytePrefilter

/// Looks for single literals in whole artifacts; owned by one worker.
final class LiteralSearch {
  /// Made on first use: few rules demand anything of the rest of an artifact.
  private var searches: [String: Prefilter] = [:]

  /// Whether an ASCII literal stands anywhere, letter case aside.
  func finds(_ literal: String, in bytes: Span<UInt8>) -> Bool {
    // Making a search costs as much as looking through some KB byte by byte.
    guard bytes.count > 8_192, let search = search(for: literal) else { return bytes.containsCaseless(literal) }
    var hits: ContiguousArray<Prefilter.Hit> = []
    search.scan(bytes, into: &hits)
    return !hits.isEmpty
  }

  /// Which of some literals stand in a text that is read in pieces, in a single reading.
  func find(_ literals: Set<String>, in text: borrowing some LargeText & ~Copyable) -> Set<String> {
    let lengths = Prefilter.minKeywordBytes...Prefilter.maxKeywordBytes
    let usual = literals.filter { lengths.contains($0.utf8.count) }.sorted()
    let search = try? Prefilter(keywords: usual.map { $0.lowercased() })
    // Those of other lengths, or all where there can be no search, byte by byte.
    let others = search == nil ? literals : literals.subtracting(usual)
    var found: Set<String> = []
    text.forEachPiece(
      of: Pieces.size, overlap: literals.map(\.utf8.count).max() ?? 0,
      preparing: { bytes, _ in
        var hits: ContiguousArray<Prefilter.Hit> = []
        search?.scan(bytes, into: &hits)
        return Set(hits.map(\.keyword)).map { usual[$0] } + others.filter { bytes.containsCaseless($0) }
      }
    ) { _, _, inPiece in
      found.formUnion(inPiece)
      return found.count < literals.count
    }
    return found
  }

  private func search(for literal: String) -> Prefilter? {
    if let known = searches[literal] { return known }
    let search = try? Prefilter(keywords: [literal.lowercased()])
    searches[literal] = search
    return search
  }
}
