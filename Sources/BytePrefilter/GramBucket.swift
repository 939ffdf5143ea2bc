import CPrefilterKernel

/// Grams that share one bit of the masks: what passes each test as any of them does fits the bucket.
struct GramBucket: Sendable {
  /// For each test the values that fit, as a bit set.
  private var values = SIMD8<UInt16>()
  /// The expected share of places in text that fit the bucket by chance, if bytes were independent.
  private(set) var density = 0.0

  init(_ gram: Gram) {
    let bytes = gram.bytes
    for index in 0..<4 { values[index] = 1 << UInt16(bytes[index] & 15) }
    for index in 0..<3 { values[4 + index] = 1 << UInt16(prefilter_pair(bytes[index], bytes[index + 1])) }
    density = Self.density(of: values)
  }

  /// A bucket of what fits any of its parts; without any nothing fits.
  init(_ parts: some Sequence<GramBucket>) {
    values = parts.reduce(into: values) { $0 |= $1.values }
    density = values == SIMD8() ? 0 : Self.density(of: values)
  }

  mutating func add(_ other: GramBucket) {
    values |= other.values
    density = Self.density(of: values)
  }

  /// How many more places fit with another bucket's grams.
  func costOfAdding(_ other: GramBucket) -> Double {
    Self.density(of: values | other.values) - density
  }

  private static func density(of values: SIMD8<UInt16>) -> Double {
    var density = 1.0
    for test in 0..<4 { density *= lowShares[values[test]] }
    for test in 4..<7 { density *= pairShares[values[test]] }
    return density
  }

  private static let lowShares = ShareTable(prefilter_low_share)
  private static let pairShares = ShareTable(prefilter_pair_share)

  /// Sets a bit of a kernel's masks for each value that fits.
  func write(bit: UInt8, to masks: inout ArraySlice<UInt8>) {
    for test in 0..<Int(prefilter_tests) {
      for value in 0..<16 where values[test] >> UInt16(value) & 1 == 1 {
        masks[masks.startIndex + 16 * test + value] |= bit
      }
    }
  }
}

/// The share of text for any set of 16 values, by the two halves of the set.
private struct ShareTable: Sendable {
  private var low: [Double] = []
  private var high: [Double] = []

  init(_ share: (UInt8) -> UInt32) {
    func table(from first: UInt8) -> [Double] {
      var sums = [0.0]
      for bit: UInt8 in 0..<8 {
        let added = Double(share(first + bit)) / 65536
        sums += sums.map { $0 + added }
      }
      return sums
    }
    low = table(from: 0)
    high = table(from: 8)
  }

  subscript(set: UInt16) -> Double { low[Int(set & 255)] + high[Int(set >> 8)] }
}

/// Grams in the buckets where they let through the least.
struct GramGroups: Sendable {
  private(set) var buckets: [GramBucket]
  /// The bucket of each gram.
  let bucketOf: [Int]

  init(_ grams: [Gram], count: Int) {
    let singles = grams.map { GramBucket($0) }
    buckets = Array(repeating: GramBucket([]), count: min(count, grams.count))
    var bucketOf = Array(repeating: -1, count: grams.count)
    // The most common ones first, so that each gets a bucket of its own as long as there are any.
    let order = grams.indices.sorted { (singles[$1].density, $0) < (singles[$0].density, $1) }
    // The first round fills the buckets; the others see each gram among all that share its bucket.
    for _ in 0..<3 {
      for gram in order {
        let old = bucketOf[gram]
        if old >= 0 {
          bucketOf[gram] = -1
          buckets[old] = GramBucket(grams.indices.lazy.filter { bucketOf[$0] == old }.map { singles[$0] })
        }
        var best = (bucket: 0, cost: Double.infinity)
        for bucket in buckets.indices {
          let cost = buckets[bucket].costOfAdding(singles[gram])
          if cost < best.cost { best = (bucket, cost) }
        }
        bucketOf[gram] = best.bucket
        buckets[best.bucket].add(singles[gram])
      }
    }
    self.bucketOf = bucketOf
  }
}
