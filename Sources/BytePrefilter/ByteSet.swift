import CPrefilterKernel

/// Some ASCII bytes, to find the next of them in a text.
public struct ByteSet: Sendable {
  private var tables = prefilter_byte_set()
  private let kernel: prefilter_kernel

  /// Makes a set; bytes above 127 can't be in one.
  public init(_ bytes: some Sequence<UInt8>) {
    self.init(bytes, kernel: .best)
  }

  /// Makes a set that is looked for in a given way, for tests; nil is the way without vectors.
  package init(_ bytes: some Sequence<UInt8>, kernel: PrefilterKernel?) {
    self.kernel = kernel?.raw ?? prefilter_kernel_scalar
    for byte in bytes {
      precondition(byte < 128, "a byte set holds ASCII only")
      unsafe prefilter_byte_set_add(&tables, byte)
    }
  }

  /// The offset of the first byte of the set between two offsets, or the second one if there is none.
  ///
  /// - Complexity: O(*n*), at the speed of memory.
  public func firstOffset(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard start < end else { return end }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      let range = unsafe UnsafeBufferPointer(rebasing: bytes[start..<end])
      // The range has bytes, so it has an address.
      guard let first = range.baseAddress else { return end }
      return unsafe withUnsafePointer(to: tables) { tables in
        unsafe start + prefilter_first_of(kernel, tables, first, range.count)
      }
    }
  }
}
