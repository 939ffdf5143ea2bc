import AuditModel
import Testing
import XMLReading

/// How a document comes to the reader.
enum Delivery: Hashable, CaseIterable {
  case inMemory, bytewise, smallPieces, largePieces
  /// In memory, by a parser that has read another document before.
  case bySpareParser

  var pieceLength: Int? {
    switch self {
    case .inMemory, .bySpareParser: nil
    case .bytewise: 1
    case .smallPieces: 7
    case .largePieces: 40_000
    }
  }
}

/// The events of a document and the error that ended it.
struct Reading: Equatable {
  var events: [LoggedEvent] = []
  var error: XMLError?

  var shapes: [String] { events.map(\.shape) }

  init(events: [LoggedEvent]) { self.events = events }

  init(
    _ document: [UInt8], _ delivery: Delivery = .inMemory, limits: XMLLimits = XMLLimits(),
    declaredEncoding: XMLDeclaredEncoding = .binding, stopAfter: Int = .max
  ) {
    var log = EventLog(stopAfter: stopAfter)
    error = read(document, delivery, limits: limits, declaredEncoding: declaredEncoding, handler: &log)
    events = log.events
  }

  /// Holds every place of every event against the bytes of the document.
  func checkPlaces(in document: [UInt8], sourceLocation: SourceLocation) {
    var map = LineMap()
    func expect(_ condition: Bool, _ event: LoggedEvent, _ rule: Comment) {
      #expect(
        condition, "\(event.shape.prefix(60)) at \(event.range): \(rule)", sourceLocation: sourceLocation)
    }
    for event in events {
      let raw = document[event.range]
      let (opening, closing) = marks(of: event, raw)
      expect(
        raw.starts(with: opening.utf8) && raw.suffix(closing.utf8.count).elementsEqual(closing.utf8), event,
        "marks")
      expect(event.position == map.position(of: event.range.lowerBound, in: document.span), event, "position")
      for text in event.texts {
        for (scalar, range) in zip(text.text.unicodeScalars, text.scalarRanges) {
          expect(
            text.range.lowerBound <= range.lowerBound && range.upperBound <= text.range.upperBound, event,
            "within")
          let written = String(decoding: document[range], as: UTF8.self)
          let isVerbatim = written.unicodeScalars.elementsEqual([scalar])
          let isReference = written.hasPrefix("&") && written.hasSuffix(";")
          let isBlank = scalar == "\n" || scalar == " "
          expect(
            isVerbatim || isReference || (isBlank && ["\r\n", "\r", "\n", "\t"].contains(written)), event,
            "map")
        }
      }
    }
  }

  private func marks(of event: LoggedEvent, _ raw: ArraySlice<UInt8>) -> (String, String) {
    switch event.kind {
    case .start: (String(event.shape.prefix { $0 != "{" && $0 != " " }), ">")
    case .text: ("", "")
    case .end: raw.dropFirst().first == UInt8(ascii: "/") ? ("</", ">") : ("<", "/>")
    case .comment: ("<!--", "-->")
    case .instruction: (String(event.shape.prefix { $0 != " " }), "?>")
    }
  }
}

/// Reads a document and returns the error that ended it.
func read(
  _ document: [UInt8], _ delivery: Delivery = .inMemory, limits: XMLLimits = XMLLimits(),
  declaredEncoding: XMLDeclaredEncoding = .binding, leavingOut omission: XMLOmission? = nil,
  handler: inout some XMLEventHandler
) -> XMLError? {
  do throws(XMLError) {
    guard let length = delivery.pieceLength else {
      let spare = try delivery == .bySpareParser ? usedParser() : nil
      try parseXML(
        document.span, limits: limits, declaredEncoding: declaredEncoding, leavingOut: omission, reusing: spare,
        handler: &handler)
      return nil
    }
    var offset = 0
    try unsafe parseXML(
      limits: limits, declaredEncoding: declaredEncoding, leavingOut: omission, handler: &handler
    ) { buffer in
      let count = min(length, buffer.count, document.count - offset)
      unsafe buffer.copyBytes(from: document[offset..<offset + count])
      offset += count
      return count
    }
    return nil
  } catch {
    return error
  }
}

/// A parser that has read a document with one of everything that could be left behind.
private func usedParser() throws(XMLError) -> XMLSpareParser {
  let spare = XMLSpareParser()
  var log = EventLog(stopAfter: .max)
  let document = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <!DOCTYPE a [<!ENTITY e "x"><!ENTITY x "y"><!ATTLIST a d CDATA "y" k CDATA "z"><!ATTLIST R q CDATA "r">]>
    <a xmlns="urn:other" xmlns:x="urn:x" xml:space="preserve"><x:b k="1"/><!-- c --><?p i?>\u{e9}<![CDATA[<]]></a>
    """
  try parseXML(Array(document.utf8).span, reusing: spare, handler: &log)
  return spare
}

/// Reads a document in every delivery, with a byte-order mark, with CRLF and shifted down; all must give
/// these events (start tags as `<name{namespace} attribute=value`, ends as `</name`, text as it is), with
/// places that fit the bytes.
func check(
  _ document: String, declaredEncoding: XMLDeclaredEncoding = .binding, events: [String],
  error: XMLError.Code? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let declaration = document.hasPrefix("<?xml") ? document.prefix { $0 != ">" } + ">" : ""
  let rest = document.dropFirst(declaration.count)
  let crlf = document.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  for variant in [document, "\u{FEFF}" + document, crlf, declaration + "\n\r\n\r <!--ä-->" + rest] {
    let bytes = Array(variant.utf8)
    let reading = Reading(bytes, declaredEncoding: declaredEncoding)
    let expected = variant.hasSuffix("<!--ä-->" + rest) ? ["<!--ä"] + events : events
    #expect(reading.shapes == expected, sourceLocation: sourceLocation)
    #expect(reading.error?.code == error, sourceLocation: sourceLocation)
    reading.checkPlaces(in: bytes, sourceLocation: sourceLocation)
    for delivery in Delivery.allCases {
      let same = Reading(bytes, delivery, declaredEncoding: declaredEncoding) == reading
      #expect(same, "as \(delivery)", sourceLocation: sourceLocation)
    }
  }
}
