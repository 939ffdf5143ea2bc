internal import CPCRE2

/// A compiled PCRE2 pattern with its own working memory, owned by one worker.
///
/// A class, because a worker keeps its patterns in an array and that wants copies of references.
///
/// Patterns match bytes, not characters: rules look for ASCII, and what they scan need not be valid
/// UTF-8. Matching is bounded by a limit, so that no pattern can stall a run.
@safe package final class Pattern {
  /// The named groups, by number.
  package let groups: [(name: String, number: Int)]

  private let code: OpaquePointer
  private let matchData: OpaquePointer
  private let matchContext: OpaquePointer

  /// How much work one match may cost before it is given up.
  ///
  /// PCRE2's own default is ten million; patterns of the built-in packs need less than a thousand.
  package static let matchLimit: UInt32 = 200_000

  /// How much of a long text one match may take, and as much again is looked at: a pattern such as `[a-z]*:`
  /// reads on from each place as far as it may.
  private static let reach = TextMatcher.bytesAfter

  /// - Parameter caseless: Whether letter case is ignored everywhere in the pattern.
  package init(_ text: String, caseless: Bool = false) throws(PatternError) {
    var errorCode: Int32 = 0
    var errorOffset = 0
    var text = text
    // Multiline always: `^` and `$` mean lines, as people expect from a search.
    let options =
      UInt32(PCRE2_MULTILINE) | UInt32(PCRE2_NEVER_BACKSLASH_C) | PCRE2_USE_OFFSET_LIMIT
      | (caseless ? UInt32(PCRE2_CASELESS) : 0)
    let compiled = text.withUTF8 { utf8 in
      unsafe pcre2_compile_8(utf8.baseAddress, utf8.count, options, &errorCode, &errorOffset, nil)
    }
    guard let compiled = unsafe compiled else {
      throw PatternError(message: Pattern.message(for: errorCode), offset: errorOffset)
    }
    unsafe code = compiled
    // Without just-in-time support the interpreter matches the same, only slower.
    _ = unsafe pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE))
    guard let data = unsafe pcre2_match_data_create_from_pattern_8(compiled, nil),
      let context = unsafe pcre2_match_context_create_8(nil)
    else {
      unsafe pcre2_code_free_8(compiled)
      throw PatternError(message: "no memory for the pattern", offset: 0)
    }
    unsafe matchData = data
    unsafe matchContext = context
    _ = unsafe pcre2_set_match_limit_8(context, Pattern.matchLimit)
    groups = unsafe Pattern.groups(of: compiled)
  }

  deinit {
    unsafe pcre2_match_context_free_8(matchContext)
    unsafe pcre2_match_data_free_8(matchData)
    unsafe pcre2_code_free_8(code)
  }

  /// Finds the first match that begins at or after an offset.
  ///
  /// Bytes before the offset are seen by look-behinds and by `^` but are not matched.
  ///
  /// - Parameter last: The last offset at which a match may begin; without one any will do.
  package func firstMatch(in bytes: Span<UInt8>, from start: Int, beginningUpTo last: Int = .max) -> Outcome {
    // PCRE2's word for no limit is its largest number.
    _ = unsafe pcre2_set_offset_limit_8(matchContext, last == .max ? ~0 : last)
    let result = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_match_8(code, buffer.baseAddress, buffer.count, start, 0, matchData, matchContext)
    }
    if result == PCRE2_ERROR_NOMATCH { return .none }
    guard result > 0, let range = range(ofGroup: 0) else { return .gaveUp }
    return .match(range)
  }

  /// Finds the first match in a text of any length, in time that grows as it does.
  private func firstMatch(in text: Span<UInt8>) -> Outcome {
    var start = 0
    while true {
      let end = min(text.count, start + 2 * Pattern.reach)
      let last = end < text.count ? start + Pattern.reach : .max
      let outcome = firstMatch(in: text.extracting(..<end), from: start, beginningUpTo: last)
      guard case .none = outcome, end < text.count else { return outcome }
      start += Pattern.reach + 1
    }
  }

  /// Whether the pattern matches anywhere in a text.
  ///
  /// - Parameter gaveUp: Becomes true where nobody knows.
  package func matches(_ text: Span<UInt8>, gaveUp: inout Bool) -> Bool {
    switch firstMatch(in: text) {
    case .match: return true
    case .none: return false
    case .gaveUp:
      gaveUp = true
      return false
    }
  }

  /// The named groups of the first match in a text, or nothing where there is none.
  ///
  /// - Parameter gaveUp: Becomes true where nobody knows.
  func captures(in text: String, gaveUp: inout Bool) -> CapturedTexts? {
    let bytes = Array(text.utf8)
    guard matches(bytes.span, gaveUp: &gaveUp) else { return nil }
    return groups.reduce(into: [:]) { captures, group in
      guard let range = range(ofGroup: group.number), !range.isEmpty else { return }
      captures[group.name] = range == bytes.indices ? text : String(decoding: bytes[range], as: UTF8.self)
    }
  }

  /// The bytes that a group of the latest match took part in.
  package func range(ofGroup number: Int) -> Range<Int>? {
    let groupCount = unsafe Int(pcre2_get_ovector_count_8(matchData))
    guard number < groupCount, let offsets = unsafe pcre2_get_ovector_pointer_8(matchData)
    else { return nil }
    let start = unsafe offsets[2 * number], end = unsafe offsets[2 * number + 1]
    // An unset group has the largest offset at both ends; `\K` in a look-ahead can turn them round.
    guard start != Int.max, start <= end, UInt(bitPattern: start) != UInt.max else { return nil }
    return Int(start)..<Int(end)
  }

  package enum Outcome {
    case match(Range<Int>)
    case none
    /// The match limit was reached.
    case gaveUp
  }

  private static func message(for code: Int32) -> String {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
      let length = unsafe pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
      return unsafe length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(code)"
    }
  }

  private static func groups(of code: OpaquePointer) -> [(name: String, number: Int)] {
    var count: UInt32 = 0
    var entrySize: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &entrySize)
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table = unsafe table else { return [] }
    // Each entry is the group's number in two bytes, its name, and a NUL.
    return (0..<Int(count)).map { index in
      let entry = unsafe table + index * Int(entrySize)
      let number = unsafe Int(entry[0]) << 8 | Int(entry[1])
      return (name: unsafe String(cString: entry + 2), number: number)
    }
  }
}

/// A pattern that PCRE2 refuses.
package struct PatternError: Error, Hashable, Sendable {
  /// PCRE2's own words.
  package var message: String
  /// The byte in the pattern where it was noticed.
  package var offset: Int
}
