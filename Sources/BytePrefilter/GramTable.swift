import CPrefilterKernel

/// Says which keywords stand where a gram was found.
struct GramTable: Sendable {
  private var slots: [prefilter_slot]
  private let slotBits: UInt32
  private var groups: [prefilter_group] = []
  private var entries: [prefilter_entry] = []
  /// The number of different grams.
  private(set) var gramCount = 0
  /// The number of entries of the gram that has most.
  private(set) var mostEntries = 0

  init(_ sites: [GramSite], keywords: KeywordSet) {
    let sorted = sites.map { site in
      let length = keywords.length(of: site.keyword)
      let distance = Self.checkDistance(offset: site.offset, length: length)
      let entry = prefilter_entry(
        check: keywords.gram(of: site.keyword, at: site.offset + distance).value, keyword: UInt32(site.keyword),
        offset: UInt32(site.offset), length: UInt32(length), start: UInt32(keywords.starts[site.keyword]))
      return (gram: site.gram, distance: distance, entry: entry)
    }
    .sorted { ($0.gram, $0.distance, $0.entry.check) < ($1.gram, $1.distance, $1.entry.check) }
    // A quarter of the slots is taken at most, so a gram of the text that isn't here seldom needs a second look.
    let bits = max(Int.bitWidth - (sorted.count * 4).leadingZeroBitCount, 4)
    slots = [prefilter_slot](repeating: prefilter_slot(gram: 0, first_group: 0, end_group: 0), count: 1 << bits)
    slotBits = UInt32(bits)
    entries.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      let gram = sorted[start].gram, firstGroup = groups.count
      var end = start
      while end < sorted.count, sorted[end].gram == gram {
        if end == start || sorted[end].distance != sorted[end - 1].distance {
          groups.append(
            prefilter_group(distance: Int32(sorted[end].distance), first_entry: UInt32(end), end_entry: UInt32(end)))
        }
        groups[groups.count - 1].end_entry += 1
        entries.append(sorted[end].entry)
        end += 1
      }
      add(gram, groups: firstGroup..<groups.count)
      mostEntries = max(mostEntries, end - start)
      start = end
    }
  }

  private mutating func add(_ gram: Gram, groups: Range<Int>) {
    var slot = Int(prefilter_hash(gram.value, slotBits))
    while slots[slot].end_group != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = prefilter_slot(
      gram: gram.value, first_group: UInt32(groups.lowerBound), end_group: UInt32(groups.upperBound))
    gramCount += 1
  }

  /// The four bytes behind the gram if there are so many, else those before it, else the most that there are.
  ///
  /// The choice knows few distances, so that a gram has few groups however many keywords it has.
  private static func checkDistance(offset: Int, length: Int) -> Int {
    let behind = length - offset - 4
    if behind >= 4 { return 4 }
    if offset >= 4 { return -4 }
    return behind > 0 ? behind : -offset
  }

  func withKernelTable<Result>(of keywords: KeywordSet, _ body: (prefilter_table) -> Result) -> Result {
    unsafe slots.withUnsafeBufferPointer { slots in
      unsafe groups.withUnsafeBufferPointer { groups in
        unsafe entries.withUnsafeBufferPointer { entries in
          unsafe keywords.bytes.withUnsafeBufferPointer { keywords in
            unsafe body(
              prefilter_table(
                slots: slots.baseAddress, slot_bits: slotBits, groups: groups.baseAddress, entries: entries.baseAddress,
                keywords: keywords.baseAddress, most_entries: mostEntries))
          }
        }
      }
    }
  }
}
