import CXLSXWriter

/// Owns a workbook that libxlsxwriter writes, until its bytes are taken.
@safe struct Workbook: ~Copyable {
  /// The most rows that a sheet of Excel has.
  static let maxRows = 1_048_576

  private let raw: OpaquePointer

  /// - Parameter secondsSinceEpoch: The time of making that stands in the file.
  init(title: String, author: String, secondsSinceEpoch: Int) throws(ReportError) {
    if let message = unsafe cx_load() {
      throw ReportError(code: .missingLibrary, message: unsafe String(cString: message))
    }
    guard let raw = unsafe cx_book_new(title, author, Int64(secondsSinceEpoch)) else {
      throw ReportError(code: .unwritable, message: "no temporary file for the workbook could be made")
    }
    unsafe self.raw = raw
  }

  /// Adds a sheet with a frozen, filtered header.
  func add(_ table: Table, named name: String) throws(ReportError) {
    guard let sheet = unsafe cx_sheet_new(raw, name) else {
      throw ReportError(code: .unwritable, message: "the workbook can't hold a sheet '\(name)'")
    }
    for (column, title) in table.columns.enumerated() {
      unsafe write(title, to: sheet, row: 0, column: column, look: CX_HEADER)
      unsafe cx_sheet_column(sheet, UInt16(column), table.width(ofColumn: column))
    }
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        switch cell {
        case .text(let text):
          unsafe write(text, to: sheet, row: row + 1, column: column, look: Workbook.look(of: text))
        case .integer(let number):
          _ = unsafe cx_sheet_number(sheet, UInt32(row + 1), UInt16(column), Double(number))
        case .number(let number) where number.isFinite:
          _ = unsafe cx_sheet_number(sheet, UInt32(row + 1), UInt16(column), number)
        case .number: break
        }
      }
    }
    unsafe cx_sheet_filter(sheet, UInt32(table.rows.count), UInt16(table.columns.count - 1))
  }

  /// The finished workbook.
  consuming func bytes() throws(ReportError) -> [UInt8] {
    var pointer: UnsafeMutableRawPointer?
    var size = 0
    let message = unsafe cx_book_close(raw, &pointer, &size)
    discard self
    guard let start = unsafe pointer else {
      let reason = unsafe message.map { unsafe String(cString: $0) } ?? "unknown"
      throw ReportError(code: .unwritable, message: "the workbook can't be written: \(reason)")
    }
    let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: size))
    unsafe cx_free(start)
    return bytes
  }

  deinit {
    // Not taken, because something failed on the way.
    var pointer: UnsafeMutableRawPointer?
    var size = 0
    _ = unsafe cx_book_close(raw, &pointer, &size)
    unsafe cx_free(pointer)
  }

  /// A text is written as text whatever it begins with, and cut to what a cell holds.
  private func write(_ text: String, to sheet: OpaquePointer, row: Int, column: Int, look: cx_look) {
    guard !text.isEmpty else { return }
    _ = unsafe cx_sheet_text(sheet, UInt32(row), UInt16(column), PlainText.cell(text), look)
  }

  private static func look(of text: String) -> cx_look {
    switch text {
    case "error", "open", "absent", "incomplete": CX_ERROR
    case "warning", "half-done", "partial": CX_WARNING
    case "done", "present": CX_GOOD
    default: CX_PLAIN
    }
  }
}
