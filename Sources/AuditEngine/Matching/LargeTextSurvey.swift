import BytePrefilter

/// Finds in one reading of a large text where keywords stand, and what of that which rules demand or refuse of the
/// rest of a text stands anywhere.
struct LargeTextSurvey: Sendable {
  /// What stands in a piece.
  struct Piece: Sendable {
    var hits: ContiguousArray<Prefilter.Hit> = []
    /// The numbers of what is demanded.
    var demanded: Set<Int> = []
  }

  /// What rules demand or refuse, and can be looked for together with their keywords.
  let demanded: [String]
  /// What has to be looked for in another way.
  let others: Set<String>
  private let prefilter: Prefilter
  private let keywordCount: Int

  init(_ rules: RuleSet) {
    let lengths = Prefilter.minKeywordBytes...Prefilter.maxKeywordBytes
    let all = rules.demandedLiterals
    let usual = all.filter { lengths.contains($0.utf8.count) }.sorted()
    keywordCount = rules.keywords.count
    if let both = try? Prefilter(keywords: rules.keywords + usual.map { $0.lowercased() }, choice: rules.grams) {
      (prefilter, demanded, others) = (both, usual, all.subtracting(usual))
    } else {
      // Keywords alone can be searched for, or there would be no rule set.
      (prefilter, demanded, others) = (rules.prefilter, [], all)
    }
  }

  func read(_ bytes: Span<UInt8>) -> Piece {
    var piece = Piece()
    prefilter.scan(bytes, into: &piece.hits)
    // A literal may stand there as often as any word.
    piece.hits.removeAll { hit in
      guard hit.keyword >= keywordCount else { return false }
      piece.demanded.insert(hit.keyword - keywordCount)
      return true
    }
    return piece
  }
}
