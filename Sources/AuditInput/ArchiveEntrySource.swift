/// What the entries of an archive may cost, with the archives in it.
final class ArchiveBudget {
  private let limits: InputLimits
  /// How large all entries may be together.
  private let byteLimit: Int
  private var entries = 0
  private var bytes = 0
  /// What was gone over, in words; nothing while all is well.
  private(set) var exceeded: String?

  init(_ limits: InputLimits, archiveSize: Int) {
    self.limits = limits
    byteLimit = min(limits.archiveBytes, max(limits.archiveRatioFloor, archiveSize * limits.archiveRatio))
  }

  /// Counts an entry; false once there are too many.
  func takeEntry() -> Bool {
    entries += 1
    if entries > limits.archiveEntries { exceeded = "more than \(limits.archiveEntries) entries" }
    return exceeded == nil
  }

  /// Counts unpacked bytes; false once there are too many.
  func take(_ count: Int) -> Bool {
    bytes += count
    if bytes > byteLimit {
      exceeded =
        byteLimit == limits.archiveBytes
        ? "more than \(limits.archiveBytes) bytes when unpacked"
        : "more than \(limits.archiveRatio) times its size when unpacked"
    }
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
  private var live: ArchiveHandle?
  private var handle: ArchiveHandle?
  /// What was read of the entry when it was met; only the first reading needs it.
  private var before: UnsafeRawBufferPointer
  private var offset = 0
  private(set) var furthest = 0
  private(set) var damage: ArchiveDamage?

  init(
    _ live: ArchiveHandle, before: UnsafeRawBufferPointer, origin: ArchiveOrigin, format: ArchiveFormat,
    budget: ArchiveBudget
  ) {
    self.live = live
    unsafe self.before = before
    self.origin = origin
    self.format = format
    number = live.count
    self.budget = budget
    furthest = before.count
  }

  func rewind() {
    if let live {
      handle = live
      self.live = nil
    } else {
      unsafe before = UnsafeRawBufferPointer(start: nil, count: 0)
      handle = origin.handle(format, at: number)
      if handle == nil { damage = ArchiveDamage(words: "it changed while it was read") }
    }
    offset = 0
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
      self.damage = damage
      return 0
    case .success(let count):
      offset += count
      // Only what nobody has read before is counted: the second reading of an entry is no bomb.
      let new = max(0, offset - furthest)
      furthest += new
      return budget.take(new) ? count : 0
    }
  }
}
