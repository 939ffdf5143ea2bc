import AuditInput
import AuditModel
import Foundation
import Testing

/// The bytes of a text in an encoding, with or without a mark.
private func bytes(_ text: String, _ encoding: TextEncoding, mark: Bool) -> Data {
  switch encoding {
  case .utf8: Data((mark ? [0xef, 0xbb, 0xbf] : []) + Array(text.utf8))
  case .utf16LittleEndian:
    Data((mark ? [0xff, 0xfe] : []) + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] })
  case .utf16BigEndian:
    Data((mark ? [0xfe, 0xff] : []) + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] })
  case .latin1, .windows1252:
    Data(text.unicodeScalars.map { $0 == "\u{20ac}" ? 0x80 : UInt8($0.value) })
  }
}

@Test(
  arguments: [
    (TextEncoding.utf8, true), (.utf8, false), (.utf16LittleEndian, true), (.utf16LittleEndian, false),
    (.utf16BigEndian, true), (.utf16BigEndian, false),
  ], [100, 1_000_000])
func `text is handed on as UTF-8, whole and in pieces`(encoding: (TextEncoding, Bool), limit: Int) throws {
  let line = "<a b=\"\u{e4}\u{20ac}\u{1f600}\">salesforce</a>\r\n"
  let text = "<?xml version=\"1.0\"?>\n" + String(repeating: line, count: 12_000)
  let tree = try TemporaryTree()
  try tree.write("a.xml", bytes(text, encoding.0, mark: encoding.1))
  let examination = try examineAll(
    [InputPath(tree.path)], options: InputOptions(limits: InputLimits(wholeBytes: limit)))
  #expect(examination.results.map(\.result.encoding) == [encoding.0])
  #expect(examination.results.first?.result.text == text)
  #expect(examination.results.first?.result.isWhole == (limit > 1000))
}

@Test(arguments: [
  ("ISO-8859-1", TextEncoding.latin1, "\u{e4}\u{fc}"), ("Windows-1252", .windows1252, "\u{e4}\u{20ac}"),
  ("UTF-8", .utf8, "\u{e4}\u{20ac}"),
])
func `a declared encoding is obeyed in XML`(label: String, encoding: TextEncoding, word: String) throws {
  let text = "<?xml version='1.0' encoding='\(label)'?>\n<a>\(word)</a>"
  let tree = try TemporaryTree()
  try tree.write("a.xml", bytes(text, encoding, mark: false))
  let examination = try examineAll([InputPath(tree.path)])
  #expect(examination.results.first?.result == Seen(text: text, isWhole: true, encoding: encoding))
}

@Test(
  arguments: [
    ([0xff, 0xfe, 0x41], "\u{fffd}"), ([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00], "\u{fffd}A"),
    ([0xfe, 0xff, 0xdc, 0x00, 0x00, 0x41], "\u{fffd}A"), ([0xff, 0xfe, 0x41, 0x00, 0x3d, 0xd8], "A\u{fffd}"),
    ([0xef, 0xbb, 0xbf], ""), ([0xff, 0xfe], ""),
  ] as [([UInt8], String)])
func `broken and empty text is decoded as far as it goes`(data: [UInt8], expected: String) throws {
  let tree = try TemporaryTree()
  try tree.write("a.txt", Data(data))
  let examination = try examineAll([InputPath(tree.path)])
  #expect(examination.results.map(\.result.text) == [expected])
}

@Test func `a component's file that is no XML is no component`() throws {
  let tree = try TemporaryTree([
    "profiles/web.profile": "include globals.local\n", "profiles/Admin.profile": "\n<Profile/>",
    "misc/LiveAgent.settings":
      "<?xml version=\"1.0\"?>\n<LiveAgentSettings xmlns=\"http://soap.sforce.com/2006/04/metadata\"/>",
    "misc/Other.settings": "<settings/>",
    "misc/package.xml": "<Package xmlns=\"http://soap.sforce.com/2006/04/metadata\"/>",
  ])
  let examination = try examineAll([InputPath(tree.path)])
  #expect(
    examination.ledger.components == [
      HeldComponents(type: "Profile", names: ["Admin"]), HeldComponents(type: "Settings", names: ["LiveAgent"]),
    ])
  #expect(
    examination.results.map(\.artifact.kind) == [.metadata, .markup, .metadata, .metadata, .config])
}

@Test(arguments: [
  ("utf-32", "UTF-32"), ("utf-32-le", "UTF-32"), ("utf-32-be", "UTF-32"), ("cp037", "EBCDIC"),
])
func `text of an encoding that is not read is told`(codec: String, name: String) throws {
  let tree = try TemporaryTree()
  let text = "<?xml version='1.0'?><LiveChatButton/>"
  try run(["python3", "-c", "open('a.xml','wb').write(\"\(text)\".encode('\(codec)'))"], in: tree.path)
  let examination = try examineAll([InputPath(tree.path)])
  #expect(examination.results.isEmpty)
  #expect(examination.ledger.skipped.map(\.reason) == [.unknownEncoding])
  #expect(examination.ledger.diagnostics.map(\.severity) == [.incomplete])
  #expect(examination.ledger.diagnostics.first?.message.contains(name) == true)
}

@Test(arguments: ["shift_jis", "euc_jp", "gb18030"])
func `a declared encoding that is not read is handed on as it is`(codec: String) throws {
  let tree = try TemporaryTree()
  let script = "open('a.xml','wb').write(\"<?xml version='1.0' encoding='\(codec)'?><a>\\u65e5 chat</a>\".encode('\(codec)'))"
  try run(["python3", "-c", script], in: tree.path)
  let examination = try examineAll([InputPath(tree.path)])
  #expect(examination.results.map(\.result.encoding) == [.utf8])
  #expect(examination.results.first?.result.text.hasSuffix(" chat</a>") == true)
}
