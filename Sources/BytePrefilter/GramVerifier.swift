import CPrefilterKernel

/// Says which keywords stand where a gram was found.
struct GramVerifier: Sendable {
  /// Keywords of one gram that are told apart by the four bytes at one distance from it.
  private struct Group: Sendable {
    /// Where those bytes start, counted from the gram.
    var distance: Int
    var entries: Range<Int>
  }

  /// A keyword that has a gram.
  private struct Entry: Sendable {
    /// The four bytes at the distance of the group.
    var check: Gram
    var keyword: Int
    /// The number of bytes before the gram.
    var offset: Int
    var length: Int
  }

  /// Where the groups of each gram start, and where the last ones end.
  private var starts: ContiguousArray<Int> = [0]
  private var groups: ContiguousArray<Group> = []
  private var entries: ContiguousArray<Entry> = []
  /// The grams; their indices are those of the candidates.
  private(set) var grams: ContiguousArray<Gram> = []

  init(_ sites: [GramSite], keywords: KeywordSet) {
    let sorted = sites.map { site in
      let length = keywords.length(of: site.keyword)
      let distance = Self.checkDistance(offset: site.offset, length: length)
      let check = keywords.gram(of: site.keyword, at: site.offset + distance)
      return (
        gram: site.gram, distance: distance,
        entry: Entry(check: check, keyword: site.keyword, offset: site.offset, length: length)
      )
    }
    .sorted { ($0.gram, $0.distance, $0.entry.check) < ($1.gram, $1.distance, $1.entry.check) }
    entries.reserveCapacity(sorted.count)
    for (index, (gram, distance, entry)) in sorted.enumerated() {
      entries.append(entry)
      let isNewGram = grams.last != gram
      if isNewGram {
        if !grams.isEmpty { starts.append(groups.count) }
        grams.append(gram)
      }
      if isNewGram || groups[groups.count - 1].distance != distance {
        groups.append(Group(distance: distance, entries: index..<index))
      }
      groups[groups.count - 1].entries = groups[groups.count - 1].entries.lowerBound..<(index + 1)
    }
    if !grams.isEmpty { starts.append(groups.count) }
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

  /// What the kernels check of the bytes beside a gram before they call it a candidate.
  func sides(of gram: Int) -> UInt32 {
    groups[starts[gram]..<starts[gram + 1]].reduce(into: 0) { sides, group in
      sides |= 1 << UInt32(group.distance < 0 ? 8 - group.distance : group.distance)
    }
  }

  /// The bytes that a gram and those beside it make, for all keywords, with their number.
  var windows: [(bytes: UInt64, width: Int)] {
    var windows: [(bytes: UInt64, width: Int)] = []
    for gram in grams.indices {
      for group in groups[starts[gram]..<starts[gram + 1]] {
        for entry in entries[group.entries] {
          let (first, second) = group.distance < 0 ? (entry.check, grams[gram]) : (grams[gram], entry.check)
          let distance = abs(group.distance)
          windows.append((UInt64(first.value) | UInt64(second.value) << UInt64(8 * distance), 4 + distance))
        }
      }
    }
    return windows
  }

  /// Calls `body` with each keyword that stands around a candidate, until it returns false.
  @unsafe func verify(
    _ candidate: prefilter_candidate, in bytes: UnsafeBufferPointer<UInt8>, keywords: KeywordSet,
    _ body: (Prefilter.Hit) -> Bool
  ) -> Bool {
    guard let text = bytes.baseAddress else { return true }
    let gram = Int(candidate.gram)
    // By index: a slice would be retained and released for each candidate.
    for number in starts[gram]..<starts[gram + 1] {
      let group = groups[number]
      let at = candidate.offset + group.distance
      guard at >= 0, at + 4 <= bytes.count else { continue }
      let check = unsafe Gram(value: prefilter_gram(text + at))
      var index = firstEntry(of: group, notBelow: check)
      while index < group.entries.upperBound, entries[index].check == check {
        let entry = entries[index]
        index += 1
        let start = candidate.offset - entry.offset
        guard start >= 0, start + entry.length <= bytes.count else { continue }
        let isKeyword = unsafe keywords.bytes.withUnsafeBufferPointer { all in
          unsafe prefilter_is_keyword(
            text + start, all.baseAddress.unsafelyUnwrapped + keywords.starts[entry.keyword], entry.length)
        }
        if isKeyword, !body(Prefilter.Hit(keyword: entry.keyword, offset: start)) { return false }
      }
    }
    return true
  }

  private func firstEntry(of group: Group, notBelow check: Gram) -> Int {
    var low = group.entries.lowerBound
    var high = group.entries.upperBound
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].check < check { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
