import CPrefilterKernel

/// How many of the bytes are line feeds.
///
/// - Complexity: O(*n*), at the speed of memory.
public func countNewlines(_ bytes: Span<UInt8>) -> Int {
  unsafe bytes.withUnsafeBufferPointer { bytes in
    guard let start = bytes.baseAddress else { return 0 }
    return unsafe prefilter_count_newlines(start, bytes.count)
  }
}

/// The offset of the last line feed, or nil if there is none.
///
/// - Complexity: O(*n*) in the number of bytes behind it.
public func offsetOfLastNewline(_ bytes: Span<UInt8>) -> Int? {
  unsafe bytes.withUnsafeBufferPointer { bytes in
    guard let start = bytes.baseAddress else { return nil }
    let offset = unsafe prefilter_last_newline(start, bytes.count)
    return offset < bytes.count ? offset : nil
  }
}
