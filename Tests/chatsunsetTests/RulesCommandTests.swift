import AuditTestSupport
import Foundation
import Testing

/// The verbs about rules, as processes.
@Suite struct RulesCommandTests {
  @Test func `list names every rule once, and the literals on request`() throws {
    let run = try command("list", "--surface", "header", "--surface", "endpoint", "--class", "dependency")
    #expect(run.status == 0)
    #expect(run.output.contains("\n  chat-rest-headers "))
    #expect(run.output.contains("rules of legacy-chat "))
    #expect(!run.output.contains("\nsettings\n"))
    let keywords = try command("list", "--keywords").output.split(separator: "\n")
    #expect(keywords.contains("x-liveagent-"))
    #expect(keywords == Array(Set(keywords)).sorted() && keywords.allSatisfy { $0.utf8.count >= 3 })
  }

  @Test func `explain knows a rule, and the nearest one to a slip`() throws {
    let run = try command("explain", "chat-rest-headers")
    #expect(run.status == 0)
    for heading in ["Why", "Looks for", "What to do", "Read more"] {
      #expect(run.output.contains("\n\(heading)\n  "))
    }
    let slip = try command("explain", "chat-rest-header")
    #expect(slip.status == 2 && slip.output.isEmpty)
    #expect(
      slip.errors == "chatsunset: unknown rule 'chat-rest-header'; did you mean 'chat-rest-headers'?\n")
  }

  @Test func `validate tells every error at its place`() throws {
    try Pack.with(rule: Pack.rule.replacing("surface:", with: "surfce:"), cases: "- {name: a}") { folder in
      let run = try command("validate", folder)
      #expect(run.status == 2)
      #expect(
        run.output == """
          \(folder)/header/acme-header.examples.yaml:1:3: a case says what must happen: 'finding', 'ok', \
          'todo-finding' or 'todo-ok'
          \(folder)/header/acme-header.examples.yaml:1:3: missing key 'path'
          \(folder)/header/acme-header.examples.yaml:1:3: missing key 'text'
          \(folder)/header/acme-header.yaml:5:1: unknown key 'surfce'; did you mean 'surface'?

          4 errors

          """)
    }
    try Pack.with { folder in
      let run = try command("validate", folder)
      #expect(run.status == 0)
      #expect(run.output == "acme 1: 1 rule, 2 cases, 0 steps, 0 export types, 0 questions, no errors\n")
    }
  }

  @Test func `test passes a proven pack and fails another`() throws {
    try Pack.with { folder in
      let run = try command("test", folder)
      #expect(run.status == 0)
      #expect(run.output == "2 cases of 1 rule in 8 runs: all as they should be\n")
    }
    try Pack.with(rule: Pack.rule.replacing("[x-acme-]", with: "[x-acme-, x-bcme-]")) { folder in
      let run = try command("test", folder)
      #expect(run.status == 1)
      #expect(run.output.contains("Untested: no case of 'acme-header' needs the keyword 'x-bcme-'\n"))
      #expect(try command("test", "--skip-untested", folder).status == 0)
    }
  }

  @Test func `a pack on top of the built-in one is scanned with, or alone`() throws {
    try Pack.with { folder in
      let list = try command("list", "--rules", folder, "--surface", "header")
      #expect(list.output.contains("\n  acme-header ") && list.output.contains("\n  chat-rest-headers "))
      try Data("x-acme-key".utf8).write(to: URL(filePath: folder + "/a.js"))
      let audit = try CommandProcess(
        ["audit", "--rules", folder, "--no-built-in-rules", "--format", "lint", folder + "/a.js"]
      ).finish()
      #expect(audit.output.contains("acme-header"))
    }
  }

  @Test func `document writes the pages`() throws {
    try Pack.with { folder in
      #expect(try command("document", folder, "--output", folder + "/pages").status == 0)
      let pages = try FileManager.default.contentsOfDirectory(atPath: folder + "/pages").sorted()
      #expect(pages == ["Rule-reference.md", "Rules-header.md"])
    }
  }

  @Test func `a folder that is no pack is a usage error`() throws {
    #expect(
      try command("test", "/nowhere").errors
        == "chatsunset: /nowhere: the folder can't be read; does it exist?\n")
    #expect(try command("list", "--no-built-in-rules").status == 2)
  }

  private func command(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
    try CommandProcess(["rules"] + arguments).finish()
  }
}

/// A pack of one rule, for tests to change.
private enum Pack {
  static let rule = """
    id: acme-header
    title: Code sends the headers of Acme Chat
    class: dependency
    confidence: certain
    surface: header
    when: {text: {keywords: [x-acme-]}}
    message: sends a header
    remediation: Remove it.
    links: [{title: A page, url: 'https://example.com'}]

    """

  static let cases = """
    - {name: found, path: a.js, finding: [1], text: x-acme-key}
    - {name: silent, path: a.js, ok: true, text: x-other}
    """

  private static let header = """
    name: acme
    version: 1
    title: Acme
    retirement: {product: Acme, retired: 2026-02-14, successor: New, sources: []}
    """

  /// Writes the pack, hands over its folder, and removes it afterwards.
  static func with(
    rule: String = rule, cases: String = cases, _ body: (_ folder: String) throws -> Void
  ) throws {
    let parent = temporaryPath("")
    let folder = parent + "/acme"
    try FileManager.default.createDirectory(atPath: folder + "/header", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: parent) }
    let files = [
      "pack.yaml": header, "header/acme-header.yaml": rule, "header/acme-header.examples.yaml": cases,
    ]
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
    try body(folder)
  }
}
