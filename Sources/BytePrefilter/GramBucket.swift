import CPrefilterKernel

/// Grams that share one bit of the masks: what passes each test as any of them does fits the bucket.
struct GramBucket: Sendable {
  /// For each test the values that fit, as a bit set.
  private(set) var values = SIMD8<UInt16>()

  init(_ grams: [Gram] = []) {
    for gram in grams { add(gram) }
  }

  mutating func add(_ gram: Gram) {
    let added = gram.testValues
    for test in added.indices { values[test] |= 1 << UInt16(added[test]) }
  }

  /// Whether a value of a test fits.
  func has(_ value: Int, in test: Int) -> Bool {
    values[test] >> UInt16(value) & 1 == 1
  }

  /// Sets a bit of a kernel's masks for each value that fits.
  func write(bit: UInt8, to masks: inout ArraySlice<UInt8>) {
    for test in 0..<Int(prefilter_tests) {
      for value in 0..<16 where has(value, in: test) {
        let table = masks.startIndex + 16 * test
        masks[table + value] |= bit
        if test == prefilter_tests - 1 { masks[table + (value | Int(prefilter_lower_case))] |= bit }
      }
    }
  }
}
