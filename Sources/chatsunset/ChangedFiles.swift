#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import AuditInput

/// Asks git which files changed.
enum ChangedFiles {
  /// The files below a folder that differ from a revision, with new files that git does not track.
  ///
  /// - Parameter inputs: With prefixes, they lie below the current folder; else there can be only one.
  /// - Returns: Paths as artifacts are named: relative to the current folder, or to the only input.
  static func since(_ revision: String, in inputs: [InputPath]) throws(CommandFailure) -> Set<String> {
    let isBelow = inputs.allSatisfy { $0.prefix != nil }
    guard isBelow || inputs.count == 1, let first = inputs.first, first.files == nil else {
      throw CommandFailure(
        .usage, "'--changed-since' looks at folders below the current one, or at a single one elsewhere")
    }
    let root = isBelow ? "." : first.path
    guard !revision.hasPrefix("-") else { throw CommandFailure(.usage, "'\(revision)' is no revision") }
    let changed = try git(["-C", root, "diff", "--name-only", "--relative", "-z", "--diff-filter=d", revision, "--"])
    let new = try git(["-C", root, "ls-files", "--others", "--exclude-standard", "-z"])
    return Set(InputFile.lines(of: changed + new))
  }

  /// The standard output of git, which is run without a shell.
  private static func git(_ arguments: [String]) throws(CommandFailure) -> [UInt8] {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw CommandFailure(.fault, "can't make a pipe: \(systemMessage(errno))") }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    var words: [UnsafeMutablePointer<CChar>?] = unsafe (["git"] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let failure = unsafe posix_spawnp(&process, "git", &actions, nil, &words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else { throw CommandFailure(.usage, "'--changed-since' needs git, which can't be started") }
    let output = try InputFile.readAll(ends[0], "git")
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      throw CommandFailure(.usage, "git can't compare '\(arguments[1])' with the revision; its own message is above")
    }
    return output
  }
}
