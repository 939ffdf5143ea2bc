import CLibXML2

/// Owns one libxml2 parser and frees it.
@safe struct ParserContext: ~Copyable {
  private let raw: xmlParserCtxtPtr

  /// A parser whose callbacks go to a state, which must outlive it; nil if there is no memory for it.
  init?(state: UnsafeMutablePointer<ParserState>) {
    _ = ParserRuntime.isReady
    var handler = unsafe makeHandler()
    let context = unsafe xmlCreateIOParserCtxt(&handler, state, feed, nil, state, XML_CHAR_ENCODING_NONE)
    guard let context = unsafe context else { return nil }
    unsafe raw = context
    unsafe begin(state)
  }

  /// Prepares for the next document; false if there is no memory for it.
  borrowing func restart(_ state: UnsafeMutablePointer<ParserState>) -> Bool {
    guard unsafe clibxml2_restart(raw, feed, state) != 0 else { return false }
    unsafe begin(state)
    return true
  }

  /// The same for a document that is given as a whole, with a zero behind it, and outlives the reading.
  borrowing func restart(
    _ state: UnsafeMutablePointer<ParserState>, with document: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard unsafe clibxml2_restart_with(raw, document.baseAddress, document.count, state) != 0 else { return false }
    unsafe begin(state)
    return true
  }

  /// Whether nothing is left of the document that could be felt in the next one, and little memory is taken.
  var isSpare: Bool {
    unsafe raw.pointee.wellFormed != 0 && clibxml2_name_count(raw) < 1_000 && clibxml2_name_bytes(raw) < 64 << 10
  }

  private borrowing func begin(_ state: UnsafeMutablePointer<ParserState>) {
    // HUGE lifts libxml2's limits, which are too tight for real exports (256 levels) or absent; ours hold.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      | XML_PARSE_HUGE.rawValue
    unsafe xmlCtxtUseOptions(raw, Int32(options))
    unsafe state.pointee.setContext(raw)
  }

  deinit { unsafe clibxml2_free(raw) }

  /// Reads the document; false if it is not well-formed.
  borrowing func parseDocument() -> Bool {
    unsafe xmlParseDocument(raw)
    return unsafe raw.pointee.wellFormed != 0
  }
}

private enum ParserRuntime {
  /// libxml2 wants its global tables made before threads use it.
  static let isReady: Void = { xmlInitParser() }()
}

private typealias State = UnsafeMutablePointer<ParserState>

/// The callbacks. Those for declaring and looking up entities and external subsets stay unset, which is what keeps
/// entities inert: nothing is declared, so nothing is expanded, loaded or asked for.
private func makeHandler() -> xmlSAXHandler {
  var handler = unsafe xmlSAXHandler()
  unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
  unsafe handler.startElementNs = startElement
  unsafe handler.endElementNs = endElement
  // One value for both: libxml2 compares them and looks at each text for blanks if they differ.
  unsafe handler.characters = characters
  unsafe handler.ignorableWhitespace = characters
  unsafe handler.cdataBlock = cdata
  // Told for entities that an external subset might have declared: they stand for nothing here.
  unsafe handler.reference = { user, _ in unsafe state(user).pointee.appendMarkedText(nil, 0) }
  unsafe handler.comment = comment
  unsafe handler.processingInstruction = instruction
  unsafe handler.internalSubset = { user, _, _, _ in unsafe state(user).pointee.beginDoctype() }
  // Without annotations this fits both the 2.9 signature and the later one with a constant error.
  unsafe handler.serror = { user, error in
    guard let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL else { return }
    let message =
      unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "document is not well-formed"
    unsafe state(user).pointee.record(code: UInt32(error.pointee.code), message: oneLine(message))
  }
  return unsafe handler
}

private func state(_ user: UnsafeMutableRawPointer?) -> State {
  // Every callback is registered with a state.
  unsafe user!.assumingMemoryBound(to: ParserState.self)
}

private let feed: xmlInputReadCallback = { user, buffer, capacity in
  guard let buffer = unsafe buffer else { return 0 }
  return unsafe buffer.withMemoryRebound(to: UInt8.self, capacity: Int(capacity)) {
    unsafe Int32(state(user).pointee.feed($0, Int(capacity)))
  }
}

private let characters: charactersSAXFunc = { user, bytes, count in
  guard let bytes = unsafe bytes else { return }
  unsafe state(user).pointee.appendText(bytes, Int(count))
}

private let cdata: cdataBlockSAXFunc = { user, bytes, count in
  unsafe state(user).pointee.appendMarkedText(bytes, Int(count))
}

private let startElement: startElementNsSAX2Func = {
  user, local, prefix, uri, namespaceCount, _, attributeCount, defaultedCount, attributes in
  let state = unsafe state(user)
  guard unsafe state.pointee.beginStartTag() else { return }
  unsafe deliverText(state)
  guard
    unsafe state.pointee.open(
      ElementNames(local: local, prefix: prefix, uri: uri), attributes, attributes: Int(attributeCount),
      defaulted: Int(defaultedCount), namespaces: Int(namespaceCount))
  else { return }
  let event = unsafe XMLStartElement(state: state)
  unsafe deliver(state) { sink throws(XMLStop) in try sink.startElement(event) }
  unsafe state.pointee.endStartTag()
}

private let endElement: endElementNsSAX2Func = { user, local, prefix, uri in
  let state = unsafe state(user)
  guard unsafe state.pointee.beginEndTag() else { return }
  unsafe deliverText(state)
  guard unsafe !state.pointee.isFinished else { return }
  unsafe state.pointee.close(ElementNames(local: local, prefix: prefix, uri: uri))
  let event = unsafe XMLEndElement(state: state)
  unsafe deliver(state) { sink throws(XMLStop) in try sink.endElement(event) }
  unsafe state.pointee.endEndTag()
}

private let comment: commentSAXFunc = { user, content in
  let state = unsafe state(user)
  guard let content = unsafe content, unsafe state.pointee.tellsMarkup() else { return }
  let range = unsafe state.pointee.commentRange()
  let event = unsafe XMLComment(
    content: UnsafeBufferPointer(start: content, count: terminatedLength(content)), range: range,
    depth: state.pointee.depth, state: state)
  unsafe deliver(state) { sink throws(XMLStop) in try sink.comment(event) }
  unsafe state.pointee.endMarkup(range)
}

private let instruction: processingInstructionSAXFunc = { user, target, content in
  let state = unsafe state(user)
  guard let target = unsafe target, unsafe state.pointee.tellsMarkup() else { return }
  let bytes = unsafe UnsafeBufferPointer(
    start: content, count: content.map { unsafe terminatedLength($0) } ?? 0)
  let range = unsafe state.pointee.instructionRange(targetLength: terminatedLength(target), bytes)
  let event = unsafe XMLProcessingInstruction(
    target: target, content: bytes, range: range, depth: state.pointee.depth, state: state)
  unsafe deliver(state) { sink throws(XMLStop) in try sink.processingInstruction(event) }
  unsafe state.pointee.endMarkup(range)
}

/// Delivers the text before the tag at hand, if there is any.
@inline(__always)
private func deliverText(_ state: State) {
  guard unsafe state.pointee.takeText() else { return }
  let event = unsafe XMLText(state: state)
  unsafe deliver(state) { sink throws(XMLStop) in try sink.text(event) }
}

@inline(__always)
private func deliver(_ state: State, _ event: (EventSink) throws(XMLStop) -> Void) {
  let sink = unsafe state.pointee.sink
  unsafe sink._withUnsafeGuaranteedRef { sink in
    do throws(XMLStop) { try event(sink) } catch { unsafe state.pointee.stop() }
  }
}

/// libxml2's message without line ends and without anything that a terminal would obey.
private func oneLine(_ message: String) -> String {
  let words = message.unicodeScalars.split { $0.value <= 0x20 || (0x7F...0x9F).contains($0.value) }
  let line = words.map(String.init).joined(separator: " ")
  // A first word such as 'XML' or 'EntityRef:' keeps its capital.
  let isPlainWord = line.dropFirst().prefix { $0 != " " }.allSatisfy { !$0.isUppercase }
  let text = isPlainWord ? line.prefix(1).lowercased() + line.dropFirst() : line
  return text.count > 300 ? text.prefix(300) + "…" : text
}
