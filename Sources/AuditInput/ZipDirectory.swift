/// The directory of a zip in a file, cut into parts that are read as zips of their own.
///
/// A part is what the file would be if its directory listed only a few neighbouring entries. Several workers can
/// so read one archive, nobody holds the whole directory in memory (libarchive takes 170 MB for a million
/// entries), and libarchive still reads every entry with all its checks. A directory is only cut where, by its own
/// account, the entries lie one behind the other without overlap: the parts then give the same entries in the
/// same order as the whole.
///
/// SeeAlso: PKWARE, APPNOTE.TXT, 4.3.12 (central directory) to 4.3.16 (end of central directory).
struct ZipDirectory {
  /// Some neighbouring entries.
  struct Part {
    /// How many entries come before.
    var firstNumber: Int
    var entryCount = 0
    /// Where their records stand in the file.
    var records: Range<Int>
    /// How many bytes of the file the entries take, as far as the directory says.
    fileprivate var packedBytes = 0
  }

  private(set) var parts: [Part] = []
  /// Where the first record stands in the file.
  private let start: Int
  private let descriptor: Int32

  /// A part isn't worth opening for less, and libarchive's memory grows with more.
  private static let partEntries = 256
  /// Small enough for the workers to end together, large enough not to notice the opening.
  private static let partBytes = 1 << 20

  /// Reads a directory once, or gives nothing where it is too small to be cut or in any way unusual.
  init?(_ descriptor: Int32, size: Int) {
    guard let records = ZipDirectory.records(descriptor, size) else { return nil }
    self.descriptor = descriptor
    start = records.lowerBound
    parts = [Part(firstNumber: 0, records: start..<start)]
    guard cut(records) else { return nil }
    if parts.last?.entryCount == 0 { parts.removeLast() }
    if parts.count < 2 { return nil }
  }

  /// A part as the bytes of a zip.
  func origin(of part: Part) -> ArchiveOrigin? {
    let records = ZipDirectory.read(descriptor, part.records)
    guard records.count == part.records.count else { return nil }
    return .file(
      ArchiveFile(descriptor, upTo: start, directory: records + endMark(behind: records.count, part.entryCount)))
  }

  /// The mark at the end of a zip, behind so many bytes of records.
  private func endMark(behind recordBytes: Int, _ entryCount: Int) -> [UInt8] {
    func bytes(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    let counts = bytes(0, 4) + bytes(entryCount, 2) + bytes(entryCount, 2)
    return [0x50, 0x4b, 5, 6] + counts + bytes(recordBytes, 4) + bytes(start, 4) + bytes(0, 2)
  }

  /// Goes through the records and ends a part where it is large enough.
  private mutating func cut(_ records: Range<Int>) -> Bool {
    var offset = records.lowerBound
    var end = 0
    while offset < records.upperBound {
      let bytes = ZipDirectory.read(descriptor, offset..<min(offset + (512 << 10), records.upperBound))
      var index = 0
      while let record = ZipRecord(bytes[index...]) {
        guard record.localOffset >= end else { return false }
        end = record.localOffset + ZipRecord.localSize + record.nameLength + record.packedBytes
        index += record.length
        add(record)
      }
      if index == 0 { return false }
      offset += index
    }
    return end <= records.lowerBound
  }

  private mutating func add(_ record: ZipRecord) {
    var part = parts.removeLast()
    part.entryCount += 1
    part.packedBytes += record.packedBytes
    part.records = part.records.lowerBound..<(part.records.upperBound + record.length)
    parts.append(part)
    if part.entryCount == ZipDirectory.partEntries || part.packedBytes >= ZipDirectory.partBytes {
      let end = part.records.upperBound
      parts.append(Part(firstNumber: part.firstNumber + part.entryCount, records: end..<end))
    }
  }

  /// Where the directory stands by the record at the end of the file: the one that libarchive takes.
  private static func records(_ descriptor: Int32, _ size: Int) -> Range<Int>? {
    let tailStart = max(0, size - (16 << 10))
    let tail = read(descriptor, tailStart..<size)
    guard tail.count == size - tailStart, tail.count >= 22,
      let index = tail.indices.dropLast(21).last(where: { tail[$0...].starts(with: [0x50, 0x4b, 5, 6]) }),
      index + 22 + tail.number(2, at: index + 20) == tail.count
    else { return nil }
    // Disks, and what the entry counts say of them.
    guard tail.number(4, at: index + 4) == 0, tail.number(2, at: index + 8) == tail.number(2, at: index + 10)
    else { return nil }
    var end = tailStart + index
    var range = (tail.number(4, at: index + 16), tail.number(4, at: index + 12))
    if index >= 20, tail[(index - 20)...].starts(with: [0x50, 0x4b, 6, 7]) {
      end = tail.number(8, at: index - 12)
      let large = read(descriptor, max(0, end)..<max(0, min(end, size - 56) + 56))
      guard large.count == 56, large.starts(with: [0x50, 0x4b, 6, 6]), large.number(8, at: 16) == 0,
        large.number(8, at: 24) == large.number(8, at: 32)
      else { return nil }
      range = (large.number(8, at: 48), large.number(8, at: 40))
    }
    // Past 4 GB a part would need records of another form; such archives are read as a whole.
    guard range.0 > 0, range.1 > 0, range.0 < Int(UInt32.max), range.1 <= size, range.0 + range.1 == end
    else { return nil }
    return range.0..<end
  }

  private static func read(_ descriptor: Int32, _ range: Range<Int>) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: range.count) { bytes, count in
      while count < range.count {
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[count...])
        let result = unsafe Platform.read(into: room, from: descriptor, at: range.lowerBound + count)
        guard case .success(let read) = result, read > 0 else { return }
        count += read
      }
    }
  }
}

/// What counts here of an entry's record in the directory.
private struct ZipRecord {
  /// The size of the header before an entry, without the name.
  static let localSize = 30

  var length: Int
  var nameLength: Int
  var packedBytes: Int
  var localOffset: Int

  /// Reads the record at the beginning of bytes; nothing where it isn't all there or has its numbers elsewhere.
  init?(_ bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard bytes.count >= 46, bytes.starts(with: [0x50, 0x4b, 1, 2]) else { return nil }
    nameLength = bytes.number(2, at: start + 28)
    length = 46 + nameLength + bytes.number(2, at: start + 30) + bytes.number(2, at: start + 32)
    packedBytes = bytes.number(4, at: start + 20)
    localOffset = bytes.number(4, at: start + 42)
    let elsewhere = Int(UInt32.max)
    guard bytes.count >= length, packedBytes != elsewhere, localOffset != elsewhere else { return nil }
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// A number of that many bytes, the lowest one first.
  fileprivate func number(_ count: Int, at index: Int) -> Int {
    Int(truncatingIfNeeded: (0..<count).reduce(UInt64(0)) { $0 | UInt64(self[index + $1]) << (8 * $1) })
  }
}
