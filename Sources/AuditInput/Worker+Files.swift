import AuditModel

extension Worker where Examiner: ~Copyable {
  /// Examines files of a folder, but for those that are passed over.
  func examine(_ names: FileNames, of folder: Folder) {
    unsafe names.forEach { name in
      guard run.goesOn() else { return false }
      if unsafe admits(name, of: folder) { unsafe examineFile(name, of: folder) }
      return true
    }
  }

  /// Whether a file is to be examined; counts it where it isn't.
  private func admits(_ name: UnsafePointer<CChar>, of folder: Folder) -> Bool {
    let bytes = unsafe PathText.bytes(of: name)
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
    if unsafe run.exclude?.ignores(bytes, in: folder.relative, isFolder: false) == true {
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
  /// - Parameters:
  ///   - name: The file's path from its folder on; more than a name only for listed files.
  ///   - path: The artifact's path, where it isn't the folder's and the name.
  ///   - isLarge: Whether somebody already found that it fills the first buffer.
  func examineFile(
    _ name: UnsafePointer<CChar>, shownAs path: String? = nil, of folder: Folder, isLarge: Bool = false
  ) {
    let bytes = unsafe PathText.bytes(of: name)
    let place = unsafe Place(
      prefix: path.map { Array($0.utf8) } ?? folder.prefix,
      name: path == nil ? bytes : UnsafeBufferPointer(start: nil, count: 0))
    guard unsafe isLarge || isWanted(place, bytes) else { return }
    let subject = unsafe Subject(
      place: place, type: FileType.named(path: bytes), component: component(ofFile: bytes, in: folder))
    if subject.type == .binary {
      if let component = subject.component { tally.add(component.owner) }
      tally.skip(place.bytes, .binary)
      return
    }
    switch unsafe Platform.open(name, in: folder.handle.descriptor, isFolder: false) {
    case .failure(let error): complain(place.bytes, error)
    case .success(let descriptor):
      defer { Platform.close(descriptor) }
      if isLarge {
        examineLarge(subject, descriptor, read: 0)
        return
      }
      switch unsafe Platform.fill(buffer, from: descriptor) {
      case .failure(let error): complain(place.bytes, error)
      case .success(let count) where unsafe count < buffer.count:
        let text = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
        unsafe examineOpened(subject, descriptor, head: text, size: count, source: nil)
      case .success(let count):
        // Another worker takes the large file, so that one folder of large files isn't one worker's work.
        if path == nil, run.jobs.isHungry {
          run.jobs.add(.largeFile(folder, unsafe FileNames(name)))
        } else {
          examineLarge(subject, descriptor, read: count)
        }
      }
    }
  }

  private func component(ofFile path: UnsafeBufferPointer<UInt8>, in folder: Folder) -> NamedComponent? {
    let slash = UInt8(ascii: "/")
    guard let last = unsafe path.lastIndex(of: slash) else {
      return folder.context.isOutside ? nil : unsafe folder.context.component(ofFile: PathText.text(path))
    }
    let folders = unsafe path[..<last].split(separator: slash)
    let context = unsafe folders.reduce(folder.context) { unsafe $0.entering(PathText.text($1)) }
    return unsafe context.component(ofFile: PathText.text(path[(last + 1)...]))
  }

  /// Examines an open file of at least the buffer's size, of which so many bytes stand in the buffer already.
  private func examineLarge(_ subject: Subject, _ descriptor: Int32, read start: Int) {
    let size = Platform.status(of: descriptor)?.size ?? 0
    let source = FileSource(descriptor, size: size, run: run)
    let room = unsafe size < run.options.limits.wholeBytes ? wholeBuffer() : buffer
    if unsafe room.baseAddress != buffer.baseAddress {
      unsafe room.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<start]))
    }
    let stream = source.open(after: start)
    var count = start
    while count < room.count {
      let read = unsafe stream.read(into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
      if read == 0 { break }
      count += read
    }
    let head = unsafe UnsafeRawBufferPointer(rebasing: room[..<count])
    let rest = count < room.count ? nil : source
    unsafe examineOpened(subject, descriptor, head: head, size: max(size, count), source: rest)
    if let error = source.error {
      complain(subject.place.bytes, error)
    } else if let end = Platform.status(of: descriptor)?.size, end != size {
      noteChange(subject.place.bytes, hasGrown: end > size)
    }
  }

  /// Says that a file was not the same from its first byte to its last.
  private func noteChange(_ path: [UInt8], hasGrown: Bool) {
    let consequence = hasGrown ? "what was added was not examined" : "what went away may not have been examined"
    tally.skip(path, .unreadable)
    tally.diagnostics.append(
      Diagnostic(
        code: "changed-while-read", severity: .incomplete,
        message: "'\(PathText.text(path))' \(hasGrown ? "grew" : "shrank") while it was read; \(consequence)",
        location: Location(path: PathText.text(path))))
  }

  private func examineOpened(
    _ subject: Subject, _ descriptor: Int32, head: UnsafeRawBufferPointer, size: Int, source: FileSource?
  ) {
    if unsafe ContentSniffing.isArchive(head) {
      let budget = ArchiveBudget(run.options.limits, archiveSize: size)
      unsafe examineArchive(
        subject, head: head, origin: .file(ArchiveFile(descriptor, upTo: size)), depth: 1, budget: budget)
    } else {
      unsafe examine(subject, head: head, size: { max(size, source?.furthest ?? 0) }, source: source)
    }
  }
}
