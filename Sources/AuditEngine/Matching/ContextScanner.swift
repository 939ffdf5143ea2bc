import AuditModel

/// Says in which context an offset of one artifact stands; asked from front to back, it reads once.
struct ContextScanner {
  private var scanner: Scanner
  /// How far the artifact has been read.
  private var offset = 0
  private let artifact: Artifact

  private enum Scanner {
    case code(CodeScanner)
    case markup(MarkupScanner)
    case none
  }

  init(_ artifact: Artifact) {
    self.artifact = artifact
    switch artifact.language {
    case .markdown, .plainText, .unknown: scanner = .none
    case .html, .visualforce, .aura, .vue, .xml: scanner = .markup(MarkupScanner(hasServerCode: false))
    case .php: scanner = .markup(MarkupScanner(hasServerCode: true))
    case let language: scanner = CommentSyntax.of(language).map { .code(CodeScanner($0)) } ?? .none
    }
  }

  /// The context of an offset that is not before the last one asked for.
  ///
  /// What an artifact is as a whole outweighs what a place in it is: a string in vendored code is
  /// vendored. A comment outweighs everything but that.
  ///
  /// - Parameters:
  ///   - target: The offset in the bytes.
  ///   - base: The offset of the bytes in the artifact, where they are a piece of it.
  ///   - isElement: Whether an element was found there, so that nothing before it need be read.
  mutating func context(at target: Int, in bytes: Span<UInt8>, base: Int = 0, isElement: Bool = false) -> MatchContext {
    let region = isElement ? nil : region(at: target, in: bytes, base: base)
    if artifact.isVendored { return .vendored }
    if artifact.kind == .docs { return .docs }
    if region == .comment { return .comment }
    if artifact.kind == .metadata {
      return MetadataText.isProse(at: target, in: bytes) ? .docs : artifact.isTest ? .test : .config
    }
    if ListShape.isListEntry(at: target, in: bytes, language: artifact.language) { return .list }
    if artifact.isTest { return .test }
    if artifact.kind == .config { return .config }
    switch region {
    case .string: return .string
    case .code: return .code
    case .comment: return .comment
    case nil: if case .markup = scanner { return .markup } else { return .code }
    }
  }

  /// Whether an offset stands in a comment; nothing where the language's comments are not known.
  mutating func isComment(at target: Int, in bytes: Span<UInt8>, base: Int) -> Bool? {
    let region = region(at: target, in: bytes, base: base)
    if case .none = scanner { return nil }
    return region == .comment
  }

  /// Reads bytes in which nobody asks for a context.
  mutating func pass(_ bytes: Span<UInt8>, base: Int) {
    _ = region(at: bytes.count, in: bytes, base: base)
  }

  private mutating func region(at target: Int, in bytes: Span<UInt8>, base: Int) -> CodeScanner.Region? {
    let start = max(0, offset - base)
    defer { offset = max(offset, target + base) }
    switch scanner {
    case .code(var code):
      if start < target { code.advance(in: bytes, from: start, to: target) }
      scanner = .code(code)
      return code.region
    case .markup(var markup):
      if start < target { markup.advance(in: bytes, from: start, to: target) }
      scanner = .markup(markup)
      return markup.region
    case .none:
      return nil
    }
  }
}

/// Org metadata's own texts for people.
enum MetadataText {
  /// Whether the element round an offset holds prose: a description, a label, a help text.
  static func isProse(at offset: Int, in bytes: Span<UInt8>) -> Bool {
    guard let name = elementName(before: offset, in: bytes) else { return false }
    return prose.contains { $0.isEqual(to: bytes.extracting(name)) }
  }

  private static let prose = [
    "description", "label", "masterlabel", "inlinehelptext", "fulldescription", "shortdescription", "helptext",
    "categories", "plurallabel", "title", "caption",
  ].map { LowercaseText($0) }

  /// Where the name of the nearest start tag before an offset stands, where the text directly follows it.
  private static func elementName(before offset: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    var position = min(offset, bytes.count) - 1
    let limit = max(0, offset - 4_096)
    while position >= limit, bytes[position] != UInt8(ascii: ">") { position -= 1 }
    guard position > limit else { return nil }
    let end = position
    while position >= limit, bytes[position] != UInt8(ascii: "<") { position -= 1 }
    guard position >= limit else { return nil }
    var last = position + 1
    while last < end, bytes[last] != space, bytes[last] != tab, bytes[last] != newline { last += 1 }
    return (position + 1)..<last
  }
}
