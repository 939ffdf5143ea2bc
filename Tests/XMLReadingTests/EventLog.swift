import AuditModel
import XMLReading

/// An event in a form that outlives the call, with all that can be asked of it.
struct LoggedEvent: Equatable {
  enum Kind { case start, text, end, comment, instruction }

  /// A decoded text with the place that the event gives for each of its scalars.
  struct MappedText: Equatable {
    var text: String
    var range: Range<Int>
    var scalarRanges: [Range<Int>]
  }

  var kind: Kind
  /// The event as a test expects it, without places.
  var shape: String
  var range: Range<Int>
  var position: TextPosition
  var depth: Int
  /// The text, the comment's content, or the values of the attributes.
  var texts: [MappedText] = []
}

/// Writes down every event of a document.
struct EventLog: XMLEventHandler {
  var events: [LoggedEvent] = []
  /// Stops after so many events.
  var stopAfter = Int.max

  mutating func startElement(_ element: borrowing XMLStartElement) throws(XMLStop) {
    var shape = "<" + qualified(element.prefix, element.localName, element.namespaceURI)
    var texts: [LoggedEvent.MappedText] = []
    for index in 0..<element.attributeCount {
      let attribute = element.attribute(at: index)
      let name = qualified(attribute.prefix, attribute.localName, attribute.namespaceURI)
      shape += " \(name)=\(attribute.string)"
      var map = attribute.rawMap
      texts.append(mapped(attribute.value, attribute.valueRange) { map.range(of: $0) })
    }
    try add(
      LoggedEvent(
        kind: .start, shape: shape, range: element.range, position: element.position, depth: element.depth,
        texts: texts))
  }

  mutating func text(_ text: borrowing XMLText) throws(XMLStop) {
    var map = text.rawMap
    let mapped = mapped(text.bytes, text.range) { map.range(of: $0) }
    try add(
      LoggedEvent(
        kind: .text, shape: text.string, range: text.range,
        position: text.position(of: text.range.lowerBound),
        depth: text.depth, texts: [mapped]))
  }

  mutating func endElement(_ element: borrowing XMLEndElement) throws(XMLStop) {
    try add(
      LoggedEvent(
        kind: .end, shape: "</" + string(element.localName), range: element.range, position: element.position,
        depth: element.depth))
  }

  mutating func comment(_ comment: borrowing XMLComment) throws(XMLStop) {
    var map = comment.rawMap
    let mapped = mapped(comment.bytes, comment.range) { map.range(of: $0) }
    try add(
      LoggedEvent(
        kind: .comment, shape: "<!--" + string(comment.bytes), range: comment.range,
        position: comment.position(of: comment.range.lowerBound), depth: comment.depth, texts: [mapped]))
  }

  mutating func processingInstruction(_ instruction: borrowing XMLProcessingInstruction) throws(XMLStop) {
    try add(
      LoggedEvent(
        kind: .instruction, shape: "<?" + string(instruction.target) + " " + string(instruction.bytes),
        range: instruction.range, position: instruction.position(of: instruction.range.lowerBound),
        depth: instruction.depth))
  }

  private mutating func add(_ event: LoggedEvent) throws(XMLStop) {
    events.append(event)
    if events.count >= stopAfter { throw XMLStop() }
  }

  private func mapped(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ map: (Range<Int>) -> Range<Int>
  ) -> LoggedEvent.MappedText {
    let text = string(bytes)
    var ranges: [Range<Int>] = []
    var offset = 0
    // Asking for every scalar of a long text would take the test's time for nothing.
    for scalar in text.unicodeScalars.prefix(200) {
      let length = UTF8.width(scalar)
      ranges.append(map(offset..<offset + length))
      offset += length
    }
    return LoggedEvent.MappedText(text: text, range: range, scalarRanges: ranges)
  }

  private func qualified(_ prefix: Span<UInt8>, _ local: Span<UInt8>, _ uri: Span<UInt8>) -> String {
    (prefix.isEmpty ? "" : string(prefix) + ":") + string(local) + (uri.isEmpty ? "" : "{\(string(uri))}")
  }
}

func string(_ span: Span<UInt8>) -> String {
  unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
}
