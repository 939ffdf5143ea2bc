/// Reads one XML document in memory as a stream of events.
///
/// Events arrive in document order; after an error no further event arrives, and those before it stand.
/// Nothing but these bytes is read: no network, no file, no document type definition. The entities that a
/// document declares are not known: a reference to one is an error, or is nothing at all where the
/// document has an external subset that could have declared it. Only the five predefined entities and
/// character references are resolved.
///
/// - Parameters:
///   - document: The whole document in UTF-8. A byte-order mark is accepted.
///   - names: Names whose numbers the handler knows.
///   - limits: Upper bounds; going over one is an error.
///   - declaredEncoding: What the document's own word about its encoding means.
///   - omission: What may be left out; nothing means that all is read.
///   - handler: Receives the events.
/// - Throws: ``XMLError`` for the first problem. A handler that stops the reading is no error.
/// - Complexity: O(*n*) in the size of the document; memory for the names, for the longest text and for
///   the depth of open elements.
public func parseXML<Handler: XMLEventHandler & ~Copyable>(
  _ document: Span<UInt8>, names: XMLNames = XMLNames(), limits: XMLLimits = XMLLimits(),
  declaredEncoding: XMLDeclaredEncoding = .binding, leavingOut omission: XMLOmission? = nil,
  handler: inout Handler
) throws(XMLError) {
  let error = unsafe document.withUnsafeBufferPointer { document in
    unsafe run(
      document, source: nil, names: names, limits: limits, declaredEncoding: declaredEncoding,
      leavingOut: omission, handler: &handler)
  }
  if let error { throw error }
}

/// Reads one XML document that comes in pieces, as ``parseXML(_:names:limits:declaredEncoding:leavingOut:handler:)``
/// does one in memory.
///
/// Memory does not grow with the size of the document. Positions are those in the whole document.
///
/// - Parameter source: Writes the next bytes of the document to the start of the buffer and returns how
///   many; 0 ends the document, a negative number says that it can't be read on.
public func parseXML<Handler: XMLEventHandler & ~Copyable>(
  names: XMLNames = XMLNames(), limits: XMLLimits = XMLLimits(),
  declaredEncoding: XMLDeclaredEncoding = .binding, leavingOut omission: XMLOmission? = nil,
  handler: inout Handler, from source: (UnsafeMutableRawBufferPointer) -> Int
) throws(XMLError) {
  let error = unsafe withoutActuallyEscaping(source) { source in
    unsafe run(
      nil, source: source, names: names, limits: limits, declaredEncoding: declaredEncoding,
      leavingOut: omission, handler: &handler)
  }
  if let error { throw error }
}

private func run<Handler: XMLEventHandler & ~Copyable>(
  _ document: UnsafeBufferPointer<UInt8>?, source: DocumentInput.Source?, names: XMLNames, limits: XMLLimits,
  declaredEncoding: XMLDeclaredEncoding, leavingOut omission: XMLOmission?, handler: inout Handler
) -> XMLError? {
  unsafe withUnsafeMutablePointer(to: &handler) { handler in
    let sink = unsafe HandlerSink(handler)
    var state = unsafe ParserState(
      DocumentInput(document, source: source, leavingOut: omission), names: names, limits: limits,
      sink: Unmanaged.passUnretained(sink))
    return withExtendedLifetime(sink) {
      unsafe withUnsafeMutablePointer(to: &state) { unsafe parse($0, declaredEncoding) }
    }
  }
}

private func parse(_ state: UnsafeMutablePointer<ParserState>, _ declaration: XMLDeclaredEncoding)
  -> XMLError?
{
  let start = unsafe state.pointee.document.start()
  if start.isEmpty {
    unsafe state.pointee.failEmpty()
  } else if let problem = unsafe encodingProblem(Span(_unsafeElements: start), declaration: declaration) {
    unsafe state.pointee.fail(.encoding, problem, at: 0)
  } else if let context = unsafe ParserContext(state: state) {
    if !context.parseDocument() {
      // Every fatal error was recorded when it was found; this holds should one have been silent.
      unsafe state.pointee.record(code: 0, message: "document is not well-formed")
    }
    unsafe state.pointee.setContext(nil)
  } else {
    unsafe state.pointee.fail(.unreadable, "no memory for a parser", at: 0)
  }
  return unsafe state.pointee.error()
}
