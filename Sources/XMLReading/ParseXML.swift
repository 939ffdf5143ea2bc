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
///   - spare: Keeps a parser for the next small document.
///   - handler: Receives the events.
/// - Throws: ``XMLError`` for the first problem. A handler that stops the reading is no error.
/// - Complexity: O(*n*) in the size of the document; memory for the names, for the longest text and for
///   the depth of open elements.
public func parseXML<Handler: XMLEventHandler & ~Copyable>(
  _ document: Span<UInt8>, names: XMLNames = XMLNames(), limits: XMLLimits = XMLLimits(),
  declaredEncoding: XMLDeclaredEncoding = .binding, leavingOut omission: XMLOmission? = nil,
  reusing spare: XMLSpareParser? = nil, handler: inout Handler
) throws(XMLError) {
  // Were a limit within reach of so few bytes, names of earlier documents could count.
  let isSmall = document.count <= XMLSpareParser.maxDocumentBytes && limits == XMLLimits()
  let error = unsafe document.withUnsafeBufferPointer { document in
    unsafe run(
      document, source: nil, names: names, limits: limits, declaredEncoding: declaredEncoding,
      leavingOut: omission, reusing: isSmall ? spare : nil, handler: &handler)
  }
  if let error { throw error }
}

/// A parser that is kept from one small document to the next, on one thread.
///
/// To make one takes as long as to read a document of some hundred bytes.
@safe public final class XMLSpareParser {
  /// The largest document that is read with it, so that what it keeps stays small.
  static let maxDocumentBytes = 16 << 10

  private var context: ParserContext?
  /// The numbers of the names that the parser keeps.
  private var names: NameTable?
  /// What is read of a document that may leave something out, with a zero behind it.
  ///
  /// Given piece by piece it would be asked for again at each step through the last bytes of each piece.
  private let kept: UnsafeMutablePointer<UInt8>

  public init() { unsafe kept = .allocate(capacity: Self.maxDocumentBytes + 1) }

  deinit { unsafe kept.deallocate() }

  /// The parser, ready for a document, if there is one.
  fileprivate func take(for state: UnsafeMutablePointer<ParserState>) -> ParserContext? {
    guard let context = context.take() else { return nil }
    // What libxml2 says of damaged bytes depends on how many it sees at once; where something is left out,
    // nobody takes its word for it.
    let isReady: Bool
    if unsafe state.pointee.document.isPartial {
      let count = unsafe state.pointee.document.feedAll(kept, Self.maxDocumentBytes)
      unsafe kept[count] = 0
      isReady = unsafe context.restart(state, with: UnsafeBufferPointer(start: kept, count: count))
    } else {
      isReady = unsafe context.restart(state)
    }
    guard isReady else { return nil }
    if let names = names.take(), unsafe names.hasNames(of: state.pointee.names) {
      unsafe state.pointee.names = names
    }
    return context
  }

  fileprivate func keep(_ context: consuming ParserContext, names: NameTable) {
    // After an error there may be open elements and namespaces left.
    guard context.isSpare else { return }
    self.context = consume context
    self.names = names
  }
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
      leavingOut: omission, reusing: nil, handler: &handler)
  }
  if let error { throw error }
}

private func run<Handler: XMLEventHandler & ~Copyable>(
  _ document: UnsafeBufferPointer<UInt8>?, source: DocumentInput.Source?, names: XMLNames, limits: XMLLimits,
  declaredEncoding: XMLDeclaredEncoding, leavingOut omission: XMLOmission?, reusing spare: XMLSpareParser?,
  handler: inout Handler
) -> XMLError? {
  unsafe withUnsafeMutablePointer(to: &handler) { handler in
    let sink = unsafe HandlerSink(handler)
    var state = unsafe ParserState(
      DocumentInput(document, source: source, leavingOut: omission), names: names, limits: limits,
      sink: Unmanaged.passUnretained(sink))
    return withExtendedLifetime(sink) {
      unsafe withUnsafeMutablePointer(to: &state) { unsafe parse($0, declaredEncoding, reusing: spare) }
    }
  }
}

private func parse(
  _ state: UnsafeMutablePointer<ParserState>, _ declaration: XMLDeclaredEncoding, reusing spare: XMLSpareParser?
) -> XMLError? {
  let start = unsafe state.pointee.document.start()
  if start.isEmpty {
    unsafe state.pointee.failEmpty()
  } else if let problem = unsafe encodingProblem(Span(_unsafeElements: start), declaration: declaration) {
    unsafe state.pointee.fail(.encoding, problem, at: 0)
  } else if let context = unsafe spare?.take(for: state) ?? ParserContext(state: state) {
    if !context.parseDocument() {
      // Every fatal error was recorded when it was found; this holds should one have been silent.
      unsafe state.pointee.record(code: 0, message: "document is not well-formed")
    }
    unsafe state.pointee.setContext(nil)
    unsafe spare?.keep(context, names: state.pointee.names)
  } else {
    unsafe state.pointee.fail(.unreadable, "no memory for a parser", at: 0)
  }
  return unsafe state.pointee.error()
}
