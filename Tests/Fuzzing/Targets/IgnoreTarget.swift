@testable import AuditInput

/// A line of an ignore file and a path, with a line end between them.
///
/// Where the pattern is one name without a class, a matcher that tries everything must say the same.
struct IgnoreTarget: FuzzTarget {
  mutating func problem(with bytes: [UInt8]) -> String? {
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let pattern = IgnorePattern(line: parts[0]) else { return nil }
    let path = parts[1]
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex
    let name = path[start...]
    func matches(asFolder isFolder: Bool) -> Bool {
      unsafe name.withUnsafeBufferPointer { unsafe pattern.matches(path: path, name: $0, isFolder: isFolder) }
    }
    let file = matches(asFolder: false), folder = matches(asFolder: true)
    if file && !folder { return "a file is meant and a folder of that name is not" }
    if pattern.isFolderOnly && file { return "a pattern for folders means a file" }
    guard let plain = IgnoreTarget.plain(parts[0]), plain.count <= 12, name.count <= 24 else { return nil }
    let expected = IgnoreTarget.matches(name, plain)
    return folder == expected ? nil : "the pattern should\(expected ? "" : " not") match"
  }

  /// The pattern, where it is one name without `[…]` and without what surrounds a pattern.
  private static func plain(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let special: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "["), UInt8(ascii: " "), UInt8(ascii: "\r")]
    if line.contains(where: special.contains) || line.first == UInt8(ascii: "!") { return nil }
    return line
  }

  /// The plainest way to say what stars, question marks and backslashes mean; exponential.
  private static func matches(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    guard let sign = pattern.first else { return name.isEmpty }
    switch sign {
    case UInt8(ascii: "*"):
      return matches(name, pattern.dropFirst()) || (!name.isEmpty && matches(name.dropFirst(), pattern))
    case UInt8(ascii: "?"): return !name.isEmpty && matches(name.dropFirst(), pattern.dropFirst())
    case UInt8(ascii: "\\"):
      guard let wanted = pattern.dropFirst().first else { return false }
      return name.first == wanted && matches(name.dropFirst(), pattern.dropFirst(2))
    default: return name.first == sign && matches(name.dropFirst(), pattern.dropFirst())
    }
  }
}
