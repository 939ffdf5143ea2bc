public import AuditModel

/// A comment.
@safe public struct XMLComment: ~Copyable {
  /// Where it stands in the document, in bytes, from `<!--` to behind `-->`.
  public let range: Range<Int>
  /// How many elements are open round it.
  public let depth: Int

  private let content: UnsafeBufferPointer<UInt8>
  private let state: UnsafeMutablePointer<ParserState>

  init(
    content: UnsafeBufferPointer<UInt8>, range: Range<Int>, depth: Int,
    state: UnsafeMutablePointer<ParserState>
  ) {
    unsafe self.content = content
    self.range = range
    self.depth = depth
    unsafe self.state = state
  }

  /// What stands between the marks, in UTF-8, line ends as LF.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self) get { unsafe _overrideLifetime(Span(_unsafeElements: content), borrowing: self) }
  }

  /// Finds where parts of the content stand in the document.
  public var rawMap: XMLRawMap {
    @_lifetime(borrow self) get {
      let inner = range.lowerBound + 4..<range.upperBound - 3
      let raw = unsafe Span(_unsafeElements: state.pointee.document.window.bytes(in: inner))
      return unsafe XMLRawMap(
        raw: _overrideLifetime(raw, borrowing: self), start: inner.lowerBound, syntax: .literal)
    }
  }

  /// The line and column of a byte of the comment's range.
  public func position(of byteOffset: Int) -> TextPosition { unsafe state.pointee.position(of: byteOffset) }
}

/// A processing instruction.
@safe public struct XMLProcessingInstruction: ~Copyable {
  /// Where it stands in the document, in bytes, from `<?` to behind `?>`.
  public let range: Range<Int>
  /// How many elements are open round it.
  public let depth: Int

  private let targetName: UnsafePointer<UInt8>
  private let content: UnsafeBufferPointer<UInt8>
  private let state: UnsafeMutablePointer<ParserState>

  init(
    target: UnsafePointer<UInt8>, content: UnsafeBufferPointer<UInt8>, range: Range<Int>, depth: Int,
    state: UnsafeMutablePointer<ParserState>
  ) {
    unsafe targetName = target
    unsafe self.content = content
    self.range = range
    self.depth = depth
    unsafe self.state = state
  }

  /// The first word, which says whom the instruction is for.
  public var target: Span<UInt8> {
    @_lifetime(borrow self) get { unsafe _overrideLifetime(span(ofTerminated: targetName), borrowing: self) }
  }

  /// What follows the target, in UTF-8, line ends as LF; empty if nothing does.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self) get { unsafe _overrideLifetime(Span(_unsafeElements: content), borrowing: self) }
  }

  /// The line and column of a byte of the instruction's range.
  public func position(of byteOffset: Int) -> TextPosition { unsafe state.pointee.position(of: byteOffset) }
}
