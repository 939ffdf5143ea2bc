import AuditModel
import CLibXML2

/// What is known while a document is read: the target of libxml2's callbacks.
///
/// Its methods never call the handler, so that the handler's questions to an event may come back here.
@safe struct ParserState: ~Copyable {
  let sink: Unmanaged<EventSink>
  let limits: XMLLimits
  var document: DocumentInput
  private var context: xmlParserCtxtPtr?
  /// The context's input, which stays the same since entities are never entered.
  private var input: xmlParserInputPtr?

  /// The parser was told that the input ends, and may still ask for more.
  private var wasFedWhole = false

  private(set) var depth = 0
  /// No event may be delivered any more, and the parser is told that the input ends.
  private(set) var isFinished = false {
    didSet { isQuiet = isFinished || skippedDepth > 0 }
  }
  /// Nothing is to be told: the reading has ended, or what comes is skipped.
  private var isQuiet = false
  private(set) var failure: (code: XMLError.Code, message: String, byteOffset: Int)?

  /// The numbers of the names that the parser keeps.
  var names: NameTable
  private var hasRoot = false
  private var doctypeStart: Int?

  /// Behind the last tag, comment or instruction.
  private var lastMarkupEnd = 0
  private var text = TextRun()

  // The event at hand.
  private(set) var textRange = 0..<0
  private(set) var tagRange = 0..<0
  private(set) var element = ElementNames()
  private(set) var attributes = AttributeList()
  /// The last start tag was an empty-element tag whose end was not told yet.
  private var isEmptyElement = false
  /// The depth of the element whose content is skipped, or 0.
  private var skippedDepth = 0 {
    didSet { isQuiet = isFinished || skippedDepth > 0 }
  }

  init(_ document: consuming DocumentInput, names: XMLNames, limits: XMLLimits, sink: Unmanaged<EventSink>) {
    self.document = document
    self.names = NameTable(registered: names)
    self.limits = limits
    unsafe self.sink = sink
  }

  /// Begins and ends the time in which a parser may call back.
  mutating func setContext(_ context: xmlParserCtxtPtr?) {
    unsafe self.context = context
    unsafe input = context?.pointee.input
  }

  // MARK: Ends

  /// Ends the reading with an error, unless it has ended already.
  mutating func fail(_ code: XMLError.Code, _ message: String, at byteOffset: Int) {
    guard !isFinished else { return }
    isFinished = true
    failure = (code, message, byteOffset)
  }

  @inline(never)
  private mutating func fail(_ limit: XMLLimits.Name, _ what: String, at byteOffset: Int) {
    fail(.limit(limit), "\(what): more than '\(limit.rawValue)' of \(limits[limit])", at: byteOffset)
  }

  /// Ends the reading because the handler has seen enough.
  mutating func stop() { isFinished = true }

  /// Ends the reading because there is nothing to read.
  mutating func failEmpty() {
    if document.hasFailed { failUnread() } else { fail(.empty, "document is empty", at: document.window.end) }
  }

  private mutating func failUnread() {
    fail(.unreadable, "source failed to deliver the next bytes", at: document.window.end)
  }

  /// The error of a document that was read to its end.
  mutating func error() -> XMLError? {
    if document.hasFailed { failUnread() }
    guard let failure else { return nil }
    return XMLError(
      code: failure.code, message: failure.message, byteOffset: failure.byteOffset,
      position: position(of: failure.byteOffset))
  }

  mutating func position(of byteOffset: Int) -> TextPosition {
    document.window.position(of: byteOffset, floor: keepFrom)
  }

  private var parserOffset: Int {
    guard let input = unsafe input else { return 0 }
    return min(document.places.document(behind: unsafe clibxml2_byte_offset(input)), document.window.end)
  }

  /// Takes libxml2's word for what is wrong.
  mutating func record(code: UInt32, message: String) {
    let offset = parserOffset
    // A wrong end tag is wrong even if nothing follows it.
    let isAtEnd = offset >= document.window.end
    let isCutOff = isAtEnd && document.hasEnded && code != XML_ERR_TAG_NAME_MISMATCH.rawValue
    if isAtEnd, document.hasFailed {
      failUnread()
    } else if code == XML_ERR_DOCUMENT_EMPTY.rawValue, isBlankSoFar {
      failEmpty()
    } else if code == XML_ERR_INVALID_ENCODING.rawValue
      || (code == XML_ERR_INVALID_CHAR.rawValue && isNotASCII(offset))
    {
      fail(.encoding, message, at: offset)
    } else {
      fail(isCutOff ? .truncated : .malformed, message, at: offset)
    }
  }

  private var isBlankSoFar: Bool {
    let bytes = unsafe document.window.bytes(in: document.window.start..<document.window.end)
    let mark = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return unsafe bytes.dropFirst(mark).allSatisfy(\.isBlank)
  }

  private func isNotASCII(_ offset: Int) -> Bool {
    guard offset < document.window.end, let byte = unsafe document.window.pointer(at: offset) else { return false }
    return unsafe byte.pointee >= 0x80
  }

  // MARK: Input

  /// Gives the parser its next bytes; none at the end and after the reading was ended.
  mutating func feed(_ target: UnsafeMutablePointer<UInt8>, _ capacity: Int) -> Int {
    checkGrowth()
    let count = isFinished ? 0 : unsafe document.feed(target, capacity, keeping: keepFrom)
    wasFedWhole = count == 0
    return count
  }

  /// Spares the parser asking for more when it was told that there is none.
  @inline(__always)
  private mutating func endInput() {
    if wasFedWhole, let input = unsafe input {
      wasFedWhole = false
      unsafe clibxml2_end(input)
    }
  }

  /// Goes on to a place of the parser; behind what was left out, no later event can ask for what stands before.
  @inline(__always)
  private mutating func pass(to parserOffset: Int) {
    if let place = document.places.pass(to: parserOffset) { lastMarkupEnd = place }
  }

  /// Stops tokens that would make the parser's work or memory grow beyond the limits, before they end.
  private mutating func checkGrowth() {
    guard let context = unsafe context, !isFinished else { return }
    // The parser doubles its room, so at the limit it may have room for twice as many.
    if unsafe clibxml2_attribute_room(context) > 2 * limits.maxAttributes + 16 {
      fail(.maxAttributes, "attributes of one element", at: parserOffset)
    } else if unsafe clibxml2_namespace_count(context) > limits.maxNamespaces {
      fail(.maxNamespaces, "namespace declarations in force", at: parserOffset)
    } else if unsafe clibxml2_name_count(context) > limits.maxDistinctNames {
      fail(.maxDistinctNames, "different names", at: parserOffset)
    } else if unsafe clibxml2_name_bytes(context) > limits.maxNameBytes {
      fail(.maxNameBytes, "bytes of different names", at: parserOffset)
    } else if document.fedEnd - keepFrom > limits.maxTokenBytes + DocumentInput.readAhead {
      fail(.maxTokenBytes, "bytes between two tags", at: parserOffset)
    } else if let doctypeStart, !hasRoot,
      document.fedOffset - doctypeStart > limits.maxDoctypeBytes + DocumentInput.readAhead
    {
      fail(.maxDoctypeBytes, "bytes of the document type declaration", at: parserOffset)
    }
  }

  mutating func beginDoctype() { doctypeStart = parserOffset }

  // MARK: Text

  /// What stands before this offset no later event can ask for.
  private var keepFrom: Int { text.start(behind: lastMarkupEnd) }

  /// Takes in character data.
  @inline(__always)
  mutating func appendText(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    guard !isQuiet, let input = unsafe input, count > 0 else { return }
    var place = unsafe clibxml2_place_of(input, bytes)
    if place >= 0 {
      pass(to: place)
      place &+= document.places.shift
    }
    if text.begin(verbatim: count, at: place) { return }
    unsafe text.append(
      UnsafeBufferPointer(start: bytes, count: count), behind: lastMarkupEnd,
      at: document.window.pointer(at: text.verbatimStart))
  }

  /// Takes in what is not written as it is meant: a CDATA section, or an unknown entity, which is nothing.
  mutating func appendMarkedText(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    guard !isQuiet else { return }
    unsafe text.append(
      UnsafeBufferPointer(start: bytes, count: count), behind: lastMarkupEnd,
      at: document.window.pointer(at: text.verbatimStart))
  }

  /// Ends the text before the tag at hand; false if there is none to deliver.
  @inline(__always)
  mutating func takeText() -> Bool {
    if text.isEmpty { return false }
    guard let range = text.finish(before: tagRange.lowerBound, behind: lastMarkupEnd, in: document.window) else {
      return false
    }
    textRange = range
    return true
  }

  var textIsVerbatim: Bool { unsafe text.decodedBytes == nil }

  /// The decoded text of the text at hand.
  var textBytes: UnsafeBufferPointer<UInt8> {
    unsafe text.decodedBytes ?? document.window.bytes(in: textRange)
  }

  // MARK: Markup

  /// Takes in a start tag; false if the input ended within it, or the reading has ended.
  @inline(__always)
  mutating func beginStartTag() -> Bool {
    guard let input = unsafe input else { return false }
    endInput()
    var offset = unsafe clibxml2_byte_offset(input)
    pass(to: offset)
    offset &+= document.places.shift
    if isQuiet {
      skipStartTag(at: offset)
      return false
    }
    let last = unsafe clibxml2_byte(input)
    isEmptyElement = last == UInt8(ascii: "/")
    guard isEmptyElement || last == UInt8(ascii: ">") else { return false }
    return setTag(endingAt: offset &+ (isEmptyElement ? 2 : 1))
  }

  /// Takes in an end tag, or the end of the empty-element tag at hand; false if the reading has ended.
  @inline(__always)
  mutating func beginEndTag() -> Bool {
    guard let input = unsafe input else { return false }
    endInput()
    var offset = unsafe clibxml2_byte_offset(input)
    pass(to: offset &- 1)
    offset &+= document.places.shift
    if isQuiet, skipEndTag(at: offset) { return false }
    if isEmptyElement {
      isEmptyElement = false
      return true
    }
    return setTag(endingAt: offset)
  }

  @inline(never)
  private mutating func skipStartTag(at offset: Int) {
    depth &+= 1
    lastMarkupEnd = offset
    if depth > limits.maxDepth { fail(.maxDepth, "open elements", at: offset) }
  }

  /// Leaves out an end tag; false if it is the one that ends what is skipped.
  @inline(never)
  private mutating func skipEndTag(at offset: Int) -> Bool {
    if isFinished { return true }
    if depth == skippedDepth {
      skippedDepth = 0
      return false
    }
    depth &-= 1
    lastMarkupEnd = offset
    return true
  }

  @inline(__always)
  private mutating func setTag(endingAt end: Int) -> Bool {
    var start = lastMarkupEnd
    if let known = text.tagStart(behind: lastMarkupEnd, in: document.window) {
      start = known
    } else {
      // A well-formed tag has no `<` but its first.
      start = searchTag(before: end)
    }
    tagRange = unsafe Range(uncheckedBounds: (start, end))
    if end &- keepFrom <= limits.maxTokenBytes { return true }
    fail(.maxTokenBytes, "bytes between two tags", at: start)
    return false
  }

  @inline(never)
  private mutating func searchTag(before end: Int) -> Int {
    document.window.lastMarkupStart(before: min(end, document.window.end), floor: keepFrom)
  }

  /// Enters the element of the tag at hand; false if that goes over a limit.
  @inline(__always)
  mutating func open(
    _ element: ElementNames, _ fields: AttributeList.Fields?, attributes count: Int, defaulted: Int,
    namespaces: Int
  ) -> Bool {
    self.element = element
    depth &+= 1
    hasRoot = true
    if depth > limits.maxDepth { fail(.maxDepth, "open elements", at: tagRange.lowerBound) }
    if count | namespaces != 0 || attributes.count != 0 {
      checkAttributes(count, defaulted: defaulted, namespaces: namespaces)
      // Those of the document type declaration come last and are left out.
      unsafe attributes.set(fields, count: count &- defaulted)
    }
    return !isFinished
  }

  @inline(never)
  private mutating func checkAttributes(_ count: Int, defaulted: Int, namespaces: Int) {
    if defaulted > limits.maxDefaultedAttributes {
      fail(.maxDefaultedAttributes, "attributes given by the document type", at: tagRange.lowerBound)
    }
    if count - defaulted > limits.maxAttributes {
      fail(.maxAttributes, "attributes of one element", at: tagRange.lowerBound)
    }
    if namespaces > 0, let context = unsafe context,
      unsafe clibxml2_namespace_count(context) > limits.maxNamespaces
    {
      fail(.maxNamespaces, "namespace declarations in force", at: tagRange.lowerBound)
    }
  }

  /// Keeps quiet about all that is inside the element at hand.
  mutating func skipContent() { skippedDepth = depth }

  /// Whether a comment or instruction is to be told; skips it if not.
  mutating func tellsMarkup() -> Bool {
    if skippedDepth > 0 { lastMarkupEnd = parserOffset }
    return !isQuiet
  }

  /// Goes on behind the start tag at hand; the end of an empty-element tag is the same markup.
  mutating func endStartTag() {
    if !isEmptyElement { lastMarkupEnd = tagRange.upperBound }
  }

  /// Takes the names of the element that the tag at hand ends.
  mutating func close(_ element: ElementNames) { self.element = element }

  /// Goes on behind the end tag at hand.
  mutating func endEndTag() {
    depth &-= 1
    lastMarkupEnd = tagRange.upperBound
  }

  /// Goes on behind a comment or instruction.
  mutating func endMarkup(_ markup: Range<Int>) {
    if markup.upperBound - keepFrom > limits.maxTokenBytes {
      fail(.maxTokenBytes, "bytes between two tags", at: markup.lowerBound)
    }
    unsafe text.pause(
      before: markup, behind: lastMarkupEnd, at: document.window.pointer(at: text.verbatimStart))
    lastMarkupEnd = markup.upperBound
  }

  /// The range of the comment that the parser has just read.
  func commentRange() -> Range<Int> {
    let end = parserOffset
    return document.window.commentStart(before: end, floor: keepFrom)..<end
  }

  /// The range of the instruction that the parser has just read.
  func instructionRange(targetLength: Int, _ content: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let end = parserOffset
    return unsafe document.window.instructionStart(before: end, floor: keepFrom, targetLength, content)..<end
  }

  // MARK: Names and attributes

  /// The number of the element's local name.
  mutating func elementName() -> XMLNameID {
    // A name is never nil; the number for nil is one that no name has.
    unsafe element.local.map { unsafe names.id(of: $0) } ?? XMLNameID(rawValue: .max)
  }

  /// The number of an attribute's local name.
  mutating func attributeName(at index: Int) -> XMLNameID {
    unsafe attributes.field(.localName, at: index).map { unsafe names.id(of: $0) }
      ?? XMLNameID(rawValue: .max)
  }
}
