import LenientJSON

/// A file with results of queries: CSV with a header, or JSON as the command-line tools of the platform write it.
struct RecordFile {
  struct Row {
    var line: Int
    var cells: [String: String]

    subscript(_ column: String) -> String? { cells[column.lowercased()] }
  }

  /// The file's path, as places name it.
  var path: String
  /// The object of the records, where the file says it.
  var object: String?
  var rows: [Row] = []

  /// Reads a file by its content; throws where it is neither form.
  init(path: String, bytes: [UInt8]) throws(PlanFileError) {
    self.path = path
    let start = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    if start == UInt8(ascii: "{") || start == UInt8(ascii: "[") {
      try read(json: bytes)
    } else {
      read(csv: bytes)
    }
  }

  private mutating func read(csv bytes: [UInt8]) {
    let table = TextTable(csv: bytes)
    rows = table.rows.map { Row(line: $0.line, cells: $0.cells) }
  }

  private mutating func read(json bytes: [UInt8]) throws(PlanFileError) {
    let root: JSONValue
    do {
      root = try JSONValue(parsing: bytes)
    } catch {
      throw PlanFileError("not valid JSON at byte \(error.byteOffset): \(error.message)")
    }
    guard let records = root.array ?? root["records"]?.array ?? root["result"]?["records"]?.array else {
      throw PlanFileError("the JSON holds no list of 'records'")
    }
    var finder = LineFinder(bytes)
    for record in records {
      if object == nil { object = record["attributes"]?["type"]?.string }
      var cells: [String: String] = [:]
      for member in record.members {
        switch member.value {
        case .string(let text) where !text.isEmpty: cells[member.key.lowercased()] = text
        case .integer(let number): cells[member.key.lowercased()] = String(number)
        case .number(let number): cells[member.key.lowercased()] = String(number)
        case .bool(let value): cells[member.key.lowercased()] = String(value)
        default: break
        }
      }
      rows.append(Row(line: finder.line(of: cells["id"]), cells: cells))
    }
  }
}

/// Finds the lines of ids that come in the order of the file; the reader of JSON keeps no positions.
private struct LineFinder {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The line of the next place of a text; without one, the line of the last.
  mutating func line(of text: String?) -> Int {
    guard let text else { return line }
    let wanted = Array("\"\(text)\"".utf8)
    var index = position
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        line += bytes[position..<index].count { $0 == 10 }
        position = index
        break
      }
      index += 1
    }
    return line
  }
}
