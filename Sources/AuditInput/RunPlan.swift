import AuditModel
import Synchronization

/// The inputs, opened and named, and the first jobs.
struct RunPlan: Sendable {
  /// An input that was opened.
  struct Root: Sendable {
    /// The name of the root in reports.
    var label: String
    var job: RootJob
  }

  enum RootJob: Sendable {
    case folder(Folder)
    case file(Folder, name: String, path: String)
    case list(Folder, [String])
  }

  var roots: [Root] = []
  /// What there is to say about the inputs themselves.
  var tally = Tally()
  let include: IgnoreStack?
  let exclude: IgnoreStack?

  init(_ inputs: [InputPath], _ options: InputOptions) throws(InputError) {
    include = try RunPlan.patterns(options.include, flag: "include")
    exclude = try RunPlan.patterns(options.exclude, flag: "exclude")
    var labels: Set<String> = []
    var known: Set<[UInt64]> = []
    for input in inputs {
      let (descriptor, status) = try RunPlan.open(input.path)
      if input.files == nil, !known.insert([status.device, status.inode]).inserted {
        Platform.close(descriptor)
        tally.diagnostics.append(
          Diagnostic(
            code: "duplicate-input", severity: .information,
            message: "'\(input.path)' was given twice; it is examined once"))
        continue
      }
      let label = RunPlan.label(of: input.path, avoiding: &labels)
      let prefix = inputs.count > 1 ? Array(label.utf8) + [UInt8(ascii: "/")] : []
      try add(input, label, prefix, descriptor, status, options)
    }
  }

  private mutating func add(
    _ input: InputPath, _ label: String, _ prefix: [UInt8], _ descriptor: Int32, _ status: FileStatus,
    _ options: InputOptions
  ) throws(InputError) {
    if status.kind == .file {
      Platform.close(descriptor)
      let (parent, name) = RunPlan.split(input.path)
      let (opened, _) = try RunPlan.open(parent)
      let folder = try RunPlan.folder(opened, parent, [], .root(named: parent))
      // A file that is one of several inputs needs no folder of its own name before it.
      roots.append(Root(label: label, job: .file(folder, name: name, path: label)))
      return
    }
    let context = OrgContext.root(named: input.path)
    let folder = try RunPlan.folder(
      descriptor, input.path, prefix, context, ignoresAbove: options.honoursIgnoreFiles && input.files == nil)
    if let files = input.files {
      roots.append(Root(label: label, job: .list(folder, RunPlan.normalised(files, below: input.path))))
    } else {
      roots.append(Root(label: label, job: .folder(folder)))
    }
  }

  private static func folder(
    _ descriptor: Int32, _ path: String, _ prefix: [UInt8], _ context: OrgContext, ignoresAbove: Bool = false
  ) throws(InputError) -> Folder {
    guard let handle = FolderHandle(adopting: descriptor) else {
      throw InputError(code: .unreadable, message: "cannot read '\(path)': out of memory")
    }
    let ignores = ignoresAbove ? IgnoreStack.above(path) : IgnoreStack()
    return Folder(
      handle: handle, root: handle, prefix: prefix, relative: [], context: context, ignores: ignores)
  }

  private static func open(_ path: String) throws(InputError) -> (Int32, FileStatus) {
    switch Platform.openRoot(path.isEmpty ? "." : path) {
    case .failure(let error) where error.isMissing:
      throw InputError(code: .missing, message: "there is nothing at '\(path)'; check the path's spelling")
    case .failure(let error):
      throw InputError(code: .unreadable, message: "cannot read '\(path)': \(error.words)")
    case .success(let descriptor):
      guard let status = Platform.status(of: descriptor), status.kind == .file || status.kind == .folder
      else {
        Platform.close(descriptor)
        throw InputError(code: .notAFile, message: "'\(path)' is neither a file nor a folder")
      }
      return (descriptor, status)
    }
  }

  private static func patterns(_ lines: [String], flag: String) throws(InputError) -> IgnoreStack? {
    if lines.isEmpty { return nil }
    var patterns: [IgnorePattern] = []
    for line in lines {
      guard let pattern = IgnorePattern(line: line.utf8) else {
        throw InputError(
          code: .badPattern, message: "'\(line)' is no pattern to \(flag); expected something like '*.cls'")
      }
      patterns.append(pattern)
    }
    var stack = IgnoreStack()
    stack.add(patterns)
    return stack
  }
}

// MARK: - Names

extension RunPlan {
  /// The root's last path component, with a number where another root has it already.
  private static func label(of path: String, avoiding labels: inout Set<String>) -> String {
    var name = split(path).name
    if name.isEmpty || name == "." || name == ".." {
      name = Platform.realPath(path.isEmpty ? "." : path).map { split($0).name } ?? ""
    }
    if name.isEmpty { name = "root" }
    var label = name
    var number = 2
    while !labels.insert(label).inserted {
      label = "\(name)-\(number)"
      number += 1
    }
    return label
  }

  /// The folder of a path and its last component.
  private static func split(_ path: String) -> (parent: String, name: String) {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
    return (
      slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...])
    )
  }

  /// The listed paths without `./`, without the base before them, each once.
  private static func normalised(_ files: [String], below base: String) -> [String] {
    var known: Set<String> = []
    var base = base
    while base.count > 1, base.hasSuffix("/") { base.removeLast() }
    return files.compactMap { file in
      var file = file[...]
      if base != ".", file.hasPrefix("/"), file.hasPrefix(base + "/") {
        file = file.dropFirst(base.count + 1)
      }
      while file.hasPrefix("./") { file = file.dropFirst(2).drop { $0 == "/" } }
      while file.count > 1, file.hasSuffix("/") { file = file.dropLast() }
      return !file.isEmpty && known.insert(String(file)).inserted ? String(file) : nil
    }
  }
}

/// What all workers of a run share.
final class Run: Sendable {
  let plan: RunPlan
  let options: InputOptions
  let jobs = JobList()
  private let progress: Mutex<(@Sendable (InputProgress) -> Void)?>
  private let isCancelled: @Sendable () -> Bool
  private let artifacts = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)
  private let cancelled = Atomic<Bool>(false)
  private let nextRoot = Atomic<Int>(0)

  init(
    plan: RunPlan, options: InputOptions, progress: (@Sendable (InputProgress) -> Void)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.plan = plan
    self.options = options
    self.progress = Mutex(progress)
    self.isCancelled = isCancelled
  }

  var wasCancelled: Bool { cancelled.load(ordering: .relaxed) }

  /// A root that no worker has begun.
  func takeRoot() -> RunPlan.RootJob? {
    let index = nextRoot.add(1, ordering: .relaxed).oldValue
    return index < plan.roots.count ? plan.roots[index].job : nil
  }

  /// Whether to go on; stops everybody once somebody said no.
  func goesOn() -> Bool {
    if wasCancelled { return false }
    guard isCancelled() else { return true }
    cancelled.store(true, ordering: .relaxed)
    jobs.stop()
    return false
  }

  func advance(artifacts count: Int, bytes size: Int) {
    let artifacts = artifacts.add(count, ordering: .relaxed).newValue
    let bytes = bytes.add(size, ordering: .relaxed).newValue
    progress.withLockIfAvailable { $0?(InputProgress(artifacts: artifacts, bytes: bytes)) }
  }
}
