public import AuditModel

/// A start tag with its attributes.
@safe public struct XMLStartElement: ~Copyable {
  /// The number of the local name.
  public let name: XMLNameID
  /// Where the tag stands in the document, in bytes, from `<` to behind `>`.
  public let range: Range<Int>
  /// How many elements are open, this one included: 1 for the root.
  public let depth: Int
  /// Attributes as written, without namespace declarations.
  public let attributeCount: Int

  let state: UnsafeMutablePointer<ParserState>
  private let names: ElementNames

  init(
    names: ElementNames, name: XMLNameID, range: Range<Int>, depth: Int, attributeCount: Int,
    state: UnsafeMutablePointer<ParserState>
  ) {
    self.names = names
    self.name = name
    self.range = range
    self.depth = depth
    self.attributeCount = attributeCount
    unsafe self.state = state
  }

  /// The name without its prefix.
  public var localName: Span<UInt8> {
    @_lifetime(borrow self) get { unsafe _overrideLifetime(names.localName, borrowing: self) }
  }

  /// The prefix, also where nothing declares it; empty without one.
  public var prefix: Span<UInt8> {
    @_lifetime(borrow self) get { unsafe _overrideLifetime(names.prefix, borrowing: self) }
  }

  /// The namespace; empty without one, and for a prefix that nothing declares.
  public var namespaceURI: Span<UInt8> {
    @_lifetime(borrow self) get { unsafe _overrideLifetime(names.namespaceURI, borrowing: self) }
  }

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
  /// The number of the local name.
  public let name: XMLNameID
  /// Where the tag stands in the document, in bytes; for an empty-element tag the range of that tag.
  public let range: Range<Int>
  /// How many elements were open, this one included: 1 for the root.
  public let depth: Int

  private let names: ElementNames
  private let state: UnsafeMutablePointer<ParserState>

  init(
    names: ElementNames, name: XMLNameID, range: Range<Int>, depth: Int,
    state: UnsafeMutablePointer<ParserState>
  ) {
    self.names = names
    self.name = name
    self.range = range
    self.depth = depth
    unsafe self.state = state
  }

  /// The name without its prefix.
  public var localName: Span<UInt8> {
    @_lifetime(borrow self) get { unsafe _overrideLifetime(names.localName, borrowing: self) }
  }

  /// The line and column of the tag's `<`.
  public var position: TextPosition { unsafe state.pointee.position(of: range.lowerBound) }
}

/// The three parts of an element's name, as libxml2 keeps them for the whole document.
@safe struct ElementNames {
  private let local: UnsafePointer<UInt8>
  private let prefixName: UnsafePointer<UInt8>?
  private let uri: UnsafePointer<UInt8>?

  init(local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, uri: UnsafePointer<UInt8>?) {
    unsafe self.local = local
    unsafe prefixName = prefix
    unsafe self.uri = uri
  }

  var localName: Span<UInt8> { @_lifetime(borrow self) get { unsafe span(ofTerminated: local) } }
  var prefix: Span<UInt8> { @_lifetime(borrow self) get { unsafe span(ofTerminated: prefixName) } }
  var namespaceURI: Span<UInt8> { @_lifetime(borrow self) get { unsafe span(ofTerminated: uri) } }
}
