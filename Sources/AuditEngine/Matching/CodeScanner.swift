import BytePrefilter

/// Tells comments and strings from code, byte by byte, in one language.
///
/// It is no parser: it knows where comments and strings begin and end, and that is all. It never goes
/// back, so a file of any size costs one pass, and a mistake (an apostrophe in text it takes for code)
/// ends at the end of the line in all but the long kinds of string.
struct CodeScanner: Sendable {
  enum Region: Hashable, Sendable {
    case code
    case comment
    case string
  }

  private let syntax: CommentSyntax
  /// Made for the first long way.
  private var stops: CodeStops?
  private var state: State = .code
  /// Each open `${`, innermost last.
  private var interpolations: [Interpolation] = []
  /// The last byte of code that was no blank; a line feed where it ended a line.
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

  private struct Interpolation: Hashable {
    /// Of braces inside.
    var depth: Int
    /// The kind of string that goes on behind it.
    var string: Int
  }

  init(_ syntax: CommentSyntax, stops: CodeStops? = nil) {
    self.syntax = syntax
    self.stops = stops
  }

  /// Whether whatever follows will be told alike, in one language.
  func isWhere(_ other: CodeScanner) -> Bool {
    state == other.state && lastCodeByte == other.lastCodeByte && isAtLineStart == other.isAtLineStart
      && interpolations == other.interpolations
  }

  /// What the scanner may be at the beginning of a line that comes much later, as far as this one tells.
  ///
  /// What lasts over lines may last that long; anything else will have ended.
  var guessForLater: CodeScanner {
    var guess = CodeScanner(syntax, stops: stops)
    switch state {
    case .blockComment: guess.state = state
    case .string(let index, _) where !syntax.strings[index].endsWithLine: guess.state = state
    case .code, .lineComment, .string, .regex: break
    }
    return guess
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
  ///
  /// - Returns: Where to read on: behind the offset where a token lies across it.
  mutating func advance(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    if stops == nil, end - start > 2_048 { stops = CodeStops(syntax) }
    var offset = start
    while offset < end {
      skip(bytes, at: &offset, to: end)
      if offset < end { offset += step(bytes, at: offset) }
    }
    return offset
  }

  /// Goes over bytes that begin and end nothing, as ``step(_:at:)`` would one by one.
  mutating func skip(_ bytes: Span<UInt8>, at offset: inout Int, to end: Int) {
    guard let stops else { return }
    switch state {
    case .code:
      let start = offset
      offset = (interpolations.isEmpty ? stops.code : stops.codeInBraces).firstOffset(in: bytes, from: start, to: end)
      var last = offset - 1
      while last >= start, bytes[last] == space || bytes[last] == tab { last -= 1 }
      guard last >= start else { return }
      isAtLineStart = bytes[last] == newline || bytes[last] == carriageReturn
      lastCodeByte = isAtLineStart ? newline : bytes[last]
    case .lineComment: offset = stops.lineEnd.firstOffset(in: bytes, from: offset, to: end)
    case .blockComment(let index, _): offset = stops.comments[index].firstOffset(in: bytes, from: offset, to: end)
    case .string(let index, _): offset = stops.strings[index].firstOffset(in: bytes, from: offset, to: end)
    case .regex: offset = stops.regex.firstOffset(in: bytes, from: offset, to: end)
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
      interpolations.append(Interpolation(depth: 0, string: index))
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
