import CPrefilterKernel

/// Chooses a gram of each keyword and the bucket that it shares with others, so that little text fits by chance.
struct GramChooser {
  /// A gram of a keyword.
  private struct Site {
    /// The gram's index.
    var gram: Int
    var offset: Int
    /// What it costs, as a share of places that fit, to compare the keyword where the gram stands and the bytes
    /// beside it don't tell; 0 where they nearly always do.
    var doubt: Double
  }

  private let keywords: KeywordSet
  private let sample: GramSample

  private var grams: [Gram] = []
  /// For each gram what it costs, as a share of places that fit, to look at what is beside it wherever it stands.
  private var looks: [Double] = []
  /// For each gram the keywords that have it.
  private var owners: [[Int]] = []
  /// For each gram the bucket that it is in.
  private var buckets: [Int?] = []
  /// For each keyword the grams to choose from.
  private var sites: [[Site]]
  /// For each keyword the number of the site that was chosen.
  private var chosen: [Int?]
  /// For each bucket where it fits.
  private var fits: [GramSample.Fit]
  /// What looking costs for all grams that are in a bucket.
  private var costOfLooks = 0.0

  /// Covers the keywords with grams in a number of buckets, or nil as soon as that is sure to cost more than a limit.
  ///
  /// - Parameters:
  ///   - indices: The keywords, each with four ASCII bytes in a row at least.
  ///   - kept: What stays as it was chosen before.
  init?(
    _ keywords: KeywordSet, of indices: [Int], extending kept: GramChoice? = nil, buckets: Int, limit: Double,
    sample: GramSample
  ) {
    self.keywords = keywords
    self.sample = sample
    sites = Array(repeating: [], count: keywords.count)
    chosen = Array(repeating: nil, count: keywords.count)
    fits = Array(repeating: sample.fit(of: GramBucket()), count: buckets)
    var numbers: [Gram: Int] = [:]
    if let kept { keep(kept, numbers: &numbers) }
    for keyword in indices where chosen[keyword] == nil { addSites(of: keyword, numbers: &numbers) }
    // Those with the fewest grams to choose from first.
    let open = indices.filter { chosen[$0] == nil }
    for keyword in open.sorted(by: { (sites[$0].count, $0) < (sites[$1].count, $1) }) {
      cover(keyword)
      guard cost < limit else { return nil }
    }
  }

  /// The share of places in text that fit.
  var cost: Double {
    fits.reduce(costOfLooks) { $0 + $1.density }
  }

  /// What was chosen, in the order of the keywords.
  var choice: [GramChoice.Site] {
    chosen.indices.compactMap { keyword in
      chosen[keyword].flatMap { number in
        let site = sites[keyword][number]
        return buckets[site.gram].map { GramChoice.Site(keyword: keyword, offset: site.offset, bucket: $0) }
      }
    }
  }

  /// Takes a few grams out and covers their keywords anew; keeps what is better.
  mutating func improve(turns: Int) {
    // Any sequence will do that is the same each time: Knuth's linear congruential generator.
    var state: UInt64 = 1
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var best = self
    for turn in 0..<turns {
      let bucket = next(below: 3) == 0 ? next(below: fits.count) : nil
      var taken = grams.indices.filter { gram in buckets[gram].map { bucket ?? $0 == $0 } ?? false }
      let count = min(1 + next(below: 4), taken.count)
      for index in 0..<count { taken.swapAt(index, index + next(below: taken.count - index)) }
      let before = self
      for gram in taken[..<count] { remove(gram) }
      let uncovered = chosen.indices.filter { keyword in
        chosen[keyword].map { buckets[sites[keyword][$0].gram] == nil } ?? false
      }
      for keyword in uncovered { chosen[keyword] = nil }
      for keyword in uncovered { cover(keyword) }
      // A little worse may lead to better, and the less so the longer it takes.
      let slack = Self.slack * Double(turns - turn) / Double(turns)
      if cost > before.cost * (1 + slack * Double(next(below: 1_000)) / 1_000) { self = before }
      if cost < best.cost { best = self }
    }
    self = best
  }

  private mutating func keep(_ choice: GramChoice, numbers: inout [Gram: Int]) {
    for site in choice.sites {
      let number = number(of: keywords.gram(of: site.keyword, at: site.offset), in: &numbers)
      if buckets[number] == nil { costOfLooks += looks[number] }
      buckets[number] = site.bucket
      sites[site.keyword] = [Site(gram: number, offset: site.offset, doubt: 0)]
      chosen[site.keyword] = 0
    }
    for (number, bucket) in choice.buckets(of: keywords).enumerated() { fits[number] = sample.fit(of: bucket) }
  }

  private mutating func number(of gram: Gram, in numbers: inout [Gram: Int]) -> Int {
    if let number = numbers[gram] { return number }
    numbers[gram] = grams.count
    grams.append(gram)
    looks.append(GramSample.leastFrequency + sample.frequency(of: gram) * Self.costOfLooking)
    owners.append([])
    buckets.append(nil)
    return grams.count - 1
  }

  private mutating func addSites(of keyword: Int, numbers: inout [Gram: Int]) {
    let length = keywords.length(of: keyword)
    var alone: [Site] = []
    for offset in 0...(length - 4) where keywords.isASCII(keyword, at: offset) {
      let gram = keywords.gram(of: keyword, at: offset)
      let number = number(of: gram, in: &numbers)
      if owners[number].last != keyword { owners[number].append(keyword) }
      var site = Site(gram: number, offset: offset, doubt: 0)
      let doubt = (sample.frequency(of: gram) + GramSample.leastFrequency) * Self.costOfComparing
      switch prefilter_window_of(offset, length - offset - 4) {
      case prefilter_window_none:
        site.doubt = doubt
        alone.append(site)
        continue
      case prefilter_window_short: site.doubt = doubt * Self.chanceOfShortWindow
      default: break
      }
      sites[keyword].append(site)
    }
    // Only the shortest need grams that stand alone.
    if sites[keyword].isEmpty { sites[keyword] = alone }
  }

  /// Chooses the site of a keyword that costs least for all the keywords that it can be chosen for.
  private mutating func cover(_ keyword: Int) {
    var best = (site: 0, bucket: 0, cost: Double.infinity)
    for (number, site) in sites[keyword].enumerated() {
      if let bucket = buckets[site.gram] {
        if site.doubt < best.cost { best = (number, bucket, site.doubt) }
        continue
      }
      let open = Double(owners[site.gram].count { chosen[$0] == nil })
      for bucket in fits.indices {
        let others = looks[site.gram] + site.doubt
        let limit = best.cost * open - others
        let cost = (sample.costOfAdding(grams[site.gram], to: fits[bucket], limit: limit) + others) / open
        if cost < best.cost { best = (number, bucket, cost) }
      }
    }
    chosen[keyword] = best.site
    let gram = sites[keyword][best.site].gram
    if buckets[gram] == nil {
      buckets[gram] = best.bucket
      costOfLooks += looks[gram]
      fits[best.bucket] = sample.fit(of: fits[best.bucket].bucket, adding: grams[gram])
    }
  }

  private mutating func remove(_ gram: Int) {
    guard let bucket = buckets[gram] else { return }
    buckets[gram] = nil
    costOfLooks -= looks[gram]
    fits[bucket] = sample.fit(of: GramBucket(grams.indices.filter { buckets[$0] == bucket }.map { grams[$0] }))
  }

  /// The share by which the first turns may make a choice worse.
  private static let slack = 0.02
  /// What it costs to look at what is beside a gram, measured by a place that fits.
  private static let costOfLooking = 3.0
  /// What it costs to compare a keyword, measured in the same way.
  private static let costOfComparing = 11.0
  /// How often the next two bytes are those of the keyword, too: a gram is mostly part of a word.
  private static let chanceOfShortWindow = 0.5
}
