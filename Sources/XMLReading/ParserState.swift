import AuditModel
import CLibXML2

/// What is known while a document is read: the target of libxml2's callbacks.
///
/// Its methods never call the handler, so that the handler's questions to an event may come back here.
@safe struct ParserState: ~Copyable {
  typealias Source = (UnsafeMutableRawBufferPointer) -> Int

  /// The parser asks for a few kilobytes more than a token needs; a limit must not trip over them.
  private static let readAhead = 64 << 10
  private static let readSize = 32 << 10

  let sink: Unmanaged<EventSink>
  let limits: XMLLimits
  var window: RawWindow
  /// Decoded character data since the last tag.
  var text = ByteStore()
  var context: xmlParserCtxtPtr?

  private(set) var depth = 0
  /// No event may be delivered any more, and the parser is told that the input ends.
  private(set) var isFinished = false
  private(set) var failure: (code: XMLError.Code, message: String, byteOffset: Int)?

  private let source: Source?
  private var sourceHasEnded: Bool
  private var fedOffset = 0
  private var names: NameTable
  private var hasRoot = false
  private var doctypeStart: Int?

  /// Behind the last tag, comment or instruction.
  private var lastMarkupEnd = 0
  /// Start of the pending text, or `lastMarkupEnd` if there is none.
  private var keepFrom = 0
  private var runStart: Int?
  private var runEnd = 0
  private var hasTextSinceMarkup = false
  /// The last start tag was an empty-element tag.
  private(set) var isEmptyElement = false

  private(set) var attributes = AttributeList()

  /// A state for a document in memory or, if that is nil, for one that a source delivers.
  init(
    document: UnsafeBufferPointer<UInt8>?, source: Source?, names: XMLNames, limits: XMLLimits,
    sink: Unmanaged<EventSink>
  ) {
    window = unsafe RawWindow(document: document)
    unsafe self.source = source
    sourceHasEnded = unsafe source == nil
    self.names = NameTable(registered: names)
    self.limits = limits
    unsafe self.sink = sink
  }

  // MARK: Ends

  /// Ends the reading with an error, unless it has ended already.
  mutating func fail(_ code: XMLError.Code, _ message: String, at byteOffset: Int) {
    guard !isFinished else { return }
    isFinished = true
    failure = (code, message, byteOffset)
  }

  private mutating func fail(_ limit: XMLLimits.Name, _ what: String, at byteOffset: Int) {
    fail(.limit(limit), "\(what): more than '\(limit.rawValue)' of \(limits[limit])", at: byteOffset)
  }

  /// Ends the reading because the handler has seen enough.
  mutating func stop() { isFinished = true }

  /// The error of a document that was read to its end.
  mutating func error() -> XMLError? {
    guard let failure else { return nil }
    return XMLError(
      code: failure.code, message: failure.message, byteOffset: failure.byteOffset,
      position: position(of: failure.byteOffset))
  }

  mutating func position(of byteOffset: Int) -> TextPosition {
    window.position(of: byteOffset, floor: keepFrom)
  }

  private var parserOffset: Int {
    guard let context = unsafe context else { return 0 }
    return min(unsafe clibxml2_byte_offset(context), window.end)
  }

  /// Takes libxml2's word for what is wrong.
  mutating func record(code: UInt32, message: String) {
    let offset = parserOffset
    // A wrong end tag is wrong even if nothing follows it.
    let isCutOff = sourceHasEnded && offset >= window.end && code != XML_ERR_TAG_NAME_MISMATCH.rawValue
    if code == XML_ERR_DOCUMENT_EMPTY.rawValue, isBlankSoFar {
      fail(.empty, "document is empty", at: offset)
    } else if code == XML_ERR_INVALID_ENCODING.rawValue
      || (code == XML_ERR_INVALID_CHAR.rawValue && isNotASCII(offset))
    {
      fail(.encoding, message, at: offset)
    } else {
      fail(isCutOff ? .truncated : .malformed, message, at: offset)
    }
  }

  private var isBlankSoFar: Bool {
    let bytes = unsafe window.bytes(in: window.start..<window.end)
    let mark = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return unsafe bytes.dropFirst(mark).allSatisfy(\.isBlank)
  }

  private func isNotASCII(_ offset: Int) -> Bool {
    guard offset < window.end, let byte = unsafe window.pointer(at: offset) else { return false }
    return unsafe byte.pointee >= 0x80
  }

  // MARK: Input

  /// Reads enough of a stream to tell its encoding.
  mutating func readAhead() {
    while window.end < 1024, !sourceHasEnded { readSource() }
  }

  private mutating func readSource() {
    guard let source = unsafe source else { return }
    let room = unsafe window.room(keeping: keepFrom, atLeast: Self.readSize)
    let count = unsafe source(room)
    precondition(count <= room.count, "a source writes no more than it has room for")
    if count > 0 {
      window.append(count)
    } else {
      sourceHasEnded = true
      if count < 0 { fail(.unreadable, "source failed to deliver the next bytes", at: window.end) }
    }
  }

  /// Gives the parser its next bytes; none at the end and after the reading was ended.
  mutating func feed(_ target: UnsafeMutablePointer<UInt8>, _ capacity: Int) -> Int {
    checkGrowth()
    if fedOffset == window.end, !isFinished { readSource() }
    guard !isFinished, let bytes = unsafe window.pointer(at: fedOffset) else { return 0 }
    let count = min(capacity, window.end - fedOffset)
    unsafe target.update(from: bytes, count: count)
    fedOffset += count
    return count
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
    } else if fedOffset - keepFrom > limits.maxTokenBytes + Self.readAhead {
      fail(.maxTokenBytes, "bytes between two tags", at: parserOffset)
    } else if let doctypeStart, !hasRoot, fedOffset - doctypeStart > limits.maxDoctypeBytes + Self.readAhead {
      fail(.maxDoctypeBytes, "bytes of the document type declaration", at: parserOffset)
    }
  }

  mutating func beginDoctype() { doctypeStart = parserOffset }

  // MARK: Text

  mutating func append(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    if runStart == nil {
      runStart = lastMarkupEnd
      text.removeAll()
    }
    hasTextSinceMarkup = true
    unsafe text.append(bytes, count)
  }

  /// Ends the pending text before a tag: its range, or nil if there is nothing to deliver.
  mutating func endText(before tag: Int) -> Range<Int>? {
    guard let start = runStart else { return nil }
    if hasTextSinceMarkup { runEnd = tag }
    runStart = nil
    hasTextSinceMarkup = false
    return text.count > 0 ? start..<runEnd : nil
  }

  // MARK: Markup

  /// The range of the start tag that the parser has just read, or nil if the input ended within it.
  mutating func startTag() -> Range<Int>? {
    guard let context = unsafe context else { return nil }
    let offset = unsafe clibxml2_byte_offset(context)
    let last = unsafe clibxml2_byte(context)
    isEmptyElement = last == UInt8(ascii: "/")
    guard isEmptyElement || last == UInt8(ascii: ">") else { return nil }
    return tagStart(before: offset)..<offset + (isEmptyElement ? 2 : 1)
  }

  /// The range of the end tag, or of the empty-element tag, that the parser has just read.
  func endTag() -> Range<Int> {
    let offset = parserOffset
    return tagStart(before: offset)..<offset
  }

  /// A well-formed tag has no `<` but its first.
  private func tagStart(before offset: Int) -> Int {
    window.lastMarkupStart(before: min(offset, window.end), floor: keepFrom)
  }

  /// Enters an element; false if that goes over a limit.
  mutating func open(
    _ tag: Range<Int>, _ fields: AttributeList.Fields?, attributes count: Int, defaulted: Int, namespaces: Int
  ) -> Bool {
    depth += 1
    hasRoot = true
    if depth > limits.maxDepth { fail(.maxDepth, "open elements", at: tag.lowerBound) }
    if tag.upperBound - keepFrom > limits.maxTokenBytes {
      fail(.maxTokenBytes, "bytes between two tags", at: tag.lowerBound)
    }
    if count > 0 {
      if defaulted > limits.maxDefaultedAttributes {
        fail(.maxDefaultedAttributes, "attributes given by the document type declaration", at: tag.lowerBound)
      }
      if count - defaulted > limits.maxAttributes {
        fail(.maxAttributes, "attributes of one element", at: tag.lowerBound)
      }
    }
    // Those of the document type declaration come last and are left out.
    unsafe attributes.set(fields, count: count - defaulted)
    if namespaces > 0, let context = unsafe context,
      unsafe clibxml2_namespace_count(context) > limits.maxNamespaces
    {
      fail(.maxNamespaces, "namespace declarations in force", at: tag.lowerBound)
    }
    return !isFinished
  }

  mutating func close() { depth -= 1 }

  /// Goes on behind a tag, comment or instruction.
  mutating func endMarkup(_ markup: Range<Int>) {
    if markup.upperBound - keepFrom > limits.maxTokenBytes {
      fail(.maxTokenBytes, "bytes between two tags", at: markup.lowerBound)
    }
    if hasTextSinceMarkup {
      // A comment within text: the text may go on behind it.
      runEnd = markup.lowerBound
      hasTextSinceMarkup = false
    }
    lastMarkupEnd = markup.upperBound
    keepFrom = runStart ?? lastMarkupEnd
  }

  /// The range of the comment that the parser has just read.
  func commentRange() -> Range<Int> {
    let end = parserOffset
    return window.commentStart(before: end, floor: keepFrom)..<end
  }

  /// The range of the instruction that the parser has just read.
  func instructionRange(targetLength: Int, _ content: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let end = parserOffset
    return unsafe window.instructionStart(before: end, floor: keepFrom, targetLength, content)..<end
  }

  // MARK: Names and attributes

  mutating func id(of name: UnsafePointer<UInt8>) -> XMLNameID { unsafe names.id(of: name) }

  mutating func attributeName(at index: Int) -> XMLNameID {
    // A name is never nil; the number for nil is one that no name has.
    unsafe attributes.field(.localName, at: index).map { unsafe names.id(of: $0) }
      ?? XMLNameID(rawValue: .max)
  }
}
