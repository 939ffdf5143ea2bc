/// Tells comments and strings from code, byte by byte, in one language.
///
/// It is no parser: it knows where comments and strings begin and end, and that is all. It never goes
/// back, so a file of any size costs one pass, and a mistake (an apostrophe in text it takes for code)
/// ends at the end of the line in all but the long kinds of string.
struct CodeScanner {
  enum Region: Hashable {
    case code
    case comment
    case string
  }

  private let syntax: CommentSyntax
  /// Made for the first long way.
  private var stops: CodeStops?
  private var state: State = .code
  /// Depth of braces inside each open `${`, innermost last.
  private var interpolations: [(depth: Int, string: Int)] = []
  /// The last byte of code that was neither blank nor line end, and the one before it.
  private var lastCodeByte: UInt8 = UInt8(ascii: "\n")
  /// Whether only blanks stand between the line's start and here.
  private var isAtLineStart = true

  private enum State: Hashable {
    case code
    case lineComment
    case blockComment(index: Int, depth: Int)
    case string(index: Int, isDocumentation: Bool)
    case regex(inClass: Bool)
  }

  init(_ syntax: CommentSyntax) {
    self.syntax = syntax
  }

  /// What the next byte to be read stands in.
  var region: Region {
    switch state {
    case .code, .regex: .code
    case .lineComment, .blockComment: .comment
    case .string(_, let isDocumentation): isDocumentation ? .comment : .string
    }
  }

  /// Reads on to an offset, which may not be before the last one.
  mutating func advance(in bytes: Span<UInt8>, from start: Int, to end: Int) {
    if stops == nil, end - start > 2_048 { stops = CodeStops(syntax) }
    var offset = start
    while offset < end {
      if let stops { skip(bytes, at: &offset, to: end, stops) }
      if offset < end { offset += step(bytes, at: offset) }
    }
  }

  /// Goes over bytes that begin and end nothing, as ``step(_:at:)`` would one by one.
  private mutating func skip(_ bytes: Span<UInt8>, at offset: inout Int, to end: Int, _ stops: CodeStops) {
    switch state {
    case .code:
      // Inside `${…}` braces count.
      guard interpolations.isEmpty else { return }
      let start = offset
      offset = stops.first(CodeStops.code, in: bytes, from: start, to: end)
      var last = offset - 1
      while last >= start, bytes[last] == space || bytes[last] == tab { last -= 1 }
      guard last >= start else { return }
      isAtLineStart = bytes[last] == newline || bytes[last] == carriageReturn
      lastCodeByte = isAtLineStart ? newline : bytes[last]
    case .lineComment: offset = stops.first(CodeStops.lineEnd, in: bytes, from: offset, to: end)
    case .blockComment(let index, _): offset = stops.first(stops.comment(index), in: bytes, from: offset, to: end)
    case .string(let index, _): offset = stops.first(stops.string(index), in: bytes, from: offset, to: end)
    case .regex: offset = stops.first(CodeStops.regex, in: bytes, from: offset, to: end)
    }
  }

  /// Reads one token at an offset and gives its length.
  mutating func step(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let byte = bytes[offset]
    switch state {
    case .code: return stepInCode(bytes, at: offset, byte)
    case .lineComment:
      if byte == newline || byte == carriageReturn { state = .code; isAtLineStart = true }
      return 1
    case .blockComment(let index, let depth):
      let (open, close) = syntax.blockComments[index]
      if bytes.hasPrefix(close, at: offset) {
        state = depth == 1 ? .code : .blockComment(index: index, depth: depth - 1)
        return close.count
      }
      if syntax.nestsBlockComments, bytes.hasPrefix(open, at: offset) {
        state = .blockComment(index: index, depth: depth + 1)
        return open.count
      }
      return 1
    case .string(let index, _): return stepInString(bytes, at: offset, byte, index)
    case .regex(let inClass):
      if byte == backslash { return 2 }
      if byte == newline { state = .code; isAtLineStart = true }
      if byte == UInt8(ascii: "[") { state = .regex(inClass: true) }
      if byte == UInt8(ascii: "]") { state = .regex(inClass: false) }
      if byte == slash, !inClass { state = .code; lastCodeByte = byte }
      return 1
    }
  }

  private mutating func stepInCode(_ bytes: Span<UInt8>, at offset: Int, _ byte: UInt8) -> Int {
    if byte == newline || byte == carriageReturn {
      for (index, comment) in syntax.blockComments.enumerated() where bytes.hasPrefix(comment.open, at: offset) {
        state = .blockComment(index: index, depth: 1)
        return comment.open.count
      }
      isAtLineStart = true
      lastCodeByte = newline
      return 1
    }
    if byte == space || byte == tab { return 1 }
    let wasAtLineStart = isAtLineStart
    isAtLineStart = false
    if !canBeginToken(byte) {
      lastCodeByte = byte
      return trackBraces(byte)
    }
    for comment in syntax.lineComments where bytes.hasPrefix(comment, at: offset) {
      guard isComment(comment, in: bytes, at: offset, wasAtLineStart) else { continue }
      state = .lineComment
      return comment.count
    }
    for (index, comment) in syntax.blockComments.enumerated() where bytes.hasPrefix(comment.open, at: offset) {
      state = .blockComment(index: index, depth: 1)
      return comment.open.count
    }
    for (index, string) in syntax.strings.enumerated() where bytes.hasPrefix(string.open, at: offset) {
      let stands = wasAtLineStart || lastCodeByte == newline
      state = .string(index: index, isDocumentation: string.canDocument && stands)
      return string.open.count
    }
    if byte == slash, syntax.hasRegexLiterals, expectsOperand {
      state = .regex(inClass: false)
      return 1
    }
    lastCodeByte = byte
    return trackBraces(byte)
  }

  private mutating func stepInString(
    _ bytes: Span<UInt8>, at offset: Int, _ byte: UInt8, _ index: Int
  ) -> Int {
    let string = syntax.strings[index]
    if byte == backslash, string.escapes { return 2 }
    if string.endsWithLine, byte == newline {
      state = .code
      isAtLineStart = true
      return 1
    }
    if string.interpolates, byte == UInt8(ascii: "$"), offset + 1 < bytes.count,
      bytes[offset + 1] == UInt8(ascii: "{")
    {
      interpolations.append((depth: 0, string: index))
      state = .code
      lastCodeByte = UInt8(ascii: "{")
      return 2
    }
    if bytes.hasPrefix(string.close, at: offset) {
      state = .code
      lastCodeByte = byte
      return string.close.count
    }
    return 1
  }

  /// Follows braces in the code of a `${…}`, to find its end.
  private mutating func trackBraces(_ byte: UInt8) -> Int {
    guard let innermost = interpolations.last else { return 1 }
    if byte == UInt8(ascii: "{") { interpolations[interpolations.count - 1].depth += 1 }
    if byte == UInt8(ascii: "}") {
      if innermost.depth == 0 {
        interpolations.removeLast()
        state = .string(index: innermost.string, isDocumentation: false)
      } else {
        interpolations[interpolations.count - 1].depth -= 1
      }
    }
    return 1
  }

  private func canBeginToken(_ byte: UInt8) -> Bool {
    switch byte {
    case slash, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "#"), UInt8(ascii: "-"),
      UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// Whether a comment sign is one here: not the slashes of a bare URL, not a colour or an anchor.
  private func isComment(
    _ sign: Token, in bytes: Span<UInt8>, at offset: Int, _ wasAtLineStart: Bool
  ) -> Bool {
    guard offset > 0 else { return true }
    let before = bytes[offset - 1]
    switch sign.bytes[0] {
    case slash: return before != UInt8(ascii: ":")
    case UInt8(ascii: "#"): return before == space || before == tab || before == newline || syntax.strings.isEmpty
    // In properties files a comment has its line to itself.
    case UInt8(ascii: "!"): return wasAtLineStart
    default: return true
    }
  }

  /// Whether a slash here begins a regular expression and does not divide.
  private var expectsOperand: Bool {
    switch lastCodeByte {
    case newline, UInt8(ascii: "("), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "["),
      UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "{"),
      UInt8(ascii: ";"), UInt8(ascii: "+"), UInt8(ascii: ">"):
      true
    default: false
    }
  }
}

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let space = UInt8(ascii: " ")
let tab = UInt8(ascii: "\t")
let backslash = UInt8(ascii: "\\")
let slash = UInt8(ascii: "/")
