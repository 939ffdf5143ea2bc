import AuditModel

/// A text in memory that is read as if it were too large for it.
struct MemoryText: LargeText {
  let bytes: [UInt8]

  func forEachPiece(of size: Int, overlap: Int, _ body: (Span<UInt8>, _ offset: Int) -> Bool) {
    var start = 0
    while true {
      let end = min(bytes.count, start + size)
      guard body(bytes.span.extracting(start..<end), start), end - start == size else { return }
      start = end - overlap
    }
  }

  func withSource<Result>(_ body: (_ read: (UnsafeMutableRawBufferPointer) -> Int) -> Result) -> Result {
    var rest = bytes[...]
    return unsafe body { buffer in
      let count = min(buffer.count, rest.count)
      unsafe buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
  }
}
