/// Few and rare grams, of which each keyword has one.
struct GramCover {
  /// For each keyword one gram of the cover, in no particular order.
  private(set) var sites: [GramSite] = []
  /// The number of different grams.
  private(set) var gramCount = 0

  // What a gram costs besides its occurrences, as a frequency: it widens the masks. With 2^-16 instead,
  // covers of 129, 427 and 300 mixed keywords take 10, 16 and 101 grams rather than 9, 14 and 95.
  private static let costOfGram = 1.0 / Double(1 << 14)

  /// Chooses greedily, the gram that covers most keywords for its cost first; nil if more than `limit` are needed.
  ///
  /// Only grams of ASCII bytes are chosen; each of the keywords must have one.
  init?(_ keywords: KeywordSet, of indices: [Int], limit: Int) {
    let all = Self.allSites(keywords, of: indices)
    let runs = Self.runs(of: all, count: keywords.count)
    var weights = runs.map { 1 / (all[$0.lowerBound].gram.frequency + Self.costOfGram) }
    var open = ContiguousArray(repeating: false, count: keywords.count)
    for index in indices { open[index] = true }
    let runsOfKeyword = Self.runsOfKeywords(all, runs: runs, count: keywords.count)
    var openSites = runs.map { $0.count }
    var left = indices.count

    while left > 0 {
      guard gramCount < limit else { return nil }
      var best = 0
      var bestScore = -1.0
      for run in runs.indices {
        let score = Double(openSites[run]) * weights[run]
        if score > bestScore {
          best = run
          bestScore = score
        }
      }
      weights[best] = 0
      gramCount += 1
      for site in all[runs[best]] where open[site.keyword] {
        open[site.keyword] = false
        left -= 1
        sites.append(site)
        for run in runsOfKeyword.runs(of: site.keyword) { openSites[run] -= 1 }
      }
    }
  }

  private static func allSites(_ keywords: KeywordSet, of indices: [Int]) -> ContiguousArray<GramSite> {
    var sites: ContiguousArray<GramSite> = []
    sites.reserveCapacity(indices.reduce(0) { $0 + keywords.length(of: $1) })
    for keyword in indices {
      for offset in 0...(keywords.length(of: keyword) - 4) where keywords.isASCII(keyword, at: offset) {
        sites.append(GramSite(gram: keywords.gram(of: keyword, at: offset), keyword: keyword, offset: offset))
      }
    }
    sites.sort()
    return sites
  }

  /// The ranges of sites with the same gram.
  ///
  /// Of the grams that only one keyword has none but the rarest can ever be chosen, so it alone is kept.
  private static func runs(of sites: ContiguousArray<GramSite>, count: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var single = [Int?](repeating: nil, count: count)
    var start = 0
    for index in sites.indices where index + 1 == sites.count || sites[index + 1].gram != sites[index].gram {
      let run = start..<(index + 1)
      start = index + 1
      let keyword = sites[index].keyword
      if sites[run.lowerBound].keyword != keyword {
        runs.append(run)
      } else if let other = single[keyword] {
        if sites[run.lowerBound].gram.frequency < sites[runs[other].lowerBound].gram.frequency { runs[other] = run }
      } else {
        single[keyword] = runs.count
        runs.append(run)
      }
    }
    return runs
  }

  /// The runs that each keyword has a site in.
  private struct RunsOfKeywords {
    var starts: ContiguousArray<Int>
    var all: [Int]

    func runs(of keyword: Int) -> ArraySlice<Int> {
      all[starts[keyword]..<starts[keyword + 1]]
    }
  }

  private static func runsOfKeywords(
    _ sites: ContiguousArray<GramSite>, runs: [Range<Int>], count: Int
  ) -> RunsOfKeywords {
    var starts = ContiguousArray(repeating: 0, count: count + 1)
    for run in runs { for site in sites[run] { starts[site.keyword + 1] += 1 } }
    for keyword in 0..<count { starts[keyword + 1] += starts[keyword] }
    var next = starts
    var all = Array(repeating: 0, count: sites.count)
    for (run, range) in runs.enumerated() {
      for site in sites[range] {
        all[next[site.keyword]] = run
        next[site.keyword] += 1
      }
    }
    return RunsOfKeywords(starts: starts, all: all)
  }
}
