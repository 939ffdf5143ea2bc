extension YAMLValue {
  /// The place in the file of a byte of the node's text; the node's own place where that can't be told.
  func mark(ofByte offset: Int) -> YAMLMark {
    let start = mark
    guard case .text(let text, let style) = node.content else { return start }
    let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self).unicodeScalars
    switch style {
    case .literal: return literalMark(before, start)
    case .singleQuoted:
      return quotedMark(before.count, start) { rest in rest.starts(with: "''".unicodeScalars) ? 2 : 1 }
    case .doubleQuoted: return quotedMark(before.count, start, width: Self.escapeWidth)
    case .plain where !text.contains("\n"):
      return YAMLMark(line: start.line, column: start.column + before.count)
    default: return start
    }
  }

  /// The line on which the text of a block begins; nothing where the text is no block.
  var firstContentLine: Int? {
    node.style == .literal ? mark.line + 1 : nil
  }

  private func literalMark(_ before: String.UnicodeScalarView, _ start: YAMLMark) -> YAMLMark {
    let lines = before.split(omittingEmptySubsequences: false) { $0 == "\n" }
    // The text begins on the line below its sign and is indented as far as its first line that isn't blank.
    let content = document.lines.dropFirst(start.line)
    guard let first = content.first(where: { $0.contains { $0 != " " && $0 != "\r" } }), let last = lines.last
    else {
      return start
    }
    let indent = first.prefix { $0 == " " }.count
    return YAMLMark(line: start.line + lines.count, column: indent + last.count + 1)
  }

  /// Walks a quoted text of one line as the parser does; `width` tells how many scalars make the next one.
  private func quotedMark(
    _ count: Int, _ start: YAMLMark, width: (Substring.UnicodeScalarView) -> Int
  ) -> YAMLMark {
    guard document.lines.indices.contains(start.line - 1) else { return start }
    var rest = document.lines[start.line - 1].dropFirst(start.column)
    var column = start.column + 1
    for _ in 0..<count {
      guard !rest.isEmpty else { return start }
      let step = width(rest)
      rest = rest.dropFirst(step)
      column += step
    }
    return YAMLMark(line: start.line, column: column)
  }

  private static func escapeWidth(_ rest: Substring.UnicodeScalarView) -> Int {
    guard rest.first == "\\" else { return 1 }
    return switch rest.dropFirst().first {
    case "x": 4
    case "u": 6
    case "U": 10
    default: 2
    }
  }
}
