/// A folder that is open and being examined.
final class Folder: Sendable {
  let handle: FolderHandle
  let root: FolderHandle
  /// What stands before a name in an artifact's path; empty, or with a slash at its end.
  let prefix: [UInt8]
  /// The path from the root folder, likewise.
  let relative: [UInt8]
  let context: OrgContext
  let ignores: IgnoreStack

  init(
    handle: FolderHandle, root: FolderHandle, prefix: [UInt8], relative: [UInt8], context: OrgContext,
    ignores: IgnoreStack
  ) {
    self.handle = handle
    self.root = root
    self.prefix = prefix
    self.relative = relative
    self.context = context
    self.ignores = ignores
  }
}

/// A folder that nobody has opened yet.
struct PendingFolder {
  /// The open folder it stands in; nothing where too many were open to keep it.
  var parent: FolderHandle?
  var root: FolderHandle
  var name: [CChar]
  var prefix: [UInt8]
  var relative: [UInt8]
  var context: OrgContext
  var ignores: IgnoreStack

  /// Opens the folder, from its parent or once more from the root.
  func open() -> Result<FolderHandle, SystemError> {
    let opened: Result<Int32, SystemError>
    if let parent {
      opened = unsafe name.withUnsafeBufferPointer {
        unsafe Platform.open($0.baseAddress!, in: parent.descriptor, isFolder: true)
      }
    } else {
      opened = openFromRoot()
    }
    return opened.map { FolderHandle(adopting: $0) }
  }

  /// Opens the folder by its path, in steps that are shorter than the longest path the system takes.
  private func openFromRoot() -> Result<Int32, SystemError> {
    var current = root.descriptor
    var steps = relative[...]
    while !steps.isEmpty {
      var step = steps.prefix(3000)
      if step.count < steps.count {
        // A name is at most 255 bytes long, so there is a border in the piece.
        guard let border = step.lastIndex(of: UInt8(ascii: "/")) else { return .failure(.nameTooLong) }
        step = steps[...border]
      }
      steps = steps[step.endIndex...]
      let path = step.dropLast().map { CChar(bitPattern: $0) } + [0]
      let opened = unsafe path.withUnsafeBufferPointer {
        unsafe Platform.open($0.baseAddress!, in: current, isFolder: true)
      }
      if current != root.descriptor { Platform.close(current) }
      guard case .success(let descriptor) = opened else { return opened }
      current = descriptor
    }
    return .success(current)
  }
}

/// Names of files, one after another in one piece of memory.
struct FileNames {
  private var bytes: [CChar] = []
  private var starts: [Int] = []

  init() {}

  /// One name.
  init(_ name: UnsafePointer<CChar>) {
    unsafe append(name)
  }

  var count: Int { starts.count }

  mutating func append(_ name: UnsafePointer<CChar>) {
    starts.append(bytes.count)
    // With the zero at its end.
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: name, count: PathText.bytes(of: name).count + 1))
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
  }

  /// Calls a body with every name, until it returns false.
  func forEach(_ body: (UnsafePointer<CChar>) -> Bool) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      for start in starts {
        guard unsafe body(base + start) else { return }
      }
    }
  }
}
