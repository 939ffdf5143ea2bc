/// An attribute of a start tag.
@safe public struct XMLAttribute: ~Escapable {
  /// The number of the local name.
  public let name: XMLNameID
  private let index: Int
  private let tag: Range<Int>
  private let state: UnsafeMutablePointer<ParserState>

  @_lifetime(borrow element)
  init(index: Int, of element: borrowing XMLStartElement) {
    name = unsafe element.state.pointee.attributeName(at: index)
    self.index = index
    tag = element.range
    unsafe state = element.state
  }

  /// The name without its prefix.
  public var localName: Span<UInt8> {
    @_lifetime(copy self) get { name(.localName) }
  }

  /// The prefix, also where nothing declares it; empty without one.
  public var prefix: Span<UInt8> {
    @_lifetime(copy self) get { name(.prefix) }
  }

  /// The namespace; empty without a prefix, and for a prefix that nothing declares.
  public var namespaceURI: Span<UInt8> {
    @_lifetime(copy self) get { name(.namespaceURI) }
  }

  @_lifetime(copy self)
  private func name(_ field: AttributeList.Field) -> Span<UInt8> {
    let name = unsafe span(ofTerminated: state.pointee.attributes.field(field, at: index))
    return unsafe _overrideLifetime(name, copying: self)
  }

  /// The decoded value in UTF-8: references resolved, each line end and tab a blank.
  public var value: Span<UInt8> {
    @_lifetime(copy self) get {
      unsafe _overrideLifetime(
        Span(_unsafeElements: state.pointee.attributes.value(at: index)), copying: self)
    }
  }

  /// The decoded value.
  public var string: String {
    unsafe String(decoding: state.pointee.attributes.value(at: index), as: UTF8.self)
  }

  /// Where the value stands in the document, in bytes, without its quotes.
  /// - Complexity: O(*n*) in the length of the tag.
  public var valueRange: Range<Int> {
    let value = unsafe attributeValueRange(
      index, in: Span(_unsafeElements: state.pointee.document.window.bytes(in: tag)))
    return tag.lowerBound + value.lowerBound..<tag.lowerBound + value.upperBound
  }

  /// Finds where parts of the decoded value stand in the document.
  public var rawMap: XMLRawMap {
    @_lifetime(copy self) get {
      let range = valueRange
      let raw = unsafe Span(_unsafeElements: state.pointee.document.window.bytes(in: range))
      return unsafe XMLRawMap(
        raw: _overrideLifetime(raw, copying: self), start: range.lowerBound, syntax: .attribute)
    }
  }
}

/// The range of the *n*th attribute's value in a well-formed tag, namespace declarations not counted.
private func attributeValueRange(_ wanted: Int, in tag: Span<UInt8>) -> Range<Int> {
  var remaining = wanted
  var index = 1
  func skip(while condition: (UInt8) -> Bool) {
    while index < tag.count, condition(tag[index]) { index += 1 }
  }
  skip { !$0.isBlank }
  while true {
    skip { $0.isBlank }
    let nameStart = index
    skip { $0 != UInt8(ascii: "=") && !$0.isBlank }
    let isDeclaration = isNamespaceDeclaration(tag.extracting(nameStart..<index))
    skip { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    guard index < tag.count else { return tag.count..<tag.count }
    let quote = tag[index]
    index += 1
    let valueStart = index
    skip { $0 != quote }
    if !isDeclaration {
      if remaining == 0 { return valueStart..<index }
      remaining -= 1
    }
    index += 1
  }
}

private func isNamespaceDeclaration(_ name: Span<UInt8>) -> Bool {
  let prefix: StaticString = "xmlns"
  guard name.count >= 5 else { return false }
  for index in 0..<5 {
    if unsafe name[index] != prefix.utf8Start[index] { return false }
  }
  return name.count == 5 || name[5] == UInt8(ascii: ":")
}
