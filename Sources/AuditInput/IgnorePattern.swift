/// One line of an ignore file.
///
/// The language is that of `gitignore(5)`. Matching takes time in proportion to pattern and path, whatever
/// the pattern: stars go back no further than to the last one.
struct IgnorePattern: Hashable, Sendable {
  private enum Shape: Hashable, Sendable {
    /// The name itself.
    case name([UInt8])
    /// `*.log`
    case suffix([UInt8])
    /// A name with wildcards.
    case wildName([UInt8])
    /// A path from the ignore file's folder on, in pieces between slashes; the first and the last one
    /// once more where they have no wildcards, since they rule out nearly every path.
    case path([[UInt8]], first: [UInt8]?, last: [UInt8]?)
  }

  /// Whether the line takes something back, `!keep.log`.
  let isNegated: Bool
  /// Whether only folders are meant, `build/`.
  let isFolderOnly: Bool
  private let shape: Shape

  /// Reads a line; nothing for empty lines and comments.
  init?(line: some Collection<UInt8>) {
    var line = Array(line)
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if line.first == UInt8(ascii: "#") { return nil }
    IgnorePattern.trimBlanks(&line)
    isNegated = line.first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    isFolderOnly = line.last == UInt8(ascii: "/")
    if isFolderOnly { line.removeLast() }
    guard !line.isEmpty else { return nil }
    if line.contains(UInt8(ascii: "/")) {
      if line.first == UInt8(ascii: "/") { line.removeFirst() }
      let pieces = line.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
      func plain(_ piece: [UInt8]?) -> [UInt8]? {
        piece.flatMap { $0.contains(where: IgnorePattern.special.contains) ? nil : $0 }
      }
      shape = .path(pieces, first: plain(pieces.first), last: plain(pieces.last))
    } else {
      shape = IgnorePattern.nameShape(line)
    }
  }

  /// Whether a path is meant.
  ///
  /// - Parameters:
  ///   - path: The path from the ignore file's folder on.
  ///   - name: Its last piece.
  func matches(path: ArraySlice<UInt8>, name: UnsafeBufferPointer<UInt8>, isFolder: Bool) -> Bool {
    if isFolderOnly && !isFolder { return false }
    return switch shape {
    case .name(let wanted): unsafe name.elementsEqual(wanted)
    case .suffix(let suffix):
      unsafe name.count >= suffix.count && name.suffix(suffix.count).elementsEqual(suffix)
    case .wildName(let pattern): unsafe IgnorePattern.matches(name: name[...], pattern: pattern)
    case .path(let pieces, let first, let last):
      unsafe last.map(name.elementsEqual) != false
        && first.map { path.starts(with: $0) } != false
        && IgnorePattern.matches(path: path, pieces: pieces)
    }
  }

  private static let special: Set<UInt8> = [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\")]

  private static func nameShape(_ pattern: [UInt8]) -> Shape {
    if !pattern.contains(where: special.contains) { return .name(pattern) }
    if pattern.first == UInt8(ascii: "*"), !pattern.dropFirst().contains(where: special.contains) {
      return .suffix(Array(pattern.dropFirst()))
    }
    return .wildName(pattern)
  }

  /// Blanks at the end of a line don't count unless a backslash stands before them.
  private static func trimBlanks(_ line: inout [UInt8]) {
    while line.last == UInt8(ascii: " ") {
      let backslashes = line.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if !backslashes.isMultiple(of: 2) { return }
      line.removeLast()
    }
  }
}

// MARK: - Matching

extension IgnorePattern {
  /// Pieces against pieces, where `**` stands for any number of them.
  private static func matches(path: ArraySlice<UInt8>, pieces: [[UInt8]]) -> Bool {
    let names = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var name = 0
    var piece = 0
    var star: (piece: Int, name: Int)?
    let anything = [UInt8(ascii: "*"), UInt8(ascii: "*")]
    while name < names.count {
      if piece < pieces.count, pieces[piece] == anything {
        // At the end `**` means everything inside, so at least one name.
        if piece == pieces.count - 1 { return true }
        star = (piece, name)
        piece += 1
      } else if piece < pieces.count, matches(name: names[name], pattern: pieces[piece]) {
        name += 1
        piece += 1
      } else if let last = star {
        star = (last.piece, last.name + 1)
        name = last.name + 1
        piece = last.piece + 1
      } else {
        return false
      }
    }
    return piece == pieces.count
  }

  /// A name against a pattern with `*`, `?`, `[…]` and backslashes.
  private static func matches<Name: RandomAccessCollection<UInt8>>(name: Name, pattern: [UInt8]) -> Bool {
    var byte = name.startIndex
    var token = 0
    var star: (token: Int, byte: Name.Index)?
    while byte < name.endIndex {
      if token < pattern.count, pattern[token] == UInt8(ascii: "*") {
        star = (token, byte)
        token += 1
      } else if let next = accepts(name[byte], pattern, at: token) {
        name.formIndex(after: &byte)
        token = next
      } else if let last = star {
        let again = name.index(after: last.byte)
        star = (last.token, again)
        byte = again
        token = last.token + 1
      } else {
        return false
      }
    }
    while token < pattern.count, pattern[token] == UInt8(ascii: "*") { token += 1 }
    return token == pattern.count
  }

  /// The place after the token at a place, if that token takes the byte.
  private static func accepts(_ byte: UInt8, _ pattern: [UInt8], at token: Int) -> Int? {
    guard token < pattern.count else { return nil }
    switch pattern[token] {
    case UInt8(ascii: "?"): return token + 1
    case UInt8(ascii: "["): return acceptsClass(byte, pattern, at: token)
    case UInt8(ascii: "\\"):
      // A backslash at the very end matches nothing, as in Git.
      return token + 1 < pattern.count && pattern[token + 1] == byte ? token + 2 : nil
    case let wanted: return wanted == byte ? token + 1 : nil
    }
  }

  private static func acceptsClass(_ byte: UInt8, _ pattern: [UInt8], at token: Int) -> Int? {
    var index = token + 1
    let isNegated =
      index < pattern.count && (pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^"))
    if isNegated { index += 1 }
    var isIn = false
    var isFirst = true
    while index < pattern.count, isFirst || pattern[index] != UInt8(ascii: "]") {
      isFirst = false
      if let (name, end) = className(pattern, at: index) {
        guard let accepts = classes[name] else { return nil }
        if accepts(byte) { isIn = true }
        index = end
        continue
      }
      guard let low = literal(pattern, &index) else { return nil }
      if index + 1 < pattern.count, pattern[index] == UInt8(ascii: "-"),
        pattern[index + 1] != UInt8(ascii: "]")
      {
        index += 1
        guard let high = literal(pattern, &index) else { return nil }
        if low <= byte && byte <= high { isIn = true }
      } else if low == byte {
        isIn = true
      }
    }
    // A class that nobody closes matches nothing.
    guard index < pattern.count else { return nil }
    return isIn != isNegated ? index + 1 : nil
  }

  private static func literal(_ pattern: [UInt8], _ index: inout Int) -> UInt8? {
    if pattern[index] == UInt8(ascii: "\\") { index += 1 }
    guard index < pattern.count else { return nil }
    index += 1
    return pattern[index - 1]
  }

  /// The name in `[:alpha:]` and the place after it.
  private static func className(_ pattern: [UInt8], at index: Int) -> (name: String, end: Int)? {
    guard index + 1 < pattern.count, pattern[index] == UInt8(ascii: "["),
      pattern[index + 1] == UInt8(ascii: ":")
    else {
      return nil
    }
    guard let close = pattern[(index + 2)...].firstIndex(of: UInt8(ascii: "]")),
      pattern[close - 1] == UInt8(ascii: ":"),
      close - 1 >= index + 2
    else { return nil }
    return (String(decoding: pattern[(index + 2)..<(close - 1)], as: UTF8.self), close + 1)
  }

  private static let classes: [String: @Sendable (UInt8) -> Bool] = [
    "alpha": { ($0 | 0x20) &- UInt8(ascii: "a") < 26 },
    "digit": { $0 &- UInt8(ascii: "0") < 10 },
    "alnum": { ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 },
    "upper": { $0 &- UInt8(ascii: "A") < 26 },
    "lower": { $0 &- UInt8(ascii: "a") < 26 },
    "space": { $0 == 32 || (9...13).contains($0) },
    "blank": { $0 == 32 || $0 == 9 },
    "punct": {
      (33...47).contains($0) || (58...64).contains($0) || (91...96).contains($0) || (123...126).contains($0)
    },
    "xdigit": { $0 &- UInt8(ascii: "0") < 10 || ($0 | 0x20) &- UInt8(ascii: "a") < 6 },
    "cntrl": { $0 < 32 || $0 == 127 },
    "graph": { (33...126).contains($0) },
    "print": { (32...126).contains($0) },
  ]
}
