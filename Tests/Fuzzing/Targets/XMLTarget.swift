import AuditModel
import XMLReading

/// A document. In memory and in pieces of any length it must give the same events and the same error; with
/// omissions it must give all that matters, and an error where there is one. Documents with NUL between them must
/// each give what they give alone when one parser reads them all.
struct XMLTarget: FuzzTarget {
  private static let limits = XMLLimits()

  mutating func problem(with bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let document = Array(bytes.dropFirst())
    let declared: XMLDeclaredEncoding = first & 1 == 0 ? .binding : .ignored
    let (whole, wholeError) = read(document, declared)
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
    return spareProblem(document, declared) ?? omissionProblem(document, declared, isWellFormed: wholeError == nil)
  }

  private func read(
    _ document: [UInt8], _ declared: XMLDeclaredEncoding, reusing spare: XMLSpareParser? = nil
  ) -> (events: EventDigest, error: XMLError?) {
    var events = EventDigest(count: document.count)
    do throws(XMLError) {
      try parseXML(document.span, declaredEncoding: declared, reusing: spare, handler: &events)
      return (events, nil)
    } catch {
      return (events, error)
    }
  }

  private func spareProblem(_ documents: [UInt8], _ declared: XMLDeclaredEncoding) -> String? {
    let spare = XMLSpareParser()
    // Each twice, so that what a document leaves behind meets the document that it is for.
    for document in documents.split(separator: 0, maxSplits: 3).map(Array.init).flatMap({ [$0, $0] }) {
      let alone = read(document, declared), next = read(document, declared, reusing: spare)
      if alone.events.hash.hexadecimal != next.events.hash.hexadecimal || alone.error != next.error {
        return "after another document '\(String(describing: next.error))', or other events"
      }
    }
    return nil
  }

  /// Names that are not left out; what has a `Q` in it isn't, either.
  private static let wanted = ["b", "object", "name"]

  private func omissionProblem(
    _ document: [UInt8], _ declared: XMLDeclaredEncoding, isWellFormed: Bool
  ) -> String? {
    var whole = EventList()
    try? parseXML(document.span, declaredEncoding: declared, handler: &whole)
    guard let root = whole.events.first?.name else { return nil }
    let places = ContiguousArray(document.indices.filter { document[$0] == UInt8(ascii: "Q") })
    let children = XMLKnownChildren(ofRoot: String(decoding: root, as: UTF8.self), wanted: XMLTarget.wanted)
    let spare = XMLSpareParser()
    // The second time the shapes of children are known, and the parser is given all at once.
    for _ in 0..<2 {
      var part = EventList()
      var error: XMLError?
      do throws(XMLError) {
        try parseXML(
          document.span, declaredEncoding: declared,
          leavingOut: XMLOmission(children: children, places: places), reusing: spare, handler: &part)
      } catch let problem {
        error = problem
      }
      if isWellFormed != (error == nil) { return "with omissions '\(String(describing: error))'" }
      if isWellFormed, let problem = whole.problem(leavingOut: part, places, wanted: XMLTarget.wanted) { return problem }
    }
    return nil
  }
}

/// The elements and texts of a document, but for the blanks between the root's children.
private struct EventList: XMLEventHandler {
  struct Event: Equatable {
    /// `<`, `t` or `>`.
    var sign: Character
    var name: [UInt8]
    var range: Range<Int>
    var place: [Int]
  }

  var events: [Event] = []

  mutating func startElement(_ element: borrowing XMLStartElement) {
    add("<", element.localName, element.range, element.position, element.depth)
  }

  mutating func text(_ text: borrowing XMLText) {
    let isBlank = (0..<text.bytes.count).allSatisfy { text.bytes[$0] <= 0x20 }
    if isBlank, text.depth <= 1 { return }
    add("t", text.bytes, text.range, text.position(of: text.range.lowerBound), text.depth)
  }

  mutating func endElement(_ element: borrowing XMLEndElement) {
    add(">", element.localName, element.range, element.position, element.depth)
  }

  private mutating func add(
    _ sign: Character, _ bytes: Span<UInt8>, _ range: Range<Int>, _ position: TextPosition, _ depth: Int
  ) {
    events.append(
      Event(
        sign: sign, name: bytes.indices.map { bytes[$0] }, range: range,
        place: [position.line, position.column, depth]))
  }

  /// What another reading lacks of these events that it must have, or has beside them.
  func problem(leavingOut part: EventList, _ places: ContiguousArray<Int>, wanted: [String]) -> String? {
    var next = 0, index = 0
    while index < events.count {
      let event = events[index]
      index += 1
      if next < part.events.count, event == part.events[next] {
        next += 1
        continue
      }
      guard event.sign == "<", event.place[2] == 2 else { return "with omissions '\(event)' is missing or elsewhere" }
      var end = index
      while !(events[end].sign == ">" && events[end].place[2] == 2) { end += 1 }
      let child = event.range.lowerBound..<events[end].range.upperBound
      if places.contains(where: child.contains) { return "a wanted place in \(child) was left out" }
      for event in events[index - 1..<end] where event.sign == "<" {
        if wanted.contains(where: { $0.utf8.elementsEqual(event.name) }) { return "a wanted name in \(child) was left out" }
      }
      index = end + 1
    }
    return next == part.events.count ? nil : "with omissions there is more"
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
