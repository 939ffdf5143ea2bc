import CPrefilterKernel

/// One search through bytes for some of the keywords.
struct GramPass: Sendable {
  private enum Filter: Sendable {
    case masked(PrefilterKernel, masks: [UInt8])
    case sampled(bitmap: [UInt8], bits: UInt32, step: Int)
  }

  private let filter: Filter
  private let verifier: GramVerifier
  /// The hash table that gives a gram's index.
  private let slots: [prefilter_slot]
  private let slotBits: UInt32

  /// A search for one gram of each keyword, by masks that are filled from up to eight buckets.
  init(
    _ buckets: ArraySlice<(bucket: GramBucket, sites: [GramSite])>, kernel: PrefilterKernel, keywords: KeywordSet
  ) {
    var masks = [UInt8](repeating: 0, count: Int(prefilter_mask_bytes))
    for (index, bucket) in buckets.enumerated() { bucket.bucket.write(bit: 1 << UInt8(index), to: &masks) }
    self.init(.masked(kernel, masks: masks), sites: buckets.flatMap(\.sites), keywords: keywords)
  }

  /// A search that looks at every step-th place, by a bitmap of the grams.
  ///
  /// Each keyword has sites for as many consecutive offsets as the step says, so that one is looked at.
  init(_ sites: [GramSite], step: Int, keywords: KeywordSet) {
    // 64 bits for each gram let 1.5 % of other grams through. At least 2^12, at most 2^18 bits: 32 KB.
    let bits = UInt32(min(max(Int.bitWidth - (sites.count * 64).leadingZeroBitCount, 12), 18))
    var bitmap = [UInt8](repeating: 0, count: 1 << Int(bits - 3))
    for site in sites {
      let hash = prefilter_hash(site.gram.value, bits)
      bitmap[Int(hash >> 3)] |= 1 << UInt8(hash & 7)
    }
    self.init(.sampled(bitmap: bitmap, bits: bits, step: step), sites: sites, keywords: keywords)
  }

  private init(_ filter: Filter, sites: [GramSite], keywords: KeywordSet) {
    self.filter = filter
    verifier = GramVerifier(sites, keywords: keywords)
    // A quarter of the slots is taken at most, so a gram of the text that isn't here seldom needs a second look.
    let bits = max(Int.bitWidth - (verifier.grams.count * 4).leadingZeroBitCount, 4)
    var slots = [prefilter_slot](repeating: prefilter_slot(gram: 0, index: .max, behind: 0, before: 0), count: 1 << bits)
    for (index, gram) in verifier.grams.enumerated() {
      var slot = Int(prefilter_hash(gram.value, UInt32(bits)))
      while slots[slot].index != .max { slot = (slot + 1) & (slots.count - 1) }
      let neighbours = verifier.neighbourBits(of: index)
      slots[slot] = prefilter_slot(
        gram: gram.value, index: UInt32(index), behind: neighbours.behind, before: neighbours.before)
    }
    self.slots = slots
    slotBits = UInt32(bits)
  }

  /// What the pass consists of, for tests and measurements.
  var summary: String {
    switch filter {
    case .masked(let kernel, _): "\(verifier.grams.count) grams by \(kernel)"
    case .sampled(_, let bits, let step): "\(verifier.grams.count) grams at every \(step), \(bits) bits"
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
    case .masked(let kernel, let masks):
      return unsafe prefilter_find_masked(
        kernel.raw, masks, slots, slotBits, start, bytes.count, &position, room.baseAddress, room.count)
    case .sampled(let bitmap, let bits, let step):
      return unsafe prefilter_find_sampled(
        bitmap, bits, step, slots, slotBits, start, bytes.count, &position, room.baseAddress, room.count)
    }
  }
}
