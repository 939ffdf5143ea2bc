public import AuditModel

/// All character data between two tags.
@safe public struct XMLText: ~Copyable {
  private let state: UnsafeMutablePointer<ParserState>

  init(state: UnsafeMutablePointer<ParserState>) {
    unsafe self.state = state
  }

  /// Where it stands in the document, in bytes: from the first character to behind the last, with the
  /// marks of CDATA sections, and with comments only where they are in its middle.
  public var range: Range<Int> { unsafe state.pointee.textRange }

  /// How many elements are open round it.
  public var depth: Int { unsafe state.pointee.depth }

  /// Whether the text is known to stand in the document just as it is.
  ///
  /// Then its bytes are those of its range, and what a search of the raw document finds there is all
  /// there is to find. False is no proof of the contrary.
  public var isVerbatim: Bool { unsafe state.pointee.textIsVerbatim }

  /// The decoded text in UTF-8: references resolved, line ends as LF.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self) get {
      unsafe _overrideLifetime(Span(_unsafeElements: state.pointee.textBytes), borrowing: self)
    }
  }

  /// The decoded text.
  public var string: String { unsafe String(decoding: state.pointee.textBytes, as: UTF8.self) }

  /// The text as written in the document.
  public var rawBytes: Span<UInt8> {
    @_lifetime(borrow self) get {
      unsafe _overrideLifetime(Span(_unsafeElements: state.pointee.document.window.bytes(in: range)), borrowing: self)
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
