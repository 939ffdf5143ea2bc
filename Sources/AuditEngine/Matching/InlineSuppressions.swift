import AuditModel

/// The comments of one artifact that set findings beside them off, and what is wrong with them.
///
/// A comment holds for its own line. One that has its line to itself also holds for the next line; several
/// of them on top of each other hold for the line below the last.
struct InlineSuppressions {
  /// How much of a comment is read, in bytes.
  private static let length = 1_000

  private(set) var diagnostics: [Diagnostic] = []

  private let rules: RuleSet
  private let masker: Masker
  private let artifact: Artifact
  private var contexts: ContextScanner
  private var lines = LineCounter()
  private var entries: [Entry] = []

  private struct Entry {
    /// Nothing means every rule.
    var rules: [RuleID]?
    var suppression: Suppression
    /// The lines for which the comment holds.
    var lines: ClosedRange<Int>
    var isAlone: Bool
    var location: Location
    var used: Set<RuleID> = []
  }

  init(_ rules: RuleSet, masker: Masker, artifact: Artifact) {
    self.rules = rules
    self.masker = masker
    self.artifact = artifact
    contexts = ContextScanner(artifact)
  }

  /// Takes up the comments of the next piece of the artifact.
  ///
  /// - Parameters:
  ///   - range: What wasn't read with the piece before; the rest only completes a comment.
  ///   - base: The offset of the piece in the artifact.
  mutating func read(_ range: Range<Int>, of bytes: Span<UInt8>, base: Int = 0) {
    var offset = range.lowerBound
    let end = range.upperBound
    while let hit = bytes.firstCaseless(SuppressionComment.keyword, from: offset), hit < end {
      add(at: hit, in: bytes, base: base)
      offset = hit + SuppressionComment.keyword.utf8.count
    }
    count(upTo: end, in: bytes, base: base)
    contexts.pass(to: end, in: bytes, base: base)
  }

  /// The exception for a rule's finding on a line, by number; it counts as used from now on.
  mutating func use(for rule: RuleID, onLine line: Int?) -> Int? {
    guard let line, !entries.isEmpty, !rules.isSilent(rule) else { return nil }
    let index = entries.firstIndex { $0.lines.contains(line) && $0.rules?.contains(rule) ?? true }
    if let index { entries[index].used.insert(rule) }
    return index
  }

  func suppression(_ index: Int) -> Suppression { entries[index].suppression }

  /// Complaints about comments that no finding needed; asked for when all findings are there.
  var unused: [Diagnostic] {
    entries.flatMap { entry -> [Diagnostic] in
      guard let named = entry.rules else {
        guard entry.used.isEmpty else { return [] }
        return [complaint("unused", "the exception is not needed: nothing was found here", entry.location)]
      }
      return named.filter { !entry.used.contains($0) }.map {
        complaint("unused", "the exception is not needed: rule '\($0)' found nothing here", entry.location)
      }
    }
  }

  private mutating func add(at offset: Int, in bytes: Span<UInt8>, base: Int) {
    let isComment = contexts.isComment(at: offset, in: bytes, base: base)
    let start = lineStart(before: offset, in: bytes)
    let before = bytes.text(in: start..<offset, atMost: Self.length)
    guard isComment ?? endsInCommentSign(before) else { return }
    let (text, rest) = content(after: offset + SuppressionComment.keyword.utf8.count, in: bytes)
    count(upTo: offset, in: bytes, base: base)
    let position = lines.position(before: bytes[offset])
    let location = Location(path: artifact.path, line: position.line, column: position.column)
    do {
      guard let comment = try SuppressionComment(text) else { return }
      let isAlone = (start > 0 || base == 0) && stands(before, alonePrecedes: rest)
      add(comment, isAlone: isAlone, line: position.line, location)
    } catch {
      diagnostics.append(complaint("malformed", error.message, location))
    }
  }

  private mutating func add(_ comment: SuppressionComment, isAlone: Bool, line: Int, _ location: Location) {
    // A comment further up holds for the line below this one.
    if isAlone {
      for index in entries.indices where entries[index].isAlone && entries[index].lines.upperBound == line {
        entries[index].lines = entries[index].lines.lowerBound...(line + 1)
      }
    }
    var named: [RuleID]? = []
    for name in comment.names {
      if name == "*" {
        named = nil
      } else if let rule = rules.ruleID(named: name) {
        named?.append(rule)
      } else {
        let ids = rules.rules.map(\.rule.id.rawValue)
        diagnostics.append(
          complaint("malformed", "unknown rule '\(name.prefix(80))'" + suggestion(for: name, among: ids), location))
      }
    }
    if named?.isEmpty == true { return }
    if let until = comment.until, until < rules.asOf {
      diagnostics.append(
        complaint("expired", "the exception ended on \(until) and no longer holds; renew it or remove it", location))
      return
    }
    entries.append(
      Entry(
        rules: named,
        suppression: Suppression(kind: .inline, reason: masker.mask(comment.reason), until: comment.until),
        lines: line...(isAlone ? line + 1 : line), isAlone: isAlone, location: location))
  }

  private func complaint(_ code: String, _ message: String, _ location: Location) -> Diagnostic {
    Diagnostic(
      code: "suppression-\(code)", severity: .information, message: masker.mask(message), location: location)
  }

  private mutating func count(upTo end: Int, in bytes: Span<UInt8>, base: Int) {
    let start = max(0, lines.byteOffset - base)
    if start < end { lines.advance(over: bytes.extracting(start..<end)) }
  }
}

// MARK: - The line round the keyword

extension InlineSuppressions {
  private func lineStart(before offset: Int, in bytes: Span<UInt8>) -> Int {
    var start = offset
    let lowest = max(0, offset - Self.length)
    while start > lowest, bytes[start - 1] != newline, bytes[start - 1] != carriageReturn { start -= 1 }
    return start
  }

  /// What follows the keyword up to the end of the comment or of the line, and what the line has after that.
  private func content(after offset: Int, in bytes: Span<UInt8>) -> (text: String, rest: String) {
    var end = offset
    let highest = min(bytes.count, offset + Self.length)
    while end < highest, bytes[end] != newline, bytes[end] != carriageReturn { end += 1 }
    let line = Array(bytes.text(in: offset..<end, atMost: Self.length).utf8)
    for index in line.indices {
      for close in Self.closings where line[index...].starts(with: close.bytes) {
        return (
          String(decoding: line[..<index], as: UTF8.self),
          String(decoding: line[(index + close.count)...], as: UTF8.self)
        )
      }
    }
    return (String(decoding: line, as: UTF8.self), "")
  }

  /// What ends a comment before the end of its line.
  private static let closings: [Token] = ["*/", "--%>", "-->", "#>"]

  /// Whether a line has nothing but the comment; the signs round comments and their braces don't count.
  private func stands(_ before: String, alonePrecedes rest: String) -> Bool {
    before.allSatisfy { $0.isWhitespace || "/*#-<!%;{(\u{FEFF}".contains($0) }
      && rest.allSatisfy { $0.isWhitespace || $0 == "}" || $0 == ")" }
  }

  /// Whether a comment begins right before the keyword, in a language whose comments are not known.
  private func endsInCommentSign(_ before: String) -> Bool {
    guard let last = before.lastIndex(where: { !$0.isWhitespace }) else { return false }
    // Prose shows the comments of all languages; its own are those of HTML.
    let signs = artifact.language == .markdown ? ["<!--"] : ["<!--", "//", "/*", "#", ";", "--"]
    return signs.contains { before[...last].hasSuffix($0) }
  }
}
