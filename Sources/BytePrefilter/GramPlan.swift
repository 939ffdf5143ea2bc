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
  /// What was computed before, for the automatic strategy; counts if it was for the same keywords.
  package var choice: GramChoice?

  package init(strategy: Strategy = .automatic, kernel: PrefilterKernel? = .best, choice: GramChoice? = nil) {
    self.strategy = strategy
    self.kernel = kernel
    self.choice = choice
  }

  // Costs in nanoseconds, measured on a Zen 3 at 2.45 GHz; only their ratios count.
  private static let costOfSet = 0.06
  private static let costOfSample = 1.0
  private static let costOfPlace = 2.2
  /// The longest step: more would need longer keywords than people write, and gain little.
  private static let longestStep = 4
  private static let costOfSampling = costOfSample / Double(longestStep)
  /// The widest window that a hash is taken of.
  private static let widestWindow = 8
  /// The shortest keyword that is sampled where masks hold shorter ones: windows of six bytes at every fourth place.
  private static let shortestSampled = 9

  /// The passes that together find each keyword of the set.
  func passes(for keywords: KeywordSet) -> [GramPass] {
    let all = Array(0..<keywords.count)
    guard let kernel, strategy != .scalar else {
      return sampledPasses(all, of: keywords, longestStep: strategy == .scalar ? 1 : Self.longestStep)
    }
    if strategy == .sampled { return sampledPasses(all, of: keywords, longestStep: Self.longestStep) }

    let maskable = Self.maskable(all, of: keywords)
    let isMaskable = maskable.reduce(into: all.map { _ in false }) { $0[$1] = true }
    let others = sampledPasses(all.filter { !isMaskable[$0] }, of: keywords, longestStep: Self.longestStep)
    if maskable.isEmpty { return others }
    if let choice = completeChoice(maskable, of: keywords) ?? choose(maskable, of: keywords) {
      return maskedPasses(choice, of: keywords, kernel: kernel) + others
    }

    // The short ones would force short steps on all.
    let isLong = all.map { keywords.length(of: $0) >= Self.shortestSampled }
    let short = maskable.filter { !isLong[$0] }
    if let choice = short.isEmpty ? GramChoice(for: keywords, sites: []) : choose(short, of: keywords) {
      return maskedPasses(choice, of: keywords, kernel: kernel)
        + sampledPasses(
          all.filter { isLong[$0] || !isMaskable[$0] }, of: keywords, longestStep: Self.longestStep)
    }
    return sampledPasses(all, of: keywords, longestStep: Self.longestStep)
  }

  /// The choice for all keywords that masks can hold, to be kept; nil if sampling is cheaper.
  func choice(for keywords: KeywordSet, turns: Int, sample: GramSample = .whole) -> GramChoice? {
    choose(Self.maskable(Array(0..<keywords.count), of: keywords), of: keywords, turns: turns, sample: sample)
  }

  /// The keywords with four ASCII bytes in a row: masks can't hold a byte above 127.
  private static func maskable(_ indices: [Int], of keywords: KeywordSet) -> [Int] {
    indices.filter { keyword in
      (0...(keywords.length(of: keyword) - 4)).contains { keywords.isASCII(keyword, at: $0) }
    }
  }

  /// What was computed before, with what is missing; nil if that was for other keywords, or sampling is cheaper.
  private func completeChoice(_ indices: [Int], of keywords: KeywordSet) -> GramChoice? {
    guard strategy == .automatic, let choice, choice.isFor(firstOf: keywords) else { return nil }
    if choice.sites.map(\.keyword) == indices { return choice }
    let buckets = max(choice.bucketCount, 8)
    let costOfSets = Double((buckets + 7) / 8) * Self.costOfSet
    let chooser = GramChooser(
      keywords, of: indices, extending: choice, buckets: buckets,
      limit: (Self.costOfSampling - costOfSets) / Self.costOfPlace, sample: .part)
    return chooser.map { GramChoice(for: keywords, sites: $0.choice) }
  }

  /// Grams in as many masks as are cheapest; nil if sampling is cheaper.
  ///
  /// - Parameter turns: How often the choice is improved; 0 where it is made for one run.
  private func choose(
    _ indices: [Int], of keywords: KeywordSet, turns: Int = 0, sample: GramSample = .part
  ) -> GramChoice? {
    var best: (cost: Double, sites: [GramChoice.Site])?
    for sets in 1...4 {
      let costOfSets = Double(sets) * Self.costOfSet
      var limit = best?.cost ?? Self.costOfSampling
      if strategy == .masked && best == nil { limit = .infinity }
      guard
        var chooser = GramChooser(
          keywords, of: indices, buckets: 8 * sets, limit: (limit - costOfSets) / Self.costOfPlace,
          sample: sample)
      else {
        // Too many grams for so few buckets, or no better than fewer.
        if best == nil { continue } else { break }
      }
      chooser.improve(turns: turns)
      best = (costOfSets + chooser.cost * Self.costOfPlace, chooser.choice)
    }
    return best.map { GramChoice(for: keywords, sites: $0.sites) }
  }

  /// The passes that search by a choice.
  private func maskedPasses(
    _ choice: GramChoice, of keywords: KeywordSet, kernel: PrefilterKernel
  ) -> [GramPass] {
    let buckets = choice.buckets(of: keywords)
    let perPass = 8 * GramPass.maxSets
    return stride(from: 0, to: buckets.count, by: perPass).map { start in
      let own = start..<min(start + perPass, buckets.count)
      let sites = choice.sites.filter { own.contains($0.bucket) }.map {
        GramSite(gram: keywords.gram(of: $0.keyword, at: $0.offset), keyword: $0.keyword, offset: $0.offset)
      }
      return GramPass(buckets[own], sites: sites, kernel: kernel, keywords: keywords)
    }
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
      let frequencies: [Double] = grams.map { GramSample.part.frequency(of: $0) }
      // A window is as rare as the rarest of its grams, at least.
      let windows = (0...(grams.count - (width - 3))).map { frequencies[$0...($0 + width - 4)].min() ?? 0 }
      func frequency(from start: Int) -> Double { windows[start..<(start + step)].reduce(0, +) }
      let start = (0...(windows.count - step)).min { frequency(from: $0) < frequency(from: $1) } ?? 0
      return (start..<(start + step)).map { GramSite(gram: grams[$0], keyword: keyword, offset: $0) }
    }
  }
}
