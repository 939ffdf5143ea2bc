import AuditModel
import Testing

/// How drafts are filled.
@Suite struct DraftTextTests {
  private static let values: [String: [DraftText.Value]] = [
    "name": [["": "Sales"]],
    "site": [["": "a.example.com", "use": "shop"], ["": "b.example.com", "use": "help"]],
  ]

  private func filled(_ text: String, escape: (String) -> String = { $0 }) throws -> String {
    try DraftText(text).filled(escape: escape) { Self.values[$0] ?? [] }
  }

  @Test(arguments: [
    ("no field, {one} brace", "no field, {one} brace"),
    ("{{name}} and {{other}}.", "Sales and ."),
    ("{{site}}", "a.example.com"),
    ("{{#site}}{{site}} for {{use}} of {{name}}; {{/site}}", "a.example.com for shop of Sales; b.example.com for help of Sales; "),
    ("{{#other}}never{{/other}}{{?other}}never{{/other}}{{^other}}once{{/other}}", "once"),
    ("{{?site}}once{{/site}}{{^site}}never{{/site}}", "once"),
    ("a\n  {{#site}}\n  - {{site}}\n  {{/site}}\nb\n", "a\n  - a.example.com\n  - b.example.com\nb\n"),
    ("{{?name}}{{?site}}{{#site}}{{use}} {{/site}}{{/site}}{{/name}}", "shop help "),
  ]) func `a text is filled`(_ text: String, _ expected: String) throws {
    #expect(try filled(text) == expected)
  }

  @Test func `every value is escaped, and the text around it is not`() throws {
    #expect(try filled("<{{name}}>{{#site}}<{{use}}>{{/site}}") { "(\($0))" } == "<(Sales)><(shop)><(help)>")
  }

  @Test(arguments: [
    ("{{name", "'{{' is not closed by '}}'"), ("{{}}", "'{{}}' names nothing"),
    ("{{#name}}", "'{{#name}}' is not closed"), ("{{/name}}", "'{{/name}}' closes nothing that is open"),
    ("{{#a}}{{?b}}{{/a}}", "'{{/a}}' closes nothing that is open"),
  ]) func `a mark without its other half is an error`(_ text: String, _ message: String) {
    #expect(throws: DraftTextError.self) { try DraftText(text) }
    do throws(DraftTextError) { _ = try DraftText(text) } catch { #expect(error.message == message) }
  }
}
