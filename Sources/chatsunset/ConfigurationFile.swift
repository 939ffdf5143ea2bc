#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import AuditKit

/// A configuration file: where it lies and what it says.
struct ConfigurationFile {
  var configuration: Configuration
  /// The path as a person gave it, or as the search found it.
  var path: String
  /// The path from the top of the work tree on, which is the same on every machine.
  var label: String

  /// Reads a file that somebody named.
  init(at path: String) throws(CommandFailure) {
    try self.init(at: path, label: String(path.split(separator: "/").last ?? ""))
  }

  /// Reads the nearest file to an input, if there is one.
  ///
  /// The search goes from the input's folder up to the top of its work tree. Outside a work tree the
  /// folder itself is all that counts: a stray file in `/tmp` shall not decide.
  init?(nearestTo input: String) throws(CommandFailure) {
    guard let found = ConfigurationFile.search(from: input) else { return nil }
    try self.init(at: found.path, label: found.label)
  }

  private init(at path: String, label: String) throws(CommandFailure) {
    guard let text = String(validating: try InputFile.read(path), as: UTF8.self) else {
      throw CommandFailure(.usage, "'\(path)' is not UTF-8")
    }
    do {
      configuration = try Configuration(yaml: text, path: path)
    } catch {
      throw CommandFailure(.usage, error.message)
    }
    self.path = path
    self.label = label
  }

  /// A path that the file holds, as it is from here.
  func resolved(_ inner: String) -> String {
    if inner.hasPrefix("/") { return inner }
    guard let slash = path.lastIndex(of: "/") else { return inner }
    return path[...slash] + inner
  }

  private static func search(from input: String) -> (path: String, label: String)? {
    guard let start = folder(of: input) else { return nil }
    let parts = start.split(separator: "/")
    var found: (path: String, depth: Int)?
    for depth in stride(from: parts.count, through: 0, by: -1) {
      let folder = parts[..<depth].map { "/\($0)" }.joined()
      let path = "\(folder)/\(Configuration.fileName)"
      if found == nil, OutputFile.exists(path) { found = (path, depth) }
      guard OutputFile.exists("\(folder)/.git") else { continue }
      return found.map { found in
        (found.path, (parts[depth..<found.depth].map(String.init) + [Configuration.fileName]).joined(separator: "/"))
      }
    }
    guard let found, found.depth == parts.count else { return nil }
    return (found.path, Configuration.fileName)
  }

  /// The real path of a folder, or of the folder that a file lies in.
  private static func folder(of input: String) -> String? {
    guard let real = unsafe realpath(input, nil) else { return nil }
    defer { unsafe free(real) }
    let path = unsafe String(cString: real)
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR { return path }
    return path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
  }
}
