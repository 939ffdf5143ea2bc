/// One large file that idle workers read and prepare ahead of the worker that examines it.
///
/// The file is cut into pieces of one size. Whoever has time claims the next piece, reads it and calls a function
/// on it; the owner takes the pieces in their order with what the function gave, and lends a hand itself
/// where the next one is still being read. What comes out is therefore the same for any number of workers. Memory
/// is bounded by ``PieceBuffers``.
@safe final class SharedReading<Prepared: Sendable>: SharedWork, @unchecked Sendable {
  /// A piece that was read.
  @safe struct Piece {
    /// From the overlap with the piece before on.
    var bytes: UnsafeRawBufferPointer
    /// Of the first byte.
    var offset: Int
    /// What went wrong after the last byte.
    var error: SystemError?
    var prepared: Prepared
    fileprivate var buffer: UnsafeMutableRawBufferPointer
  }

  private let descriptor: Int32
  /// Where in the file the text is.
  private let range: Range<Int>
  private let size: Int
  private let step: Int
  private let prepare: @Sendable (UnsafeRawBufferPointer, _ offset: Int) -> Prepared
  private let pieceCount: Int
  private let buffers: PieceBuffers

  private let monitor = Monitor()
  // Only touched while `monitor` is held.
  private var next = 0
  private var buffersInUse = 0
  private var ready: [Int: Piece] = [:]
  private var reading = 0

  /// - Parameters:
  ///   - range: The bytes of the file that are read; fewer where it shrinks.
  ///   - size: Of a piece, in bytes.
  ///   - overlap: How many of the last bytes of a piece come again with the next.
  ///   - buffers: Hold the pieces.
  init(
    _ descriptor: Int32, range: Range<Int>, size: Int, overlap: Int, buffers: PieceBuffers,
    prepare: @escaping @Sendable (UnsafeRawBufferPointer, _ offset: Int) -> Prepared
  ) {
    self.descriptor = descriptor
    self.range = range
    self.size = size
    step = size - overlap
    unsafe self.prepare = unsafe prepare
    // Where pieces overlap the last one is smaller than the others.
    pieceCount = range.isEmpty ? 0 : 1 + max(0, range.count - max(1, overlap)) / step
    self.buffers = buffers
  }

  /// Calls a body with all pieces, on this thread, until it returns false; then nobody reads any more.
  func forEachPiece(offeringTo jobs: JobList, _ body: (Piece) -> Bool) {
    for number in 0..<pieceCount {
      jobs.offer(self)
      let piece = piece(number)
      // A piece that holds less than it should means that the file has shrunk, maybe to where that began.
      let isWhole = unsafe piece.bytes.count == length(of: number)
      let goesOn = unsafe !piece.bytes.isEmpty && body(piece) && isWhole
      unsafe release(piece.buffer)
      if !goesOn { break }
    }
    close()
  }

  func help<Examiner: ArtifactExaminer & ~Copyable>(_ worker: Worker<Examiner>) {
    while let (number, buffer) = unsafe claim() { unsafe read(number, into: buffer) }
  }

  /// A piece, as soon as somebody has read it; reads others as long as it takes.
  private func piece(_ number: Int) -> Piece {
    while true {
      if let piece = monitor.hold({ ready.removeValue(forKey: number) }) { return piece }
      if let (number, buffer) = unsafe claim() {
        unsafe read(number, into: buffer)
      } else {
        monitor.hold { if ready[number] == nil { monitor.wait() } }
      }
    }
  }

  /// The next piece that nobody has begun, if there is room for one.
  private func claim() -> (number: Int, buffer: UnsafeMutableRawBufferPointer)? {
    unsafe monitor.hold {
      guard next < pieceCount, let buffer = unsafe buffers.take(size, isAhead: buffersInUse > 0) else { return nil }
      buffersInUse += 1
      next += 1
      reading += 1
      return unsafe (next - 1, buffer)
    }
  }

  private func read(_ number: Int, into buffer: UnsafeMutableRawBufferPointer) {
    let wanted = length(of: number)
    var count = 0
    var error: SystemError?
    while count < wanted {
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count..<wanted])
      let result = unsafe Platform.read(
        into: room, from: descriptor, at: range.lowerBound + number * step + count)
      if case .failure(let failure) = result { error = failure }
      guard case .success(let read) = result, read > 0 else { break }
      count += read
    }
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
    let piece = unsafe Piece(
      bytes: bytes, offset: number * step, error: error, prepared: prepare(bytes, number * step), buffer: buffer)
    monitor.hold {
      ready[number] = piece
      reading -= 1
      monitor.wakeAll()
    }
  }

  private func length(of number: Int) -> Int { min(size, range.count - number * step) }

  private func release(_ buffer: UnsafeMutableRawBufferPointer) {
    monitor.hold {
      buffersInUse -= 1
      unsafe buffers.giveBack(buffer, wasAhead: buffersInUse > 0)
    }
  }

  /// Waits for those who still read, and gives the buffers back.
  private func close() {
    monitor.hold {
      next = pieceCount
      while reading > 0 { monitor.wait() }
      for piece in ready.values {
        buffersInUse -= 1
        unsafe buffers.giveBack(piece.buffer, wasAhead: buffersInUse > 0)
      }
      ready.removeAll()
    }
  }
}
