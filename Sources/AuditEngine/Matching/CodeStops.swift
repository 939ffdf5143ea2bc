/// The bytes at which a ``CodeScanner`` has to look, for each state that it can be in.
///
/// All others only go by. Looking for the next one that doesn't is what makes the way through a large file to
/// its last match short.
final class CodeStops: Sendable {
  /// In code: what can begin a comment, a string or a regular expression.
  static let code: UInt16 = 1
  static let lineEnd: UInt16 = 2
  static let regex: UInt16 = 4

  private let commentCount: Int
  /// For each byte the states in which it means something, a bit each.
  private let table: [UInt16]

  init(_ syntax: CommentSyntax) {
    commentCount = syntax.blockComments.count
    precondition(3 + commentCount + syntax.strings.count <= 16, "a language has more kinds of text than bits")
    var table = [UInt16](repeating: 0, count: 256)
    func add(_ byte: UInt8, _ state: UInt16) { table[Int(byte)] |= state }
    for token in syntax.lineComments + syntax.blockComments.map(\.open) + syntax.strings.map(\.open) {
      add(token.bytes[0], CodeStops.code)
    }
    if syntax.hasRegexLiterals { add(slash, CodeStops.code) }
    for byte in [newline, carriageReturn] { add(byte, CodeStops.lineEnd) }
    for byte in [backslash, newline, slash, UInt8(ascii: "["), UInt8(ascii: "]")] { add(byte, CodeStops.regex) }
    for (index, comment) in syntax.blockComments.enumerated() {
      add(comment.close.bytes[0], CodeStops.bit(index))
      if syntax.nestsBlockComments { add(comment.open.bytes[0], CodeStops.bit(index)) }
    }
    for (index, string) in syntax.strings.enumerated() {
      let bit = CodeStops.bit(commentCount + index)
      add(string.close.bytes[0], bit)
      if string.escapes { add(backslash, bit) }
      if string.endsWithLine { add(newline, bit) }
      if string.interpolates { add(UInt8(ascii: "$"), bit) }
    }
    self.table = table
  }

  /// In the comment over lines of that index: what can end it, or begin another in it.
  func comment(_ index: Int) -> UInt16 { CodeStops.bit(index) }

  /// In the string of that index: what can end it, or takes the next byte's meaning away.
  func string(_ index: Int) -> UInt16 { CodeStops.bit(commentCount + index) }

  private static func bit(_ index: Int) -> UInt16 { 8 << index }

  /// The first byte that means something in a state, or the end.
  func first(_ state: UInt16, in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe table.withUnsafeBufferPointer { table in
        var offset = start
        // Four at a time: one branch for all of them is what most of the time was spent on.
        while offset + 4 <= end {
          let met =
            unsafe table[Int(bytes[offset])] | table[Int(bytes[offset + 1])] | table[Int(bytes[offset + 2])]
            | table[Int(bytes[offset + 3])]
          if met & state != 0 { break }
          offset += 4
        }
        while offset < end, unsafe table[Int(bytes[offset])] & state == 0 { offset += 1 }
        return offset
      }
    }
  }
}
