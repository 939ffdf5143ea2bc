import AuditModel

/// Another form of the same artifact, in which a rule must say the same.
struct CaseVariant {
  /// What is different, in words; nothing for the case as it is written.
  let name: String?
  let bytes: [UInt8]
  /// By how much lines after the first ones move down.
  var shift = Shift(count: 0, after: 0)

  struct Shift {
    var count: Int
    /// The last line that stays.
    var after: Int

    func apply(to line: Int) -> Int { line > after ? line + count : line }
  }
}

extension RuleCase {
  /// The case's first artifact as it is written and in every other form that its language allows.
  func variants(keywords: [String]) -> [CaseVariant] {
    let text = artifacts[0].text
    let path = artifacts[0].path
    var variants = [CaseVariant(name: nil, bytes: Array(text.utf8))]
    if isFixed { return variants }
    variants.append(CaseVariant(name: "byte-order mark", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)))
    if text.contains("\n") {
      variants.append(
        CaseVariant(name: "CRLF", bytes: Array(text.replacing("\n", with: "\r\n").utf8)))
    }
    variants.append(
      CaseVariant(
        name: "UTF-16", bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
    if let shifted = shifted(text, path) { variants.append(shifted) }
    if let upper = upperCased(text, path, keywords) { variants.append(upper) }
    return variants
  }

  /// Three more lines at the start, or after the line that must be the first.
  private func shifted(_ text: String, _ path: String) -> CaseVariant? {
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    var head = ""
    var rest = text
    if text.hasPrefix("<?xml") || text.hasPrefix("#!") || text.hasPrefix("---") {
      // Only where the first line holds nothing else.
      guard lines.count == 2, !lines[0].hasPrefix("<?xml") || lines[0].hasSuffix("?>") else { return nil }
      head = lines[0] + "\n"
      rest = String(lines[1])
    }
    let comment = LineComment(path: path)?.line("one more line") ?? ""
    return CaseVariant(
      name: "three lines down", bytes: Array("\(head)\n\(comment)\n\n\(rest)".utf8),
      shift: .init(count: 3, after: head.isEmpty ? 0 : 1))
  }

  /// The rule's keywords in capitals, for Apex, outside of its text literals.
  private func upperCased(_ text: String, _ path: String, _ keywords: [String]) -> CaseVariant? {
    guard ["cls", "trigger", "apex"].contains(path.fileExtension) else { return nil }
    var bytes = Array(text.utf8)
    var isLiteral = false
    for start in bytes.indices {
      // A literal ends with its line at the latest.
      if bytes[start] == UInt8(ascii: "\n") { isLiteral = false }
      if bytes[start] == UInt8(ascii: "'") { isLiteral.toggle() }
      if isLiteral { continue }
      for keyword in keywords where bytes[start...].startsIgnoringCase(with: keyword) {
        for place in start..<(start + keyword.utf8.count) where (97...122).contains(bytes[place]) {
          bytes[place] -= 32
        }
      }
    }
    return bytes == Array(text.utf8) ? nil : CaseVariant(name: "capitals", bytes: bytes)
  }
}

/// How a comment of one line looks.
private struct LineComment {
  let start: String
  let end: String

  init?(path: String) {
    switch path.fileExtension {
    case "cls", "trigger", "apex", "js", "mjs", "ts", "jsx", "tsx", "java", "kt", "swift", "m", "mm", "h", "cs",
      "dart", "go", "rs", "scala", "gradle", "groovy", "c", "cpp":
      (start, end) = ("// ", "")
    case "py", "rb", "sh", "yaml", "yml", "toml", "properties", "tf", "ps1": (start, end) = ("# ", "")
    case "html", "htm", "xml", "page", "component", "cmp", "app", "vue", "md": (start, end) = ("<!-- ", " -->")
    case "css", "scss": (start, end) = ("/* ", " */")
    case "sql": (start, end) = ("-- ", "")
    default: return nil
    }
  }

  func line(_ text: String) -> String { start + text + end }
}

extension String {
  /// What stands after the last dot of a path, in small letters.
  fileprivate var fileExtension: String {
    split(separator: "/").last?.split(separator: ".").last?.lowercased() ?? ""
  }
}

extension ArraySlice<UInt8> {
  fileprivate func startsIgnoringCase(with keyword: String) -> Bool {
    count >= keyword.utf8.count
      && zip(self, keyword.utf8).allSatisfy { left, right in
        left == right || ((left ^ right) == 0x20 && (97...122).contains(left | 0x20))
      }
  }
}
