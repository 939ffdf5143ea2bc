import AuditModel

extension Worker where Examiner: ~Copyable {
  /// Whether a file belongs to this run: to its shard, to the changed ones, to the included ones.
  func isWanted(_ place: borrowing Place, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let options = run.options
    if options.shard == nil && options.changedPaths == nil && run.include == nil { return true }
    let path = place.bytes
    if let changed = options.changedPaths, !changed.contains(PathText.text(path)) {
      skip(path, .unchanged)
      return false
    }
    if let include = run.include, unsafe FileType.named(path: name) != .archive,
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
  func isIncluded(_ place: borrowing Place) -> Bool {
    guard let include = run.include else { return true }
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

  func skip(_ name: UnsafePointer<CChar>, of folder: Folder, _ reason: Skipped.Reason) {
    unsafe skip(folder.prefix + PathText.bytes(of: name), reason)
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

}
