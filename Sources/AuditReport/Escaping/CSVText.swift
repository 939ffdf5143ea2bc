/// Rows of comma-separated values (RFC 4180) that a spreadsheet may open.
enum CSVText {
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell: one line, quoted where it must be, and never a formula.
  ///
  /// A spreadsheet takes a cell that begins like a formula for one, so an apostrophe goes before it, which
  /// spreadsheets take as the mark of plain text. Who reads the table back takes it off again.
  private static func cell(_ text: String) -> String {
    let line = neutralized(PlainText.cell(text))
    guard
      line.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == ";" })
    else { return line }
    return "\"" + line.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// The text with an apostrophe before what a spreadsheet would calculate.
  static func neutralized(_ text: String) -> String {
    // Blanks before the sign and the wide forms of the signs begin a formula for some programs too.
    switch text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\u{3000}" }) {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "|", "%": "'" + text
    default: text
    }
  }
}
