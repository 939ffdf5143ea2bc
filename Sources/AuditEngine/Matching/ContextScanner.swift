import AuditModel

/// Says in which context an offset of one artifact stands; asked from front to back, it reads once.
struct ContextScanner {
  /// Nothing where the language's comments are not known.
  private var regions: RegionFollower?
  private let artifact: Artifact

  init(_ artifact: Artifact) {
    self.artifact = artifact
    regions = RegionScanner(artifact.language).map { RegionFollower($0) }
  }

  /// Whether what stands before a place matters for its context.
  var reads: Bool { regions != nil && !isAlikeThroughout }

  private var isAlikeThroughout: Bool { artifact.isVendored || artifact.kind == .docs }

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
    if artifact.isVendored { return .vendored }
    if artifact.kind == .docs { return .docs }
    let region = isElement ? nil : region(at: target, in: bytes, base: base)
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
    case nil: return regions?.scanner.isMarkup == true ? .markup : .code
    }
  }

  /// Whether an offset stands in a comment; nothing where the language's comments are not known.
  mutating func isComment(at target: Int, in bytes: Span<UInt8>, base: Int) -> Bool? {
    let region = region(at: target, in: bytes, base: base)
    return regions == nil ? nil : region == .comment
  }

  /// Takes up what was told of the next piece ahead of its turn.
  mutating func follow(_ marks: RegionMarks?, base: Int) {
    regions?.follow(marks, base: base)
  }

  /// Reads bytes in which nobody asks for a context.
  ///
  /// - Parameter end: Where they end in the piece, some bytes before its own end if the text goes on.
  mutating func pass(to end: Int, in bytes: Span<UInt8>, base: Int) {
    regions?.advance(to: base + end, in: bytes, base: base)
  }

  /// The scanner where it is now; nothing where there is none.
  var regionScanner: RegionScanner? { regions?.scanner }

  private mutating func region(at target: Int, in bytes: Span<UInt8>, base: Int) -> CodeScanner.Region? {
    regions?.advance(to: base + target, in: bytes, base: base)
    return regions?.scanner.region
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
