import Synchronization

/// What the entries of an archive may cost, with the archives in it; shared by all who read it.
final class ArchiveBudget: Sendable {
  private let limits: InputLimits
  /// How large all entries may be together.
  private let byteLimit: Int
  private let entries = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)

  init(_ limits: InputLimits, archiveSize: Int) {
    self.limits = limits
    byteLimit = min(limits.archiveBytes, max(limits.archiveRatioFloor, archiveSize * limits.archiveRatio))
  }

  /// What was gone over, in words; nothing while all is well.
  var exceeded: String? {
    if bytes.load(ordering: .relaxed) > byteLimit {
      return byteLimit == limits.archiveBytes
        ? "more than \(limits.archiveBytes) bytes when unpacked"
        : "more than \(limits.archiveRatio) times its size when unpacked"
    }
    if entries.load(ordering: .relaxed) > limits.archiveEntries {
      return "more than \(limits.archiveEntries) entries"
    }
    return nil
  }

  /// Counts an entry; false once there are too many.
  func takeEntry() -> Bool {
    entries.add(1, ordering: .relaxed)
    return exceeded == nil
  }

  /// Counts unpacked bytes; false once there are too many.
  func take(_ count: Int) -> Bool {
    bytes.add(count, ordering: .relaxed)
    return exceeded == nil
  }
}

/// An entry that is too large to keep: the first reading goes on where the archive stands, every other one
/// opens the archive again.
@safe final class EntrySource: ContentSource {
  private let origin: ArchiveOrigin
  private let format: ArchiveFormat
  private let number: Int
  private let budget: ArchiveBudget
  private let run: Run
  private var live: ArchiveHandle?
  /// What was read of the entry when it was met; only the first reading needs it.
  private let before: UnsafeRawBufferPointer
  private(set) var furthest = 0
  fileprivate(set) var damage: ArchiveDamage?

  init(
    _ live: ArchiveHandle, before: UnsafeRawBufferPointer, origin: ArchiveOrigin, format: ArchiveFormat,
    budget: ArchiveBudget, run: Run
  ) {
    self.live = live
    unsafe self.before = before
    self.origin = origin
    self.format = format
    number = live.count
    self.budget = budget
    self.run = run
    furthest = before.count
  }

  func open() -> any ContentStream {
    if let live {
      self.live = nil
      return unsafe EntryStream(self, live, before: before)
    }
    let handle = origin.handle(format, at: number)
    if handle == nil { damage = ArchiveDamage(words: "it changed while it was read") }
    return unsafe EntryStream(self, handle, before: UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// Counts what nobody has read before, for the second reading of an entry is no bomb; false past the limit,
  /// and once the run was cancelled.
  fileprivate func takes(upTo offset: Int) -> Bool {
    guard run.goesOn() else { return false }
    let new = offset - furthest
    // What stands before the limit can be read again when the limit was met.
    guard new > 0 else { return true }
    guard budget.take(new) else { return false }
    furthest = offset
    return true
  }
}

@safe private final class EntryStream: ContentStream {
  private let source: EntrySource
  private let handle: ArchiveHandle?
  private let before: UnsafeRawBufferPointer
  private var offset = 0

  init(_ source: EntrySource, _ handle: ArchiveHandle?, before: UnsafeRawBufferPointer) {
    self.source = source
    self.handle = handle
    unsafe self.before = before
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if unsafe offset < before.count {
      let count = unsafe min(buffer.count, before.count - offset)
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: before[offset..<(offset + count)]))
      offset += count
      return count
    }
    guard let handle else { return 0 }
    switch unsafe handle.read(into: buffer) {
    case .failure(let damage):
      source.damage = damage
      return 0
    case .success(let count):
      offset += count
      return source.takes(upTo: offset) ? count : 0
    }
  }
}
