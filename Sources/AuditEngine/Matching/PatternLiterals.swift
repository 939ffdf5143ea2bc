/// Tells whether every match of a pattern holds a text of some kind, without knowing all of PCRE2.
///
/// Reads literals, groups, alternatives and quantifiers; of a pattern with anything that it doesn't know it
/// says no. Letter case does not count, so what is asked about comes in lower case.
struct PatternLiterals {
  private let bytes: [UInt8]
  private var offset = 0
  private var isUnderstood = true
  private let isHeld: (String) -> Bool

  /// The most texts that are followed at once.
  private static let maxTexts = 64

  /// What is known of a part of a pattern.
  private struct Part {
    /// All texts that it can match, where they are few.
    var texts: [[UInt8]]?
    /// Whether whatever it matches holds a text that was asked about.
    var holds: Bool

    /// A part that matches between two bytes.
    static let place = Part(texts: [[]], holds: false)
    static let anything = Part(texts: nil, holds: false)
  }

  private init(_ pattern: String, _ isHeld: @escaping (String) -> Bool) {
    bytes = Array(pattern.utf8)
    self.isHeld = isHeld
  }

  /// Whether every match of a pattern holds a text that meets a condition; the condition has to hold for
  /// each text that holds one that meets it.
  static func everyMatch(of pattern: String, holds isHeld: @escaping (String) -> Bool) -> Bool {
    var reader = PatternLiterals(pattern, isHeld)
    let part = reader.alternatives()
    guard reader.isUnderstood, reader.offset == reader.bytes.count else { return false }
    return part.holds || reader.holdAll(part.texts)
  }

  private func holdAll(_ texts: [[UInt8]]?) -> Bool {
    texts?.allSatisfy { isHeld(String(decoding: $0, as: UTF8.self)) } ?? false
  }

  /// Reads up to the end of the group or of the pattern.
  private mutating func alternatives() -> Part {
    var whole = sequence()
    while isUnderstood, offset < bytes.count, bytes[offset] == UInt8(ascii: "|") {
      offset += 1
      let next = sequence()
      // One that is all literal may hold a text where the other holds one in its middle.
      let holds = (whole.holds || holdAll(whole.texts)) && (next.holds || holdAll(next.texts))
      whole = Part(texts: joined(whole.texts, next.texts, +), holds: holds)
    }
    return whole
  }

  private func joined(
    _ one: [[UInt8]]?, _ two: [[UInt8]]?, _ join: ([[UInt8]], [[UInt8]]) -> [[UInt8]]
  ) -> [[UInt8]]? {
    guard let one, let two else { return nil }
    let texts = join(one, two)
    return texts.count <= Self.maxTexts ? texts : nil
  }

  private mutating func sequence() -> Part {
    var run: [[UInt8]] = [[]]
    var isAllLiteral = true
    var holds = false
    while isUnderstood, offset < bytes.count, bytes[offset] != UInt8(ascii: "|"), bytes[offset] != UInt8(ascii: ")") {
      let part = atom()
      let (isRepeated, mayBeAbsent) = quantifier()
      if part.holds, !mayBeAbsent { holds = true }
      let longer = joined(run, part.texts) { one, two in one.flatMap { head in two.map { head + $0 } } }
      if !isRepeated, let longer {
        run = longer
      } else {
        if holdAll(run) || (!mayBeAbsent && holdAll(part.texts)) { holds = true }
        run = [[]]
        isAllLiteral = false
      }
    }
    if holdAll(run) { holds = true }
    return Part(texts: isAllLiteral ? run : nil, holds: holds)
  }

  private mutating func atom() -> Part {
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "("): return group()
    case UInt8(ascii: "["): return characterClass()
    case UInt8(ascii: "\\"): return escape()
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return .place
    case UInt8(ascii: "."): return .anything
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
      isUnderstood = false
      return .anything
    default: return byte < 0x80 ? Part(texts: [[lowercasedASCII(byte)]], holds: false) : .anything
    }
  }

  private mutating func escape() -> Part {
    guard offset < bytes.count else { return unknown() }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"): return .place
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "s"),
      UInt8(ascii: "S"):
      return .anything
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return Part(texts: [[byte]], holds: false)
    default: return unknown()
    }
  }

  private mutating func characterClass() -> Part {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "^") { offset += 1 }
    // A closing bracket in the first place is a member.
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") { offset += 1 }
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "]") {
      if bytes[offset] == UInt8(ascii: "[") { return unknown() }
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    offset += 1
    return .anything
  }

  private mutating func group() -> Part {
    var isLook = false
    if take("?") {
      if take("=") || take("!") || take("<=") || take("<!") {
        isLook = true
      } else if take("i)") {
        return .place
      } else if !take(":") {
        // A name; anything else is not known here.
        guard take("<") || take("P<"), let end = bytes[offset...].firstIndex(of: UInt8(ascii: ">")) else {
          return unknown()
        }
        offset = end + 1
      }
    } else if offset < bytes.count, bytes[offset] == UInt8(ascii: "*") {
      return unknown()
    }
    let part = alternatives()
    guard take(")") else { return unknown() }
    return isLook ? .place : part
  }

  private mutating func unknown() -> Part {
    isUnderstood = false
    return .anything
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let end = offset + text.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      if unsafe bytes[offset + index] != text.utf8Start[index] { return false }
    }
    offset = end
    return true
  }

  /// Reads a quantifier, if one stands here.
  private mutating func quantifier() -> (isRepeated: Bool, mayBeAbsent: Bool) {
    var mayBeAbsent = true
    if take("+") {
      mayBeAbsent = false
    } else if take("{") {
      let start = offset
      guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "}")),
        bytes[start..<end].first.map({ (48...57).contains($0) }) == true,
        bytes[start..<end].allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ",") })
      else {
        isUnderstood = false
        return (true, true)
      }
      // `{0,9}` and `{00}` begin with a zero; `{10}` does not.
      mayBeAbsent = bytes[start] == UInt8(ascii: "0")
      offset = end + 1
    } else if !take("*"), !take("?") {
      return (false, false)
    }
    _ = take("?") || take("+")
    return (true, mayBeAbsent)
  }
}
