internal import CPCRE2

/// What a pattern provides, or why it can't be used.
struct PatternCheck {
  /// The names of its groups.
  var groups: [String]

  /// Compiles a pattern as the matchers do and looks at its shape.
  init(_ text: String) throws(PatternProblem) {
    var errorCode: Int32 = 0
    var errorOffset = 0
    var copy = text
    let options = UInt32(PCRE2_MULTILINE) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    let compiled = copy.withUTF8 { utf8 in
      unsafe pcre2_compile_8(utf8.baseAddress, utf8.count, options, &errorCode, &errorOffset, nil)
    }
    guard let compiled = unsafe compiled else {
      throw PatternProblem(message: PatternCheck.message(for: errorCode), offset: errorOffset)
    }
    defer { unsafe pcre2_code_free_8(compiled) }
    if let offset = PatternOutline(text).nestedRepetition {
      throw PatternProblem(
        message: "a repetition without bound stands in another one; give one of them a bound, such as '{0,40}'",
        offset: offset)
    }
    groups = unsafe PatternCheck.groups(of: compiled)
  }

  private static func message(for code: Int32) -> String {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
      let length = unsafe pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
      return unsafe length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(code)"
    }
  }

  private static func groups(of code: OpaquePointer) -> [String] {
    var count: UInt32 = 0
    var entrySize: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &entrySize)
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table = unsafe table else { return [] }
    return (0..<Int(count)).map { index in unsafe String(cString: table + index * Int(entrySize) + 2) }
  }
}

/// Why a pattern can't be used, and the byte where that shows.
struct PatternProblem: Error, Hashable {
  var message: String
  var offset: Int
}
