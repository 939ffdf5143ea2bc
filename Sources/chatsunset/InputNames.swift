#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import AuditInput

/// Names artifacts as seen from the current folder, which in a pipeline is the top of the repository.
///
/// An editor opens such a path, and code scanning finds the line by it; a report for people names artifacts
/// by their input instead, so that it is the same on every machine.
enum InputNames {
  /// The inputs with prefixes, where all of them lie in the current folder; else the inputs as they are.
  ///
  /// An input that lies in another one is dropped, since its artifacts would have one name twice.
  static func fromHere(_ inputs: [InputPath]) -> [InputPath] {
    guard let here = realPath(".") else { return inputs }
    var named: [(input: InputPath, place: String)] = []
    for var input in inputs {
      guard input.files == nil, let place = place(of: input.path, in: here) else { return inputs }
      let isFolder = isFolder(input.path)
      input.prefix = isFolder ? place : place.lastIndex(of: "/").map { String(place[...$0]) } ?? ""
      named.append((input, place))
    }
    return named.filter { item in
      !named.contains { $0.place != item.place && item.place.hasPrefix($0.place) && isFolder($0.input.path) }
    }.map(\.input)
  }

  /// Whether every input is a single file and none is an archive, as a commit hook passes them.
  static func areSourceFiles(_ inputs: [InputPath]) -> Bool {
    inputs.allSatisfy { input in
      let name = input.path.lowercased()
      let isArchive = ["zip", "tar", "tgz", "gz", "resource", "jar"].contains { name.hasSuffix(".\($0)") }
      return input.files == nil && !isArchive && !isFolder(input.path)
    }
  }

  /// Where something lies below a folder: 'src/' for a folder, 'src/a.js' for a file, '' for the folder itself.
  private static func place(of path: String, in folder: String) -> String? {
    // The file may be a link; it is where its name is.
    let isFolder = isFolder(path)
    guard let name = path.split(separator: "/").last, let real = realPath(self.folder(of: path)) else { return nil }
    let whole = isFolder ? real : (real == "/" ? "" : real) + "/" + name
    if whole == folder { return "" }
    let start = folder == "/" ? "/" : folder + "/"
    guard whole.utf8.starts(with: start.utf8) else { return nil }
    return String(decoding: whole.utf8.dropFirst(start.utf8.count), as: UTF8.self) + (isFolder ? "/" : "")
  }

  /// A folder itself, or the folder that a file is in.
  static func folder(of path: String) -> String {
    if isFolder(path) { return path }
    return (path.hasPrefix("/") ? "/" : "./") + path.split(separator: "/").dropLast().joined(separator: "/")
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
