/// Text that isn't JSON even with every leniency.
package struct JSONError: Error, Hashable, Sendable {
  /// What was expected.
  package var message: String
  /// Where, counted in bytes from 0.
  package var byteOffset: Int
}

extension JSONValue {
  /// Reads a JSON text.
  ///
  /// Beyond the standard it accepts what people and servers really write: keys without quotes,
  /// single quotes, a comma too many, raw control characters inside strings, a byte-order mark.
  ///
  /// - Parameter maxDepth: How deep arrays and objects may nest.
  package init(parsing bytes: some Sequence<UInt8>, maxDepth: Int = 64) throws(JSONError) {
    var reader = JSONReader(bytes: Array(bytes), maxDepth: maxDepth)
    self = try reader.document()
  }

  package init(parsing text: String) throws(JSONError) {
    self = try JSONValue(parsing: text.utf8)
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  let maxDepth: Int
  var position = 0

  init(bytes: [UInt8], maxDepth: Int) {
    self.bytes = bytes
    self.maxDepth = maxDepth
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw error("nothing after the value") }
    return value
  }

  private func error(_ expected: String) -> JSONError {
    JSONError(message: "expected \(expected)", byteOffset: position)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < maxDepth else { throw error("at most \(maxDepth) levels") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string())
    case nil: throw error("a value")
    default: return try bareValue()
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    while true {
      skipSpace()
      if take("}") { return .object(members) }
      let key = try key()
      skipSpace()
      guard take(":") else { throw error("':' after a key") }
      members.append(JSONValue.Member(key, try value(depth: depth + 1)))
      skipSpace()
      if take(",") { continue }
      guard take("}") else { throw error("',' or '}'") }
      return .object(members)
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    while true {
      skipSpace()
      if take("]") { return .array(values) }
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take(",") { continue }
      guard take("]") else { throw error("',' or ']'") }
      return .array(values)
    }
  }

  private mutating func key() throws(JSONError) -> String {
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { return try string() }
    let word = bareWord()
    guard !word.isEmpty else { throw error("a key") }
    return word
  }

  private mutating func bareWord() -> String {
    let start = position
    while let byte = next, byte.isBareWord { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func bareValue() throws(JSONError) -> JSONValue {
    let start = position
    let word = bareWord()
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      if let integer = Int(word) { return .integer(integer) }
      if word.utf8.first.map(\.startsNumber) == true, let number = Double(word), number.isFinite {
        return .number(number)
      }
      position = start
      throw error("a value")
    }
  }

  private mutating func string() throws(JSONError) -> String {
    let quote = bytes[position]
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: try escape().utf8)
      } else {
        text.append(byte)
      }
    }
    throw error("the end of a string")
  }

  private mutating func escape() throws(JSONError) -> String {
    guard let byte = next else { throw error("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: return String(decoding: [byte], as: UTF8.self)
    }
  }

  private mutating func unicodeEscape() throws(JSONError) -> String {
    var units = [try hexUnit()]
    if UTF16.isLeadSurrogate(units[0]), bytes[position...].starts(with: Array("\\u".utf8)) {
      position += 2
      units.append(try hexUnit())
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func hexUnit() throws(JSONError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits") }
    position += 4
    return unit
  }
}

extension UInt8 {
  fileprivate var startsNumber: Bool {
    self == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }

  fileprivate var isBareWord: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
