import AuditModel
import Synchronization

/// An archive on its way to being examined.
struct OpenArchive {
  var handle: ArchiveHandle
  var origin: ArchiveOrigin
  var format: ArchiveFormat
  /// The archive's own path.
  var path: [UInt8]
  /// The component whose content is packed here; its entries are parts of it.
  var component: NamedComponent?
  /// How many archives this one lies in, itself included.
  var depth: Int
  var budget: ArchiveBudget
  /// The folders of tools that were counted.
  var toolFolders = SeenNames()
  /// How many entries come before the first one, where this is a part of an archive.
  var firstNumber = 0
}

/// Why an archive isn't examined to its end.
enum ArchiveTrouble {
  case cutOff
  case damaged(String)
  case overLimit(String)
}

extension Worker where Examiner: ~Copyable {
  /// Examines the entries of an archive.
  ///
  /// - Parameters:
  ///   - head: The archive's first bytes.
  ///   - input: Where to read it this time; later readings of large entries use `origin`.
  func examineArchive(
    _ subject: Subject, head: UnsafeRawBufferPointer, origin: ArchiveOrigin, input: (any ArchiveInput)? = nil,
    depth: Int, budget: ArchiveBudget
  ) {
    let path = subject.place.bytes
    if let component = subject.component { tally.add(component.owner) }
    guard depth <= run.options.limits.archiveDepth else {
      overLimit(path, "more than \(run.options.limits.archiveDepth) archives in one another")
      return
    }
    let format = unsafe ArchiveFormat(head)
    if case .file(let file) = origin, format == .zip,
      let directory = ZipDirectory(file.descriptor, size: file.size)
    {
      examineInParts(directory, path, subject.component, size: file.size, budget)
      return
    }
    guard let input = input ?? origin.input(), let handle = ArchiveHandle(input, format: format) else {
      complain(path, .outOfMemory)
      return
    }
    var folders = EntryFolders()
    let trouble = examineEntries(
      OpenArchive(
        handle: handle, origin: origin, format: format, path: path, component: subject.component, depth: depth,
        budget: budget), &folders)
    if let trouble {
      tell(trouble, path)
    } else if handle.isTarWithoutEntries, format == .gzip {
      // A tar may be all zeros, and whatever begins with enough of them is taken for one.
      tally.skip(path, .binary)
    }
  }

  /// Examines the entries of an archive, or of a part of one, and says what kept it from the last one.
  private func examineEntries(_ archive: OpenArchive, _ folders: inout EntryFolders) -> ArchiveTrouble? {
    while run.goesOn(), archive.budget.exceeded == nil {
      switch archive.handle.next() {
      case .end: return archive.handle.isCutOff ? .cutOff : nil
      case .damaged: return .damaged(archive.handle.error ?? "unknown damage")
      case .entry:
        guard archive.budget.takeEntry() else { break }
        examineEntry(archive, &folders)
        if archive.handle.isCompressedAsAWhole { drain(archive) }
      }
    }
    // The outermost archive speaks for those in it.
    return archive.depth == 1 ? archive.budget.exceeded.map { .overLimit($0) } : nil
  }

  /// Examines the entry at which an archive stands.
  private func examineEntry(_ archive: OpenArchive, _ folders: inout EntryFolders) {
    let handle = archive.handle
    var name = handle.entryName
    if handle.isPlainCompressedFile { name = Worker.nameWithoutCompression(archive.path) }
    let path = archive.path + [UInt8(ascii: "!")] + name
    guard handle.entryKind == .file else {
      if handle.entryKind != .folder { tally.skip(path, handle.entryKind == .link ? .link : .special) }
      return
    }
    if Worker.leadsOut(name) {
      tally.skip(path, .unsafeName)
      note(
        "archive-entry-name", path, "'\(PathText.text(path))' leads out of its archive; it was not examined")
      return
    }
    if let reason = folders.reasonToPass(name, archive, run) {
      if let path = reason.path { tally.skip(path, reason.reason) }
      return
    }
    let type = unsafe name.withUnsafeBufferPointer { unsafe FileType.named(path: $0) }
    let component = archive.component?.asPart ?? folders.component(of: name)
    if type == .binary {
      if let component { tally.add(component.owner) }
      tally.skip(path, .binary)
    } else if handle.isEntryEncrypted {
      tally.skip(path, .encrypted)
      note("encrypted-entry", path, "'\(PathText.text(path))' is encrypted; it was not examined")
    } else {
      let prefix = archive.path + [UInt8(ascii: "!")]
      unsafe name.withUnsafeBufferPointer { name in
        let place = unsafe Place(prefix: prefix, name: name, number: archive.firstNumber + handle.count)
        examineEntryContent(Subject(place: place, type: type, component: component), archive)
      }
    }
  }

  private func examineEntryContent(_ subject: Subject, _ archive: OpenArchive) {
    let handle = archive.handle
    var room = unsafe buffer
    var (count, damage) = unsafe fill(room, from: 0, archive)
    if count == room.count, run.options.limits.wholeBytes > room.count {
      let large = unsafe wholeBuffer()
      unsafe large.copyMemory(from: UnsafeRawBufferPointer(room))
      unsafe room = large
      (count, damage) = unsafe fill(room, from: count, archive)
    }
    let head = unsafe UnsafeRawBufferPointer(rebasing: room[..<count])
    let isLarge = count == room.count
    if damage == nil, unsafe ContentSniffing.isArchive(head) {
      unsafe examineInnerArchive(subject, archive, head, isLarge: isLarge)
      return
    }
    if isLarge {
      let source = unsafe EntrySource(
        handle, before: head, origin: archive.origin, format: archive.format, budget: archive.budget, run: run)
      unsafe examine(subject, head: head, size: { source.furthest }, source: source)
      damage = source.damage
    } else {
      unsafe examine(subject, head: head, size: { count }, source: nil)
    }
    if let damage { damaged(subject.place.bytes, damage.words, "what could be read of it was examined") }
  }

  /// Examines an archive in an archive: from memory if it is small, else as it comes.
  private func examineInnerArchive(
    _ subject: Subject, _ archive: OpenArchive, _ head: UnsafeRawBufferPointer, isLarge: Bool
  ) {
    // The buffer it stands in is needed for its own entries.
    let bytes = unsafe Array(head)
    unsafe bytes.withUnsafeBytes { copy in
      if isLarge {
        let origin = ArchiveOrigin.entry(of: archive.origin, archive.format, number: archive.handle.count)
        unsafe examineArchive(
          subject, head: copy, origin: origin, input: EntryInput(archive.handle, before: bytes[...]),
          depth: archive.depth + 1, budget: archive.budget)
      } else {
        unsafe examineArchive(
          subject, head: copy, origin: .memory(copy), depth: archive.depth + 1, budget: archive.budget)
      }
    }
  }

  /// Reads from the current entry until the buffer is full or the entry ends.
  private func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from start: Int, _ archive: OpenArchive
  ) -> (count: Int, damage: ArchiveDamage?) {
    var count = start
    while count < buffer.count {
      switch unsafe archive.handle.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...])) {
      case .failure(let damage): return (count, damage)
      case .success(0): return (count, nil)
      case .success(let read):
        count += read
        guard archive.budget.take(read) else { return (count, nil) }
      }
    }
    return (count, nil)
  }

  /// Reads what nobody wanted of an entry, so that what libarchive unpacks on the way to the next one is counted.
  private func drain(_ archive: OpenArchive) {
    while case .success(let count) = unsafe archive.handle.read(into: buffer), count > 0 {
      guard archive.budget.take(count) else { return }
    }
  }
}

// MARK: - Names and trouble

extension Worker where Examiner: ~Copyable {
  /// Whether a name would stand outside the folder that an archive is unpacked into.
  private static func leadsOut(_ name: [UInt8]) -> Bool {
    if name.first == UInt8(ascii: "/") || name.first == UInt8(ascii: "\\") { return true }
    if name.count > 1, name[1] == UInt8(ascii: ":") { return true }
    return name.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
      .contains { $0.elementsEqual("..".utf8) }
  }

  /// The name of what is compressed in a file, `a.js` in `folder/a.js.gz`.
  private static func nameWithoutCompression(_ path: [UInt8]) -> [UInt8] {
    let name = path.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") }.last ?? []
    let isNamed = name.count > 3 && name.suffix(3).elementsEqual(".gz".utf8)
    return isNamed ? Array(name.dropLast(3)) : Array("data".utf8)
  }

  private func tell(_ trouble: ArchiveTrouble, _ path: [UInt8]) {
    switch trouble {
    case .cutOff: damaged(path, "it was cut off", "what came before the cut was examined")
    case .damaged(let words): damaged(path, words, "what came before it was examined")
    case .overLimit(let limit): overLimit(path, limit)
    }
  }

  private func overLimit(_ path: [UInt8], _ limit: String) {
    tally.skip(path, .limit)
    note(
      "archive-limit", path,
      "'\(PathText.text(path))' has \(limit); the rest was not examined, unpack it to audit it")
  }

  private func damaged(_ path: [UInt8], _ words: String, _ consequence: String) {
    tally.skip(path, .damagedArchive)
    note("damaged-archive", path, "cannot read '\(PathText.text(path))' to its end: \(words); \(consequence)")
  }

  private func note(_ code: String, _ path: [UInt8], _ message: String) {
    tally.diagnostics.append(
      Diagnostic(
        code: code, severity: .incomplete, message: message, location: Location(path: PathText.text(path))))
  }
}

// MARK: - Archives in parts

extension Worker where Examiner: ~Copyable {
  /// Examines a zip part by part, with the help of whoever has nothing else to do.
  private func examineInParts(
    _ directory: ZipDirectory, _ path: [UInt8], _ component: NamedComponent?, size: Int, _ budget: ArchiveBudget
  ) {
    var shared = SharedArchive(directory, path: path, component: component, budget: budget)
    examineParts(of: shared, isOwner: true)
    shared.close()
    if !shared.stands {
      drafts.removeLast()
      let budget = ArchiveBudget(run.options.limits, archiveSize: size)
      shared = SharedArchive(directory, path: path, component: component, budget: budget, isShared: false)
      examineParts(of: shared, isOwner: true)
    }
    if let trouble = shared.trouble { tell(trouble, path) }
  }

  /// Examines parts until nobody needs to begin one any more; what is found is a draft.
  func examineParts(of shared: SharedArchive, isOwner: Bool) {
    let kept = (tally, found)
    (tally, found) = (Tally(), [])
    var folders = EntryFolders()
    while run.goesOn(), let part = shared.takePart(isOwner: isOwner) {
      if isOwner, shared.isShared { run.jobs.offer(shared) }
      shared.finishPart(examine(part, of: shared, &folders))
    }
    drafts.append((shared, WorkerShare(tally: tally, found: found)))
    (tally, found) = kept
  }

  private func examine(
    _ part: ZipDirectory.Part, of shared: SharedArchive, _ folders: inout EntryFolders
  ) -> ArchiveTrouble? {
    guard let origin = shared.directory.origin(of: part) else { return .damaged("it changed while it was read") }
    guard let input = origin.input(), let handle = ArchiveHandle(input, format: .zip) else {
      return .damaged("out of memory")
    }
    return examineEntries(
      OpenArchive(
        handle: handle, origin: origin, format: .zip, path: shared.path, component: shared.component, depth: 1,
        budget: shared.budget, toolFolders: shared.toolFolders, firstNumber: part.firstNumber), &folders)
  }
}

/// Names that several workers meet; each counts for the first one who says it.
final class SeenNames: Sendable {
  private let names = Mutex<Set<[UInt8]>>([])

  /// Whether nobody has said it before.
  func insert(_ name: [UInt8]) -> Bool {
    names.withLock { $0.insert(name).inserted }
  }
}

/// What the folders in an archive say about its entries; entries of one folder mostly come one after another.
private struct EntryFolders {
  private var folder: [UInt8] = []
  private var context = OrgContext.outside
  private var toolFolder: [UInt8]?

  /// The component that an entry names.
  mutating func component(of name: [UInt8]) -> NamedComponent? {
    enter(name)
    if context.isOutside { return nil }
    let start = name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return context.component(ofFile: PathText.text(name[start...]))
  }

  /// Why an entry is passed over, and the path that is counted for it; a tool's folder counts once.
  mutating func reasonToPass(
    _ name: [UInt8], _ archive: OpenArchive, _ run: Run
  ) -> (reason: Skipped.Reason, path: [UInt8]?)? {
    enter(name)
    let prefix = archive.path + [UInt8(ascii: "!")]
    if let toolFolder, run.options.honoursIgnoreFiles || toolFolder.suffix(4).elementsEqual(".git".utf8) {
      return (.toolFolder, archive.toolFolders.insert(toolFolder) ? prefix + toolFolder : nil)
    }
    let start = name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let folder = Array(name[..<start])
    return unsafe name[start...].withUnsafeBufferPointer { last in
      if unsafe run.exclude?.ignores(last, in: folder, isFolder: false) == true
        || run.exclude?.namesFolder(of: folder) == true
      {
        return (.excluded, prefix + name)
      }
      if let include = run.include, unsafe FileType.named(last) != .archive,
        unsafe !include.ignores(last, in: folder, isFolder: false)
      {
        return (.excluded, prefix + name)
      }
      return nil
    }
  }

  private mutating func enter(_ name: [UInt8]) {
    let folder = name[..<(name.lastIndex(of: UInt8(ascii: "/")) ?? 0)]
    if folder.elementsEqual(self.folder) { return }
    self.folder = Array(folder)
    context = .outside
    toolFolder = nil
    for part in folder.split(separator: UInt8(ascii: "/")) {
      context = context.entering(PathText.text(part))
      let isTool = unsafe part.withUnsafeBufferPointer {
        unsafe ToolFolders.contains($0) || ToolFolders.isRepository($0)
      }
      if isTool, toolFolder == nil { toolFolder = Array(folder[..<part.endIndex]) }
    }
  }
}
