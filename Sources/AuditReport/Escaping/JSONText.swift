/// What JSON output shares.
enum JSONText {
  /// Spells out what a terminal would obey or no reader would see, in JSON that is valid already.
  ///
  /// Outside of strings JSON is ASCII, so every non-ASCII byte stands in a string and may be an escape.
  static func escapingInvisible(_ json: some Sequence<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(json.underestimatedCount + json.underestimatedCount / 64)
    var sequence: [UInt8] = []
    func isWhole(_ sequence: [UInt8]) -> Bool {
      let length = sequence[0] >= 0xF0 ? 4 : sequence[0] >= 0xE0 ? 3 : 2
      return sequence.count >= length
    }
    for byte in json {
      if byte == 0x7F {
        output += Array("\\u007f".utf8)
      } else if byte < 0x80 {
        output.append(byte)
      } else {
        sequence.append(byte)
        guard isWhole(sequence) else { continue }
        let text = String(decoding: sequence, as: UTF8.self)
        if text.unicodeScalars.contains(where: PlainText.isInvisible) {
          for unit in text.utf16 {
            let digits = String(unit, radix: 16)
            output += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
          }
        } else {
          output += sequence
        }
        sequence.removeAll(keepingCapacity: true)
      }
    }
    return output
  }
}
