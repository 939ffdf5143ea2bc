import AuditModel
import Testing

@testable import AuditEngine

@Suite struct ContextTests {
  /// Each text holds the word HIT once; its context is what the case expects.
  @Test(arguments: [
    ContextCase(.javascript, "const a = HIT;", .code),
    ContextCase(.javascript, "// HIT", .comment),
    ContextCase(.javascript, "let url = 'https://HIT/x'; // no", .string),
    ContextCase(.javascript, "load(\"https://example.com\"); HIT()", .code),
    ContextCase(.javascript, "fetch(https://HIT)", .code),
    ContextCase(.javascript, "/* a\n * HIT\n */", .comment),
    ContextCase(.javascript, "a = b / c; // d\nHIT()", .code),
    ContextCase(.javascript, "x = /['\"]\\/*/; y = HIT", .code),
    ContextCase(.javascript, "x = `a ${b + `c`} HIT`", .string),
    ContextCase(.javascript, "x = `a ${ HIT }`", .code),
    ContextCase(.javascript, "say('don\\'t'); HIT", .code),
    ContextCase(.typescript, "<p>Don't</p>\n{HIT}", .code),
    ContextCase(.apex, "String s = 'HIT';", .string),
    ContextCase(.apex, "/** @see HIT */", .comment),
    ContextCase(.java, "String s = \"\"\"\n // HIT\n \"\"\";", .string),
    ContextCase(.swift, "/* a /* b */ HIT */", .comment),
    ContextCase(.kotlin, "val a = \"\"\"HIT\"\"\"", .string),
    ContextCase(.csharp, "var p = @\"c:\\\"; HIT();", .code),
    ContextCase(.go, "s := `// HIT`", .string),
    ContextCase(.objectiveC, "NSString *s = @\"HIT\";", .string),
    ContextCase(.python, "# HIT", .comment),
    ContextCase(.python, "def f():\n    \"\"\"HIT\"\"\"", .comment),
    ContextCase(.python, "x = \"\"\"HIT\"\"\"", .string),
    ContextCase(.python, "url = 'http://a#HIT'", .string),
    ContextCase(.ruby, "=begin\nHIT\n=end", .code),
    ContextCase(.ruby, "a\n=begin\nHIT\n=end", .comment),
    ContextCase(.php, "<p>HIT</p><?php // x ?>", .markup),
    ContextCase(.php, "<?php # HIT\n", .comment),
    ContextCase(.php, "<?php echo 'HIT'; ?>", .string),
    ContextCase(.php, "<?php echo 1; ?> <b>HIT</b>", .markup),
    ContextCase(.html, "<!-- HIT -->", .comment),
    ContextCase(.html, "<script>// HIT\n</script>", .comment),
    ContextCase(.html, "<script>HIT('a')</script>", .code),
    ContextCase(.html, "<script src=\"https://HIT/a.js\"></script>", .markup),
    ContextCase(.html, "<script>var a = '<b>';</script><p>HIT</p>", .markup),
    ContextCase(.html, "<style>/* HIT */</style>", .comment),
    ContextCase(.visualforce, "<apex:page>\n<liveAgent:HIT/>", .markup),
    ContextCase(.vue, "<template>HIT</template><script>x</script>", .markup),
    ContextCase(.yaml, "a: b # HIT", .comment),
    ContextCase(.yaml, "url: https://HIT/#a", .config),
    ContextCase(.properties, "# HIT", .comment),
    ContextCase(.properties, "key=HIT#1", .config),
    ContextCase(.dockerfile, "ENV HIT=1", .config),
    ContextCase(.shell, "echo $HIT # no", .code),
    ContextCase(.json, "{\"url\": \"https://HIT\"}", .config),
    ContextCase(.markdown, "`HIT`", .docs),
    ContextCase(.har, "{\"value\": \"HIT\"}", .list),
    ContextCase(.sql, "-- HIT", .comment),
    ContextCase(.xml, "<Queue><label>HIT</label></Queue>", .docs),
    ContextCase(.xml, "<Queue><name>HIT</name></Queue>", .config),
    ContextCase(.xml, "<Queue><!-- HIT --></Queue>", .comment),
  ])
  func `a place has the context that its language gives it`(_ test: ContextCase) throws {
    let bytes = Array(test.text.utf8)
    let hit = bytes.span.firstCaseless("HIT", from: 0)
    let offset = try #require(hit)
    var scanner = ContextScanner(test.artifact)
    #expect(scanner.context(at: offset, in: bytes.span) == test.expected)
  }

  @Test func `twenty names one a line are a list and two are none`() {
    let names = (0..<20).map { "host\($0).example.com" }
    #expect(context(of: "HIT.example.com", after: names, language: .plainText, kind: .config) == .list)
    #expect(context(of: "HIT.example.com", after: Array(names.prefix(2)), language: .plainText, kind: .config) == .config)
  }

  @Test func `a long run of names with semicolons is a list`() {
    let names = (0..<20).map { "Object\($0)__c" }.joined(separator: ";")
    #expect(context(of: "'\(names);HIT'", after: [], language: .javascript, kind: .code) == .list)
    #expect(context(of: "'Case;HIT'", after: [], language: .javascript, kind: .code) == .string)
  }

  private func context(of line: String, after lines: [String], language: Language, kind: ArtifactKind) -> MatchContext? {
    let bytes = Array((lines + [line]).joined(separator: "\n").utf8)
    var scanner = ContextScanner(Artifact(path: "a", kind: kind, language: language))
    return bytes.span.firstCaseless("HIT", from: 0).map { scanner.context(at: $0, in: bytes.span) }
  }
}

struct ContextCase: CustomTestStringConvertible, Sendable {
  let language: Language
  let text: String
  let expected: MatchContext

  init(_ language: Language, _ text: String, _ expected: MatchContext) {
    self.language = language
    self.text = text
    self.expected = expected
  }

  var testDescription: String { "\(language.rawValue): \(text)" }

  var artifact: Artifact {
    let kind: ArtifactKind =
      switch language {
      case .html, .visualforce, .vue, .aura: .markup
      case .yaml, .json, .properties, .dockerfile, .har, .toml: .config
      case .markdown, .plainText: .docs
      case .xml: .metadata
      default: .code
      }
    return Artifact(path: "a", kind: kind, language: language)
  }
}
