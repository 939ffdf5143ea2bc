import LenientJSON
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    (#"{"a": [1, -2.5, true, null, "x"]}"#, #"{"a":[1,-2.5,true,null,"x"]}"#),
    (#"{id: 'a', key: "b!c==", n: "30",}"#, #"{"id":"a","key":"b!c==","n":"30"}"#),
    ("\u{FEFF}[1,]", "[1]"),
    (#""\u00e9\ud83d\ude00\n""#, "\"é😀\\n\""),
    ("\"a\tb\"", #""a\tb""#),
    (#""\ud800""#, "\"\u{FFFD}\""),
  ])
  func `what people and servers write is read`(text: String, expected: String) throws {
    #expect(try JSONValue(parsing: text).text() == expected)
  }

  @Test(arguments: [
    "", "{", "[1", "\"a", "{\"a\"}", "{\"a\":}", "[1 2]", "<html>", "nul", "{} {}", "\"\\u12\"", "{\"a\":1",
    String(repeating: "[", count: 65),
  ])
  func `what isn't JSON is an error at its place`(text: String) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
  }

  @Test func `written text is read back the same`() throws {
    let value: JSONValue = ["a\"\\\u{1}\u{2028}": [[:], [], "é", 3, .number(0.5), .null]]
    #expect(try JSONValue(parsing: value.text()) == value)
    #expect(try JSONValue(parsing: value.text(indented: true)) == value)
  }
}
