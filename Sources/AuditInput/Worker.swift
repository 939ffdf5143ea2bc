import AuditModel
import Synchronization

/// One thread's part of a run: takes jobs, reads files, asks its examiner.
@safe final class Worker<Examiner: ArtifactExaminer & ~Copyable> {
  /// Large enough for all but one file in a hundred, small enough for the second-level cache.
  private static var bufferSize: Int { 256 << 10 }

  let run: Run
  var examiner: Examiner
  var tally = Tally()
  private var found: [FoundResult<Examiner.Result>] = []
  let buffer: UnsafeMutableRawBufferPointer
  /// For artifacts that are larger than `buffer` and still handed on whole; made when the first one comes.
  private var largeBuffer: UnsafeMutableRawBufferPointer?
  private var transcoded: [UInt8] = []
  /// What `Run` doesn't know yet.
  private var unreported = (artifacts: 0, bytes: 0)

  init(run: Run, examiner: consuming Examiner) {
    self.run = run
    self.examiner = examiner
    unsafe buffer = .allocate(byteCount: Worker.bufferSize, alignment: 64)
  }

  deinit {
    unsafe buffer.deallocate()
    unsafe largeBuffer?.deallocate()
  }

  /// Works until there is nothing left to do.
  func work() {
    Platform.withUTF8Names { takeJobs() }
  }

  private func takeJobs() {
    while run.goesOn(), let root = run.takeRoot() { begin(root) }
    while let job = run.jobs.take() {
      if run.goesOn() { perform(job) }
      run.jobs.finish()
    }
    report()
  }

  func share() -> WorkerShare<Examiner.Result> {
    WorkerShare(tally: tally, found: found)
  }

  private func perform(_ job: Job) {
    switch job {
    case .folder(let pending): openAndList(pending)
    case .files(let folder, let names): examine(names, of: folder)
    case .largeFile(let folder, let names):
      unsafe names.forEach {
        unsafe examineLargeFile($0, of: folder, folder.context); return true
      }
    }
  }

  private func begin(_ root: RunPlan.RootJob) {
    switch root {
    case .folder(let folder): list(folder)
    case .list(let folder, let files):
      for file in files where run.goesOn() { examineListed(file, of: folder) }
    case .file(let folder, let name, let path):
      unsafe name.withCString { name in
        unsafe examineFile(name, shownAs: path, of: folder, folder.context)
      }
    }
  }
}

// MARK: - Folders

extension Worker where Examiner: ~Copyable {
  /// How many names of files are kept before they are dealt with: what bounds the memory for a folder of millions.
  private static var batchSize: Int { 256 }
  /// How many folders stay open for the sake of their subfolders.
  private static var openFolderLimit: Int { 200 }

  private func openAndList(_ pending: PendingFolder) {
    switch pending.open() {
    case .failure(let error): complain(Array(pending.prefix.dropLast()), error)
    case .success(let handle):
      list(
        Folder(
          handle: handle, root: pending.root, prefix: pending.prefix, relative: pending.relative,
          context: pending.context, ignores: pending.ignores))
    }
  }

  private func list(_ opened: Folder) {
    var folder = opened
    if run.options.honoursIgnoreFiles {
      var ignores = folder.ignores
      ignores.addFile(of: folder.handle, base: folder.relative.count)
      folder = Folder(
        handle: folder.handle, root: folder.root, prefix: folder.prefix, relative: folder.relative,
        context: folder.context, ignores: ignores)
    }
    var names = FileNames()
    let error = unsafe folder.handle.forEachEntry { name, kind in
      switch kind {
      case .file: unsafe names.append(name)
      case .folder: unsafe enter(name, of: folder)
      case .link: unsafe skip(name, of: folder, .link)
      case .special: unsafe skip(name, of: folder, .special)
      case .vanished: break
      }
      if names.count == Worker.batchSize {
        if run.jobs.isHungry {
          run.jobs.add(.files(folder, names))
        } else {
          examine(names, of: folder)
        }
        names.removeAll()
      }
      return !run.wasCancelled
    }
    if let error {
      complain(folder.prefix.isEmpty ? Array(".".utf8) : Array(folder.prefix.dropLast()), error)
    }
    examine(names, of: folder)
  }

  /// Puts a subfolder on the list of jobs, unless it is passed over.
  private func enter(_ name: UnsafePointer<CChar>, of folder: Folder) {
    let bytes = unsafe Worker.bytes(of: name)
    if let reason = unsafe reasonToPass(folder: bytes, of: folder) {
      unsafe skip(name, of: folder, reason)
      return
    }
    let slash = [UInt8(ascii: "/")]
    let isCrowded = FolderHandle.openCount.load(ordering: .relaxed) > Worker.openFolderLimit
    unsafe run.jobs.add(
      .folder(
        PendingFolder(
          parent: isCrowded ? nil : folder.handle, root: folder.root,
          name: isCrowded ? [] : Array(UnsafeBufferPointer(start: name, count: bytes.count + 1)),
          prefix: folder.prefix + bytes + slash, relative: folder.relative + bytes + slash,
          context: folder.context.entering(PathText.text(bytes)), ignores: folder.ignores)))
  }

  private func reasonToPass(folder name: UnsafeBufferPointer<UInt8>, of folder: Folder) -> Skipped.Reason? {
    if unsafe ToolFolders.isRepository(name) { return .toolFolder }
    if run.options.honoursIgnoreFiles {
      if unsafe ToolFolders.contains(name) { return .toolFolder }
      if unsafe folder.ignores.ignores(name, in: folder.relative, isFolder: true) { return .ignored }
    }
    if let exclude = run.plan.exclude, unsafe exclude.ignores(name, in: folder.relative, isFolder: true) {
      return .excluded
    }
    return nil
  }

  private func examineListed(_ path: String, of folder: Folder) {
    unsafe path.withCString { name in
      switch unsafe Platform.kind(of: name, in: folder.handle.descriptor) {
      case .file:
        let folders = path.split(separator: "/").dropLast()
        let context = folders.reduce(folder.context) { $0.entering(String($1)) }
        unsafe examineFile(name, of: folder, context)
      case .folder: unsafe enter(name, of: folder)
      case .link: unsafe skip(name, of: folder, .link)
      case .special: unsafe skip(name, of: folder, .special)
      case .vanished: complain(folder.prefix + Array(path.utf8), .missing)
      }
    }
  }
}

// MARK: - Files

extension Worker where Examiner: ~Copyable {
  private func examine(_ names: FileNames, of folder: Folder) {
    unsafe names.forEach { name in
      guard run.goesOn() else { return false }
      if unsafe admits(name, of: folder) { unsafe examineFile(name, of: folder, folder.context) }
      return true
    }
  }

  /// Whether a file is to be examined; counts it where it isn't.
  private func admits(_ name: UnsafePointer<CChar>, of folder: Folder) -> Bool {
    let bytes = unsafe Worker.bytes(of: name)
    if unsafe ToolFolders.isRepository(bytes) {
      // The file `.git` of a second work tree.
      unsafe skip(name, of: folder, .toolFolder)
      return false
    }
    if run.options.honoursIgnoreFiles {
      if unsafe folder.ignores.ignores(bytes, in: folder.relative, isFolder: false) {
        unsafe skip(name, of: folder, .ignored)
        return false
      }
      if unsafe bytes.elementsEqual(".forceignore".utf8) { noteForceIgnore(folder) }
    }
    if unsafe run.plan.exclude?.ignores(bytes, in: folder.relative, isFolder: false) == true {
      unsafe skip(name, of: folder, .excluded)
      return false
    }
    return true
  }

  private func noteForceIgnore(_ folder: Folder) {
    let path = PathText.text(folder.prefix + Array(".forceignore".utf8))
    guard isOurs(folder.prefix + Array(".forceignore".utf8)) else { return }
    tally.diagnostics.append(
      Diagnostic(
        code: "forceignore", severity: .information,
        message: "'\(path)' keeps files from deployment, not from the audit; what it names was examined",
        location: Location(path: path)))
  }

  /// Opens, reads and examines a file.
  ///
  /// - Parameter path: The artifact's path, where it isn't the folder's and the name.
  private func examineFile(
    _ name: UnsafePointer<CChar>, shownAs path: String? = nil, of folder: Folder, _ context: OrgContext
  ) {
    let bytes = unsafe Worker.bytes(of: name)
    let place = unsafe Place(
      prefix: path.map { Array($0.utf8) } ?? folder.prefix,
      name: path == nil ? bytes : .init(start: nil, count: 0))
    guard unsafe isWanted(place, bytes) else { return }
    let type = unsafe FileType.named(path: bytes)
    let component = context.isOutside ? nil : unsafe context.component(ofFile: Worker.lastComponent(bytes))
    if type == .binary {
      if let component { tally.add(component.owner) }
      tally.skip(place.bytes, .binary)
      return
    }
    switch unsafe Platform.open(name, in: folder.handle.descriptor, isFolder: false) {
    case .failure(let error): complain(place.bytes, error)
    case .success(let descriptor):
      defer { Platform.close(descriptor) }
      switch unsafe Platform.fill(buffer, from: descriptor) {
      case .failure(let error): complain(place.bytes, error)
      case .success(let count) where unsafe count < buffer.count:
        let text = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
        let subject = Subject(place: place, type: type, component: component)
        unsafe examineOpened(subject, descriptor, head: text, size: count, source: nil)
      case .success:
        if path == nil, run.jobs.isHungry {
          var names = FileNames()
          unsafe names.append(name)
          run.jobs.add(.largeFile(folder, names))
        } else {
          examineLarge(Subject(place: place, type: type, component: component), descriptor)
        }
      }
    }
  }

  private func examineLargeFile(_ name: UnsafePointer<CChar>, of folder: Folder, _ context: OrgContext) {
    let bytes = unsafe Worker.bytes(of: name)
    let place = unsafe Place(prefix: folder.prefix, name: bytes)
    switch unsafe Platform.open(name, in: folder.handle.descriptor, isFolder: false) {
    case .failure(let error): complain(place.bytes, error)
    case .success(let descriptor):
      defer { Platform.close(descriptor) }
      let component = context.isOutside ? nil : unsafe context.component(ofFile: Worker.lastComponent(bytes))
      unsafe examineLarge(Subject(place: place, type: .named(path: bytes), component: component), descriptor)
    }
  }

  /// Examines an open file of at least the buffer's size, whatever was read of it already.
  private func examineLarge(_ subject: Subject, _ descriptor: Int32) {
    let size = Platform.status(of: descriptor)?.size ?? 0
    let source = FileSource(descriptor)
    let room = unsafe size < run.options.limits.wholeBytes ? wholeBuffer() : buffer
    var count = 0
    while count < room.count {
      let read = unsafe source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
      if read == 0 { break }
      count += read
    }
    let head = unsafe UnsafeRawBufferPointer(rebasing: room[..<count])
    let rest = count < room.count ? nil : source
    unsafe examineOpened(subject, descriptor, head: head, size: max(size, count), source: rest)
    if let error = source.error { complain(subject.place.bytes, error) }
  }

  private func examineOpened(
    _ subject: Subject, _ descriptor: Int32, head: UnsafeRawBufferPointer, size: Int, source: FileSource?
  ) {
    if unsafe ContentSniffing.isArchive(head) {
      let budget = ArchiveBudget(run.options.limits, archiveSize: size)
      unsafe examineArchive(
        subject, head: head, origin: .file(descriptor, size: size), depth: 1, budget: budget)
    } else {
      unsafe examine(subject, head: head, size: { max(size, source?.furthest ?? 0) }, source: source)
    }
  }

  func wholeBuffer() -> UnsafeMutableRawBufferPointer {
    if let largeBuffer = unsafe largeBuffer { return unsafe largeBuffer }
    let size = max(run.options.limits.wholeBytes, Worker.bufferSize)
    let made = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    unsafe largeBuffer = unsafe made
    return unsafe made
  }
}

// MARK: - Artifacts

/// Where an artifact stands: what comes before its name, and the name.
@safe struct Place {
  var prefix: [UInt8]
  var name: UnsafeBufferPointer<UInt8>
  /// Tells entries of one archive apart that have one name.
  var number = 0

  var bytes: [UInt8] { unsafe prefix + name }
}

/// What is known of an artifact before its content.
struct Subject {
  var place: Place
  var type: FileType
  var component: NamedComponent?
}

extension Worker where Examiner: ~Copyable {
  /// Examines what was read.
  ///
  /// - Parameters:
  ///   - head: The first bytes, or all of them where there is no source.
  ///   - size: The size of the original in bytes; asked when the examiner has read what it wanted.
  func examine(
    _ subject: Subject, head: UnsafeRawBufferPointer, size: () -> Int, source: (any ContentSource)?
  ) {
    let (encoding, mark) = unsafe TextDecoding.encoding(of: head)
    var text = unsafe UnsafeRawBufferPointer(rebasing: head[mark...])
    if subject.type == .archive, !isIncluded(subject.place) { return }
    if encoding == .utf8, unsafe ContentSniffing.isBinary(text) {
      if let component = subject.component { tally.add(component.owner) }
      tally.skip(subject.place.bytes, .binary)
      return
    }
    if encoding != .utf8 {
      transcoded.removeAll(keepingCapacity: true)
      var transcoder = Transcoder(encoding)
      unsafe transcoder.append(text, to: &transcoded)
      if source == nil { transcoder.finish(&transcoded) }
    }
    if encoding == .utf8 {
      unsafe hand(subject, text, mark: mark, encoding, size: size, source)
    } else {
      unsafe transcoded.withUnsafeBytes { bytes in
        unsafe text = bytes
        unsafe hand(subject, text, mark: mark, encoding, size: size, source)
      }
    }
  }

  /// Asks the examiner and keeps what it says.
  private func hand(
    _ subject: Subject, _ text: UnsafeRawBufferPointer, mark: Int, _ encoding: TextEncoding,
    size: () -> Int, _ source: (any ContentSource)?
  ) {
    let identity = unsafe Identity(subject, text)
    if let component = identity.component { tally.add(component.owner) }
    let candidate = unsafe ArtifactCandidate(
      kind: identity.kind, language: identity.language, component: identity.component?.id,
      isPrimary: identity.component?.isPrimary ?? false, prefix: subject.place.prefix,
      name: subject.place.name,
      head: text)
    let content = unsafe ArtifactContent(
      encoding: encoding, originalBytes: source is EntrySource ? nil : size(), isWhole: source == nil,
      head: text, source: source, mark: mark)
    if let result = examiner.examine(candidate, content) {
      found.append(FoundResult(artifact: candidate.artifact(), number: subject.place.number, result: result))
    }
    let size = size()
    tally.count(identity.kind, identity.language, bytes: size)
    unreported.artifacts += 1
    unreported.bytes += size
    if unreported.artifacts >= 256 || unreported.bytes >= 16 << 20 { report() }
  }

  private func report() {
    run.advance(artifacts: unreported.artifacts, bytes: unreported.bytes)
    unreported = (0, 0)
  }
}

// MARK: - Passing over

extension Worker where Examiner: ~Copyable {
  /// Whether a file belongs to this run: to its shard, to the changed ones, to the included ones.
  private func isWanted(_ place: borrowing Place, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let options = run.options
    if options.shard == nil && options.changedPaths == nil && run.plan.include == nil { return true }
    let path = place.bytes
    if let changed = options.changedPaths, !changed.contains(PathText.text(path)) {
      skip(path, .unchanged)
      return false
    }
    if let include = run.plan.include, unsafe FileType.named(path: name) != .archive,
      unsafe !include.ignores(name, in: Array(path.dropLast(name.count)), isFolder: false)
    {
      skip(path, .excluded)
      return false
    }
    if !isOurs(path) {
      tally.skip(path, .otherShard)
      return false
    }
    return true
  }

  /// Whether something with the name of an archive that is none was meant to be examined.
  private func isIncluded(_ place: borrowing Place) -> Bool {
    guard let include = run.plan.include else { return true }
    let path = place.bytes
    let start = path.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") }.map { $0 + 1 } ?? 0
    let isNamed = unsafe path[start...].withUnsafeBufferPointer {
      unsafe include.ignores($0, in: Array(path[..<start]), isFolder: false)
    }
    if !isNamed { tally.skip(path, .excluded) }
    return isNamed
  }

  /// Whether a path belongs to this shard.
  func isOurs(_ path: [UInt8]) -> Bool {
    guard let shard = run.options.shard else { return true }
    return FileType.hash(path) % UInt64(shard.count) == UInt64(shard.index)
  }

  private func skip(_ name: UnsafePointer<CChar>, of folder: Folder, _ reason: Skipped.Reason) {
    unsafe skip(folder.prefix + Worker.bytes(of: name), reason)
  }

  func skip(_ path: [UInt8], _ reason: Skipped.Reason) {
    if isOurs(path) { tally.skip(path, reason) }
  }

  /// Counts something that couldn't be read, and says why.
  func complain(_ path: [UInt8], _ error: SystemError) {
    guard isOurs(path) else { return }
    let text = PathText.text(path)
    tally.skip(path, .unreadable)
    tally.diagnostics.append(
      Diagnostic(
        code: "unreadable", severity: .incomplete, message: "cannot read '\(text)': \(error.words)",
        location: Location(path: text)))
  }

  /// The name of a file that may be listed with the folders before it.
  private static func lastComponent(_ path: UnsafeBufferPointer<UInt8>) -> String {
    let start = unsafe path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return unsafe PathText.text(path[start...])
  }

  private static func bytes(of name: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while unsafe name[count] != 0 { count += 1 }
    return unsafe UnsafeBufferPointer(
      start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), count: count)
  }
}
