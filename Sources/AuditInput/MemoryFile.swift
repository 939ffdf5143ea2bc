import AuditModel

/// A file that is in memory.
public struct MemoryFile: Hashable, Sendable {
  /// The path below the root, with forward slashes; it says what the file is, as that of a real one does.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Examines files in memory as if they stood below one folder, on the calling thread.
///
/// - Parameters:
///   - files: The files; archives among them stay closed.
///   - examiner: Is asked once for each file that is text.
/// - Returns: The results in the order of their paths, and the account of the rest.
public func examine<Examiner: ArtifactExaminer & ~Copyable>(
  _ files: [MemoryFile], options: InputOptions = InputOptions(), examiner: consuming Examiner
) throws(InputError) -> Examination<Examiner.Result> {
  let run = Run(
    plan: try RunPlan([], options), options: options, workers: 1, progress: nil, isCancelled: { false })
  let worker = Worker(run: run, examiner: examiner)
  for file in files { worker.examine(file) }
  let share = worker.share()
  return Examination(
    results: share.found.sorted(by: FoundResult.inOrder).map { ($0.artifact, $0.result) },
    ledger: share.tally.ledger(roots: []))
}

extension Worker where Examiner: ~Copyable {
  fileprivate func examine(_ file: MemoryFile) {
    let folders = file.path.split(separator: "/").map(String.init)
    let context = folders.dropLast().reduce(OrgContext.outside) { $0.entering($1) }
    let component = folders.last.flatMap { context.component(ofFile: $0) }
    let name = Array(file.path.utf8)
    unsafe name.withUnsafeBufferPointer { name in
      let place = unsafe Place(prefix: [], name: name)
      let type = unsafe FileType.named(path: name)
      if type == .binary {
        skip(place.bytes, .binary)
        return
      }
      unsafe file.bytes.withUnsafeBytes { bytes in
        unsafe examine(
          Subject(place: place, type: type, component: component), head: bytes, size: { file.bytes.count }, source: nil)
      }
    }
  }
}
