/// Text made fit for Markdown, for generated articles.
enum MarkdownText {
  /// Plain text; characters that would be markup are written so that they are not.
  static func plain(_ text: some StringProtocol) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\", "`", "*", "[", "]", "<", "|": result += "\\\(character)"
      default: result.append(character)
      }
    }
  }

  /// Plain text in one line, for a table or a heading.
  static func line(_ text: some StringProtocol) -> String {
    plain(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// Text in code font.
  static func code(_ text: some StringProtocol) -> String {
    // A table's cell ends at a bar even in code.
    text.contains("`") || text.contains("|") ? plain(text) : "`\(text)`"
  }

  /// A block of code, fenced with more backticks than it holds.
  static func block(_ text: some StringProtocol) -> String {
    var run = 0
    var longest = 2
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\n\(text.trimmingNewlines)\n\(fence)"
  }

  static func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }.joined(
      separator: "\n")
  }
}

/// A file of the documentation that is made from the rules.
public struct GeneratedPage: Hashable, Sendable {
  /// The file's name, without a folder.
  public var name: String
  public var text: String
}
