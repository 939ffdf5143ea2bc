import AuditModel
import AuditReport
import AuditTestSupport
import Foundation
import Testing

/// Our JSON, held against Foundation's.
@Suite struct SortedJSONTests {
  @Test(arguments: SampleReports.all.map(\.name)) func `reports are written as Foundation writes them`(
    _ name: String
  ) throws {
    try check(try #require(SampleReports.all.first { $0.name == name }).report)
  }

  @Test func `every kind of value is written as Foundation writes it`() throws {
    try check(Everything())
    try check([Everything]())
    try check([[Int]](), [[], [1], []], ["z": [String: Int](), "a": ["b": 2]])
    try check([Nothing()], ["nothing": Nothing()], [Kind.alone, .valued(3, name: "x")])
    try check([3: "c", 1: "a"], [Int?.none, 4], "text", 12, true, [Double]())
  }

  @Test func `components are written as Foundation writes them`() throws {
    let components = [ComponentID(type: "Queue", name: "a\"b"), ComponentID(type: "Ä", name: "")]
    try check(components, [[], components], ["held": components], components[0])
  }

  @Test func `texts are escaped as Foundation escapes them`() throws {
    let scalars = (0..<0x250).compactMap { Unicode.Scalar(UInt32($0)) }
    try check(scalars.map(String.init), String(String.UnicodeScalarView(scalars)))
    try check("", "\"", "\\\"/", "a\u{1F}b", "💬\u{2028}\u{FEFF}", "e\u{301}", "\r\n")
  }

  @Test func `keys are sorted as Foundation sorts them`() throws {
    try check(["b": 1, "B": 2, "é": 3, "e\u{302}": 4, "ea": 5, "": 6, "a/b": 7, "a\"b": 8, "10": 9, "9": 10])
  }

  @Test(arguments: [
    0, -0.0, 5, 0.1, 1e100, 1e-7, 1e16, 123_456_789.125, -2.5, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
  ]) func `a number is written as Foundation writes it`(_ number: Double) throws {
    try check([number])
  }

  @Test(arguments: [Double.nan, .infinity]) func `a number that is not finite is refused`(_ number: Double) {
    #expect(throws: (any Error).self) { try SortedJSON.encode([number]) }
  }

  private func check<each Value: Encodable>(_ values: repeat each Value) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    for value in repeat each values {
      let ours = String(decoding: try SortedJSON.encode(value), as: UTF8.self)
      #expect(ours == String(decoding: try encoder.encode(value), as: UTF8.self))
    }
  }
}

private struct Nothing: Encodable {
  func encode(to encoder: any Encoder) throws {}
}

private enum Kind: Encodable {
  case alone
  case valued(Int, name: String)
}

/// Every container and every type of number, with keys that are out of order.
private struct Everything: Encodable {
  private enum Key: String, CodingKey {
    case zebra, list, inner, apple, none, missing, parent, bytes
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode("stripes", forKey: .zebra)
    var list = object.nestedUnkeyedContainer(forKey: .list)
    try list.encode(true)
    try list.encodeNil()
    var inner = list.nestedContainer(keyedBy: Key.self)
    try inner.encode(UInt64.max, forKey: .zebra)
    try inner.encode(Int8.min, forKey: .apple)
    var deeper = list.nestedUnkeyedContainer()
    try deeper.encode(Float(0.1))
    try deeper.encode(2.0)
    var single = list.superEncoder().singleValueContainer()
    try single.encode("alone")
    var empty = object.nestedContainer(keyedBy: Key.self, forKey: .inner)
    empty.superEncoder().unkeyedEmpty()
    try object.encode([1, 2], forKey: .apple)
    try object.encodeNil(forKey: .none)
    try object.encodeIfPresent(Int?.none, forKey: .missing)
    try [UInt8(1), 2].encode(to: object.superEncoder(forKey: .parent))
    // The same object, asked for once more.
    object = encoder.container(keyedBy: Key.self)
    try object.encode([UInt16(7)], forKey: .bytes)
  }
}

extension Encoder {
  fileprivate func unkeyedEmpty() { _ = unkeyedContainer() }
}
