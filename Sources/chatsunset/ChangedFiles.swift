#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks git which files changed.
enum ChangedFiles {
  /// The files below the only root that differ from a revision, with new files that git does not track.
  ///
  /// - Returns: Paths relative to the root, as artifacts are named.
  static func since(_ revision: String, in paths: [String]) throws(CommandFailure) -> Set<String> {
    guard paths.count == 1, let root = paths.first, root != "-" else {
      throw CommandFailure(.usage, "'--changed-since' looks at one folder; name exactly one")
    }
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
