/// The ignore files that apply in a folder, the outermost first.
struct IgnoreStack: Sendable {
  private var files: [IgnoreFile] = []

  /// Adds the patterns of an ignore file.
  ///
  /// - Parameters:
  ///   - text: The file's bytes.
  ///   - base: How many bytes of a path from the root on stand before the file's folder.
  ///   - above: What stands before a path from the root on, for a file above the root.
  mutating func add(_ text: UnsafeRawBufferPointer, base: Int = 0, above: [UInt8] = []) {
    let file = unsafe IgnoreFile(text, base: base, above: above)
    if !file.patterns.isEmpty { files.append(file) }
  }

  /// Adds patterns of the command line.
  mutating func add(_ patterns: [IgnorePattern]) {
    if !patterns.isEmpty { files.append(IgnoreFile(patterns: patterns, base: 0, above: [])) }
  }

  /// Whether the folder's ignore files name a path; the last pattern of the innermost file that does decides.
  ///
  /// - Parameters:
  ///   - folder: The path of its folder from the root on, with a slash at its end unless empty.
  func ignores(_ name: UnsafeBufferPointer<UInt8>, in folder: [UInt8], isFolder: Bool) -> Bool {
    if files.isEmpty { return false }
    let path = unsafe folder + name
    for file in files.reversed() {
      let relative = file.above.isEmpty ? path[file.base...] : (file.above + path)[...]
      for pattern in file.patterns.reversed() {
        if unsafe pattern.matches(path: relative, name: name, isFolder: isFolder) {
          return !pattern.isNegated
        }
      }
    }
    return false
  }

  /// Whether the patterns name one of the folders on the way to a file.
  func namesFolder(of path: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    for end in path.indices where path[end] == slash {
      let start = path[..<end].lastIndex(of: slash).map { $0 + 1 } ?? 0
      let isNamed = unsafe path[start..<end].withUnsafeBufferPointer {
        unsafe ignores($0, in: Array(path[..<start]), isFolder: true)
      }
      if isNamed { return true }
    }
    return false
  }
}

/// The patterns of one ignore file.
private final class IgnoreFile: Sendable {
  let patterns: [IgnorePattern]
  let base: Int
  let above: [UInt8]

  init(patterns: [IgnorePattern], base: Int, above: [UInt8]) {
    self.patterns = patterns
    self.base = base
    self.above = above
  }

  convenience init(_ text: UnsafeRawBufferPointer, base: Int, above: [UInt8]) {
    // A byte-order mark is no part of the first pattern.
    let start = unsafe ContentSniffing.starts(text, with: "\u{feff}") ? 3 : 0
    let lines = unsafe text[start...].split(separator: UInt8(ascii: "\n"))
    self.init(patterns: unsafe lines.compactMap { unsafe IgnorePattern(line: $0) }, base: base, above: above)
  }
}
