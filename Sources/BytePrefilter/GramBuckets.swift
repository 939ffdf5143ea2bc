import CPrefilterKernel

/// Grams that share one bit of the masks: what fits any of them at each position fits the bucket.
struct GramBucket: Sendable {
  // For each of the four positions, the low and the high halves of its bytes as bit sets.
  private var low = SIMD4<UInt16>()
  private var high = SIMD4<UInt16>()
  /// The expected share of places in text where four bytes fit the bucket by chance.
  private(set) var density = 0.0

  /// A bucket of the gram at one site; ASCII letters fit in both cases.
  init(_ site: GramSite, of keywords: KeywordSet) {
    add(site, of: keywords)
    measure()
  }

  /// Adds the same gram as it stands in another keyword: its bytes may differ in bit 0x20.
  mutating func add(_ site: GramSite, of keywords: KeywordSet) {
    let start = keywords.starts[site.keyword] + site.offset
    for position in 0..<4 {
      let byte = keywords.bytes[start + position]
      insert(byte, at: position)
      if UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte { insert(byte & ~0x20, at: position) }
    }
  }

  private mutating func insert(_ byte: UInt8, at position: Int) {
    low[position] |= 1 << UInt16(byte & 15)
    high[position] |= 1 << UInt16(byte >> 4)
  }

  func merged(with other: GramBucket) -> GramBucket {
    var merged = self
    merged.low |= other.low
    merged.high |= other.high
    merged.measure()
    return merged
  }

  mutating func measure() {
    density = 1
    for position in 0..<4 { density *= Self.share(low: low[position], high: high[position]) }
  }

  /// The share of all bytes that have one of the low and one of the high halves.
  private static func share(low: UInt16, high: UInt16) -> Double {
    var parts: UInt32 = 0
    var highs = high
    while highs != 0 {
      let row = UInt8(highs.trailingZeroBitCount) << 4
      var lows = low
      while lows != 0 {
        parts += prefilter_byte_share(row | UInt8(lows.trailingZeroBitCount))
        lows &= lows - 1
      }
      highs &= highs - 1
    }
    return Double(parts) / 65536
  }

  /// Sets a bit of a kernel's masks wherever a half of a byte belongs to the bucket.
  func write(bit: UInt8, to masks: inout [UInt8]) {
    for position in 0..<4 {
      for half in 0..<16 {
        if low[position] >> UInt16(half) & 1 == 1 { masks[32 * position + half] |= bit }
        if high[position] >> UInt16(half) & 1 == 1 { masks[32 * position + 16 + half] |= bit }
      }
    }
  }
}

extension GramBucket {
  /// One bucket for each gram of the sites, with the sites.
  static func buckets(of sites: [GramSite], keywords: KeywordSet) -> [(bucket: GramBucket, sites: [GramSite])] {
    var buckets: [(bucket: GramBucket, sites: [GramSite])] = []
    for site in sites.sorted() {
      if let last = buckets.last, last.sites[0].gram == site.gram {
        buckets[buckets.count - 1].bucket.add(site, of: keywords)
        buckets[buckets.count - 1].sites.append(site)
      } else {
        buckets.append((GramBucket(site, of: keywords), [site]))
      }
    }
    for index in buckets.indices { buckets[index].bucket.measure() }
    return buckets
  }

  /// Merges buckets, those first that let through the least by being one, until so many are left.
  static func merge(_ buckets: inout [(bucket: GramBucket, sites: [GramSite])], to count: Int) {
    guard buckets.count > count else { return }
    // The cheapest partner behind each bucket is kept, so that a merge costs one row and not all pairs.
    var partners = buckets.indices.map { partner(of: $0, in: buckets) }
    while buckets.count > count {
      var first = 0
      for index in partners.indices where partners[index].cost < partners[first].cost { first = index }
      let second = partners[first].index
      buckets[first].bucket = buckets[first].bucket.merged(with: buckets[second].bucket)
      buckets[first].sites += buckets[second].sites
      buckets.remove(at: second)
      partners.remove(at: second)
      for index in partners.indices {
        if index == first || partners[index].index == first || partners[index].index == second {
          partners[index] = partner(of: index, in: buckets)
        } else {
          if partners[index].index > second { partners[index].index -= 1 }
          if index < first {
            let cost = costOfMerging(buckets[index].bucket, buckets[first].bucket)
            if cost < partners[index].cost { partners[index] = (first, cost) }
          }
        }
      }
    }
  }

  private static func partner(
    of index: Int, in buckets: [(bucket: GramBucket, sites: [GramSite])]
  ) -> (index: Int, cost: Double) {
    var best = (index: index, cost: Double.infinity)
    for other in buckets.indices.dropFirst(index + 1) {
      let cost = costOfMerging(buckets[index].bucket, buckets[other].bucket)
      if cost < best.cost { best = (other, cost) }
    }
    return best
  }

  private static func costOfMerging(_ left: GramBucket, _ right: GramBucket) -> Double {
    left.merged(with: right).density - left.density - right.density
  }
}
