/// Text from outside, made safe to show to people: one line, nothing invisible, no wider than asked.
enum PlainText {
  /// The text on one line, with line ends as spaces and what could act spelled out as `\u{1B}`.
  ///
  /// That is: what steers a terminal, what turns the direction of text or can't be seen, and the beginnings
  /// of commands that build servers obey in their logs, `##vso[` and `##[` anywhere and `::error` at the
  /// beginning of a line.
  static func oneLine(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    var output = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      switch scalar {
      case "\n" where before == "\r": break
      case _ where isBreak(scalar): output.append(" ")
      case "#" where before == "#" && !isBlank(scalars[after: index]): spellOut(scalar, in: &output)
      case ":" where isBlank(before) && scalars[after: index] == ":": spellOut(scalar, in: &output)
      case _ where isInvisible(scalar): spellOut(scalar, in: &output)
      default: output.append(scalar)
      }
      before = scalar
    }
    return String(output)
  }

  /// The text with its own line ends, and each line as ``oneLine(_:)`` makes it.
  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map { oneLine(String($0)) }
  }

  /// The lines of a piece of code without empty ones at its end, as the texts of rules have them.
  static func code(_ text: String) -> [String] {
    let lines = lines(text)
    return Array(lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }

  /// The beginning of the text on one line, with an ellipsis where something was left out.
  static func cut(_ text: String, to width: Int) -> String {
    let line = oneLine(shortened(text, to: width))
    guard self.width(line) > width else { return line }
    var output = ""
    var room = width - 1
    for scalar in line.unicodeScalars {
      room -= self.width(scalar)
      guard room >= 0 else { break }
      output.unicodeScalars.append(scalar)
    }
    return output + "…"
  }

  /// The end of the text on one line, as paths need it.
  static func cutFront(_ text: String, to width: Int) -> String {
    let line = oneLine(text)
    guard self.width(line) > width else { return line }
    var kept: [Unicode.Scalar] = []
    var room = width - 1
    for scalar in line.unicodeScalars.reversed() {
      room -= self.width(scalar)
      guard room >= 0 else { break }
      kept.append(scalar)
    }
    var output = "…"
    output.unicodeScalars.append(contentsOf: kept.reversed())
    return output
  }

  /// The text on one line in at most as many UTF-16 units as a cell of a spreadsheet holds.
  static func cell(_ text: String) -> String {
    let maxUnits = 32_000
    let line = oneLine(text)
    guard line.utf16.count > maxUnits else { return line }
    var output = String.UnicodeScalarView()
    var room = maxUnits - 1
    for scalar in line.unicodeScalars {
      room -= UTF16.width(scalar)
      guard room >= 0 else { break }
      output.append(scalar)
    }
    return String(output) + "…"
  }

  /// The text with blanks behind it, so that columns stand below one another.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(text)))
  }

  /// The text in lines of at most that many columns, broken at blanks where there are any.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in oneLine(text).split(separator: " ") {
      let word = self.width(String(word)) > width ? cut(String(word), to: width) : String(word)
      if line.isEmpty {
        line = word
      } else if self.width(line) + 1 + self.width(word) <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The columns that a terminal gives to a text.
  static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// Whether a character would steer a terminal, turn the direction of text, or not be seen at all.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// Whether nothing in the text needs a second look.
  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != before || (byte != 0x23 && byte != 0x3A) else { return false }
      before = byte
    }
    return true
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\t", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// Whether a word can begin or end here: a blank, a break, or the edge of the text.
  private static func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isWhitespace } ?? true
  }

  private static func spellOut(_ scalar: Unicode.Scalar, in output: inout String.UnicodeScalarView) {
    output.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 1
      }
    }
  }

  /// A long text cut roughly first, so that nobody walks over 100 KB to show a line of it.
  private static func shortened(_ text: String, to width: Int) -> String {
    let room = max(64, width * 8)
    guard text.utf8.count > room else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(room)))
  }
}

extension String.UnicodeScalarView {
  /// The scalar behind a position, or nothing at the end.
  fileprivate subscript(after index: Index) -> Unicode.Scalar? {
    let next = self.index(after: index)
    return next < endIndex ? self[next] : nil
  }
}
