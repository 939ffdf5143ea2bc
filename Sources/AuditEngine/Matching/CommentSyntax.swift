internal import AuditModel

/// How a language writes comments and strings, as far as telling them from code needs it.
struct CommentSyntax: Sendable {
  /// What begins a comment to the end of the line.
  var lineComments: [Token] = []
  /// What begins and ends a comment over lines.
  var blockComments: [(open: Token, close: Token)] = []
  var nestsBlockComments = false
  /// What begins and ends a string; longer ones stand first.
  var strings: [StringSyntax] = []
  /// Whether `/…/` can be a regular expression, with quotes and slashes in it.
  var hasRegexLiterals = false

  struct StringSyntax: Sendable {
    var open: Token
    var close: Token
    /// Whether a backslash takes the next byte's meaning away.
    var escapes = true
    /// Whether the string ends at the end of its line, closed or not.
    var endsWithLine = true
    /// Whether a string that stands alone as a statement is documentation.
    var canDocument = false
    /// Whether `${…}` inside is code again.
    var interpolates = false
  }
}

extension CommentSyntax {
  /// The syntax of a language whose artifacts are one language throughout; nothing for markup, which is mixed.
  static func of(_ language: Language) -> CommentSyntax? {
    switch language {
    case .javascript, .typescript: javascript
    case .apex: CommentSyntax(lineComments: ["//"], blockComments: [("/*", "*/")], strings: [single])
    case .java: CommentSyntax(lineComments: ["//"], blockComments: [("/*", "*/")], strings: [long, double, single])
    case .c, .objectiveC:
      CommentSyntax(lineComments: ["//"], blockComments: [("/*", "*/")], strings: [double, single])
    case .csharp:
      CommentSyntax(
        lineComments: ["//"], blockComments: [("/*", "*/")],
        strings: [
          long,
          StringSyntax(open: "@\"", close: "\"", escapes: false, endsWithLine: false),
          StringSyntax(open: "$@\"", close: "\"", escapes: false, endsWithLine: false),
          double, single,
        ])
    case .kotlin, .scala, .swift:
      CommentSyntax(
        lineComments: ["//"], blockComments: [("/*", "*/")], nestsBlockComments: true,
        strings: [long, double] + (language == .swift ? [] : [single]))
    case .groovy, .dart:
      CommentSyntax(lineComments: ["//"], blockComments: [("/*", "*/")], strings: [long, longSingle, double, single])
    case .go:
      CommentSyntax(
        lineComments: ["//"], blockComments: [("/*", "*/")],
        strings: [StringSyntax(open: "`", close: "`", escapes: false, endsWithLine: false), double, single])
    case .rust:
      // No single quotes: they begin lifetimes as often as characters.
      CommentSyntax(
        lineComments: ["//"], blockComments: [("/*", "*/")], nestsBlockComments: true,
        strings: [StringSyntax(open: "\"", close: "\"", endsWithLine: false)])
    case .css: CommentSyntax(blockComments: [("/*", "*/")], strings: [double, single])
    case .php:
      CommentSyntax(
        lineComments: ["//", "#"], blockComments: [("/*", "*/")],
        strings: [
          StringSyntax(open: "\"", close: "\"", endsWithLine: false),
          StringSyntax(open: "'", close: "'", endsWithLine: false),
        ])
    case .python:
      CommentSyntax(
        lineComments: ["#"],
        strings: [
          StringSyntax(open: "\"\"\"", close: "\"\"\"", endsWithLine: false, canDocument: true),
          StringSyntax(open: "'''", close: "'''", endsWithLine: false, canDocument: true),
          double, single,
        ])
    case .ruby:
      CommentSyntax(lineComments: ["#"], blockComments: [("\n=begin", "\n=end")], strings: [double, single])
    case .shell, .dockerfile, .toml, .yaml, .powershell:
      CommentSyntax(
        lineComments: ["#"], blockComments: language == .powershell ? [("<#", "#>")] : [], strings: [double, single])
    case .properties: CommentSyntax(lineComments: ["#", "!"])
    case .sql: CommentSyntax(lineComments: ["--"], blockComments: [("/*", "*/")], strings: [single, double])
    // JSON has no comments, but many files called JSON have them.
    case .json: CommentSyntax(lineComments: ["//"], blockComments: [("/*", "*/")], strings: [double])
    case .har: CommentSyntax(strings: [double])
    case .html, .visualforce, .aura, .vue, .xml, .markdown, .plainText, .unknown: nil
    }
  }

  /// Script elements in pages, and event handlers.
  static let javascript = CommentSyntax(
    lineComments: ["//"], blockComments: [("/*", "*/")],
    strings: [
      double, single, StringSyntax(open: "`", close: "`", endsWithLine: false, interpolates: true),
    ],
    hasRegexLiterals: true)

  private static let double = StringSyntax(open: "\"", close: "\"")
  private static let single = StringSyntax(open: "'", close: "'")
  private static let long = StringSyntax(open: "\"\"\"", close: "\"\"\"", endsWithLine: false)
  private static let longSingle = StringSyntax(open: "'''", close: "'''", endsWithLine: false)
}

/// A short literal as bytes.
struct Token: Sendable, ExpressibleByStringLiteral {
  let bytes: [UInt8]

  init(stringLiteral text: StaticString) {
    bytes = Array("\(text)".utf8)
  }

  var count: Int { bytes.count }
}
