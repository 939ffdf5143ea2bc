/// Which gram stands for each keyword, and which share a bucket of the masks: the result of a long computation.
///
/// It is short and can be kept as text, so that a program whose keywords are known when it is built need not
/// compute it at each start. Whatever a choice says, every keyword is found; a poor one only costs time.
public struct GramChoice: Hashable, Sendable {
  /// One gram of one keyword.
  struct Site: Hashable, Sendable {
    var keyword: Int
    /// The number of bytes before the gram in its keyword.
    var offset: Int
    var bucket: Int
  }

  /// The number of keywords that the choice was made for, and what they are.
  let keywordCount: Int
  let fingerprint: UInt64
  /// In the order of the keywords, each at most once.
  let sites: [Site]

  init(for keywords: KeywordSet, sites: [Site]) {
    self.init(keywordCount: keywords.count, fingerprint: keywords.fingerprint(ofFirst: keywords.count), sites: sites)
  }

  private init(keywordCount: Int, fingerprint: UInt64, sites: [Site]) {
    self.keywordCount = keywordCount
    self.fingerprint = fingerprint
    self.sites = sites
  }

  /// Whether the choice was made for these keywords.
  public func isFor(_ keywords: [String]) -> Bool {
    // What can't be searched for has no choice.
    guard let keywords = try? KeywordSet(keywords) else { return false }
    return keywordCount == keywords.count && isFor(firstOf: keywords)
  }

  /// Whether the choice was made for the first of some keywords, so that only the others are left to choose for.
  func isFor(firstOf keywords: KeywordSet) -> Bool {
    guard keywordCount <= keywords.count, fingerprint == keywords.fingerprint(ofFirst: keywordCount) else {
      return false
    }
    var next = 0
    return sites.allSatisfy { site in
      defer { next = site.keyword + 1 }
      return next <= site.keyword && site.keyword < keywordCount
        && site.offset <= keywords.length(of: site.keyword) - 4 && keywords.isASCII(site.keyword, at: site.offset)
    }
  }

  var bucketCount: Int { sites.reduce(0) { max($0, $1.bucket + 1) } }

  /// The buckets, filled from the grams that share them.
  func buckets(of keywords: KeywordSet) -> [GramBucket] {
    var buckets = [GramBucket](repeating: GramBucket(), count: bucketCount)
    for site in sites { buckets[site.bucket].add(keywords.gram(of: site.keyword, at: site.offset)) }
    return buckets
  }
}

extension GramChoice: LosslessStringConvertible {
  /// The choice as one line of numbers.
  public var description: String {
    let numbers = sites.map { "\($0.keyword) \($0.offset) \($0.bucket)" }
    return ([String(fingerprint, radix: 16), "\(keywordCount)"] + numbers).joined(separator: " ")
  }

  public init?(_ description: String) {
    var description = description
    let choice = description.withUTF8 { GramChoice(text: unsafe Span(_unsafeElements: $0)) }
    guard let choice else { return nil }
    self = choice
  }

  /// Reads what ``description`` is, byte by byte, as it is done at each start.
  private init?(text: Span<UInt8>) {
    var position = 0
    func number(radix: UInt64) -> UInt64? {
      var number: UInt64 = 0
      let start = position
      while position < text.count, text[position] != UInt8(ascii: " ") {
        let byte = text[position]
        let digit = byte <= UInt8(ascii: "9") ? byte &- UInt8(ascii: "0") : byte &- UInt8(ascii: "a") &+ 10
        guard digit < radix else { return nil }
        let (product, isOver) = number.multipliedReportingOverflow(by: radix)
        guard !isOver else { return nil }
        number = product &+ UInt64(digit)
        position += 1
      }
      if position == start { return nil }
      position += 1
      return number
    }
    guard let fingerprint = number(radix: 16), let count = number(radix: 10), count <= KeywordSet.maxCount else {
      return nil
    }
    var sites: [Site] = []
    while position < text.count {
      guard let keyword = number(radix: 10), let offset = number(radix: 10), let bucket = number(radix: 10),
        keyword < KeywordSet.maxCount, offset < Prefilter.maxKeywordBytes, bucket < Self.maxBuckets
      else { return nil }
      sites.append(Site(keyword: Int(keyword), offset: Int(offset), bucket: Int(bucket)))
    }
    self.init(keywordCount: Int(count), fingerprint: fingerprint, sites: sites)
  }

  /// Far more than are ever chosen.
  private static let maxBuckets = 256
}
