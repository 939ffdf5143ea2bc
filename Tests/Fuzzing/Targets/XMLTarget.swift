import AuditModel
import XMLReading

/// A document. In memory and in pieces of any length it must give the same events and the same error.
struct XMLTarget: FuzzTarget {
  private static let limits = XMLLimits()

  mutating func problem(with bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let document = Array(bytes.dropFirst())
    let declared: XMLDeclaredEncoding = first & 1 == 0 ? .binding : .ignored
    var whole = EventDigest(count: document.count)
    var wholeError: XMLError?
    do throws(XMLError) {
      try parseXML(document.span, declaredEncoding: declared, handler: &whole)
    } catch {
      wholeError = error
    }
    var pieces = EventDigest(count: document.count)
    var piecesError: XMLError?
    let length = 1 + Int(first >> 1)
    do throws(XMLError) {
      var offset = 0
      try unsafe parseXML(declaredEncoding: declared, handler: &pieces) { buffer in
        let count = min(length, buffer.count, document.count - offset)
        unsafe buffer.copyBytes(from: document[offset..<offset + count])
        offset += count
        return count
      }
    } catch {
      piecesError = error
    }
    if let problem = whole.problem { return problem }
    if whole.hash.hexadecimal != pieces.hash.hexadecimal { return "the events differ in pieces of \(length)" }
    if wholeError != piecesError { return "'\(String(describing: wholeError))', in pieces '\(String(describing: piecesError))'" }
    return nil
  }
}

/// All events of a document as one number, and whether their places lie in the document.
private struct EventDigest: XMLEventHandler {
  let count: Int
  var hash = StableHash()
  var problem: String?

  init(count: Int) { self.count = count }

  mutating func startElement(_ element: borrowing XMLStartElement) {
    add("<", element.range, element.localName)
    add(element.position, element.depth)
    for index in 0..<element.attributeCount {
      let attribute = element.attribute(at: index)
      add("=", attribute.valueRange, attribute.value)
      var map = attribute.rawMap
      if !attribute.value.isEmpty { add("m", map.range(of: 0..<attribute.value.count), attribute.localName) }
    }
  }

  mutating func text(_ text: borrowing XMLText) {
    add("t", text.range, text.bytes)
    var map = text.rawMap
    let end = text.bytes.count
    add("m", map.range(of: end / 2..<end), text.bytes)
  }

  mutating func endElement(_ element: borrowing XMLEndElement) {
    add(">", element.range, element.localName)
    add(element.position, element.depth)
  }

  mutating func comment(_ comment: borrowing XMLComment) {
    add("!", comment.range, comment.bytes)
    add(comment.position(of: comment.range.lowerBound), comment.depth)
  }

  mutating func processingInstruction(_ instruction: borrowing XMLProcessingInstruction) {
    add("?", instruction.range, instruction.bytes)
  }

  private mutating func add(_ sign: String, _ range: Range<Int>, _ bytes: Span<UInt8>) {
    if range.lowerBound < 0 || range.upperBound > count { problem = "\(sign) at \(range) of \(count) bytes" }
    hash.update("\(sign)\(range)")
    hash.update(unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) })
  }

  private mutating func add(_ position: TextPosition, _ depth: Int) {
    if position.line < 1 || position.column < 1 { problem = "a place before the first" }
    hash.update("\(position.line) \(position.column) \(depth)")
  }
}
