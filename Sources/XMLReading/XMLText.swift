public import AuditModel

/// All character data between two tags.
@safe public struct XMLText: ~Copyable {
  /// Where it stands in the document, in bytes: from the first character to behind the last, with the
  /// marks of CDATA sections, and with comments only where they are in its middle.
  public let range: Range<Int>
  /// How many elements are open round it.
  public let depth: Int

  private let state: UnsafeMutablePointer<ParserState>

  init(range: Range<Int>, depth: Int, state: UnsafeMutablePointer<ParserState>) {
    self.range = range
    self.depth = depth
    unsafe self.state = state
  }

  /// The decoded text in UTF-8: references resolved, line ends as LF.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self) get {
      unsafe _overrideLifetime(Span(_unsafeElements: state.pointee.text.bytes), borrowing: self)
    }
  }

  /// The decoded text.
  public var string: String { unsafe String(decoding: state.pointee.text.bytes, as: UTF8.self) }

  /// Whether the text is nothing but white space, as between the tags of an indented document.
  public var isBlank: Bool {
    let bytes = bytes
    for index in bytes.indices where !bytes[index].isBlank { return false }
    return true
  }

  /// The text as written in the document.
  public var rawBytes: Span<UInt8> {
    @_lifetime(borrow self) get {
      unsafe _overrideLifetime(Span(_unsafeElements: state.pointee.window.bytes(in: range)), borrowing: self)
    }
  }

  /// Finds where parts of the decoded text stand in the document.
  public var rawMap: XMLRawMap {
    @_lifetime(borrow self) get { XMLRawMap(raw: rawBytes, start: range.lowerBound, syntax: .content) }
  }

  /// The line and column of a byte of the text's range.
  public func position(of byteOffset: Int) -> TextPosition { unsafe state.pointee.position(of: byteOffset) }
}

extension UInt8 {
  /// Whether the byte is white space as XML has it.
  var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\t")
      || self == UInt8(ascii: "\r")
  }
}
