extension IgnoreStack {
  /// The ignore files above a root, as far up as its Git work tree reaches; nothing outside one.
  ///
  /// A person's own ignore file (`core.excludesFile`) doesn't count: the same tree would give another
  /// report on another machine.
  static func above(_ root: String) -> IgnoreStack {
    var stack = IgnoreStack()
    guard let path = Platform.realPath(root) else { return stack }
    let parts = path.split(separator: "/")
    func folder(at depth: Int) -> String { depth == 0 ? "" : String(path[..<parts[depth - 1].endIndex]) }
    for depth in stride(from: parts.count, through: 0, by: -1) {
      let top = folder(at: depth)
      guard Platform.exists(top + "/.git") else { continue }
      stack.read(top + "/.git/info/exclude", above: parts[depth...])
      for inner in depth..<parts.count { stack.read(folder(at: inner) + "/.gitignore", above: parts[inner...]) }
      break
    }
    return stack
  }

  private mutating func read(_ path: String, above folders: ArraySlice<Substring>) {
    let above = folders.map { "\($0)/" }.joined()
    guard case .success(let descriptor) = Platform.openRoot(path) else { return }
    defer { Platform.close(descriptor) }
    unsafe IgnoreStack.withText(of: descriptor) { unsafe add($0, above: Array(above.utf8)) }
  }

  /// Adds the ignore file of a folder, if it has one.
  mutating func addFile(of folder: FolderHandle, base: Int) {
    guard
      case .success(let descriptor) = unsafe Platform.open(
        ".gitignore", in: folder.descriptor, isFolder: false)
    else { return }
    defer { Platform.close(descriptor) }
    unsafe IgnoreStack.withText(of: descriptor) { unsafe add($0, base: base) }
  }

  /// How much of an ignore file counts, in bytes.
  private static let sizeLimit = 1 << 20

  private static func withText(of descriptor: Int32, _ body: (UnsafeRawBufferPointer) -> Void) {
    guard let status = Platform.status(of: descriptor), status.kind == .file else { return }
    let size = min(status.size, sizeLimit)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, size), alignment: 1)
    defer { unsafe buffer.deallocate() }
    let text = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])
    guard case .success(let count) = unsafe Platform.fill(text, from: descriptor) else { return }
    unsafe body(UnsafeRawBufferPointer(rebasing: text[..<count]))
  }
}
