import AuditModel
import Testing
import XMLReading

/// A document and the events that it must give, wherever it stands and however it comes.
private struct Case: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let document: String
  let events: [String]

  init(_ name: String, _ document: String, _ events: [String]) {
    testDescription = name
    self.document = document
    self.events = events
  }
}

private let cases = [
  Case("one element", "<a/>", ["<a", "</a"]),
  Case("text", "<a>x</a>", ["<a", "x", "</a"]),
  Case("indented", "<a>\n  <b>x</b>\n</a>\n", ["<a", "<b", "x", "</b", "</a"]),
  Case("blanks in tags", "<a\n  k = 'v' ><b\t/></a\n>", ["<a k=v", "<b", "</b", "</a"]),
  Case(
    "character references", "<a>salesforce&#108;iveagent&#x2e;com &#x1F600;</a>",
    ["<a", "salesforceliveagent.com 😀", "</a"]),
  Case("text on its own lines", "<a>\n x\n</a>", ["<a", "\n x\n", "</a"]),
  Case("brackets in text", "<a>\n]>]</a>", ["<a", "\n]>]", "</a"]),
  Case("text and references on lines", "<a>\nx&lt;\ny\n&#10;</a>", ["<a", "\nx<\ny\n\n", "</a"]),
  Case("predefined entities", "<a>&lt;b&gt; &amp; &quot;&apos;</a>", ["<a", "<b> & \"'", "</a"]),
  Case("CDATA", "<a><![CDATA[<b> & ]] ]]></a>", ["<a", "<b> & ]] ", "</a"]),
  Case(
    "CDATA within text", "<a>x<![CDATA[y]]><![CDATA[]]>&#122;<![CDATA[&#122;]]></a>",
    ["<a", "xyz&#122;", "</a"]),
  Case(
    "white space between tags", "<a>        \n\t<b> </b>&#32;<![CDATA[ ]]>\n<c>  x         </c></a>",
    ["<a", "<b", "</b", "<c", "  x         ", "</c", "</a"]),
  Case("no text", "<a><![CDATA[]]></a>", ["<a", "</a"]),
  Case(
    "comments round text", "<a><!--1-->x<!--2--> <!-- <!- - --></a>",
    ["<a", "<!--1", "<!--2", "<!-- <!- - ", "x ", "</a"]),
  Case("comment without content", "<a><!----><!--\n--></a>", ["<a", "<!--", "<!--\n", "</a"]),
  Case(
    "instructions", "<?p?><?q <?q\n?><a><?r  x  y ?>t</a><?s?>",
    ["<?p ", "<?q <?q\n", "<a", "<?r x  y ", "t", "</a", "<?s "]),
  Case("text on both sides of a child", "<a>x<b/>y</a>", ["<a", "x", "<b", "</b", "y", "</a"]),
  Case(
    "attributes", "<a k=\"1\" l='\"&amp;&#38;&lt;&#x41; \n\t>' m=''/>", ["<a k=1 l=\"&&<A   > m=", "</a"]),
  Case("default namespace", "<a xmlns='urn:a' k='v'><b/></a>", ["<a{urn:a} k=v", "<b{urn:a}", "</b", "</a"]),
  Case(
    "prefixed namespace", "<p:a k='1' xmlns:p='urn:p' p:k='2'><b p:k='v'/></p:a>",
    ["<p:a{urn:p} k=1 p:k{urn:p}=2", "<b p:k{urn:p}=v", "</b", "</a"]),
  Case(
    "xsi:nil", "<a xmlns:xsi='urn:i'><b xsi:nil='true'/></a>", ["<a", "<b xsi:nil{urn:i}=true", "</b", "</a"]),
  Case(
    "undeclared prefixes", "<apex:page><liveAgent:chat k:l='v'/></apex:page>",
    ["<apex:page", "<liveAgent:chat k:l=v", "</chat", "</page"]),
  Case("letters beyond ASCII", "<größe é='ü€😀'>Straße 😀</größe>", ["<größe é=ü€😀", "Straße 😀", "</größe"]),
  Case(
    "XML declaration", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<a/>", ["<a", "</a"]),
  Case("declared ASCII", "<?xml version='1.0' encoding='us-ascii'?><a/>", ["<a", "</a"]),
  Case("document type", "<!DOCTYPE html><html/>", ["<html", "</html"]),
  Case(
    "internal subset", "<!DOCTYPE a [<!ELEMENT a ANY><!ATTLIST a d CDATA 'x'><!-- c -->]><a k='v'/>",
    ["<!-- c ", "<a k=v", "</a"]),
  Case(
    "entity that an external subset may declare", "<!DOCTYPE a SYSTEM 'x.dtd'><a>x&nbsp;y</a>",
    ["<a", "xy", "</a"]),
  Case(
    "long text", "<a>" + String(repeating: "0123456789 äöü &amp;\n", count: 3_000) + "</a>",
    ["<a", String(repeating: "0123456789 äöü &\n", count: 3_000), "</a"]),
]

/// Keeps the place of the last element without children.
private struct LastElement: XMLEventHandler {
  var range = 0..<0
  var position: TextPosition?

  mutating func startElement(_ element: borrowing XMLStartElement) {
    range = element.range
    // Asking for some makes sure that counting goes on from there.
    position = element.name.rawValue == 2 || element.range.lowerBound % 10 == 0 ? element.position : nil
  }
}

@Suite struct EventTests {
  @Test(arguments: cases) private func `a document gives its events`(_ testCase: Case) {
    check(testCase.document, events: testCase.events)
  }

  @Test func `a lone carriage return is a line end`() {
    check(
      "<a k='1\r2'>x\ry\r\r\nz<!--\r--><?p \r?></a>",
      events: ["<a k=1 2", "<!--\n", "<?p ", "x\ny\n\nz", "</a"])
  }

  @Test func `depth counts from the root`() {
    let reading = Reading(Array("<!--0--><a>1<b/><!--1--></a>".utf8))
    #expect(reading.events.map(\.depth) == [0, 1, 1, 2, 2, 1, 1])
  }

  @Test func `the range of text leaves comments at its ends out`() {
    let document = "<a><!-- 1 -->x<!-- 2 -->y<!-- 3 --></a>"
    let reading = Reading(Array(document.utf8))
    let text = reading.events.filter { $0.kind == .text }
    #expect(text.map { String(decoding: Array(document.utf8)[$0.range], as: UTF8.self) } == ["x<!-- 2 -->y"])
  }

  @Test(arguments: [1, 2, 3, 5, 8]) func `a handler that stops gets no further event and no error`(
    _ count: Int
  ) {
    let document = Array("<a k='v'>x<!--c--><b/>y</a> <".utf8)
    for delivery in Delivery.allCases {
      let reading = Reading(document, delivery, stopAfter: count)
      #expect(reading.events.count == min(count, 7))
      #expect(reading.error == nil || count > 7)
    }
  }

  @Test func `skipped content is not told and moves nothing`() {
    /// Skips what is inside every element of a name.
    struct Skipping: XMLEventHandler {
      var log = EventLog()
      mutating func startElement(_ element: borrowing XMLStartElement) throws(XMLStop) {
        try log.startElement(element)
        if string(element.localName) == "skip" { element.skipContent() }
      }
      mutating func text(_ text: borrowing XMLText) throws(XMLStop) { try log.text(text) }
      mutating func endElement(_ element: borrowing XMLEndElement) throws(XMLStop) {
        try log.endElement(element)
      }
      mutating func comment(_ comment: borrowing XMLComment) throws(XMLStop) { try log.comment(comment) }
    }
    let inside = "x<skip>y</skip><b k='1'/>&amp;<!-- <c> --><?p?><![CDATA[</skip>]]>"
    let document = Array(
      "<a>1<skip>\(inside)</skip >2<skip/><skip><b/></skip>3<skip><![CDATA[]]></skip></a>".utf8)
    for delivery in Delivery.allCases {
      var handler = Skipping()
      #expect(read(document, delivery, handler: &handler) == nil)
      let reading = Reading(events: handler.log.events)
      reading.checkPlaces(in: document, sourceLocation: #_sourceLocation)
      let skipped = ["<skip", "</skip"]
      #expect(
        reading.shapes == ["<a", "1"] + skipped + ["2"] + skipped + skipped + ["3"] + skipped + ["</a"])
      #expect(reading.events.map(\.depth) == [1, 1, 2, 2, 1, 2, 2, 2, 2, 1, 2, 2, 1])
    }
  }

  @Test(arguments: [
    ("x y", true), ("x\ny", true), ("ä", false), ("x\r\ny", false), ("x&amp;", false),
    ("<![CDATA[x]]>", false),
    ("x<!---->", false),
  ])
  func `text says whether it stands in the document as it is`(_ content: String, isVerbatim: Bool) {
    struct Verbatim: XMLEventHandler {
      var isVerbatim: Bool?
      mutating func startElement(_ element: borrowing XMLStartElement) {}
      mutating func text(_ text: borrowing XMLText) { isVerbatim = text.isVerbatim }
    }
    var handler = Verbatim()
    #expect(read(Array("<a>\(content)</a>".utf8), handler: &handler) == nil)
    // Where libxml2 hands out a copy of its own, as for letters beyond ASCII, the answer may be no.
    #expect(handler.isVerbatim == isVerbatim)
  }

  @Test func `names have the numbers that they were registered with`() {
    struct Numbers: XMLEventHandler {
      var seen: [UInt32] = []
      var attribute: String?
      let wanted: XMLNameID
      mutating func startElement(_ element: borrowing XMLStartElement) {
        seen.append(element.name.rawValue)
        if let found = element.attribute(wanted) { attribute = found.string }
      }
      mutating func endElement(_ element: borrowing XMLEndElement) { seen.append(element.name.rawValue) }
    }
    var names = XMLNames(["b", "unused", "k"])
    #expect(names.register("b").rawValue == 0)
    #expect(names.count == 3)
    var handler = Numbers(wanted: XMLNameID(rawValue: 2))
    let document = Array("<a><b/><p:b x='1' k='2'/><c/><a/></a>".utf8)
    #expect(throws: Never.self) { try parseXML(document.span, names: names, handler: &handler) }
    #expect(handler.seen == [3, 0, 0, 0, 0, 5, 5, 3, 3, 3])
    #expect(handler.attribute == "2")
  }

  @Test func `a parser that is kept knows names by the numbers of each reading`() throws {
    struct Numbers: XMLEventHandler {
      var seen: [UInt32] = []
      mutating func startElement(_ element: borrowing XMLStartElement) { seen.append(element.name.rawValue) }
      mutating func endElement(_ element: borrowing XMLEndElement) {}
    }
    let spare = XMLSpareParser()
    let (first, second) = (XMLNames(["b"]), XMLNames(["unused", "a", "c"]))
    let readings: [(XMLNames, String, [UInt32])] = [
      (first, "<a><b/></a>", [1, 0]), (first, "<a><b/></a>", [1, 0]), (second, "<a><b/><c/></a>", [1, 3, 2]),
      (second, "<d><c/><a/></d>", [4, 2, 1]), (first, "<d><b/></d>", [1, 0]), (XMLNames(["d"]), "<d/>", [0]),
    ]
    for (names, document, numbers) in readings {
      var handler = Numbers()
      try parseXML(Array(document.utf8).span, names: names, reusing: spare, handler: &handler)
      #expect(handler.seen == numbers, "\(document)")
    }
  }

  @Test func `many registered names are all found`() {
    let names = XMLNames((0..<1_000).map { "name\($0)" })
    #expect((0..<1_000).allSatisfy { names.id(of: Array("name\($0)".utf8).span)?.rawValue == UInt32($0) })
    #expect(names.id(of: Array("name1000".utf8).span) == nil)
  }

  @Test func `positions are exact past line 65,535 and past a megabyte in one line`() {
    let lines = "<a>" + String(repeating: "<b>ä</b>\n", count: 70_000) + "<c/></a>"
    let line = "<a>" + String(repeating: "<b>ä</b>", count: 130_000) + "<c/></a>"
    for (document, position) in [
      (lines, TextPosition(line: 70_001, column: 1)), (line, TextPosition(line: 1, column: 130_000 * 8 + 4)),
    ] {
      let bytes = Array(document.utf8)
      for delivery in [Delivery.inMemory, .largePieces] {
        var last = LastElement()
        #expect(read(bytes, delivery, handler: &last) == nil)
        #expect(last.position == position)
        #expect(last.range == bytes.count - 8..<bytes.count - 4)
      }
    }
  }

  @Test func `concurrent readings do not meet`() async {
    let documents = (0..<64).map { number in
      Array("<a\(number)>\(String(repeating: "<b>x\(number)&amp;</b>\n", count: 200))</a\(number)>".utf8)
    }
    let expected = documents.map { Reading($0) }
    let readings = await withTaskGroup(of: (Int, Reading).self) { group in
      for (index, document) in documents.enumerated() {
        group.addTask { (index, Reading(document, index % 2 == 0 ? .inMemory : .smallPieces)) }
      }
      return await group.reduce(into: [Int: Reading]()) { $0[$1.0] = $1.1 }
    }
    #expect(expected.indices.allSatisfy { readings[$0] == expected[$0] })
  }
}
