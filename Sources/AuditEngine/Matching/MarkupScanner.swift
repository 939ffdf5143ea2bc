import AuditModel
import BytePrefilter

/// Tells comments, scripts and styles from markup, byte by byte, in pages and templates.
struct MarkupScanner: Sendable {
  private var state: State = .text
  /// What is in the element whose start tag is being read.
  private var elementInTag: Embedded?
  /// Inside of elements and of server code.
  private var code = Embedded.script.scanner
  private let hasServerCode: Bool

  private enum State: Hashable {
    case text
    case tag(quote: UInt8?)
    case comment(Comment)
    case embedded(Embedded)
    case serverCode
  }

  /// - Parameter hasServerCode: Whether `<?php … ?>` is code; elsewhere `<?` begins a processing instruction.
  init(hasServerCode: Bool) {
    self.hasServerCode = hasServerCode
  }

  /// What the next byte stands in; nothing means plain markup.
  var region: CodeScanner.Region? {
    switch state {
    case .text, .tag: nil
    case .comment: .comment
    case .embedded, .serverCode: code.region
    }
  }

  /// Whether whatever follows will be told alike, in one language.
  func isWhere(_ other: MarkupScanner) -> Bool {
    guard state == other.state, elementInTag == other.elementInTag else { return false }
    switch state {
    case .text, .tag, .comment: return true
    case .embedded, .serverCode: return code.isWhere(other.code)
    }
  }

  /// What the scanner may be at the beginning of a line that comes much later, as far as this one tells.
  var guessForLater: MarkupScanner {
    var guess = MarkupScanner(hasServerCode: hasServerCode)
    switch state {
    case .text, .tag: break
    case .comment: guess.state = state
    case .embedded, .serverCode:
      guess.state = state
      guess.code = code.guessForLater
    }
    return guess
  }

  /// Reads on to an offset, which may not be before the last one.
  ///
  /// - Returns: Where to read on: behind the offset where a token lies across it.
  mutating func advance(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      skip(bytes, at: &offset, to: end)
      if offset < end { offset += step(bytes, at: offset) }
    }
    return offset
  }

  /// Goes over bytes that begin and end nothing, as ``step(_:at:)`` would one by one.
  private mutating func skip(_ bytes: Span<UInt8>, at offset: inout Int, to end: Int) {
    switch state {
    case .text: offset = Stops.text.firstOffset(in: bytes, from: offset, to: end)
    case .tag(quote: nil): offset = Stops.tag.firstOffset(in: bytes, from: offset, to: end)
    case .tag: offset = Stops.quotes.firstOffset(in: bytes, from: offset, to: end)
    case .comment: offset = Stops.comment.firstOffset(in: bytes, from: offset, to: end)
    case .embedded, .serverCode: code.skip(bytes, at: &offset, to: end)
    }
  }

  /// Reads one token at an offset and gives its length.
  mutating func step(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let byte = bytes[offset]
    switch state {
    case .text:
      return byte == UInt8(ascii: "<") ? stepAtAngle(bytes, at: offset) : 1
    case .tag(let quote):
      if let quote {
        if byte == quote { state = .tag(quote: nil) }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .tag(quote: byte)
      } else if byte == UInt8(ascii: ">") {
        let isSelfClosing = offset > 0 && bytes[offset - 1] == slash
        if let embedded = elementInTag, !isSelfClosing {
          state = .embedded(embedded)
          code = embedded.scanner
        } else {
          state = .text
        }
        elementInTag = nil
      }
      return 1
    case .comment(let comment):
      guard bytes.hasPrefix(comment.close, at: offset) else { return 1 }
      state = .text
      return comment.close.count
    case .embedded(let embedded):
      if byte == UInt8(ascii: "<"), bytes.hasCaselessPrefix(embedded.end, at: offset) {
        state = .tag(quote: nil)
        return 1
      }
      return code.step(bytes, at: offset)
    case .serverCode:
      if bytes.hasPrefix(Embedded.serverCode.end, at: offset) {
        state = .text
        return Embedded.serverCode.end.count
      }
      return code.step(bytes, at: offset)
    }
  }

  private mutating func stepAtAngle(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : space
    for comment in Comment.allCases where bytes.hasPrefix(comment.open, at: offset) {
      state = .comment(comment)
      return comment.open.count
    }
    if hasServerCode, bytes.hasCaselessPrefix(Signs.php, at: offset) || bytes.hasPrefix(Signs.phpOutput, at: offset) {
      state = .serverCode
      code = Embedded.serverCode.scanner
      return 2
    }
    if bytes.hasCaselessPrefix(Signs.script, at: offset) { elementInTag = .script }
    if bytes.hasCaselessPrefix(Signs.style, at: offset) { elementInTag = .style }
    // A lone angle bracket in text begins nothing.
    guard next == slash || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next | 0x20 >= UInt8(ascii: "a")
    else { return 1 }
    state = .tag(quote: nil)
    return 1
  }
}

extension MarkupScanner {
  private enum Comment: CaseIterable {
    case markup, server

    var open: Token { self == .markup ? Signs.commentStart : Signs.serverCommentStart }
    var close: Token { self == .markup ? Signs.commentEnd : Signs.serverCommentEnd }
  }

  /// What is neither text nor markup.
  private enum Embedded {
    case script, style, serverCode

    /// A scanner that stands at its beginning.
    var scanner: CodeScanner {
      switch self {
      case .script: Embedded.scanners.script
      case .style: Embedded.scanners.style
      case .serverCode: Embedded.scanners.serverCode
      }
    }

    /// What ends it.
    var end: Token {
      switch self {
      case .script: Signs.scriptEnd
      case .style: Signs.styleEnd
      case .serverCode: Signs.serverCodeEnd
      }
    }

    // Its end is looked for in all states of the code in it.
    private static let scanners = (
      script: CodeScanner(.javascript, stops: CodeStops(.javascript, and: UInt8(ascii: "<"))),
      style: CodeScanner(css, stops: CodeStops(css, and: UInt8(ascii: "<"))),
      serverCode: CodeScanner(php, stops: CodeStops(php, and: UInt8(ascii: "?")))
    )
    private static let css = CommentSyntax.of(.css) ?? CommentSyntax()
    private static let php = CommentSyntax.of(.php) ?? CommentSyntax()
  }

  // Made once: each token is an allocation.
  private enum Signs {
    static let commentStart: Token = "<!--"
    static let commentEnd: Token = "-->"
    static let serverCommentStart: Token = "<%--"
    static let serverCommentEnd: Token = "--%>"
    static let php: Token = "<?php"
    static let phpOutput: Token = "<?="
    static let script: Token = "<script"
    static let scriptEnd: Token = "</script"
    static let style: Token = "<style"
    static let styleEnd: Token = "</style"
    static let serverCodeEnd: Token = "?>"
  }

  private enum Stops {
    static let text = ByteSet([UInt8(ascii: "<")])
    static let tag = ByteSet([UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ">")])
    static let quotes = ByteSet([UInt8(ascii: "\""), UInt8(ascii: "'")])
    static let comment = ByteSet([UInt8(ascii: "-")])
  }
}
