import AuditModel

/// Reads a text once, from its beginning on, and tells code, strings and comments apart.
struct RegionScanner: Sendable {
  /// Where it reads on.
  private(set) var offset = 0
  private var kind: Kind

  private enum Kind {
    case code(CodeScanner)
    case markup(MarkupScanner)
  }

  /// - Returns: Nothing for a language in which it can't be told.
  init?(_ language: Language) {
    switch language {
    case .markdown, .plainText, .unknown: return nil
    case .html, .visualforce, .aura, .vue, .xml: kind = .markup(MarkupScanner(hasServerCode: false))
    case .php: kind = .markup(MarkupScanner(hasServerCode: true))
    case let language:
      guard let syntax = CommentSyntax.of(language) else { return nil }
      kind = .code(CodeScanner(syntax))
    }
  }

  var isMarkup: Bool { if case .markup = kind { true } else { false } }

  /// What the next byte stands in; nothing means plain markup.
  var region: CodeScanner.Region? {
    switch kind {
    case .code(let code): code.region
    case .markup(let markup): markup.region
    }
  }

  /// Reads on to an offset, or behind it where a token lies across it.
  ///
  /// - Parameters:
  ///   - bytes: A piece of the text that holds what is read and, where the text goes on, some bytes on either side.
  ///   - base: The offset of the piece in the text.
  mutating func advance(to target: Int, in bytes: Span<UInt8>, base: Int = 0) {
    guard offset < target else { return }
    switch kind {
    case .code(var code):
      offset = base + code.advance(in: bytes, from: offset - base, to: target - base)
      kind = .code(code)
    case .markup(var markup):
      offset = base + markup.advance(in: bytes, from: offset - base, to: target - base)
      kind = .markup(markup)
    }
  }

  /// Whether both are at one place, and will tell the same of whatever follows.
  func isWhere(_ other: RegionScanner) -> Bool {
    guard offset == other.offset else { return false }
    switch (kind, other.kind) {
    case (.code(let own), .code(let other)): return own.isWhere(other)
    case (.markup(let own), .markup(let other)): return own.isWhere(other)
    default: return false
    }
  }

  /// What the scanner may be at the beginning of a line that comes much later, as far as this one tells.
  func guess(at offset: Int) -> RegionScanner {
    var guess = self
    guess.offset = offset
    switch kind {
    case .code(let code): guess.kind = .code(code.guessForLater)
    case .markup(let markup): guess.kind = .markup(markup.guessForLater)
    }
    return guess
  }

  func shifted(by distance: Int) -> RegionScanner {
    var scanner = self
    scanner.offset += distance
    return scanner
  }
}
