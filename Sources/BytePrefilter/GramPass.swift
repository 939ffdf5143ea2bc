import CPrefilterKernel

/// One search through bytes for some of the keywords.
struct GramPass: Sendable {
  private enum Filter: Sendable {
    case masked(PrefilterKernel, masks: [UInt8], sets: Int, sieve: GramSieve)
    /// - Parameter windows: What begins with the grams.
    case sampled(windows: WindowSet, width: Int, step: Int)
  }

  /// How many sets of eight buckets one search can have.
  static let maxSets = 2

  private let filter: Filter
  private let table: GramTable

  /// A search for one gram of each keyword, by masks that are filled from the buckets of its grams.
  init(_ buckets: ArraySlice<GramBucket>, sites: [GramSite], kernel: PrefilterKernel, keywords: KeywordSet) {
    let sets = (buckets.count + 7) / 8, bytesOfSet = 16 * Int(prefilter_tests)
    var masks = [UInt8](repeating: 0, count: sets * bytesOfSet)
    for (index, bucket) in buckets.enumerated() {
      bucket.write(bit: 1 << UInt8(index % 8), to: &masks[(index / 8 * bytesOfSet)...])
    }
    filter = .masked(kernel, masks: masks, sets: sets, sieve: GramSieve(sites, keywords: keywords))
    table = GramTable(sites, keywords: keywords)
  }

  /// A search that looks at every step-th place, for windows of `width` bytes.
  ///
  /// Each keyword has sites for as many consecutive offsets as the step says, so that one is looked at.
  init(_ sites: [GramSite], width: Int, step: Int, keywords: KeywordSet) {
    let windows = WindowSet(sites.map { (keywords.window(of: $0.keyword, at: $0.offset, width: width), width) })
    filter = .sampled(windows: windows, width: width, step: step)
    table = GramTable(sites, keywords: keywords)
  }

  /// Calls `body` with each occurrence, in the order of its gram, until it returns false.
  @unsafe func find(
    in bytes: UnsafeBufferPointer<UInt8>, keywords: KeywordSet, _ body: (Prefilter.Hit) -> Bool
  ) {
    // Full as soon as the hits at one more gram might not fit.
    unsafe withUnsafeTemporaryAllocation(of: prefilter_hit.self, capacity: 64 + table.mostEntries) { room in
      var position = 0
      while position < bytes.count {
        let count = unsafe nextHits(in: bytes, from: &position, keywords: keywords, into: room)
        for index in 0..<count {
          let hit = unsafe Prefilter.Hit(keyword: Int(room[index].keyword), offset: room[index].offset)
          guard body(hit) else { return }
        }
      }
    }
  }

  /// Fills the room with what comes next.
  private func nextHits(
    in bytes: UnsafeBufferPointer<UInt8>, from position: inout Int, keywords: KeywordSet,
    into room: UnsafeMutableBufferPointer<prefilter_hit>
  ) -> Int {
    unsafe table.withKernelTable(of: keywords) { table in
      switch filter {
      case .masked(let kernel, let masks, let sets, let sieve):
        unsafe sieve.withKernelSieve { sieve in
          unsafe prefilter_find_masked(
            kernel.raw, masks, sets, sieve, table, bytes.baseAddress, bytes.count, &position, room.baseAddress,
            room.count)
        }
      case .sampled(let windows, let width, let step):
        unsafe windows.withKernelSet { windows in
          unsafe prefilter_find_sampled(
            windows, UInt32(width), step, table, bytes.baseAddress, bytes.count, &position, room.baseAddress,
            room.count)
        }
      }
    }
  }
}

/// Says of most places without a keyword that there is none.
private struct GramSieve: Sendable {
  private var grams = [UInt8](repeating: UInt8(prefilter_gram_none), count: 1 << Int(prefilter_gram_bits))
  private let windows: WindowSet

  init(_ sites: [GramSite], keywords: KeywordSet) {
    var windows: [(bytes: UInt64, width: Int)] = []
    for site in sites {
      let length = keywords.length(of: site.keyword)
      let window: (start: Int, width: Int)? =
        switch prefilter_window_of(site.offset, length - site.offset - 4) {
        case prefilter_window_behind: (site.offset, 8)
        case prefilter_window_before: (site.offset - 4, 8)
        case prefilter_window_short: (site.offset, 6)
        default: nil
        }
      if let (start, width) = window {
        windows.append((keywords.window(of: site.keyword, at: start, width: width), width))
      }
      grams[Int(prefilter_hash(site.gram.value, UInt32(prefilter_gram_bits)))] |=
        UInt8(window == nil ? prefilter_gram_is_alone : prefilter_gram_has_windows)
    }
    self.windows = WindowSet(windows)
  }

  func withKernelSieve<Result>(_ body: (prefilter_sieve) -> Result) -> Result {
    unsafe grams.withUnsafeBufferPointer { grams in
      unsafe windows.withKernelSet { unsafe body(prefilter_sieve(grams: grams.baseAddress, windows: $0)) }
    }
  }
}

/// A set of windows that says no for certain and yes with few mistakes.
private struct WindowSet: Sendable {
  private var bitmap: [UInt8]
  /// The logarithm of the number of bits.
  let bits: UInt32

  /// - Parameter windows: Each with its number of bytes, 4 to 8.
  init(_ windows: [(bytes: UInt64, width: Int)]) {
    // 64 bits for each window let 1.5 % of others through. At least 2^12, at most 2^18 bits: 32 KB.
    bits = UInt32(min(max(Int.bitWidth - (windows.count * 64).leadingZeroBitCount, 12), 18))
    bitmap = [UInt8](repeating: 0, count: 1 << Int(bits - 3))
    for window in windows {
      let hash = prefilter_window_hash(window.bytes, prefilter_window_factor(UInt32(window.width)), bits)
      bitmap[Int(hash >> 3)] |= 1 << UInt8(hash & 7)
    }
  }

  func withKernelSet<Result>(_ body: (prefilter_windows) -> Result) -> Result {
    unsafe bitmap.withUnsafeBufferPointer { unsafe body(prefilter_windows(bitmap: $0.baseAddress, bits: bits)) }
  }
}
