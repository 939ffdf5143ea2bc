/// A text too large to be in memory at once, which can be read from its beginning again and again.
///
/// Who reads archives and files implements it, who matches rules reads it.
public protocol LargeText: ~Copyable {
  /// Calls a body with one piece of the text after another.
  ///
  /// - Parameters:
  ///   - size: The size of a piece in bytes; only the last one may be smaller.
  ///   - overlap: How many of the last bytes of a piece come again at the beginning of the next.
  ///   - body: Receives a piece and the offset of its first byte; returns whether it wants more.
  func forEachPiece(of size: Int, overlap: Int, _ body: (Span<UInt8>, _ offset: Int) -> Bool)

  /// Calls a body with a function that writes the next bytes to a buffer and returns how many; 0 at the end.
  func withSource<Result>(_ body: (_ read: (UnsafeMutableRawBufferPointer) -> Int) -> Result) -> Result
}
