/// The keywords, in lower case, one behind the other.
struct KeywordSet: Sendable {
  /// The number of keywords that a ``GramSite`` can tell apart.
  static let maxCount = 1 << 20

  private(set) var bytes: ContiguousArray<UInt8> = []
  /// Where each keyword starts in `bytes`, and where the last one ends.
  private(set) var starts: ContiguousArray<Int> = [0]
  /// The number of bytes in the longest keyword.
  private(set) var longest = 0

  var count: Int { starts.count - 1 }

  init(_ keywords: [String]) throws(PrefilterError) {
    guard keywords.count <= Self.maxCount else {
      throw PrefilterError(
        code: .tooManyKeywords, keyword: nil,
        message: "\(keywords.count) keywords are too many; the limit is \(Self.maxCount)")
    }
    starts.reserveCapacity(keywords.count + 1)
    for (index, keyword) in keywords.enumerated() {
      bytes += keyword.utf8
      for place in starts[index]..<bytes.count where UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[place] {
        bytes[place] |= 0x20
      }
      let count = bytes.count - starts[index]
      guard count >= Prefilter.minKeywordBytes else {
        throw PrefilterError(
          code: .keywordTooShort, keyword: index,
          message: "keyword '\(keyword)' has \(count) bytes; a keyword needs at least \(Prefilter.minKeywordBytes)")
      }
      guard count <= Prefilter.maxKeywordBytes else {
        throw PrefilterError(
          code: .keywordTooLong, keyword: index,
          message: "keyword '\(keyword.prefix(40))…' has \(count) bytes; the limit is \(Prefilter.maxKeywordBytes)")
      }
      starts.append(bytes.count)
      longest = max(longest, count)
    }
  }

  /// A number that other keywords, or the same ones in another order, do not have but by chance: FNV-1a.
  func fingerprint(ofFirst count: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    for keyword in 0..<count {
      for place in starts[keyword]..<starts[keyword + 1] { add(bytes[place]) }
      // No keyword holds it, since keywords are UTF-8.
      add(0xFF)
    }
    return hash
  }

  /// The number of bytes in a keyword.
  func length(of keyword: Int) -> Int {
    starts[keyword + 1] - starts[keyword]
  }

  /// The gram that stands in a keyword at an offset.
  func gram(of keyword: Int, at offset: Int) -> Gram {
    let start = starts[keyword] + offset
    return Gram(bytes[start], bytes[start + 1], bytes[start + 2], bytes[start + 3])
  }

  /// The first `width` bytes, 4 to 8, that stand in a keyword at an offset, with the bit of lower case set.
  func window(of keyword: Int, at offset: Int, width: Int) -> UInt64 {
    let start = starts[keyword] + offset
    return (0..<width).reduce(0) { $0 | UInt64(bytes[start + $1] | 0x20) << UInt64(8 * $1) }
  }

  /// Whether the four bytes in a keyword at an offset are all ASCII, as the masks of a kernel need.
  func isASCII(_ keyword: Int, at offset: Int) -> Bool {
    let start = starts[keyword] + offset
    return bytes[start] | bytes[start + 1] | bytes[start + 2] | bytes[start + 3] < 0x80
  }
}
