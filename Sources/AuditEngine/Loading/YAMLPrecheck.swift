/// Looks for what must not reach the YAML parser, without being one.
///
/// The parser follows aliases and nests calls as deep as the text nests brackets: a few hundred bytes
/// could keep it busy for ever or run it out of stack. Whatever this misses and is an anchor all the
/// same is refused after parsing.
enum YAMLPrecheck {
  static func firstDanger(in text: String) -> YAMLMark? {
    var blockIndent: Int?
    var depth = 0
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let indent = indentation(of: line)
      let content = line.dropFirst(indent)
      if content.isEmpty || content.first == UInt8(ascii: "#") { continue }
      if let block = blockIndent {
        if indent > block { continue }
        blockIndent = nil
      }
      if let column = dangerousColumn(in: content, depth: &depth) {
        return YAMLMark(line: number + 1, column: indent + column + 1)
      }
      if opensBlock(content) { blockIndent = indent }
    }
    return nil
  }

  /// Where a line's content begins; the dash of a list belongs to the indentation.
  private static func indentation(of line: Substring.UTF8View) -> Int {
    var indent = 0
    var rest = line
    while let first = rest.first {
      if first == UInt8(ascii: " ") {
        indent += 1
        rest = rest.dropFirst()
      } else if rest.starts(with: "- ".utf8) {
        indent += 2
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    return indent
  }

  /// Whether a line ends in the sign of a block of literal text: `why: |`, `- >-`.
  private static func opensBlock(_ line: Substring.UTF8View) -> Bool {
    let words = line.split { [UInt8(ascii: " "), UInt8(ascii: "\r")].contains($0) }
    guard let last = words.last, let sign = last.first, words.count > 1 else { return false }
    return [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(sign)
      && last.dropFirst().allSatisfy { "+-123456789".utf8.contains($0) }
  }

  private static func dangerousColumn(in line: Substring.UTF8View, depth: inout Int) -> Int? {
    var quote: UInt8?
    var previous = UInt8(ascii: " ")
    for (column, byte) in line.enumerated() {
      defer { previous = byte }
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): if " [{,:-".utf8.contains(previous) { quote = byte }
      case UInt8(ascii: "#"): if previous == UInt8(ascii: " ") { return nil }
      case UInt8(ascii: "&"):
        // Only what begins a value is an anchor; 'Tips & tricks' in a plain text is none.
        if beginsValue(line.prefix(column)), !line.dropFirst(column + 1).starts(with: " ".utf8) {
          return column
        }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > RulePackLimits.depth { return column }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
    }
    return nil
  }

  private static func beginsValue(_ text: Substring.UTF8View) -> Bool {
    guard let last = text.last(where: { $0 != UInt8(ascii: " ") }) else { return true }
    return ":-,[{?".utf8.contains(last)
  }
}
