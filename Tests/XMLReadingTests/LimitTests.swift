import Testing
import XMLReading

/// A document without an end: a beginning, then one piece after the other.
private struct Endless: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The limit that must end the reading.
  let limit: XMLLimits.Name
  /// How much of the document may be read until then, beyond some read-ahead.
  let budget: Int
  let beginning: String
  /// The *n*th piece.
  let piece: @Sendable (Int) -> String

  init(
    _ description: String, _ limit: XMLLimits.Name, within budget: Int, _ beginning: String,
    _ piece: @escaping @Sendable (Int) -> String
  ) {
    testDescription = description
    self.limit = limit
    self.budget = budget
    self.beginning = beginning
    self.piece = piece
  }
}

/// The limits under test, smaller than the usual ones so that reaching them takes less time.
private let limits = XMLLimits(
  maxDepth: 300, maxTokenBytes: 1 << 18, maxAttributes: 1_000, maxNamespaces: 50, maxDistinctNames: 5_000,
  maxNameBytes: 1 << 20)
private let filler = String(repeating: "x", count: 10_000)

private let documents = [
  Endless("elements within elements", .maxDepth, within: 2_000, "") { _ in "<a>" },
  Endless("elements within skipped elements", .maxDepth, within: 3_000, "<a><skip>") { _ in "<a>" },
  Endless("text", .maxTokenBytes, within: 1 << 18, "<a>") { _ in filler },
  Endless("text with references", .maxTokenBytes, within: 1 << 18, "<a>") { _ in "&#120;" + filler },
  Endless("blanks", .maxTokenBytes, within: 1 << 18, "<a>") { _ in "\n\n\n\n" },
  Endless("text and comments", .maxTokenBytes, within: 1 << 18, "<a>") { _ in "x<!--\(filler)-->" },
  Endless("a CDATA section", .maxTokenBytes, within: 1 << 18, "<a><![CDATA[") { _ in filler },
  Endless("a comment", .maxTokenBytes, within: 1 << 18, "<a><!--") { _ in filler },
  Endless("a processing instruction", .maxTokenBytes, within: 1 << 18, "<a><?p ") { _ in filler },
  Endless("an attribute's value", .maxTokenBytes, within: 1 << 18, "<a k='") { _ in filler },
  Endless("an attribute's value of references", .maxTokenBytes, within: 1 << 18, "<a k='") { _ in "&amp;" },
  Endless("blanks in a tag", .maxTokenBytes, within: 1 << 18, "<a ") { _ in filler.replacing(with: " ") },
  Endless("blanks before the root", .maxTokenBytes, within: 1 << 18, "") { _ in filler.replacing(with: " ") },
  Endless("text that is skipped", .maxTokenBytes, within: 1 << 18, "<a><skip>") { _ in filler },
  Endless("attributes", .maxAttributes, within: 20_000, "<a") { " k\($0)=''" },
  Endless("attributes with values", .maxAttributes, within: 60_000, "<a") { " k\($0)='&#\(48 + $0 % 9);x'" },
  Endless("namespace declarations", .maxNamespaces, within: 2_000, "<a") { " xmlns:p\($0)='u'" },
  Endless("nested namespace declarations", .maxNamespaces, within: 2_000, "") { "<a xmlns:p\($0)='u'>" },
  Endless("names of elements", .maxDistinctNames, within: 50_000, "<a>") { "<n\($0)/>" },
  Endless("names of skipped elements", .maxDistinctNames, within: 50_000, "<a><skip>") { "<n\($0)/>" },
  Endless("names of attributes", .maxDistinctNames, within: 80_000, "<a>") { "<a n\($0)=''/>" },
  Endless("prefixes", .maxDistinctNames, within: 50_000, "<a>") { "<n\($0):a/>" },
  Endless("names of instructions", .maxDistinctNames, within: 60_000, "<a>") { "<?n\($0)?>" },
  Endless("namespaces", .maxDistinctNames, within: 90_000, "<a>") { "<a xmlns='u\($0)'/>" },
  Endless("long names", .maxNameBytes, within: 1 << 20, "<a>") { "<\(filler)\($0)/>" },
  Endless(
    "values of an attribute declaration", .maxDoctypeBytes, within: 65_536, "<!DOCTYPE a [<!ATTLIST a k (v"
  ) {
    "|v\($0)"
  },
  Endless("entity declarations", .maxDoctypeBytes, within: 65_536, "<!DOCTYPE a [") { _ in "<!ENTITY e 'x'>"
  },
  Endless("an entity's value", .maxDoctypeBytes, within: 65_536, "<!DOCTYPE a [<!ENTITY e '") { _ in filler },
  Endless("nested content models", .maxDoctypeBytes, within: 65_536, "<!DOCTYPE a [") { _ in
    "<!ELEMENT e (a|(b,c)*)>"
  },
  Endless("comments in a document type", .maxDoctypeBytes, within: 65_536, "<!DOCTYPE a [") { _ in
    "<!--\(filler)-->"
  },
]

extension String {
  fileprivate func replacing(with blank: String) -> String { String(repeating: blank, count: count) }
}

/// Takes every event and looks at nothing.
private struct Deaf: XMLEventHandler {
  mutating func startElement(_ element: borrowing XMLStartElement) {
    if string(element.localName) == "skip" { element.skipContent() }
  }
}

@Suite struct LimitTests {
  @Test(.timeLimit(.minutes(5)), arguments: documents)
  private func `a document without an end is stopped by a limit`(_ document: Endless) {
    var handler = Deaf()
    var pending = Array(document.beginning.utf8)
    var number = 0
    var delivered = 0
    let error = #expect(throws: XMLError.self) {
      try unsafe parseXML(limits: limits, handler: &handler) { buffer in
        while pending.count < 8_192 {
          pending += Array(document.piece(number).utf8)
          number += 1
        }
        let count = min(8_192, buffer.count)
        unsafe buffer.copyBytes(from: pending[..<count])
        pending.removeFirst(count)
        delivered += count
        return count
      }
    }
    #expect(error?.code == .limit(document.limit), "\(error?.message ?? "")")
    #expect(error?.message.contains("'\(document.limit.rawValue)'") == true)
    #expect(delivered <= document.budget + 100_000)
    #expect(error.map { (0...delivered).contains($0.byteOffset) } == true)
  }

  @Test(arguments: [
    ("<a><b/></a>", XMLLimits(maxDepth: 2), nil),
    ("<a><b/></a>", XMLLimits(maxDepth: 1), XMLLimits.Name.maxDepth),
    ("<a k='' l=''/>", XMLLimits(maxAttributes: 2), nil),
    ("<a k='' l=''/>", XMLLimits(maxAttributes: 1), .maxAttributes),
    ("<a xmlns='u' xmlns:p='v'/>", XMLLimits(maxNamespaces: 2), nil),
    ("<a xmlns='u' xmlns:p='v'/>", XMLLimits(maxNamespaces: 1), .maxNamespaces),
    ("<a>12345</a>", XMLLimits(maxTokenBytes: 9), nil),
    ("<a>12345</a>", XMLLimits(maxTokenBytes: 8), .maxTokenBytes),
    ("<a><!--12345--></a>", XMLLimits(maxTokenBytes: 12), nil),
    ("<a><!--12345--></a>", XMLLimits(maxTokenBytes: 11), .maxTokenBytes),
    ("<!DOCTYPE a [<!ATTLIST a k CDATA 'x'>]><a/>", XMLLimits(maxDefaultedAttributes: 1), nil),
    (
      "<!DOCTYPE a [<!ATTLIST a k CDATA 'x'>]><a/>", XMLLimits(maxDefaultedAttributes: 0),
      .maxDefaultedAttributes
    ),
  ])
  func `a limit is the last value that is allowed`(
    _ document: String, limits: XMLLimits, crossed: XMLLimits.Name?
  ) {
    for delivery in Delivery.allCases {
      #expect(Reading(Array(document.utf8), delivery, limits: limits).error?.code.limit == crossed)
    }
  }

  @Test func `the usual limits leave room for real documents`() {
    let deep = String(repeating: "<a>", count: 1_000) + String(repeating: "</a>", count: 1_000)
    let wide = "<a " + (0..<5_000).map { "k\($0)='v'" }.joined(separator: " ") + "/>"
    let long =
      "<a k='" + String(repeating: "x", count: 11 << 20) + "'><![CDATA["
      + String(
        repeating: "y", count: 11 << 20) + "]]></a>"
    for document in [deep, wide, long] {
      var handler = Deaf()
      #expect(read(Array(document.utf8), handler: &handler) == nil)
    }
  }

  @Test func `each limit has its own name and value`() {
    let limits = XMLLimits(
      maxDepth: 1, maxTokenBytes: 2, maxAttributes: 3, maxNamespaces: 4, maxDistinctNames: 5, maxNameBytes: 6,
      maxDoctypeBytes: 7, maxDefaultedAttributes: 8)
    #expect(XMLLimits.Name.allCases.map { limits[$0] } == Array(1...8))
  }
}
