/// Patterns in the language of ignore files, asked about the paths of reports.
package struct PathPatterns: Sendable {
  private var stack = IgnoreStack()

  /// - Parameter lines: The patterns; a line that is none, such as a comment, makes nothing of all of them.
  package init?(_ lines: [String]) {
    let patterns = lines.compactMap { IgnorePattern(line: $0.utf8) }
    guard patterns.count == lines.count else { return nil }
    stack.add(patterns)
  }

  /// Whether the patterns name a file or one of the folders that it lies in.
  package func match(_ path: String) -> Bool {
    let path = Array(path.utf8)
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let isNamed = unsafe path[start...].withUnsafeBufferPointer { name in
      unsafe stack.ignores(name, in: Array(path[..<start]), isFolder: false)
    }
    return isNamed || stack.namesFolder(of: path)
  }
}
