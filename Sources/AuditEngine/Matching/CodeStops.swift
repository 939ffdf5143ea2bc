import BytePrefilter

/// The bytes at which a ``CodeScanner`` has to look, for each state that it can be in.
///
/// All others only go by. Looking for the next one that doesn't is what makes the way through a large file to
/// its last match short.
final class CodeStops: Sendable {
  /// In code: what can begin a comment, a string or a regular expression.
  let code: ByteSet
  /// In the code of a `${…}`, where braces count as well.
  let codeInBraces: ByteSet
  /// In a comment to the end of the line.
  let lineEnd: ByteSet
  /// In a regular expression.
  let regex: ByteSet
  /// In each kind of comment over lines: what can end it, or begin another in it.
  let comments: [ByteSet]
  /// In each kind of string: what can end it, or takes the next byte's meaning away.
  let strings: [ByteSet]

  /// - Parameter other: A byte that somebody else wants to look at, whatever it stands in.
  init(_ syntax: CommentSyntax, and other: UInt8? = nil) {
    func set(_ bytes: [UInt8]) -> ByteSet { ByteSet(bytes + (other.map { [$0] } ?? [])) }
    let tokens = syntax.lineComments + syntax.blockComments.map(\.open) + syntax.strings.map(\.open)
    let beginnings = tokens.map { $0.bytes[0] } + (syntax.hasRegexLiterals ? [slash] : [])
    code = set(beginnings)
    codeInBraces = set(beginnings + [UInt8(ascii: "{"), UInt8(ascii: "}")])
    lineEnd = set([newline, carriageReturn])
    regex = set([backslash, newline, slash, UInt8(ascii: "["), UInt8(ascii: "]")])
    comments = syntax.blockComments.map { comment in
      set([comment.close.bytes[0]] + (syntax.nestsBlockComments ? [comment.open.bytes[0]] : []))
    }
    strings = syntax.strings.map { string in
      set(
        [string.close.bytes[0]] + (string.escapes ? [backslash] : []) + (string.endsWithLine ? [newline] : [])
          + (string.interpolates ? [UInt8(ascii: "$")] : []))
    }
  }
}
