/// A place in an artifact.
///
/// Lines and columns count from 1; a column counts Unicode scalars of the decoded text. A finding
/// about a whole artifact has no line.
public struct Location: Codable, Hashable, Sendable {
  /// See ``Artifact/path``.
  public var path: String
  public var line: Int?
  public var column: Int?
  public var endLine: Int?
  /// The first column after the place.
  public var endColumn: Int?

  public init(path: String, line: Int? = nil, column: Int? = nil, endLine: Int? = nil, endColumn: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

extension Location: Comparable {
  public static func < (left: Location, right: Location) -> Bool {
    (left.path, left.line ?? 0, left.column ?? 0, left.endLine ?? 0, left.endColumn ?? 0)
      < (right.path, right.line ?? 0, right.column ?? 0, right.endLine ?? 0, right.endColumn ?? 0)
  }
}

extension Location: CustomStringConvertible {
  /// The place as compilers write it, `path:line:column`.
  public var description: String {
    guard let line else { return path }
    return column.map { "\(path):\(line):\($0)" } ?? "\(path):\(line)"
  }
}
