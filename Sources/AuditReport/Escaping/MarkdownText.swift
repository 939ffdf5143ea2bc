/// Text from outside inside Markdown as GitHub and GitLab read it.
enum MarkdownText {
  /// Prose: every character that could begin markup, a mention, a reference or a link is disarmed.
  ///
  /// What can't begin anything where it stands is left alone, because people read the source too.
  static func prose(_ text: String, cutTo width: Int = 1_000) -> String {
    let scalars = Array(PlainText.cut(text, to: width).unicodeScalars)
    var output = ""
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      // An empty comment ends what would become a mention or a reference to an issue.
      case "@", "#": output += "\(scalar)<!-- -->"
      case "\\", "`", "*", "[", "]", "|", "~", "$": output += "\\\(scalar)"
      case "_" where !(isWord(before) && isWord(after)): output += "\\_"
      case "-" where before == nil, "+" where before == nil, "=" where before == nil: output += "\\\(scalar)"
      case ":" where after == "/": output += "\\:"
      case "." where isWord(before) && (output.hasSuffix("www") || scalars[..<index].allSatisfy(isDigit)):
        output += "\\."
      case ")" where index > 0 && scalars[..<index].allSatisfy(isDigit): output += "\\)"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// A code span, which shows its text as it is and links nothing.
  ///
  /// A bar is escaped only inside tables: there it would end the cell even in code.
  static func code(_ text: String, cutTo width: Int = 1_000, inTable: Bool = false) -> String {
    span(PlainText.cut(text, to: width), inTable: inTable)
  }

  /// A path or another name whose end matters most, as a code span.
  static func path(_ text: String, cutTo width: Int = 1_000, inTable: Bool = false) -> String {
    span(PlainText.cutFront(text, to: width), inTable: inTable)
  }

  /// Lines of code between fences that are longer than any run of backticks in them.
  static func codeBlock(_ text: String) -> String {
    let lines = PlainText.code(text)
    let fence = String(repeating: "`", count: max(3, longestRun(lines.joined(separator: "\n")) + 1))
    return ([fence] + lines + [fence]).joined(separator: "\n")
  }

  /// A link; an address that isn't plain HTTP stays text.
  static func link(_ title: String, _ url: String) -> String {
    guard let url = WebAddress.safe(url) else { return prose(title) }
    return "[\(prose(title, cutTo: 200))](<\(url)>)"
  }

  /// An identifier for a hidden comment: letters, digits, dots and single hyphens, the rest percent-encoded.
  static func hiddenID(_ text: String) -> String {
    var output = ""
    for byte in text.utf8.prefix(200) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      // Two hyphens would end the comment.
      case UInt8(ascii: "-") where !output.isEmpty && !output.hasSuffix("-"): output += "-"
      default: output += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return output.hasSuffix("-") ? output.dropLast() + "%2D" : output
  }

  private static func span(_ text: String, inTable: Bool) -> String {
    guard !text.isEmpty else { return "" }
    let fence = String(repeating: "`", count: longestRun(text) + 1)
    // A blank on both sides is taken off again by the reader; it keeps backticks off the fence.
    let pad =
      text.hasPrefix("`") || text.hasSuffix("`") || (text.hasPrefix(" ") && text.hasSuffix(" ")) ? " " : ""
    let inner =
      inTable ? text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : text
    return fence + pad + inner + pad + fence
  }

  /// The length of the longest run of backticks.
  private static func longestRun(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || isDigit($0) } ?? false
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}
