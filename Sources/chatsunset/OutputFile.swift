#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes files whole or not at all.
enum OutputFile {
  /// Writes beside the target under another name and renames, so that a reader sees the old file or the new one.
  ///
  /// The new file has the permissions of the old one; behind a link it is the file there that is replaced.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    var status = stat()
    let isReplaced = unsafe stat(path, &status) == 0
    if isReplaced {
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR { throw CommandFailure(.usage, "'\(path)' is a folder; name a file in it") }
      // A pipe or a device can't be replaced: /dev/stdout, >(process).
      if kind != S_IFREG { return try writeInPlace(bytes, to: path) }
    }
    let target = isReplaced ? withoutLinks(path) : path
    let (descriptor, temporary) = try createBeside(target, path)
    try HalfWritten.guarding(temporary) { () throws(CommandFailure) in
      do throws(CommandFailure) {
        // A file system that refuses has no permissions to keep.
        if isReplaced { _ = fchmod(descriptor, status.st_mode & 0o7777) }
        try writeAll(bytes, to: descriptor, path)
        // Without it a loss of power could leave the new name with nothing behind it.
        guard fsync(descriptor) == 0, close(descriptor) == 0 else { throw failure(path) }
      } catch {
        close(descriptor)
        unsafe _ = unlink(temporary)
        throw error
      }
      guard unsafe rename(temporary, target) == 0 else {
        let failure = failure(path)
        unsafe _ = unlink(temporary)
        throw failure
      }
    }
  }

  /// Whether a path is a file or nothing yet, so that other files may stand beside it.
  static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// The path of a document's part: `checklist.md` of the first, `checklist-2.md` of the second.
  static func part(_ number: Int, of path: String) -> String {
    guard number > 1 else { return path }
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    // A name that begins with its only dot has no suffix.
    guard let dot = path[start...].lastIndex(of: "."), dot > start else { return "\(path)-\(number)" }
    return "\(path[..<dot])-\(number)\(path[dot...])"
  }

  /// Makes a file of a name that nobody has: a run that was killed, or one in another container, may have left one.
  private static func createBeside(_ target: String, _ path: String) throws(CommandFailure) -> (Int32, String) {
    for attempt in 0..<100 {
      let name = "\(target).chatsunset-\(getpid())-\(attempt)"
      let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, name) }
      guard errno == EEXIST else { throw failure(path) }
    }
    throw failure(path)
  }

  private static func withoutLinks(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Whether there is anything of that name.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// Makes a folder, if there is none, in one that is there.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    guard unsafe mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    throw failure(path)
  }

  /// Writes a file that is not there yet; whatever has the name, a dangling link too, stays what it is.
  ///
  /// - Returns: Whether it was written.
  static func create(_ bytes: [UInt8], at path: String) throws(CommandFailure) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { return false }
      throw failure(path)
    }
    try HalfWritten.guarding(path) { () throws(CommandFailure) in
      do throws(CommandFailure) {
        try writeAll(bytes, to: descriptor, path)
        guard close(descriptor) == 0 else { throw failure(path) }
      } catch {
        unsafe _ = unlink(path)
        throw error
      }
    }
    return true
  }

  private static func writeInPlace(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, path)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(CommandFailure) {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress! + offset, bytes.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw failure(path) }
      offset += written
    }
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(.usage, "can't write '\(path)': \(systemMessage(errno).lowercased()); nothing was changed")
  }
}
