/// Names of files and components that come from what somebody else wrote.
enum SafeName {
  private static let longest = 60

  /// A developer name: letters, digits and single underscores, a letter first.
  static func component(_ text: String) -> String {
    var name = ""
    for byte in text.utf8 {
      let isWord = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      if isWord { name.unicodeScalars.append(Unicode.Scalar(byte)) } else if name.last != "_" { name += "_" }
    }
    while name.first == "_" { name.removeFirst() }
    name = String(name.prefix(longest))
    while name.last == "_" { name.removeLast() }
    if name.isEmpty { return "Unnamed" }
    return name.first?.isNumber == true ? "Chat_\(name)" : name
  }

  /// One part of a path: what a developer name may hold, blanks, hyphens and percent-encoded letters.
  static func fileName(_ text: String) -> String {
    let name = text.utf8.reduce(into: "") { name, byte in
      let isWord = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      let isAllowed = isWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      if isAllowed { name.unicodeScalars.append(Unicode.Scalar(byte)) } else if name.last != "_" { name += "_" }
    }
    return name.isEmpty ? "unnamed" : String(name.prefix(longest))
  }

  /// A path below a folder without parts that lead elsewhere, whatever its text says.
  static func path(_ text: String) -> String {
    text.split(separator: "/").filter { $0 != "." && $0 != ".." }.map { part in
      part.first == "." ? "_\(part.dropFirst())" : String(part)
    }.joined(separator: "/")
  }

  /// The path, or one with a number before its first dot where it is taken; letter case makes no other path.
  static func unique(_ path: String, among taken: inout Set<String>) -> String {
    var candidate = path
    var number = 2
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let dot = path[slash...].firstIndex(of: ".") ?? path.endIndex
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(path[..<dot])_\(number)\(path[dot...])"
      number += 1
    }
    return candidate
  }
}
