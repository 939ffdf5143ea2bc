import CPrefilterKernel

/// Places in text that tell how many fit a bucket: neighbouring bytes depend on each other too much to work it out.
struct GramSample: Sendable {
  /// A bucket, and where in the sample it fits.
  struct Fit: Sendable {
    let bucket: GramBucket
    /// For each test the places that pass it, as a bit set.
    fileprivate let passing: [UInt64]
    /// The number of places that pass all tests.
    fileprivate let count: Int
    /// The share of places that would pass if tests were independent: for what the sample is too small to hold.
    fileprivate let chance: Double

    /// The share of places in text that fit.
    let density: Double
  }

  /// All places, for a choice that is kept.
  static let whole = GramSample(places: Int(prefilter_sample_places))
  /// So many that a choice takes some milliseconds.
  static let part = GramSample(places: 2_048)

  private static let tests = Int(prefilter_tests)

  private let places: Int
  /// The number of words in a set of places.
  private let words: Int
  /// For each test, and each value of it, the places that have it.
  private var holders: [UInt64]
  /// For each test the share of places that have one of a set of values.
  private let shares: [ShareTable]

  /// How often each gram comes up.
  private var counts: [Gram: Int] = [:]

  /// - Parameter places: Their number, a multiple of 64; they are spread over all.
  private init(places: Int) {
    self.places = places
    words = places / 64
    holders = Array(repeating: 0, count: Self.tests * 16 * words)
    let step = Int(prefilter_sample_places) / places
    var shares = Array(repeating: 0.0, count: Self.tests * 16)
    for place in 0..<places {
      let gram = Gram(value: prefilter_sample_gram(place * step))
      counts[gram, default: 0] += 1
      for index in Self.indices(of: gram) {
        holders[index * words + place / 64] |= 1 << UInt64(place % 64)
        shares[index] += 1 / Double(places)
      }
    }
    self.shares = (0..<Self.tests).map { ShareTable(shares[(16 * $0)..<(16 * $0 + 16)]) }
  }

  /// The share of places in text that hold a gram of which the sample has none.
  static let leastFrequency = 0.000_03

  /// The share of places in text that hold a gram.
  func frequency(of gram: Gram) -> Double {
    Double(counts[gram, default: 0]) / Double(places) + chance(of: GramBucket([gram]))
  }

  /// Where a bucket fits.
  func fit(of bucket: GramBucket) -> Fit {
    var passing = Array(repeating: UInt64(0), count: Self.tests * words)
    for test in 0..<Self.tests {
      for value in 0..<16 where bucket.has(value, in: test) {
        let holder = (16 * test + value) * words
        for word in 0..<words { passing[test * words + word] |= holders[holder + word] }
      }
    }
    let sets = (0..<Self.tests).map { passing[($0 * words)..<(($0 + 1) * words)] }
    let count = (0..<words).reduce(0) { count, word in
      count + sets.reduce(UInt64.max) { $0 & $1[$1.startIndex + word] }.nonzeroBitCount
    }
    let chance = chance(of: bucket)
    return Fit(
      bucket: bucket, passing: passing, count: count, chance: chance, density: Double(count) / Double(places) + chance)
  }

  /// Where a bucket fits with one more gram.
  func fit(of bucket: GramBucket, adding gram: Gram) -> Fit {
    var bucket = bucket
    bucket.add(gram)
    return fit(of: bucket)
  }

  /// How much more of text fits a bucket with one more gram; infinite once it is certain to be more than a limit.
  func costOfAdding(_ gram: Gram, to fit: Fit, limit: Double) -> Double {
    var bucket = fit.bucket
    bucket.add(gram)
    let added = chance(of: bucket) - fit.chance
    let most = (limit - added) * Double(places) + Double(fit.count)
    let values = gram.testValues
    var count = 0
    unsafe holders.withUnsafeBufferPointer { holders in
      unsafe fit.passing.withUnsafeBufferPointer { passing in
        var word = 0
        while word < words, Double(count) <= most {
          var all = UInt64.max
          for test in 0..<Self.tests {
            let holder = (16 * test + Int(values[test])) * words
            all &= unsafe passing[test * words + word] | holders[holder + word]
          }
          count += all.nonzeroBitCount
          word += 1
        }
      }
    }
    return Double(count) <= most ? Double(count - fit.count) / Double(places) + added : .infinity
  }

  private func chance(of bucket: GramBucket) -> Double {
    var chance = 1.0
    for test in 0..<Self.tests { chance *= shares[test][bucket.values[test]] }
    return chance
  }

  /// Where what a gram has for each test stands in the lists by test and value.
  private static func indices(of gram: Gram) -> [Int] {
    let values = gram.testValues
    return values.indices.map { 16 * $0 + Int(values[$0]) }
  }
}

/// The sum of the shares of any set of 16 values, by the two halves of the set.
private struct ShareTable: Sendable {
  private var low = [0.0]
  private var high = [0.0]

  init(_ shares: ArraySlice<Double>) {
    for share in shares.prefix(8) { low += low.map { $0 + share } }
    for share in shares.dropFirst(8) { high += high.map { $0 + share } }
  }

  subscript(set: UInt16) -> Double { low[Int(set & 255)] + high[Int(set >> 8)] }
}
