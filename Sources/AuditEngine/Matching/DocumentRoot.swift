/// The name of an XML document's root element without its prefix, read without a parser.
///
/// Nothing where it stands behind something that takes a parser to tell: a document type, or a prologue
/// of many KB.
func documentRoot(of bytes: Span<UInt8>) -> String? {
  documentRootPlace(in: bytes).map { bytes.text(in: $0, atMost: 256) }
}

/// Where the name stands that ``documentRoot(of:)`` gives.
func documentRootPlace(in bytes: Span<UInt8>) -> Range<Int>? {
  let end = min(bytes.count, 16_384)
  var offset = 0
  while offset < end {
    guard bytes[offset] == UInt8(ascii: "<") else {
      offset += 1
      continue
    }
    if bytes.hasPrefix(Marks.instruction, at: offset) {
      offset = bytes.first(Marks.instructionEnd, from: offset, before: end)
    } else if bytes.hasPrefix(Marks.comment, at: offset) {
      offset = bytes.first(Marks.commentEnd, from: offset + Marks.comment.count, before: end)
    } else if bytes.hasPrefix(Marks.declaration, at: offset) {
      return nil
    } else {
      return rootName(in: bytes.extracting((offset + 1)..<end)).map { $0.shifted(by: offset + 1) }
    }
  }
  return nil
}

private enum Marks {
  static let instruction: Token = "<?"
  static let instructionEnd: Token = "?>"
  static let comment: Token = "<!--"
  static let commentEnd: Token = "-->"
  static let declaration: Token = "<!"
}

extension Span<UInt8> {
  /// The first offset where a token begins, from one offset and before another; none is at or behind the latter.
  fileprivate func first(_ token: Token, from start: Int, before end: Int) -> Int {
    var offset = start
    let mark = token.bytes[0]
    while offset < end, self[offset] != mark || !hasPrefix(token, at: offset) { offset += 1 }
    return offset
  }
}

private func rootName(in bytes: Span<UInt8>) -> Range<Int>? {
  var start = 0
  var offset = 0
  while offset < bytes.count {
    switch bytes[offset] {
    case UInt8(ascii: ":"): start = offset + 1
    case space, newline, tab, carriageReturn, slash, UInt8(ascii: ">"):
      return start < offset ? start..<offset : nil
    default: break
    }
    offset += 1
  }
  return nil
}
