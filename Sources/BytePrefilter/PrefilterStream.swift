/// Finds keywords in bytes that come in chunks.
///
/// The hits of all calls together are those of one ``Prefilter/scan(_:into:)`` over all bytes, in
/// the same order and with offsets from the first byte of the first chunk. A hit that starts within a
/// keyword's length of the end of a chunk comes with the next call, for another keyword
/// may still prove to start before it.
public struct PrefilterStream: Sendable {
  /// The number of bytes in all chunks so far.
  public private(set) var byteCount = 0

  private let prefilter: Prefilter
  /// The last bytes so far: all that a keyword can have in common with the chunks to come.
  private var carry: ContiguousArray<UInt8> = []
  /// Hits that start in the carry.
  private var held: ContiguousArray<Prefilter.Hit> = []

  /// Starts at offset 0.
  public init(_ prefilter: Prefilter) {
    self.prefilter = prefilter
  }

  /// Searches the next bytes, and appends the hits before which no other can come any more.
  ///
  /// Chunks may have any size. Memory between the calls is less than two of the longest keyword, plus hits.
  public mutating func feed(_ chunk: Span<UInt8>, into hits: inout ContiguousArray<Prefilter.Hit>) {
    let reach = max(prefilter.longestKeywordBytes - 1, 0)
    findAcrossBorder(chunk, reach: reach)
    hits.append(contentsOf: held)
    held.removeAll(keepingCapacity: true)

    let start = hits.count
    prefilter.scan(chunk, into: &hits)
    for index in start..<hits.count { hits[index].offset += byteCount }
    byteCount += chunk.count
    keep(chunk, reach: reach)

    let end = byteCount - reach
    var settled = hits.count
    while settled > 0, hits[settled - 1].offset >= end { settled -= 1 }
    held.append(contentsOf: hits[settled...])
    hits.removeSubrange(settled...)
  }

  /// Appends the hits that were held back; no chunk can follow.
  public consuming func finish(into hits: inout ContiguousArray<Prefilter.Hit>) {
    hits.append(contentsOf: held)
  }

  /// Adds the hits that start in the carry and end in the chunk to those that are held.
  private mutating func findAcrossBorder(_ chunk: Span<UInt8>, reach: Int) {
    guard !carry.isEmpty else { return }
    let border = carry.count
    for index in 0..<min(chunk.count, reach) { carry.append(chunk[index]) }
    var found: ContiguousArray<Prefilter.Hit> = []
    prefilter.scan(carry.span, into: &found)
    for hit in found where hit.offset < border && hit.offset + prefilter.length(of: hit) > border {
      held.append(Prefilter.Hit(keyword: hit.keyword, offset: byteCount - border + hit.offset))
    }
    held.sort()
    carry.removeSubrange(border...)
  }

  /// Makes the last bytes, with those of a chunk, the carry.
  private mutating func keep(_ chunk: Span<UInt8>, reach: Int) {
    let new = min(chunk.count, reach)
    carry.removeFirst(max(carry.count + new - reach, 0))
    for index in (chunk.count - new)..<chunk.count { carry.append(chunk[index]) }
  }
}
