/// What JSON output shares.
enum JSONText {
  /// Spells out what a terminal would obey or no reader would see, in JSON that is valid already.
  ///
  /// Outside of strings JSON is ASCII, so every non-ASCII byte stands in a string and may be an escape.
  static func escapingInvisible(_ json: some Collection<UInt8>) -> [UInt8] {
    json.withContiguousStorageIfAvailable { unsafe escapingInvisible($0) } ?? escapingInvisible(Array(json))
  }

  private static func escapingInvisible(_ json: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let base = json.baseAddress else { return [] }
    var output: [UInt8] = []
    output.reserveCapacity(json.count + json.count / 64)
    var index = 0
    while index < json.count {
      let start = index
      // Most of it stays as it is, and is gone through eight bytes at a time.
      while index + 8 <= json.count, unsafe isPlain(UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)) {
        index += 8
      }
      while index < json.count, unsafe json[index] < 0x7F, unsafe json[index] != UInt8(ascii: "#") { index += 1 }
      unsafe output.append(contentsOf: json[start..<index])
      guard index < json.count else { break }
      let byte = unsafe json[index]
      if byte == UInt8(ascii: "#") {
        // Two in a row would begin a command in the logs of some build servers.
        if output.last == byte { escape(UInt16(byte), to: &output) } else { output.append(byte) }
        index += 1
      } else if byte == 0x7F {
        escape(UInt16(byte), to: &output)
        index += 1
      } else {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard index + length <= json.count else { break }
        let sequence = unsafe json[index..<index + length]
        let text = unsafe String(decoding: sequence, as: UTF8.self)
        if text.unicodeScalars.contains(where: PlainText.isInvisible) {
          for unit in text.utf16 { escape(unit, to: &output) }
        } else {
          unsafe output.append(contentsOf: sequence)
        }
        index += length
      }
    }
    return output
  }

  /// Whether none of eight bytes is beyond ASCII, a delete character or a `#`.
  private static func isPlain(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let hashes = bytes ^ (ones &* UInt64(UInt8(ascii: "#")))
    // What is carried to another byte comes from one that isn't plain itself.
    return (bytes | (bytes &+ ones) | ((hashes &- ones) & ~hashes)) & (ones &* 0x80) == 0
  }

  /// A text as a JSON string.
  static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C && $0 != 0x23 }) {
      output.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { write(scalar, to: &output) }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func write(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar {
    case "\"": output.append(contentsOf: "\\\"".utf8)
    case "\\": output.append(contentsOf: "\\\\".utf8)
    case "\n": output.append(contentsOf: "\\n".utf8)
    case "\r": output.append(contentsOf: "\\r".utf8)
    case "\t": output.append(contentsOf: "\\t".utf8)
    // Two in a row would begin a command in the logs of some build servers.
    case "#" where output.last == UInt8(ascii: "#"): escape(0x23, to: &output)
    case _ where PlainText.isInvisible(scalar):
      for unit in String(scalar).utf16 { escape(unit, to: &output) }
    default: output.append(contentsOf: String(scalar).utf8)
    }
  }

  private static func escape(_ unit: UInt16, to output: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    output.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
  }
}
