/// A zip whose parts its owner and idle workers examine.
///
/// While nothing is wrong, what is found doesn't depend on who takes which part. Where the archive goes over a
/// limit or can't be read on, what stands behind that place must not count, and somebody else may have read it
/// already: the whole attempt is then dropped, and the owner begins once more, alone, from the first part on.
/// What a worker finds is therefore a draft until the attempt is over.
final class SharedArchive: SharedWork, @unchecked Sendable {
  let path: [UInt8]
  /// The component whose content is packed here.
  let component: NamedComponent?
  let directory: ZipDirectory
  let budget: ArchiveBudget
  /// Whether others may take part.
  let isShared: Bool
  /// The folders of tools that were counted.
  let toolFolders = SeenNames()

  private let monitor = Monitor()
  // Only touched while `monitor` is held.
  private var next = 0
  private var taken = 0
  private var wasHelped = false
  private var firstTrouble: ArchiveTrouble?

  init(
    _ directory: ZipDirectory, path: [UInt8], component: NamedComponent?, budget: ArchiveBudget, isShared: Bool = true
  ) {
    self.isShared = isShared
    self.directory = directory
    self.path = path
    self.component = component
    self.budget = budget
  }

  /// What ended the attempt before its last part.
  var trouble: ArchiveTrouble? { monitor.hold { firstTrouble } }

  /// Whether the drafts count; to be asked when the attempt is over.
  var stands: Bool { monitor.hold { firstTrouble == nil || !wasHelped } }

  /// The next part that nobody has begun; whoever takes one calls ``finishPart(_:)``.
  func takePart(isOwner: Bool) -> ZipDirectory.Part? {
    monitor.hold {
      guard firstTrouble == nil, next < directory.parts.count else { return nil }
      wasHelped = wasHelped || !isOwner
      next += 1
      taken += 1
      return directory.parts[next - 1]
    }
  }

  func finishPart(_ trouble: ArchiveTrouble?) {
    monitor.hold {
      taken -= 1
      firstTrouble = firstTrouble ?? trouble
      monitor.wakeAll()
    }
  }

  /// Ends the attempt: waits for those who still examine a part.
  func close() {
    monitor.hold {
      next = directory.parts.count
      while taken > 0 { monitor.wait() }
    }
  }

  func help<Examiner: ArtifactExaminer & ~Copyable>(_ worker: Worker<Examiner>) {
    worker.examineParts(of: self, isOwner: false)
  }
}
