import Testing

@testable import AuditEngine

@Suite struct `The root of a document` {
  @Test(arguments: [
    ("<Flow>", "Flow"),
    ("\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <Queue> -->\n<CustomField xmlns=\"x\">", "CustomField"),
    ("<met:Profile xmlns:met='x'/>", "Profile"),
    ("<Queue/>", "Queue"),
    // What takes a parser to tell is not guessed.
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", nil),
    ("<Flo", nil), ("text", nil), ("", nil),
    (String(repeating: " ", count: 20_000) + "<Flow>", nil),
  ])
  func `is read without a parser`(text: String, root: String?) {
    #expect(documentRoot(of: Array(text.utf8).span) == root)
  }
}
