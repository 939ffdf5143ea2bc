/// Rows of comma-separated values with the names of their columns (RFC 4180, and what spreadsheets make of it).
///
/// The separator is the one of comma, semicolon and tab that the first line has most of. Column names are
/// compared without regard to letter case and blanks around them; empty cells are missing ones.
struct TextTable {
  struct Row {
    /// The line on which the row begins, from 1.
    var line: Int
    fileprivate(set) var cells: [String: String]

    /// The cell of a column; nothing where it is empty or the column isn't there.
    subscript(_ column: String) -> String? { cells[column.lowercased()] }
  }

  private(set) var columns: [String] = []
  private(set) var rows: [Row] = []

  init(csv bytes: [UInt8]) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let head = bytes.prefix { $0 != 10 && $0 != 13 }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
    let separator = candidates.max { left, right in
      head.count { $0 == left } < head.count { $0 == right }
    }
    var reader = Reader(
      bytes: bytes, separator: head.contains { candidates.contains($0) } ? separator ?? 44 : 44)
    while let (cells, line) = reader.next() {
      let cells = cells.map(TextTable.plain)
      if columns.isEmpty {
        columns = cells.map { $0.lowercased() }
      } else {
        let filled = zip(columns, cells).filter { !$0.1.isEmpty }
        if !filled.isEmpty { rows.append(Row(line: line, cells: Dictionary(filled) { first, _ in first })) }
      }
    }
  }

  func hasColumn(_ name: String) -> Bool { columns.contains(name.lowercased()) }

  /// The cell without blanks around it, and without the apostrophe that keeps a spreadsheet from calculating.
  private static func plain(_ cell: String) -> String {
    var text = cell[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    if text.first == "'", let second = text.dropFirst().first, "=+-@|%＝＋－＠ ".contains(second) {
      text = text.dropFirst()
    }
    return String(text)
  }

  private struct Reader {
    let bytes: [UInt8]
    let separator: UInt8
    var position = 0
    var line = 1

    /// The cells of the next row and the line it begins on.
    mutating func next() -> (cells: [String], line: Int)? {
      guard position < bytes.count else { return nil }
      let start = line
      var cells: [String] = []
      var cell: [UInt8] = []
      var isQuoted = false
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == 10 || (byte == 13 && !(position < bytes.count && bytes[position] == 10)) { line += 1 }
        if isQuoted {
          guard byte == UInt8(ascii: "\"") else {
            cell.append(byte)
            continue
          }
          if position < bytes.count, bytes[position] == byte {
            cell.append(byte)
            position += 1
          } else {
            isQuoted = false
          }
        } else if byte == UInt8(ascii: "\""), cell.isEmpty {
          isQuoted = true
        } else if byte == separator {
          cells.append(String(decoding: cell, as: UTF8.self))
          cell.removeAll(keepingCapacity: true)
        } else if byte == 10 {
          break
        } else if byte == 13 {
          if position < bytes.count, bytes[position] == 10 { continue }
          break
        } else {
          cell.append(byte)
        }
      }
      cells.append(String(decoding: cell, as: UTF8.self))
      return (cells, start)
    }
  }
}
