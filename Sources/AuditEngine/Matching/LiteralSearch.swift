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

  /// The same for a text that is read in pieces.
  func finds(_ literal: String, in text: borrowing some LargeText & ~Copyable) -> Bool {
    guard let search = search(for: literal) else {
      var found = false
      text.forEachPiece(of: Pieces.size, overlap: literal.utf8.count) { bytes, _ in
        found = bytes.containsCaseless(literal)
        return !found
      }
      return found
    }
    var found = false
    text.forEachPiece(
      of: Pieces.size, overlap: literal.utf8.count, preparing: { search.containsAny($0) }
    ) { _, _, holds in
      found = holds
      return !found
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
