/// The buffers of all large files that are read in pieces at one time.
///
/// Whoever examines a file always gets one for the piece that comes next. Those for pieces that are read ahead are few
/// and for all files together, so that memory does not grow with the files times the pieces.
@safe final class PieceBuffers: @unchecked Sendable {
  private let maxAhead: Int

  private let monitor = Monitor()
  // Only touched while `monitor` is held.
  private var ahead = 0
  private var free: [UnsafeMutableRawBufferPointer] = unsafe []

  /// - Parameter maxAhead: How many pieces may be in memory beside those that their owners are at.
  init(maxAhead: Int) { self.maxAhead = maxAhead }

  deinit { for unsafe buffer in unsafe free { unsafe buffer.deallocate() } }

  /// A buffer; nothing where it is for a piece ahead and there are enough of those.
  func take(_ size: Int, isAhead: Bool) -> UnsafeMutableRawBufferPointer? {
    unsafe monitor.hold {
      if isAhead {
        guard ahead < maxAhead else { return nil }
        ahead += 1
      }
      // The one that was used last is the one that is still in the cache.
      guard let buffer = unsafe free.popLast() else { return .allocate(byteCount: size, alignment: 64) }
      if buffer.count == size { return unsafe buffer }
      unsafe buffer.deallocate()
      return .allocate(byteCount: size, alignment: 64)
    }
  }

  func giveBack(_ buffer: UnsafeMutableRawBufferPointer, wasAhead: Bool) {
    monitor.hold {
      if wasAhead { ahead -= 1 }
      unsafe free.append(buffer)
    }
  }
}
