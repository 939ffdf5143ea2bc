import AuditModel

/// Recognises the entries of long lists: block lists, allow lists, object lists, stored headers.
///
/// A name in a list of thousands says nothing about the owner of the list. What counts is the
/// neighbourhood: many entries of one shape, one beside the other.
enum ListShape {
  /// How many entries make a list, on one line or on lines of their own.
  static let entriesOnOneLine = 15
  static let linesOfEntries = 20
  /// A line longer than this is no entry, in bytes.
  static let longestEntry = 300

  static func isListEntry(at offset: Int, in bytes: Span<UInt8>, language: Language) -> Bool {
    // Stored traffic holds the headers that Salesforce sends to everybody.
    if language == .har { return true }
    return isInNameList(at: offset, in: bytes) || isInLineList(at: offset, in: bytes)
  }

  /// One run of names with `;` or `,` between them: Process Builder's object lists.
  private static func isInNameList(at offset: Int, in bytes: Span<UInt8>) -> Bool {
    var separators = 0
    var position = offset
    while position < bytes.count, isNameOrSeparator(bytes[position]), position - offset < 4_096 {
      if isSeparator(bytes[position]) { separators += 1 }
      position += 1
    }
    position = offset - 1
    while position >= 0, isNameOrSeparator(bytes[position]), offset - position < 4_096 {
      if isSeparator(bytes[position]) { separators += 1 }
      position -= 1
    }
    return separators >= entriesOnOneLine
  }

  /// One entry a line, many lines on either side together: domain lists, arrays of object names.
  private static func isInLineList(at offset: Int, in bytes: Span<UInt8>) -> Bool {
    var lineStart = offset
    while lineStart > 0, bytes[lineStart - 1] != newline, offset - lineStart < longestEntry { lineStart -= 1 }
    guard let entry = shape(ofLineAt: lineStart, in: bytes) else { return false }
    var entries = 1
    var next = entry.next
    while entries < linesOfEntries, let line = shape(ofLineAt: next, in: bytes), line.shape == entry.shape {
      entries += 1
      next = line.next
    }
    var before = lineStart
    while entries < linesOfEntries, before > 0 {
      var start = before - 1
      while start > 0, bytes[start - 1] != newline, before - start < longestEntry { start -= 1 }
      guard let line = shape(ofLineAt: start, in: bytes), line.shape == entry.shape else { break }
      entries += 1
      before = start
    }
    return entries >= linesOfEntries
  }

  /// The punctuation before and after a line's only word, or nothing where the line has several words.
  private static func shape(ofLineAt start: Int, in bytes: Span<UInt8>) -> (shape: [UInt8], next: Int)? {
    guard start < bytes.count else { return nil }
    var shape: [UInt8] = []
    var words = 0
    var isInWord = false
    var position = start
    while position < bytes.count, bytes[position] != newline {
      let byte = bytes[position]
      guard position - start < longestEntry else { return nil }
      if isWord(byte) {
        if !isInWord { words += 1 }
        isInWord = true
      } else {
        isInWord = false
        if byte != carriageReturn, byte != UInt8(ascii: ",") { shape.append(byte) }
      }
      position += 1
    }
    return words == 1 ? (shape, position + 1) : nil
  }

  /// A byte of a name, a host or a path pattern.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: ":"): true
    default: false
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") }

  private static func isNameOrSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: ";"), UInt8(ascii: ","): true
    default: false
    }
  }
}
