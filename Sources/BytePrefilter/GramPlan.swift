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
  private static let costOfSet = 0.08
  private static let costOfSample = 1.6
  private static let costOfPlace = 3.0
  /// The longest step: more would need longer keywords than people write, and gain little.
  private static let longestStep = 4
  /// The widest window that a hash is taken of.
  private static let widestWindow = 8
  /// The shortest keyword that is sampled where masks hold shorter ones: windows of six bytes at every fourth place.
  private static let shortestSampled = 9
  /// The number of grams for which masks can still pay.
  private static let gramLimit = 256

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
    let isLong = all.map { keywords.length(of: $0) >= Self.shortestSampled }
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
    let sitesOfGrams = Dictionary(grouping: cover.sites, by: \.gram)
    let grams = sitesOfGrams.keys.sorted()
    var best: (cost: Double, groups: GramGroups)?
    // Eight buckets of many grams let nearly everything through, and few grams need no more.
    for count in grams.count > 64 ? [16, 32] : [8, 16] {
      let groups = GramGroups(grams, count: count)
      let cost = Self.costOfMasked(groups.buckets)
      if cost < best?.cost ?? .infinity { best = (cost, groups) }
    }
    guard let best, strategy == .masked || best.cost < Self.costOfSample / Double(Self.longestStep) else {
      return nil
    }
    let perPass = 8 * GramPass.maxSets
    return stride(from: 0, to: best.groups.buckets.count, by: perPass).map { start in
      let own = start..<min(start + perPass, best.groups.buckets.count)
      let sites = grams.indices.filter { own.contains(best.groups.bucketOf[$0]) }
        .flatMap { sitesOfGrams[grams[$0], default: []] }
      return GramPass(best.groups.buckets[own], sites: sites, kernel: kernel, keywords: keywords)
    }
  }

  private static func costOfMasked(_ buckets: [GramBucket]) -> Double {
    let density = buckets.reduce(0) { $0 + $1.density }
    // Bytes aren't independent, so more places fit than the densities say: 0.03 for 0.006, 0.15 for 0.08.
    return Double((buckets.count + 7) / 8) * costOfSet + density.squareRoot() / 3 * costOfPlace
  }

  /// A pass that looks at every n-th place, by windows as wide as the shortest keyword lets them be.
  private func sampledPasses(_ indices: [Int], of keywords: KeywordSet, longestStep: Int) -> [GramPass] {
    guard let shortest = indices.map({ keywords.length(of: $0) }).min() else { return [] }
    let step = min(shortest - 3, longestStep)
    let width = min(shortest - step + 1, Self.widestWindow)
    let sites = sampledSites(indices, of: keywords, width: width, step: step)
    return [GramPass(sites, width: width, step: step, keywords: keywords)]
  }

  /// The rarest consecutive windows of each keyword, as many as the step.
  private func sampledSites(_ indices: [Int], of keywords: KeywordSet, width: Int, step: Int) -> [GramSite] {
    indices.flatMap { keyword in
      let grams = (0...(keywords.length(of: keyword) - 4)).map { keywords.gram(of: keyword, at: $0) }
      let frequencies: [Double] = grams.map(\.frequency)
      // A window is as rare as the rarest of its grams, at least.
      let windows = (0...(grams.count - (width - 3))).map { frequencies[$0...($0 + width - 4)].min() ?? 0 }
      func frequency(from start: Int) -> Double { windows[start..<(start + step)].reduce(0, +) }
      let start = (0...(windows.count - step)).min { frequency(from: $0) < frequency(from: $1) } ?? 0
      return (start..<(start + step)).map { GramSite(gram: grams[$0], keyword: keyword, offset: $0) }
    }
  }
}
