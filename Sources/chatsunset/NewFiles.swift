#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes files below a folder that are not there yet, and leaves alone what is.
enum NewFiles {
  /// What became of the files.
  struct Outcome {
    var written = 0
    /// Paths of files that were there, and stay what they are.
    var kept: [String] = []
  }

  /// Writes files; a link below the folder is followed nowhere.
  ///
  /// - Parameters:
  ///   - files: Paths below the folder, with forward slashes, and contents.
  ///   - folder: Made where it is not there; its parent must be.
  static func write(_ files: [(path: String, bytes: [UInt8])], below folder: String) throws(CommandFailure) -> Outcome {
    try OutputFile.makeFolder(folder)
    var outcome = Outcome()
    for (path, bytes) in files {
      let parts = path.split(separator: "/").map(String.init)
      guard !parts.isEmpty, !parts.contains(where: { $0 == "." || $0 == ".." }) else {
        throw CommandFailure(.fault, "'\(path)' leads out of the folder")
      }
      var place = folder
      for part in parts.dropLast() {
        place += "/\(part)"
        try OutputFile.makeFolder(place)
        guard isFolder(place) else {
          throw CommandFailure(.usage, "'\(place)' is no folder, or a link to one; nothing is written there")
        }
      }
      if try OutputFile.create(bytes, at: "\(folder)/\(path)") {
        outcome.written += 1
      } else {
        outcome.kept.append(path)
      }
    }
    return outcome
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
