public import AuditModel

/// A start tag with its attributes.
@safe public struct XMLStartElement: ~Copyable {
  let state: UnsafeMutablePointer<ParserState>

  init(state: UnsafeMutablePointer<ParserState>) {
    unsafe self.state = state
  }

  /// The number of the local name.
  public var name: XMLNameID { unsafe state.pointee.elementName() }

  /// Where the tag stands in the document, in bytes, from `<` to behind `>`.
  public var range: Range<Int> { unsafe state.pointee.tagRange }

  /// How many elements are open, this one included: 1 for the root.
  public var depth: Int { unsafe state.pointee.depth }

  /// How many attributes are written in the tag, namespace declarations not counted.
  public var attributeCount: Int { unsafe state.pointee.attributes.count }

  /// The name without its prefix.
  public var localName: Span<UInt8> {
    @_lifetime(borrow self) get {
      unsafe _overrideLifetime(span(ofTerminated: state.pointee.element.local), borrowing: self)
    }
  }

  /// The prefix, also where nothing declares it; empty without one.
  public var prefix: Span<UInt8> {
    @_lifetime(borrow self) get {
      unsafe _overrideLifetime(span(ofTerminated: state.pointee.element.prefix), borrowing: self)
    }
  }

  /// The namespace; empty without one, and for a prefix that nothing declares.
  public var namespaceURI: Span<UInt8> {
    @_lifetime(borrow self) get {
      unsafe _overrideLifetime(span(ofTerminated: state.pointee.element.uri), borrowing: self)
    }
  }

  /// Leaves out the events of all that is inside this element; the next is its end.
  ///
  /// What is inside must still be well-formed. Elements that are left out cost next to nothing.
  public func skipContent() { unsafe state.pointee.skipContent() }

  /// The line and column of the tag's `<`.
  public var position: TextPosition { unsafe state.pointee.position(of: range.lowerBound) }

  /// The line and column of a byte of the tag's range.
  public func position(of byteOffset: Int) -> TextPosition { unsafe state.pointee.position(of: byteOffset) }

  /// An attribute by its place in the tag, namespace declarations not counted.
  @_lifetime(borrow self)
  public func attribute(at index: Int) -> XMLAttribute {
    precondition(index >= 0 && index < attributeCount, "an attribute's index is below the count")
    return XMLAttribute(index: index, of: self)
  }

  /// The first attribute with a local name.
  @_lifetime(borrow self)
  public func attribute(_ name: XMLNameID) -> XMLAttribute? {
    for index in 0..<attributeCount where unsafe state.pointee.attributeName(at: index) == name {
      return attribute(at: index)
    }
    return nil
  }
}

/// An end tag, or the second half of an empty-element tag.
@safe public struct XMLEndElement: ~Copyable {
  private let state: UnsafeMutablePointer<ParserState>

  init(state: UnsafeMutablePointer<ParserState>) {
    unsafe self.state = state
  }

  /// The number of the local name.
  public var name: XMLNameID { unsafe state.pointee.elementName() }

  /// Where the tag stands in the document, in bytes; for an empty-element tag the range of that tag.
  public var range: Range<Int> { unsafe state.pointee.tagRange }

  /// How many elements were open, this one included: 1 for the root.
  public var depth: Int { unsafe state.pointee.depth }

  /// The name without its prefix.
  public var localName: Span<UInt8> {
    @_lifetime(borrow self) get {
      unsafe _overrideLifetime(span(ofTerminated: state.pointee.element.local), borrowing: self)
    }
  }

  /// The line and column of the tag's `<`.
  public var position: TextPosition { unsafe state.pointee.position(of: range.lowerBound) }
}

/// The three parts of an element's name, as libxml2 keeps them for the whole document.
@safe struct ElementNames {
  var local: UnsafePointer<UInt8>?
  var prefix: UnsafePointer<UInt8>?
  var uri: UnsafePointer<UInt8>?
}
