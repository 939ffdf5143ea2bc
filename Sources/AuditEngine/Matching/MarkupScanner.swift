import AuditModel

/// Tells comments, scripts and styles from markup, byte by byte, in pages and templates.
struct MarkupScanner {
  private var state: State = .text
  /// The language inside the element whose start tag is being read.
  private var elementInTag: Embedded?
  private let hasServerCode: Bool

  private enum State {
    case text
    case tag(quote: UInt8?)
    case comment(close: Token)
    case embedded(Embedded, CodeScanner)
    case serverCode(CodeScanner, close: Token)
  }

  private enum Embedded {
    case script
    case style

    var endTag: Token { self == .script ? "</script" : "</style" }
    var syntax: CommentSyntax { self == .script ? .javascript : CommentSyntax.of(.css) ?? CommentSyntax() }
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
    case .embedded(_, let scanner), .serverCode(let scanner, _): scanner.region
    }
  }

  mutating func advance(in bytes: Span<UInt8>, from start: Int, to end: Int) {
    var offset = start
    while offset < end { offset += step(bytes, at: offset) }
  }

  private mutating func step(_ bytes: Span<UInt8>, at offset: Int) -> Int {
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
          state = .embedded(embedded, CodeScanner(embedded.syntax))
        } else {
          state = .text
        }
        elementInTag = nil
      }
      return 1
    case .comment(let close):
      guard bytes.hasPrefix(close, at: offset) else { return 1 }
      state = .text
      return close.count
    case .embedded(let embedded, var scanner):
      if byte == UInt8(ascii: "<"), bytes.hasCaselessPrefix(embedded.endTag, at: offset) {
        state = .tag(quote: nil)
        return 1
      }
      let length = scanner.step(bytes, at: offset)
      state = .embedded(embedded, scanner)
      return length
    case .serverCode(var scanner, let close):
      if bytes.hasPrefix(close, at: offset) {
        state = .text
        return close.count
      }
      let length = scanner.step(bytes, at: offset)
      state = .serverCode(scanner, close: close)
      return length
    }
  }

  private mutating func stepAtAngle(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    if bytes.hasPrefix("<!--", at: offset) {
      state = .comment(close: "-->")
      return 4
    }
    if bytes.hasPrefix("<%--", at: offset) {
      state = .comment(close: "--%>")
      return 4
    }
    if hasServerCode, bytes.hasCaselessPrefix("<?php", at: offset) || bytes.hasPrefix("<?=", at: offset) {
      state = .serverCode(CodeScanner(CommentSyntax.of(.php) ?? CommentSyntax()), close: "?>")
      return 2
    }
    if bytes.hasCaselessPrefix("<script", at: offset) { elementInTag = .script }
    if bytes.hasCaselessPrefix("<style", at: offset) { elementInTag = .style }
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : space
    // A lone angle bracket in text begins nothing.
    guard next == slash || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next | 0x20 >= UInt8(ascii: "a")
    else { return 1 }
    state = .tag(quote: nil)
    return 1
  }
}
