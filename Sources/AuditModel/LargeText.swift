/// A text too large to be in memory at once, which can be read from its beginning again and again.
///
/// Who reads archives and files implements it, who matches rules reads it.
public protocol LargeText: ~Copyable {
  /// Calls a body with one piece of the text after another.
  ///
  /// - Parameters:
  ///   - size: The size of a piece in bytes. Only the last one is smaller, and it is where pieces overlap: a text that
  ///     ends with a piece of that size has one more, of the overlap alone.
  ///   - overlap: How many of the last bytes of a piece come again at the beginning of the next.
  ///   - body: Receives a piece and the offset of its first byte; returns whether it wants more.
  func forEachPiece(of size: Int, overlap: Int, _ body: (Span<UInt8>, _ offset: Int) -> Bool)

  /// Calls a body with one piece after another, in their order, each with what a function made of it.
  ///
  /// - Parameters:
  ///   - prepare: Called once for each piece and its offset, ahead of the body and maybe on other threads.
  ///   - body: As for ``forEachPiece(of:overlap:_:)``.
  func forEachPiece<Prepared: Sendable>(
    of size: Int, overlap: Int, preparing prepare: @escaping @Sendable (Span<UInt8>, _ offset: Int) -> Prepared,
    _ body: (Span<UInt8>, _ offset: Int, Prepared) -> Bool)

  /// Calls a body with a function that writes the next bytes to a buffer and returns how many; 0 at the end.
  func withSource<Result>(_ body: (_ read: (UnsafeMutableRawBufferPointer) -> Int) -> Result) -> Result
}

extension LargeText where Self: ~Copyable {
  /// Prepares each piece when its turn comes, for texts that come from one place only.
  public func forEachPiece<Prepared: Sendable>(
    of size: Int, overlap: Int, preparing prepare: @escaping @Sendable (Span<UInt8>, _ offset: Int) -> Prepared,
    _ body: (Span<UInt8>, _ offset: Int, Prepared) -> Bool
  ) {
    forEachPiece(of: size, overlap: overlap) { bytes, offset in body(bytes, offset, prepare(bytes, offset)) }
  }
}
