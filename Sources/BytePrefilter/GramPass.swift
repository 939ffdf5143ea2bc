import CPrefilterKernel

/// One search through bytes for some of the keywords.
struct GramPass: Sendable {
  private enum Filter: Sendable {
    case masked(PrefilterKernel, masks: [UInt8], sets: Int)
    case sampled(width: Int, step: Int)
  }

  /// How many sets of eight buckets one search can have.
  static let maxSets = 2

  private let filter: Filter
  private let verifier: GramVerifier
  /// The hash table that gives a gram's index.
  private let slots: [prefilter_slot]
  private let slotBits: UInt32
  private let bitmap: GramBitmap

  /// A search for one gram of each keyword, by masks that are filled from the buckets of its grams.
  init(_ buckets: ArraySlice<GramBucket>, sites: [GramSite], kernel: PrefilterKernel, keywords: KeywordSet) {
    let sets = (buckets.count + 7) / 8, bytesOfSet = 16 * Int(prefilter_tests)
    var masks = [UInt8](repeating: 0, count: sets * bytesOfSet)
    for (index, bucket) in buckets.enumerated() {
      bucket.write(bit: 1 << UInt8(index % 8), to: &masks[(index / 8 * bytesOfSet)...])
    }
    self.init(.masked(kernel, masks: masks, sets: sets), sites: sites, width: 4, keywords: keywords)
  }

  /// A search that looks at every step-th place, for windows of `width` bytes.
  ///
  /// Each keyword has sites for as many consecutive offsets as the step says, so that one is looked at.
  init(_ sites: [GramSite], width: Int, step: Int, keywords: KeywordSet) {
    self.init(.sampled(width: width, step: step), sites: sites, width: width, keywords: keywords)
  }

  private init(_ filter: Filter, sites: [GramSite], width: Int, keywords: KeywordSet) {
    self.filter = filter
    verifier = GramVerifier(sites, keywords: keywords)
    // A quarter of the slots is taken at most, so a gram of the text that isn't here seldom needs a second look.
    let bits = max(Int.bitWidth - (verifier.grams.count * 4).leadingZeroBitCount, 4)
    let free = prefilter_slot(gram: 0, index: .max, sides: 0)
    var slots = [prefilter_slot](repeating: free, count: 1 << bits)
    for (index, gram) in verifier.grams.enumerated() {
      var slot = Int(prefilter_hash(gram.value, UInt32(bits)))
      while slots[slot].index != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = prefilter_slot(gram: gram.value, index: UInt32(index), sides: verifier.sides(of: index))
    }
    self.slots = slots
    slotBits = UInt32(bits)
    bitmap = GramBitmap(
      sites.map { keywords.window(of: $0.keyword, at: $0.offset, width: width) }, width: width,
      beside: verifier.windows)
  }

  /// What the pass consists of, for tests and measurements.
  var summary: String {
    switch filter {
    case .masked(let kernel, _, let sets): "\(verifier.grams.count) grams by \(sets) \(kernel)"
    case .sampled(let width, let step):
      "\(verifier.grams.count) grams by \(width) bytes at every \(step), \(bitmap.bits) bits"
    }
  }

  /// Calls `body` with each occurrence, in the order of its gram, until it returns false.
  @unsafe func find(
    in bytes: UnsafeBufferPointer<UInt8>, keywords: KeywordSet, _ body: (Prefilter.Hit) -> Bool
  ) {
    // 1,024 bytes: what a temporary allocation takes from the stack.
    unsafe withUnsafeTemporaryAllocation(of: prefilter_candidate.self, capacity: 64) { room in
      var position = 0
      var count: Int
      repeat {
        count = unsafe nextCandidates(in: bytes, from: &position, into: room)
        for index in 0..<count {
          guard unsafe verifier.verify(room[index], in: bytes, keywords: keywords, body) else { return }
        }
      } while count == room.count
    }
  }

  /// Fills the room with what comes next; less than that is the end.
  private func nextCandidates(
    in bytes: UnsafeBufferPointer<UInt8>, from position: inout Int,
    into room: UnsafeMutableBufferPointer<prefilter_candidate>
  ) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    switch filter {
    case .masked(let kernel, let masks, let sets):
      return unsafe prefilter_find_masked(
        kernel.raw, masks, sets, bitmap.bytes, bitmap.bits, slots, slotBits, start, bytes.count, &position, room.baseAddress, room.count)
    case .sampled(let width, let step):
      return unsafe prefilter_find_sampled(
        bitmap.bytes, bitmap.bits, UInt32(width), step, slots, slotBits, start, bytes.count, &position, room.baseAddress, room.count)
    }
  }
}

/// Two bit sets of hashes, one behind the other: what is searched for, and what stands in keywords beside grams.
private struct GramBitmap: Sendable {
  private(set) var bytes: [UInt8]
  /// The logarithm of the number of bits in each set.
  let bits: UInt32

  init(_ windows: [UInt64], width: Int, beside neighbours: [(bytes: UInt64, width: Int)]) {
    // 64 bits for each window let 1.5 % of others through. At least 2^12, at most 2^18 bits: 32 KB.
    bits = UInt32(min(max(Int.bitWidth - (windows.count * 64).leadingZeroBitCount, 12), 18))
    bytes = [UInt8](repeating: 0, count: 2 << Int(bits - 3))
    for window in windows { mark(window, width: width, from: 0) }
    for window in neighbours { mark(window.bytes, width: window.width, from: 1 << Int(bits - 3)) }
  }

  private mutating func mark(_ window: UInt64, width: Int, from start: Int) {
    let hash = prefilter_window_hash(window, prefilter_window_factor(UInt32(width)), bits)
    bytes[start + Int(hash >> 3)] |= 1 << UInt8(hash & 7)
  }
}
