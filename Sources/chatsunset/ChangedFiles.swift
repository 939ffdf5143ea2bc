#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import AuditInput
import AuditModel

/// The files that a branch changed, as git tells it.
struct ChangedFiles {
  /// Paths as artifacts are named: relative to the current folder, or to the only input.
  private(set) var paths: Set<String> = []
  /// What git could not tell, and what is passed over.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many changed files are ignored, although git tracks them.
  private(set) var ignored = 0
  /// Whether files that git ignores are examined, too.
  private let includesIgnored: Bool

  /// The files that differ from where the branch left a revision, with new files that git does not track.
  ///
  /// Each input's own work tree is asked, and the repositories in it.
  ///
  /// - Parameter inputs: With prefixes, they lie below the current folder; else there can be only one.
  init(since revision: String, in inputs: [InputPath], includesIgnored: Bool) throws(CommandFailure) {
    self.includesIgnored = includesIgnored
    guard inputs.allSatisfy({ $0.files == nil && ($0.prefix != nil || inputs.count == 1) }) else {
      throw CommandFailure(
        .usage, "'--changed-since' looks at folders below the current one, or at a single one elsewhere")
    }
    guard !revision.hasPrefix("-") else { throw CommandFailure(.usage, "'\(revision)' is no revision") }
    // A hook's variables name the repository of the hook, but every folder is asked for its own.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] { unsafe unsetenv(name) }
    var known: Set<String> = []
    for input in inputs {
      let place = Place(folder: InputNames.folder(of: input.path), prefix: input.prefix ?? "")
      guard known.insert(place.folder).inserted else { continue }
      let before = self
      guard let base = try Git.base(of: revision, in: place.folder), try add(place, since: base) else {
        throw CommandFailure(.usage, "git can't compare '\(input.path)' with '\(revision)'; its own message is above")
      }
      // What else is in the folder of a file does not matter.
      if place.folder != input.path { (diagnostics, ignored) = (before.diagnostics, before.ignored) }
    }
  }

  /// A folder, and what stands before the names of its artifacts.
  private struct Place {
    var folder: String
    var prefix: String
    /// How many repositories it is in, beside the input's own.
    var depth = 0
    /// How deep repositories are followed, should one lead back to where it is.
    static let depthLimit = 20

    func inner(_ name: ArraySlice<UInt8>) -> Place {
      let name = name.last == UInt8(ascii: "/") ? name.dropLast() : name
      return Place(
        folder: folder + "/" + String(decoding: name, as: UTF8.self), prefix: prefix + PathText.text(name) + "/",
        depth: depth + 1)
    }
  }

  /// Adds what changed in a folder of a work tree.
  ///
  /// - Parameter base: The commit to compare with; where there is none everything is new.
  /// - Returns: Whether git could tell.
  private mutating func add(_ place: Place, since base: String?) throws(CommandFailure) -> Bool {
    let standard = includesIgnored ? [] : ["--exclude-standard"]
    // The repositories in it are asked themselves, whatever their settings.
    let difference = ["diff", "--name-only", "--relative", "-z", "--diff-filter=d", "--ignore-submodules=all"]
    guard place.depth <= Place.depthLimit,
      let tracked = try Git.names(base.map { difference + [$0, "--"] } ?? ["ls-files", "-z"], in: place.folder),
      let new = try Git.names(["ls-files", "--others", "-z"] + standard, in: place.folder),
      let staged = try Git.names(["ls-files", "--stage", "-z"], in: place.folder)
    else { return false }
    let changed = Set(tracked).union(new)
    for name in changed { paths.insert(place.prefix + PathText.text(name)) }
    if !includesIgnored {
      let passedOver = try Git.names(["ls-files", "--cached", "--ignored", "-z"] + standard, in: place.folder) ?? []
      for name in passedOver where changed.contains(name) { addIgnored(place.prefix + PathText.text(name)) }
    }
    // Git names a repository that it does not track like a folder, and one that it tracks with a mode of its own.
    for name in new where name.last == UInt8(ascii: "/") { try addRepository(place.inner(name), since: nil) }
    for entry in staged where entry.starts(with: "160000 ".utf8) {
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let name = entry[(tab + 1)...]
      let inner = place.inner(name)
      // One that nobody fetched holds nothing; one whose name is no UTF-8 can't be asked, which is told.
      guard unsafe access(inner.folder + "/.git", F_OK) == 0 || String(validating: name, as: UTF8.self) == nil
      else { continue }
      var recorded: String?
      if let base { recorded = try Git.recorded(inner.folder, in: place.folder, name: name, at: base) }
      try addRepository(inner, since: recorded)
    }
    return true
  }

  private mutating func addRepository(_ place: Place, since base: String?) throws(CommandFailure) {
    guard try !add(place, since: base) else { return }
    let path = String(place.prefix.dropLast())
    diagnostics.append(
      Diagnostic(
        code: "changes-unknown", severity: .incomplete,
        message: "git can't tell what changed in the repository '\(path)'; look at it by itself",
        location: Location(path: path)))
  }

  private mutating func addIgnored(_ path: String) {
    ignored += 1
    diagnostics.append(
      Diagnostic(
        code: "ignored-change", severity: .information,
        message: "'\(path)' changed and is passed over, since an ignore file names it; '--no-ignore' examines it",
        location: Location(path: path)))
  }
}

/// Runs git without a shell.
private enum Git {
  /// The commit where the branch left a revision; the revision itself where the history that would tell is not there.
  static func base(of revision: String, in folder: String) throws(CommandFailure) -> String? {
    let (status, output) = try run(["merge-base", revision, "HEAD"], in: folder)
    if status == 1 { return revision }
    return status == 0 ? line(output) : nil
  }

  /// The commit of an inner repository that a commit of the outer one records, where both are there.
  static func recorded(
    _ inner: String, in folder: String, name: ArraySlice<UInt8>, at base: String
  ) throws(CommandFailure) -> String? {
    let entry = try run(["ls-tree", base, "--", String(decoding: name, as: UTF8.self)], in: folder).output
    // 160000 commit 430c6af2…, a tab and the name.
    let words = line(entry).split { $0 == " " || $0 == "\t" }
    guard words.count > 2, words[1] == "commit" else { return nil }
    let commit = try run(["rev-parse", "--verify", "--quiet", "\(words[2])^{commit}"], in: inner)
    return commit.status == 0 ? line(commit.output) : nil
  }

  /// What git lists with NULs between; nothing where it fails.
  static func names(_ arguments: [String], in folder: String) throws(CommandFailure) -> [ArraySlice<UInt8>]? {
    let (status, output) = try run(arguments, in: folder)
    return status == 0 ? output.split(separator: 0) : nil
  }

  private static func line(_ output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The exit status and the standard output of git; what it has to say goes to standard error.
  private static func run(
    _ arguments: [String], in folder: String
  ) throws(CommandFailure) -> (status: Int32, output: [UInt8]) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw CommandFailure(.fault, "can't make a pipe: \(systemMessage(errno))") }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // A person's own ignore file doesn't count, as in the walk.
    let all = ["git", "-c", "core.excludesFile=/dev/null", "-C", folder] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = unsafe all.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let failure = unsafe posix_spawnp(&process, "git", &actions, nil, &words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else { throw CommandFailure(.usage, "'--changed-since' needs git, which can't be started") }
    let output = try InputFile.readAll(ends[0], "git")
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    // The low bits are the signal that ended it.
    return (status & 0x7f == 0 ? status >> 8 & 0xff : 128, output)
  }
}
