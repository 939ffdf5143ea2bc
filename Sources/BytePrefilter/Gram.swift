import CPrefilterKernel

/// Four consecutive bytes, each with bit 0x20 set, so that both cases of a letter are one gram.
struct Gram: Hashable, Comparable, Sendable {
  /// The bytes as a little-endian number.
  let value: UInt32

  init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
    value =
      UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16 | UInt32(fourth) << 24 | 0x2020_2020
  }

  init(value: UInt32) {
    self.value = value
  }

  static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  var bytes: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) } }

  /// What the tests of a kernel take from it.
  var testValues: SIMD8<UInt8> {
    let values = prefilter_test_values(value).values
    return SIMD8(values.0, values.1, values.2, values.3, values.4, values.5, values.6, values.7)
  }
}

/// A gram of a keyword.
struct GramSite: Comparable, Sendable {
  // One number, for sites are sorted by the ten thousand: 32 bits of gram, 20 of keyword, 12 of offset.
  private let packed: UInt64

  init(gram: Gram, keyword: Int, offset: Int) {
    packed = UInt64(gram.value) << 32 | UInt64(keyword) << 12 | UInt64(offset)
  }

  var gram: Gram { Gram(value: UInt32(truncatingIfNeeded: packed >> 32)) }
  /// The keyword's index.
  var keyword: Int { Int(truncatingIfNeeded: packed >> 12) & (KeywordSet.maxCount - 1) }
  /// The number of bytes before the gram in its keyword.
  var offset: Int { Int(truncatingIfNeeded: packed) & (Prefilter.maxKeywordBytes - 1) }

  static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }
}
