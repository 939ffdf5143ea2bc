import AuditModel

@testable import AuditInput

/// The bytes of an archive: zip, tar or gzip, with what lies in it.
struct ArchiveTarget: FuzzTarget {
  private static let limits = InputLimits(
    wholeBytes: 64 << 10, archiveEntries: 100, archiveRatioFloor: 1 << 20, archiveBytes: 2 << 20)
  /// An entry is counted after it was unpacked into a buffer, so a limit is met within one buffer.
  private static let slack = 1 << 20

  mutating func problem(with bytes: [UInt8]) -> String? {
    guard unsafe bytes.withUnsafeBytes({ unsafe ContentSniffing.isArchive($0) }) else { return nil }
    let options = InputOptions(limits: ArchiveTarget.limits)
    guard let plan = try? RunPlan([], options) else { return "no inputs are refused" }
    let run = Run(plan: plan, options: options, workers: 1, progress: nil, isCancelled: { false })
    let worker = Worker(run: run, examiner: SizeExaminer())
    let name = Array("a.zip".utf8)
    unsafe name.withUnsafeBufferPointer { name in
      unsafe bytes.withUnsafeBytes { bytes in
        Platform.withUTF8Names {
          let subject = unsafe Subject(place: Place(prefix: [], name: name), type: .archive, component: nil)
          unsafe worker.examineArchive(
            subject, head: bytes, origin: .memory(bytes), depth: 1,
            budget: ArchiveBudget(ArchiveTarget.limits, archiveSize: bytes.count))
        }
      }
    }
    let share = worker.share()
    var total = 0
    for found in share.found {
      total += found.result
      // As bytes: a name that begins with a combining mark makes one character with the sign before it.
      let path = found.artifact.path
      if !path.utf8.starts(with: "a.zip!".utf8) { return "'\(path)' is outside the archive" }
      let entry = path.utf8.dropFirst("a.zip!".utf8.count)
      let slash = UInt8(ascii: "/")
      if entry.first == slash || entry.split(separator: slash).contains(where: { $0.elementsEqual("..".utf8) }) {
        return "'\(path)' leads out of the archive"
      }
    }
    if total > ArchiveTarget.limits.archiveBytes + ArchiveTarget.slack { return "\(total) bytes were unpacked" }
    if share.found.count > ArchiveTarget.limits.archiveEntries { return "\(share.found.count) entries were read" }
    for diagnostic in share.tally.diagnostics where diagnostic.location?.path.utf8.starts(with: "a.zip".utf8) != true {
      return "'\(diagnostic.message)' has no place"
    }
    return nil
  }
}

/// How many bytes of text an artifact has.
struct SizeExaminer: ArtifactExaminer {
  mutating func examine(_ candidate: borrowing ArtifactCandidate, _ content: borrowing ArtifactContent) -> Int? {
    var size = 0
    unsafe content.forEachChunk(of: 4_096) { piece, offset in
      size = offset + piece.count
      return true
    }
    return size
  }
}
