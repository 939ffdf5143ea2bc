import AuditModel

/// The inputs, opened and named, and the first jobs.
struct RunPlan {
  /// The names of the roots in reports.
  private(set) var labels: [String] = []
  private(set) var jobs: [Job] = []
  /// What there is to say about the inputs themselves.
  var tally = Tally()
  let include: IgnoreStack?
  let exclude: IgnoreStack?

  init(_ inputs: [InputPath], _ options: InputOptions) throws(InputError) {
    include = try RunPlan.patterns(options.include, flag: "include")
    exclude = try RunPlan.patterns(options.exclude, flag: "exclude")
    var taken: Set<String> = []
    var known: Set<String> = []
    for input in inputs {
      let (descriptor, status) = try RunPlan.open(input.path)
      if input.files == nil, !known.insert("\(status.device) \(status.inode)").inserted {
        Platform.close(descriptor)
        tally.diagnostics.append(
          Diagnostic(
            code: "duplicate-input", severity: .information,
            message: "'\(input.path)' was given twice; it is examined once"))
        continue
      }
      let label = RunPlan.label(of: input.path, avoiding: &taken)
      let prefix = input.prefix ?? (inputs.count > 1 ? label + "/" : "")
      try add(input, label, Array(prefix.utf8), descriptor, status, options)
    }
  }

  private mutating func add(
    _ input: InputPath, _ label: String, _ prefix: [UInt8], _ descriptor: Int32, _ status: FileStatus,
    _ options: InputOptions
  ) throws(InputError) {
    labels.append(label)
    if status.kind == .file {
      Platform.close(descriptor)
      // Whoever names a link means what it leads to.
      let (parent, name) = RunPlan.split(Platform.realPath(input.path) ?? input.path)
      let (opened, _) = try RunPlan.open(parent)
      let context = OrgContext.root(named: RunPlan.split(input.path).parent)
      let folder = RunPlan.folder(opened, parent, [], context)
      // A file that is one of several inputs needs no folder of its own name before it.
      let path = input.prefix.map { $0 + RunPlan.split(input.path).name } ?? label
      jobs.append(.single(folder, name: name, path: path))
      return
    }
    let context = OrgContext.root(named: input.path)
    let folder = RunPlan.folder(
      descriptor, input.path, prefix, context,
      ignoresAbove: options.honoursIgnoreFiles && input.files == nil)
    guard let files = input.files else {
      jobs.append(.root(folder))
      return
    }
    let paths = RunPlan.normalised(files, below: input.path)
    for start in stride(from: 0, to: paths.count, by: 128) {
      jobs.append(.listed(folder, Array(paths[start..<min(start + 128, paths.count)])))
    }
  }

  private static func folder(
    _ descriptor: Int32, _ path: String, _ prefix: [UInt8], _ context: OrgContext, ignoresAbove: Bool = false
  ) -> Folder {
    let handle = FolderHandle(adopting: descriptor)
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
  private static func label(of path: String, avoiding taken: inout Set<String>) -> String {
    var name = split(path).name
    if name.isEmpty || name == "." || name == ".." {
      name = Platform.realPath(path.isEmpty ? "." : path).map { split($0).name } ?? ""
    }
    if name.isEmpty { name = "root" }
    var label = name
    var number = 2
    while !taken.insert(label).inserted {
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
