/// How keywords are searched for: chosen by cost, or forced.
package struct GramPlan: Sendable {
  /// A way to search.
  package enum Strategy: CaseIterable, Sendable {
    /// By masks as long as the estimate says that this is faster.
    case automatic
    /// By masks, with as many passes as that takes.
    case masked
    /// At every n-th place, n being as large as the shortest keyword lets it.
    case sampled
    /// At every place, without vectors: what a processor without a kernel does.
    case scalar
  }

  package var strategy: Strategy
  package var kernel: PrefilterKernel?

  package init(strategy: Strategy = .automatic, kernel: PrefilterKernel? = .best) {
    self.strategy = strategy
    self.kernel = kernel
  }

  // Costs in nanoseconds, measured on a Zen 3 at 2.45 GHz; only their ratios count.
  private static let costOfMaskedByte = 0.08
  private static let costOfSample = 1.0
  private static let costOfCandidate = 6.0
  /// The longest step: more would need longer keywords than people write, and gain little.
  private static let longestStep = 4
  /// The number of grams for which masks can still pay.
  private static let gramLimit = 128

  /// The passes that together find each keyword of the set.
  func passes(for keywords: KeywordSet) -> [GramPass] {
    let all = Array(0..<keywords.count)
    guard let kernel, strategy != .scalar else {
      return sampledPasses(all, of: keywords, longestStep: strategy == .scalar ? 1 : Self.longestStep)
    }
    if strategy == .sampled { return sampledPasses(all, of: keywords, longestStep: Self.longestStep) }

    // Masks can't hold a byte above 127.
    let isMaskable = all.map { keyword in
      (0...(keywords.length(of: keyword) - 4)).contains { keywords.isASCII(keyword, at: $0) }
    }
    let maskable = all.filter { isMaskable[$0] }
    let others = sampledPasses(all.filter { !isMaskable[$0] }, of: keywords, longestStep: Self.longestStep)
    if let masked = maskedPasses(maskable, of: keywords, kernel: kernel) { return masked + others }

    // The short ones would force short steps on all.
    let isLong = all.map { keywords.length(of: $0) >= Self.longestStep + 3 }
    if let short = maskedPasses(maskable.filter { !isLong[$0] }, of: keywords, kernel: kernel) {
      return short
        + sampledPasses(
          all.filter { isLong[$0] || !isMaskable[$0] }, of: keywords, longestStep: Self.longestStep)
    }
    return sampledPasses(all, of: keywords, longestStep: Self.longestStep)
  }

  /// Passes with as many masks as are cheapest; nil if sampling is cheaper.
  private func maskedPasses(_ indices: [Int], of keywords: KeywordSet, kernel: PrefilterKernel) -> [GramPass]? {
    guard !indices.isEmpty else { return [] }
    let limit = strategy == .masked ? Int.max : Self.gramLimit
    guard let cover = GramCover(keywords, of: indices, limit: limit) else { return nil }
    var buckets = GramBucket.buckets(of: cover.sites, keywords: keywords)
    var best: (cost: Double, buckets: [(bucket: GramBucket, sites: [GramSite])])?
    for count in [4, 3, 2, 1] {
      GramBucket.merge(&buckets, to: 8 * count)
      let candidates = buckets.reduce(0) { $0 + $1.bucket.density }
      let cost = Double((buckets.count + 7) / 8) * Self.costOfMaskedByte + candidates * Self.costOfCandidate
      if cost < best?.cost ?? .infinity { best = (cost, buckets) }
    }
    guard let best, strategy == .masked || best.cost < Self.costOfSample / Double(Self.longestStep) else {
      return nil
    }
    return stride(from: 0, to: best.buckets.count, by: 8).map { start in
      GramPass(best.buckets[start..<min(start + 8, best.buckets.count)], kernel: kernel, keywords: keywords)
    }
  }

  /// A pass that looks at every n-th place.
  private func sampledPasses(_ indices: [Int], of keywords: KeywordSet, longestStep: Int) -> [GramPass] {
    guard let shortest = indices.map({ keywords.length(of: $0) }).min() else { return [] }
    let step = min(shortest - 3, longestStep)
    return [GramPass(sampledSites(indices, of: keywords, step: step), step: step, keywords: keywords)]
  }

  /// The rarest consecutive grams of each keyword, as many as the step.
  private func sampledSites(_ indices: [Int], of keywords: KeywordSet, step: Int) -> [GramSite] {
    indices.flatMap { keyword in
      let grams = (0...(keywords.length(of: keyword) - 4)).map { keywords.gram(of: keyword, at: $0) }
      let frequencies: [Double] = grams.map(\.frequency)
      func frequency(from start: Int) -> Double { frequencies[start..<(start + step)].reduce(0, +) }
      let start = (0...(grams.count - step)).min { frequency(from: $0) < frequency(from: $1) } ?? 0
      return (start..<(start + step)).map { GramSite(gram: grams[$0], keyword: keyword, offset: $0) }
    }
  }
}
