/// The text of an artifact: whole, or in pieces where it is large.
///
/// The bytes are UTF-8 without a byte-order mark, or whatever undeclared encoding the file is in. Where the
/// original was in another encoding its lines and Unicode scalars are the same ones in the same order, so
/// that a line and a column mean the same place. Byte offsets count from the first byte after a mark.
@safe public struct ArtifactContent: ~Copyable {
  /// How the original was written. Where this isn't UTF-8, an encoding that the text itself declares is no
  /// longer true and must not be obeyed.
  public let encoding: TextEncoding
  /// The size of the original in bytes, where it is known; that of an archive's entry may not be.
  public let originalBytes: Int?
  /// Whether ``head`` is all there is.
  public let isWhole: Bool
  /// The text where it is whole, and else at least its first 64 KB. Valid only while the artifact is examined.
  public let head: UnsafeRawBufferPointer
  /// Where the rest comes from; nothing where the text is whole.
  let source: (any ContentSource)?
  /// The length of the byte-order mark.
  let mark: Int

  /// Calls a body with a reader that stands at the beginning of the text. Can be called again and again; for
  /// what isn't whole every call reads, and unpacks, once more.
  public func withReader<Result, Failure: Error>(
    _ body: (inout ContentReader) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var reader = ContentReader(self)
    return try body(&reader)
  }

  /// Calls a body with one piece of the text after another.
  ///
  /// - Parameters:
  ///   - size: The size of a piece in bytes; the last one may be smaller.
  ///   - overlap: How many of the last bytes of a piece come again at the beginning of the next, so that
  ///     something that lies across the border is seen in one piece; less than `size`.
  ///   - body: Receives a piece, valid only during the call, and the offset of its first byte. Returns
  ///     whether it wants more.
  public func forEachChunk<Failure: Error>(
    of size: Int = 1 << 20, overlap: Int = 0,
    _ body: (UnsafeRawBufferPointer, _ offset: Int) throws(Failure) -> Bool
  ) throws(Failure) {
    precondition(overlap >= 0 && overlap < size, "pieces that overlap must be longer than the overlap")
    if isWhole {
      // There is no border inside what is in memory.
      if unsafe !head.isEmpty { _ = unsafe try body(head, 0) }
      return
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    defer { unsafe buffer.deallocate() }
    var reader = ContentReader(self)
    var offset = 0
    var kept = 0
    while true {
      let count = unsafe reader.fill(UnsafeMutableRawBufferPointer(rebasing: buffer[kept...]))
      if count == 0 { return }
      let piece = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<(kept + count)])
      guard unsafe try body(piece, offset) else { return }
      let next = min(overlap, piece.count)
      unsafe buffer.baseAddress?.copyMemory(from: piece.baseAddress! + (piece.count - next), byteCount: next)
      offset += piece.count - next
      kept = next
    }
  }
}

/// Reads a text from its beginning to its end.
@safe public struct ContentReader: ~Copyable {
  private var rest: UnsafeRawBufferPointer
  private let source: (any ContentSource)?
  private var markLeft: Int
  private var transcoder: Transcoder?
  /// Text of another encoding that is decoded and not yet read.
  private var decoded: [UInt8] = []
  private var decodedStart = 0
  private var isAtEnd = false

  init(_ content: borrowing ArtifactContent) {
    unsafe rest = content.head
    source = content.isWhole ? nil : content.source
    markLeft = content.mark
    if let source {
      source.rewind()
      if content.encoding != .utf8 { transcoder = Transcoder(content.encoding) }
    }
  }

  /// Reads the next bytes, at most as many as there is room for.
  ///
  /// - Returns: How many were read; 0 at the end of the text, and where reading failed, which becomes a
  ///   diagnostic of the run.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let source else {
      let count = unsafe min(rest.count, buffer.count)
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      return count
    }
    if transcoder != nil { return unsafe readDecoded(into: buffer, from: source) }
    while true {
      let count = unsafe source.read(into: buffer)
      guard markLeft > 0, count > 0 else { return count }
      // The mark is shorter than any read but the very smallest.
      let dropped = min(markLeft, count)
      markLeft -= dropped
      unsafe buffer.baseAddress?.copyMemory(from: buffer.baseAddress! + dropped, byteCount: count - dropped)
      if count > dropped { return count - dropped }
    }
  }

  /// Reads until the buffer is full or the text ends.
  public mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    while count < buffer.count {
      let read = unsafe read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      if read == 0 { break }
      count += read
    }
    return count
  }

  private mutating func readDecoded(
    into buffer: UnsafeMutableRawBufferPointer, from source: any ContentSource
  ) -> Int {
    while decodedStart == decoded.count, !isAtEnd {
      decoded.removeAll(keepingCapacity: true)
      decodedStart = 0
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
      defer { unsafe piece.deallocate() }
      let count = unsafe source.read(into: piece)
      if count == 0 {
        isAtEnd = true
        transcoder?.finish(&decoded)
      } else {
        let dropped = min(markLeft, count)
        markLeft -= dropped
        unsafe transcoder?.append(UnsafeRawBufferPointer(rebasing: piece[dropped..<count]), to: &decoded)
      }
    }
    let count = min(buffer.count, decoded.count - decodedStart)
    unsafe decoded.withUnsafeBytes { decoded in
      unsafe buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: decoded[decodedStart..<(decodedStart + count)]))
    }
    decodedStart += count
    return count
  }
}

/// Where the bytes of something large come from. Used by one thread.
protocol ContentSource: AnyObject {
  /// Goes back to the first byte.
  func rewind()

  /// Reads the next bytes; 0 at the end and after an error, which the source keeps.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int
}

/// An open file, as long as it was when it was opened: one that grows as fast as it is read would never end.
final class FileSource: ContentSource {
  private let descriptor: Int32
  private let size: Int
  private var offset = 0
  private(set) var error: SystemError?
  /// How far any reader came.
  private(set) var furthest = 0

  /// - Parameter size: In bytes; 0 where the system doesn't know it, as for the files of `/proc`.
  init(_ descriptor: Int32, size: Int) {
    self.descriptor = descriptor
    self.size = size == 0 ? .max : size
  }

  func rewind() {
    offset = 0
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(size - offset))
    switch unsafe Platform.read(into: rest, from: descriptor, at: offset) {
    case .success(let count):
      offset += count
      furthest = max(furthest, offset)
      return count
    case .failure(let error):
      self.error = error
      return 0
    }
  }
}
