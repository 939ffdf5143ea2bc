import AuditModel

/// The part of the document that events may still ask for, as it came in.
///
/// For a document in memory that is the whole; for a stream it slides, and lines are counted as bytes
/// leave it.
@safe struct RawWindow: ~Copyable {
  /// Offset of the first byte in the window, from the start of the document.
  private(set) var start = 0
  /// Offset behind the last byte in the window.
  private(set) var end: Int

  private var base: UnsafePointer<UInt8>?
  private var storage: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  /// Has counted at least what left the window, at most what no later event can ask for.
  private var counter = LineCounter()

  /// A window over a whole document, which must outlive it, or an empty one for a stream.
  init(document: UnsafeBufferPointer<UInt8>?) {
    unsafe base = document?.baseAddress
    end = unsafe document?.count ?? 0
  }

  deinit { unsafe storage?.deallocate() }

  /// The address of a byte of the window; the offset must be within `start...end`.
  @inline(__always)
  func pointer(at offset: Int) -> UnsafePointer<UInt8>? {
    unsafe base.map { unsafe $0 + (offset &- start) }
  }

  /// The bytes of a range that is in the window.
  @inline(__always)
  func bytes(in range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: pointer(at: range.lowerBound), count: range.count)
  }

  /// Drops what stands before an offset if room is needed, and returns room for new bytes at the end.
  mutating func room(keeping offset: Int, atLeast minimum: Int) -> UnsafeMutableRawBufferPointer {
    if capacity - (end - start) < minimum { makeRoom(keeping: offset, minimum) }
    let used = end - start
    return unsafe UnsafeMutableRawBufferPointer(
      start: storage.map { unsafe $0 + used }, count: capacity - used)
  }

  /// Takes in bytes that were written to the room.
  mutating func append(_ count: Int) { end += count }

  private mutating func makeRoom(keeping offset: Int, _ minimum: Int) {
    if counter.byteOffset < offset { count(to: offset) }
    let kept = end - offset
    // Room for as much again as is kept, so that a long token is not moved at every read.
    let needed = kept + max(minimum, kept)
    let target: UnsafeMutablePointer<UInt8>
    let old = unsafe storage
    if let old = unsafe old, needed <= capacity {
      unsafe target = old
    } else {
      unsafe target = UnsafeMutablePointer<UInt8>.allocate(capacity: needed)
      capacity = needed
    }
    if let old = unsafe old {
      unsafe target.update(from: old + (offset - start), count: kept)
      if unsafe old != target { unsafe old.deallocate() }
    }
    unsafe storage = target
    unsafe base = UnsafePointer(target)
    start = offset
  }

  private mutating func count(to offset: Int) {
    let range = counter.byteOffset..<offset
    counter.advance(over: unsafe Span(_unsafeElements: bytes(in: range)))
  }

  /// The line and column of an offset; `floor` is one before which no later question will ask.
  mutating func position(of offset: Int, floor: Int) -> TextPosition {
    let offset = min(max(offset, counter.byteOffset), end)
    if counter.byteOffset < min(floor, offset) { count(to: min(floor, offset)) }
    var counter = counter
    let range = counter.byteOffset..<offset
    counter.advance(over: unsafe Span(_unsafeElements: bytes(in: range)))
    let next = offset < end ? unsafe pointer(at: offset)?.pointee : nil
    return counter.position(before: next)
  }
}
