import AuditModel
import Synchronization

extension Worker where Examiner: ~Copyable {
  /// How many names of files are kept before they are dealt with: what bounds the memory for a folder of millions.
  private static var batchSize: Int { 256 }
  /// How many folders stay open for the sake of their subfolders.
  private static var openFolderLimit: Int { 200 }

  func openAndList(_ pending: PendingFolder) {
    switch pending.open() {
    case .failure(let error): complain(Array(pending.prefix.dropLast()), error)
    case .success(let handle):
      list(
        Folder(
          handle: handle, root: pending.root, prefix: pending.prefix, relative: pending.relative,
          context: pending.context, ignores: pending.ignores))
    }
  }

  func list(_ opened: Folder) {
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
      case .vanished: unsafe complain(folder.prefix + PathText.bytes(of: name), .missing)
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
    let bytes = unsafe PathText.bytes(of: name)
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
    if let exclude = run.exclude, unsafe exclude.ignores(name, in: folder.relative, isFolder: true) {
      return .excluded
    }
    return nil
  }

  func examineListed(_ path: String, of folder: Folder) {
    unsafe path.withCString { name in
      switch unsafe Platform.kind(of: name, in: folder.handle.descriptor) {
      case .file:
        unsafe examineFile(name, of: folder)
      case .folder: unsafe enter(name, of: folder)
      case .link: unsafe skip(name, of: folder, .link)
      case .special: unsafe skip(name, of: folder, .special)
      case .vanished: complain(folder.prefix + Array(path.utf8), .missing)
      }
    }
  }
}
