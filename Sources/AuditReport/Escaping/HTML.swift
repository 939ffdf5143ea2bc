/// Markup that is safe to show: what is written in the source is markup, what is interpolated is text.
///
/// `let line: HTML = "<p>\(message)</p>"` escapes the message. A `String` becomes markup in no other way.
struct HTML: Hashable, ExpressibleByStringInterpolation {
  private(set) var markup: String

  init(stringLiteral value: String) { markup = value }
  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup: String

    init(literalCapacity: Int, interpolationCount: Int) {
      markup = ""
      markup.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    mutating func appendInterpolation(_ html: [HTML]) { for part in html { markup += part.markup } }
    /// The markup where it is wanted.
    ///
    /// Written this way because both arms of `condition ? "" : "<p>…</p>"` would be texts, and escaped.
    mutating func appendInterpolation(_ html: @autoclosure () -> HTML, if isWanted: Bool) {
      if isWanted { markup += html().markup }
    }
  }

  static func + (left: HTML, right: HTML) -> HTML { "\(left)\(right)" }

  /// The text on one line for content and for quoted attributes; what can't be seen is spelled out.
  private static func escaped(_ text: String) -> String {
    let line = PlainText.oneLine(text)
    let isPlain = line.utf8.allSatisfy { byte in
      byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0x27
    }
    guard !isPlain else { return line }
    var output = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}

extension HTML {
  /// A link that opens nothing but a page of the web; any other address stays text.
  static func link(_ title: String, _ url: String) -> HTML {
    guard let url = WebAddress.safe(url) else { return "\(PlainText.cut(title, to: 300))" }
    return "<a href=\"\(url)\" rel=\"noreferrer noopener\">\(PlainText.cut(title, to: 300))</a>"
  }

  /// Paragraphs and lists of a rule's text.
  static func rich(_ text: String) -> HTML {
    "\(RichText(text).blocks.map(HTML.block))"
  }

  /// Lines of code as they stand.
  static func code(_ text: String) -> HTML {
    let lines = PlainText.code(text).map { line -> HTML in "\(PlainText.cut(line, to: 500))\n" }
    return "<pre tabindex=\"0\"><code>\(lines)</code></pre>\n"
  }

  private static func block(_ block: RichText.Block) -> HTML {
    func items(_ texts: [String]) -> [HTML] { texts.map { "<li>\(PlainText.cut($0, to: 2_000))</li>" } }
    switch block {
    case .paragraph(let text): return "<p>\(PlainText.cut(text, to: 4_000))</p>\n"
    case .numbered(let texts): return "<ol>\(items(texts))</ol>\n"
    case .bulleted(let texts): return "<ul>\(items(texts))</ul>\n"
    }
  }
}
