import Foundation

/// The files of this repository, as tests read them.
public enum Repository {
  /// The top folder, found from this file's own place.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The path of a file or folder below the top.
  public static func path(_ relative: String) -> String { "\(root)/\(relative)" }

  public static func text(_ relative: String) throws -> String {
    try String(contentsOfFile: path(relative), encoding: .utf8)
  }

  /// All Swift files below a folder, as paths from the top.
  public static func swiftFiles(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path(folder)).filter { $0.hasSuffix(".swift") }.sorted()
      .map { "\(folder)/\($0)" }
  }
}
