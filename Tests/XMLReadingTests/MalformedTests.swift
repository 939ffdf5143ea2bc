import AuditModel
import Testing
import XMLReading

/// A document that breaks off, with what it gives and where.
private struct Case: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let document: [UInt8]
  let events: [String]
  let code: XMLError.Code
  let position: TextPosition

  init(_ document: String, events: [String] = [], _ code: XMLError.Code, _ line: Int, _ column: Int) {
    self.init(Array(document.utf8), events: events, code, line, column)
  }

  init(_ document: [UInt8], events: [String] = [], _ code: XMLError.Code, _ line: Int, _ column: Int) {
    testDescription = String(decoding: document, as: UTF8.self).debugDescription
    self.document = document
    self.events = events
    self.code = code
    position = TextPosition(line: line, column: column)
  }
}

private let cases = [
  Case("", .empty, 1, 1),
  Case("\u{FEFF}", .empty, 1, 1),
  Case(" \r\n ", .empty, 2, 2),
  Case("garbage", .malformed, 1, 1),
  Case(" <?xml version='1.0'?><a/>", .malformed, 1, 7),
  Case("<a>\n<b>x</a>", events: ["<a", "<b"], .malformed, 2, 9),
  Case("<a>x & y</a>", events: ["<a"], .malformed, 1, 7),
  Case("<a>x &y z</a>", events: ["<a"], .malformed, 1, 8),
  Case("<a><b/>&undeclared;</a>", events: ["<a", "<b", "</b"], .malformed, 1, 20),
  Case("<a k='1' k='2'/>", .malformed, 1, 15),
  Case("<a k=1/>", .malformed, 1, 6),
  Case("<a k='<'/>", .malformed, 1, 7),
  Case("<a><b></b>\u{0B}</a>", events: ["<a", "<b", "</b"], .malformed, 1, 11),
  Case("<a><b></b>\0</a>", events: ["<a", "<b", "</b"], .malformed, 1, 11),
  Case("<a>]]></a>", events: ["<a"], .malformed, 1, 4),
  Case("<a/>\n<a/>", events: ["<a", "</a"], .malformed, 2, 1),
  Case("<a>\n<<<<<<< HEAD\n</a>", events: ["<a"], .malformed, 2, 2),
  Case("<a><!-- a -- b --></a>", events: ["<a"], .malformed, 1, 11),
  Case("<a><b>", events: ["<a", "<b"], .truncated, 1, 7),
  Case("<a>text", events: ["<a"], .truncated, 1, 8),
  Case("<a", .truncated, 1, 3),
  Case("<a k='v'", .truncated, 1, 9),
  Case(Array("<a>".utf8) + [0xE9] + Array("</a>".utf8), events: ["<a"], .encoding, 1, 4),
  Case(Array("<a>ä".utf8) + [0xC3] + Array("</a>".utf8), events: ["<a"], .encoding, 1, 5),
  Case(Array("<a k='".utf8) + [0xED, 0xA0, 0x80] + Array("'/>".utf8), .encoding, 1, 7),
  Case([0xFF, 0xFE, 0x3C, 0, 0x61, 0], .encoding, 1, 1),
  Case([0xFE, 0xFF, 0, 0x3C, 0, 0x61], .encoding, 1, 1),
  Case([0x3C, 0, 0x61, 0], .encoding, 1, 1),
  Case([0, 0, 0, 0x3C], .encoding, 1, 1),
  Case([0x4C, 0x6F, 0xA7, 0x94], .encoding, 1, 1),
  Case("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", .encoding, 1, 1),
]

@Suite struct MalformedTests {
  @Test(arguments: cases) private func `the events before an error stand`(_ testCase: Case) {
    let reading = Reading(testCase.document)
    #expect(reading.shapes == testCase.events)
    #expect(reading.error?.code == testCase.code)
    #expect(reading.error?.position == testCase.position, "\(reading.error?.message ?? "")")
    for delivery in Delivery.allCases { #expect(Reading(testCase.document, delivery) == reading) }
  }

  @Test(arguments: cases) private func `a message is one plain line`(_ testCase: Case) throws {
    let message = try #require(Reading(testCase.document).error).message
    #expect(!message.isEmpty && message.count <= 301)
    #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
  }

  @Test func `messages say what is wrong`() {
    func message(_ document: String) -> String? { Reading(Array(document.utf8)).error?.description }
    #expect(message("<a>\n<b></a>") == "2:8: opening and ending tag mismatch: b line 2 and a")
    #expect(message("") == "1:1: document is empty")
    #expect(
      message("<?xml version='1.0' encoding='ISO-8859-1'?><a/>")
        == "1:1: document declares the encoding 'ISO-8859-1'; it must be transcoded to UTF-8 first")
  }

  @Test func `a transcoded document's own declaration is ignored on demand`() {
    check(
      "<?xml version='1.0' encoding='UTF-16'?><a>ä</a>", declaredEncoding: .ignored,
      events: ["<a", "ä", "</a"])
    check(
      "<?xml version='1.0' encoding='no-such-thing'?><a>ä</a>", declaredEncoding: .ignored,
      events: ["<a", "ä", "</a"])
  }

  /// Cut anywhere, a document gives a beginning of its events and says where it breaks off.
  @Test func `a document may be cut at every byte`() {
    let document = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE a [<!ENTITY e "x"><!ATTLIST a d CDATA "y">]>
      <a xmlns="urn:a" k="1&amp;2"><!-- ä --><b>x&#108;<![CDATA[<y>]]>é</b><?p i?>\r\n<c/></a>
      """.utf8)
    let whole = Reading(document)
    #expect(whole.error == nil && whole.events.count == 9)
    for length in document.indices {
      let cut = Array(document.prefix(length))
      let reading = Reading(cut)
      #expect(whole.events.starts(with: reading.events), "\(length)")
      // A cut within a scalar is wrong before it is short.
      let codes: [XMLError.Code?] = length == 0 ? [.empty] : [.truncated, .malformed, .encoding]
      #expect(codes.contains(reading.error?.code), "\(length)")
      #expect((0...length).contains(reading.error?.byteOffset ?? -1), "\(length)")
      #expect(Reading(cut, .smallPieces) == reading, "\(length)")
    }
  }

  @Test func `any changed byte gives an end, and places within the document`() {
    let document = Array("<a k='1&amp;'><!--c-->x<b/>&#65;<![CDATA[y]]></a>".utf8)
    for index in document.indices {
      for byte: UInt8 in [
        0, 0x0A, 0x0D, 0x20, 0x22, 0x26, 0x27, 0x2D, 0x2F, 0x3B, 0x3C, 0x3E, 0x3F, 0x5D, 0x80, 0xFF,
      ] {
        var changed = document
        changed[index] = byte
        let reading = Reading(changed)
        #expect(
          reading.events.allSatisfy { 0 <= $0.range.lowerBound && $0.range.upperBound <= changed.count })
        #expect(Reading(changed, .bytewise) == reading)
      }
    }
  }

  @Test func `a source that fails is an error at the place where it failed`() {
    struct Nothing: XMLEventHandler {
      var count = 0
      mutating func startElement(_ element: borrowing XMLStartElement) { count += 1 }
    }
    var handler = Nothing()
    let document = Array(("<a>\n" + String(repeating: "<b/>", count: 1_000)).utf8)
    var isFirst = true
    let error = #expect(throws: XMLError.self) {
      try unsafe parseXML(handler: &handler) { buffer in
        guard isFirst else { return -1 }
        isFirst = false
        unsafe buffer.copyBytes(from: document)
        return document.count
      }
    }
    #expect(error?.code == .unreadable)
    #expect(error?.byteOffset == document.count)
    #expect(error?.position == TextPosition(line: 2, column: 4_001))
    #expect(handler.count == 1_001)
  }

  @Test func `a source that fails at once is no empty document`() {
    var log = EventLog()
    let error = #expect(throws: XMLError.self) { try unsafe parseXML(handler: &log) { _ in -1 } }
    #expect(error?.code == .unreadable)
  }
}
