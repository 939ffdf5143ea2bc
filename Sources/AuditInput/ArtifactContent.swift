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
  ///   - size: The size of a piece in bytes. Only the last one is smaller, and of what isn't whole it is where pieces
  ///     overlap: a text that ends with a piece of that size has one more, of the overlap alone.
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
      let piece = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<(kept + count)])
      if unsafe piece.isEmpty { return }
      guard unsafe try body(piece, offset), piece.count == size else { return }
      let next = min(overlap, piece.count)
      unsafe buffer.baseAddress?.copyMemory(from: piece.baseAddress! + (piece.count - next), byteCount: next)
      offset += piece.count - next
      kept = next
    }
  }

  /// Calls a body with one piece after another, each with what a function made of it.
  ///
  /// Of a large file, workers that have nothing else to do read pieces ahead and call the function on them.
  ///
  /// - Parameters:
  ///   - size: As for ``forEachChunk(of:overlap:_:)``, with `overlap`.
  ///   - prepare: Called once for each piece and its offset, on any thread.
  ///   - body: Called on this thread, piece by piece in their order. Returns whether it wants more.
  public func forEachChunk<Prepared: Sendable>(
    of size: Int = 1 << 20, overlap: Int = 0,
    preparing prepare: @escaping @Sendable (UnsafeRawBufferPointer, _ offset: Int) -> Prepared,
    _ body: (UnsafeRawBufferPointer, _ offset: Int, Prepared) -> Bool
  ) {
    // Only files can be read at several places at once, and only what needs no decoding has a known place.
    guard !isWhole, encoding == .utf8, let file = source as? FileSource, file.isSizeKnown else {
      unsafe forEachChunk(of: size, overlap: overlap) { piece, offset in
        unsafe body(piece, offset, prepare(piece, offset))
      }
      return
    }
    precondition(overlap >= 0 && overlap < size, "pieces that overlap must be longer than the overlap")
    unsafe file.forEachPiece(of: size, overlap: overlap, after: mark, preparing: prepare) { piece in
      unsafe body(piece.bytes, piece.offset, piece.prepared)
    }
  }
}

/// Reads a text from its beginning to its end.
@safe public struct ContentReader: ~Copyable {
  private var rest: UnsafeRawBufferPointer
  private let stream: (any ContentStream)?
  private var markLeft: Int
  private var transcoder: Transcoder?
  /// Text of another encoding that is decoded and not yet read.
  private var decoded: [UInt8] = []
  private var decodedStart = 0
  private var isAtEnd = false

  init(_ content: borrowing ArtifactContent) {
    unsafe rest = content.head
    stream = content.isWhole ? nil : content.source?.open()
    markLeft = content.mark
    if stream != nil, content.encoding != .utf8 { transcoder = Transcoder(content.encoding) }
  }

  /// Reads the next bytes, at most as many as there is room for.
  ///
  /// - Returns: How many were read; 0 at the end of the text, and where reading failed, which becomes a
  ///   diagnostic of the run.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let stream else {
      let count = unsafe min(rest.count, buffer.count)
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      return count
    }
    if transcoder != nil { return unsafe readDecoded(into: buffer, from: stream) }
    while true {
      let count = unsafe stream.read(into: buffer)
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
    into buffer: UnsafeMutableRawBufferPointer, from stream: any ContentStream
  ) -> Int {
    while decodedStart == decoded.count, !isAtEnd {
      decoded.removeAll(keepingCapacity: true)
      decodedStart = 0
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
      defer { unsafe piece.deallocate() }
      let count = unsafe stream.read(into: piece)
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
  /// Begins a reading at the first byte; readings don't disturb one another, so one can begin within another.
  func open() -> any ContentStream
}

/// One reading of something large, from its beginning on.
protocol ContentStream: AnyObject {
  /// Reads the next bytes; 0 at the end, after an error, which the source keeps, and once the run was cancelled.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int
}

/// An open file, as long as it was when it was opened: one that grows as fast as it is read would never end.
final class FileSource: ContentSource {
  private let descriptor: Int32
  private let size: Int
  private(set) var error: SystemError?
  /// How far any reader came.
  private(set) var furthest = 0
  /// Knows who may help to read it, and when to stop.
  private let run: Run

  /// - Parameter size: In bytes; 0 where the system doesn't know it, as for the files of `/proc`.
  init(_ descriptor: Int32, size: Int, run: Run) {
    self.descriptor = descriptor
    self.size = size == 0 ? .max : size
    self.run = run
  }

  var isSizeKnown: Bool { size != .max }

  /// Reads the file in pieces, with the help of whoever has nothing else to do.
  func forEachPiece<Prepared: Sendable>(
    of size: Int, overlap: Int, after start: Int,
    preparing prepare: @escaping @Sendable (UnsafeRawBufferPointer, _ offset: Int) -> Prepared,
    _ body: (SharedReading<Prepared>.Piece) -> Bool
  ) {
    let reading = unsafe SharedReading(
      descriptor, range: start..<max(start, self.size), size: size, overlap: overlap, buffers: run.pieceBuffers,
      prepare: prepare)
    reading.forEachPiece(offeringTo: run.jobs) { piece in
      guard run.goesOn() else { return false }
      furthest = unsafe max(furthest, start + piece.offset + piece.bytes.count)
      if let error = piece.error { self.error = error }
      return body(piece)
    }
  }

  func open() -> any ContentStream { FileStream(self, from: 0) }

  /// Reads on where somebody has read that far.
  func open(after count: Int) -> any ContentStream {
    furthest = max(furthest, count)
    return FileStream(self, from: count)
  }

  /// Reads at a place, not past the end that the file had when it was opened.
  fileprivate func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    guard run.goesOn() else { return 0 }
    let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(size - offset))
    switch unsafe Platform.read(into: rest, from: descriptor, at: offset) {
    case .success(let count):
      furthest = max(furthest, offset + count)
      return count
    case .failure(let error):
      self.error = error
      return 0
    }
  }
}

private final class FileStream: ContentStream {
  private let source: FileSource
  private var offset: Int

  init(_ source: FileSource, from offset: Int) {
    self.source = source
    self.offset = offset
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = unsafe source.read(into: buffer, at: offset)
    offset += count
    return count
  }
}
