import CLibArchive

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One archive being read by libarchive, from its first entry to its last.
///
/// Nothing is ever written to disk: entries are only listed and their bytes handed on. Used by one thread,
/// whose locale must be a UTF-8 one (see `Platform.withUTF8Names`): libarchive has no names to give otherwise.
@safe final class ArchiveHandle {
  private let archive: OpaquePointer
  private let input: any ArchiveInput
  private let format: ArchiveFormat
  private let block: UnsafeMutableRawBufferPointer
  private var entry: OpaquePointer?
  /// What libarchive unpacked and nobody has read yet; valid until it unpacks more.
  private var unpacked = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  /// How many zeros come before it.
  private var gap = 0
  private var entryOffset = 0
  private var isEntryDoubtful = false
  /// How many entries were begun.
  private(set) var count = 0
  /// What libarchive last complained of.
  private(set) var error: String?

  /// Opens an archive of the format that its first bytes announce.
  init?(_ input: any ArchiveInput, format: ArchiveFormat) {
    guard let archive = unsafe archive_read_new() else { return nil }
    unsafe self.archive = archive
    self.input = input
    self.format = format
    unsafe block = .allocate(byteCount: 128 << 10, alignment: 64)
    switch format {
    case .zip: unsafe archive_read_support_format_zip(archive)
    case .tar: unsafe archive_read_support_format_tar(archive)
    case .gzip:
      unsafe archive_read_support_filter_gzip(archive)
      unsafe archive_read_support_format_tar(archive)
      unsafe archive_read_support_format_empty(archive)
      // What is compressed without being a tar is one entry.
      unsafe archive_read_support_format_raw(archive)
    }
    let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe archive_read_set_callback_data(archive, owner)
    unsafe archive_read_set_read_callback(archive) { _, owner, block in
      unsafe ArchiveHandle.of(owner).readBlock(block)
    }
    if input.canSeek {
      unsafe archive_read_set_seek_callback(archive) { _, owner, offset, whence in
        unsafe ArchiveHandle.of(owner).input.seek(offset, whence)
      }
      unsafe archive_read_set_skip_callback(archive) { _, owner, count in
        unsafe ArchiveHandle.of(owner).input.skip(count)
      }
    }
    if unsafe archive_read_open1(archive) != ARCHIVE_OK {
      noteError()
    }
  }

  deinit {
    unsafe archive_read_free(archive)
    unsafe block.deallocate()
  }

  /// Whether skipping an entry costs as much as reading it.
  var isCompressedAsAWhole: Bool { unsafe archive_filter_code(archive, 0) != ARCHIVE_FILTER_NONE }

  /// Whether the only entry is a compressed file without a name of its own.
  var isPlainCompressedFile: Bool {
    unsafe archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_RAW
  }

  /// Whether there was nothing but the zeros that end a tar. To be asked when the archive was read.
  var isTarWithoutEntries: Bool {
    unsafe count == 0 && archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_TAR
  }

  /// Goes to the next entry.
  func next() -> Step {
    if error != nil, count == 0 { return .damaged }
    unsafe unpacked = UnsafeRawBufferPointer(start: nil, count: 0)
    gap = 0
    entryOffset = 0
    isEntryDoubtful = false
    while true {
      // libarchive takes a number that an earlier call left for its own failure to convert a name.
      errno = 0
      switch unsafe archive_read_next_header(archive, &entry) {
      case ARCHIVE_OK, ARCHIVE_WARN:
        count += 1
        return .entry
      case ARCHIVE_EOF: return .end
      case ARCHIVE_RETRY: continue
      default:
        noteError()
        return .damaged
      }
    }
  }

  /// Whether a zip lacks the mark at the end of its directory: it was cut off, and libarchive would give the
  /// entries before the cut as if they were all. To be asked when the archive was read.
  var isCutOff: Bool {
    guard format == .zip else { return false }
    let tail = input.tail()
    let mark: [UInt8] = [0x50, 0x4b, 0x05, 0x06]
    return !tail.indices.dropLast(21).reversed().contains { tail[$0...].starts(with: mark) }
  }

  enum Step {
    case entry, end
    /// The archive can't be read on; `error` says why.
    case damaged
  }

  /// Reads from the current entry, at most what libarchive unpacks in one go; 0 at its end.
  ///
  /// Not `archive_read_data`: that forgets what it read before it met damage.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, ArchiveDamage> {
    while unsafe unpacked.isEmpty, gap == 0 {
      var start: UnsafeRawPointer?
      var count = 0
      var offset: Int64 = 0
      let status = unsafe archive_read_data_block(archive, &start, &count, &offset)
      switch status {
      case ARCHIVE_OK, ARCHIVE_WARN:
        // A wrong checksum or size comes as a warning together with the last bytes.
        if status == ARCHIVE_WARN { noteError() }
        isEntryDoubtful = isEntryDoubtful || status == ARCHIVE_WARN
        unsafe unpacked = UnsafeRawBufferPointer(start: start, count: count)
        // Sparse files leave out what is zero.
        gap = max(0, Int(offset) - entryOffset)
        entryOffset = Int(offset) + count
      case ARCHIVE_EOF:
        if !isEntryDoubtful { return .success(0) }
        isEntryDoubtful = false
        return .failure(ArchiveDamage(words: error ?? "unknown damage"))
      case ARCHIVE_RETRY: continue
      default:
        noteError()
        return .failure(ArchiveDamage(words: error ?? "unknown damage"))
      }
    }
    let count: Int
    if gap > 0 {
      count = min(gap, buffer.count, 1 << 16)
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).initializeMemory(
        as: UInt8.self, repeating: 0)
      gap -= count
    } else {
      count = unsafe min(unpacked.count, buffer.count)
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: unpacked[..<count]))
      unsafe unpacked = UnsafeRawBufferPointer(rebasing: unpacked[count...])
    }
    return .success(count)
  }

  private func noteError() {
    error = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "unknown damage"
  }

  private func readBlock(_ place: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    unsafe place?.pointee = UnsafeRawPointer(block.baseAddress)
    return unsafe input.read(into: block)
  }

  private static func of(_ owner: UnsafeMutableRawPointer?) -> ArchiveHandle {
    guard let owner = unsafe owner else { preconditionFailure("libarchive lost the reader it was given") }
    return unsafe Unmanaged<ArchiveHandle>.fromOpaque(owner).takeUnretainedValue()
  }
}

/// Why an entry can't be read.
struct ArchiveDamage: Error, Hashable {
  var words: String
}

// MARK: - The current entry

extension ArchiveHandle {
  /// What stands under the current entry's name.
  var entryKind: FileKind {
    guard let entry = unsafe entry else { return .vanished }
    if unsafe archive_entry_hardlink(entry) != nil { return .link }
    return FileKind(mode: UInt32(unsafe archive_entry_filetype(entry)))
  }

  var isEntryEncrypted: Bool {
    guard let entry = unsafe entry else { return false }
    return unsafe archive_entry_is_encrypted(entry) != 0
  }

  /// The current entry's name as it stands in the archive, with forward slashes.
  var entryName: [UInt8] {
    guard let entry = unsafe entry else { return [] }
    // Here it even ends the process for it.
    errno = 0
    guard let name = unsafe archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else {
      return Array("entry-\(count)".utf8)
    }
    var bytes: [UInt8] = []
    var next = unsafe name
    while unsafe next.pointee != 0 {
      unsafe bytes.append(UInt8(bitPattern: next.pointee))
      unsafe next += 1
    }
    // Some tools on Windows separate folders as Windows does, against the format.
    if !bytes.contains(UInt8(ascii: "/")) {
      for index in bytes.indices where bytes[index] == UInt8(ascii: "\\") { bytes[index] = UInt8(ascii: "/") }
    }
    while bytes.count > 2, bytes.starts(with: "./".utf8) { bytes.removeFirst(2) }
    return bytes.isEmpty ? Array("entry-\(count)".utf8) : bytes
  }
}

/// The formats that are opened.
enum ArchiveFormat {
  case zip, tar, gzip

  /// The format that first bytes announce.
  init(_ head: UnsafeRawBufferPointer) {
    self =
      unsafe head[0] == UInt8(ascii: "P") && head[1] == UInt8(ascii: "K")
      ? .zip : head[0] == 0x1f ? .gzip : .tar
  }
}

// MARK: - Where archives come from

/// The bytes of an archive.
protocol ArchiveInput: AnyObject {
  var canSeek: Bool { get }
  /// Reads the next bytes; 0 at the end, negative on an error.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int
  func seek(_ offset: Int64, _ whence: Int32) -> Int64
  func skip(_ count: Int64) -> Int64
  /// The last bytes, up to 66 KB; nothing can be read after them.
  func tail() -> [UInt8]
}

/// How far from the end of a zip its directory's end mark stands at most: 22 bytes and a comment.
private let tailSize = 22 + 65_535

/// An archive that can be opened as often as needed: for an entry too large to keep, every reading opens it again.
@safe indirect enum ArchiveOrigin {
  case file(ArchiveFile)
  /// Bytes that stay where they are as long as the archive is examined.
  case memory(UnsafeRawBufferPointer)
  /// An archive in an archive, as the entry of that number.
  case entry(of: ArchiveOrigin, ArchiveFormat, number: Int)

  func input() -> (any ArchiveInput)? {
    switch self {
    case .file(let file): FileInput(file)
    case .memory(let bytes): unsafe MemoryInput(bytes)
    case .entry(let outer, let format, let number):
      outer.handle(format, at: number).map { EntryInput($0, before: []) }
    }
  }

  /// Opens the archive and goes to an entry, counted from 1.
  func handle(_ format: ArchiveFormat, at number: Int) -> ArchiveHandle? {
    guard let input = input(), let handle = ArchiveHandle(input, format: format) else { return nil }
    while handle.count < number {
      guard case .entry = handle.next() else { return nil }
    }
    return handle
  }
}

/// The bytes of an archive in a file, or of a zip that has a directory of its own to them.
final class ArchiveFile: Sendable {
  let descriptor: Int32
  /// From where on `directory` stands in the place of the file's bytes.
  private let start: Int
  private let directory: [UInt8]

  /// - Parameters:
  ///   - start: Where the file ends, or the directory begins.
  ///   - directory: The records of some entries, and the mark at their end.
  init(_ descriptor: Int32, upTo start: Int, directory: [UInt8] = []) {
    self.descriptor = descriptor
    self.start = start
    self.directory = directory
  }

  var size: Int { start + directory.count }

  /// Reads at a place.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Result<Int, SystemError> {
    if offset < start || directory.isEmpty {
      // A file may have grown, and is then read on.
      let room = directory.isEmpty ? buffer.count : start - offset
      return unsafe Platform.read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(room)), from: descriptor, at: offset)
    }
    let rest = directory.dropFirst(offset - start).prefix(buffer.count)
    unsafe buffer.copyBytes(from: rest)
    return .success(rest.count)
  }

  func tail() -> [UInt8] {
    if !directory.isEmpty { return Array(directory.suffix(tailSize)) }
    let tailStart = max(0, start - tailSize)
    return unsafe [UInt8](unsafeUninitializedCapacity: start - tailStart) { bytes, count in
      let buffer = UnsafeMutableRawBufferPointer(bytes)
      count = (try? unsafe read(into: buffer, at: tailStart).get()) ?? 0
    }
  }
}

private final class FileInput: ArchiveInput {
  private let file: ArchiveFile
  private var offset = 0

  init(_ file: ArchiveFile) {
    self.file = file
  }

  var canSeek: Bool { true }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard case .success(let count) = unsafe file.read(into: buffer, at: offset) else { return Int(ARCHIVE_FATAL) }
    offset += count
    return count
  }

  func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
    self.offset = soughtOffset(offset, whence, now: self.offset, size: file.size)
    return Int64(self.offset)
  }

  func skip(_ count: Int64) -> Int64 {
    offset += Int(count)
    return count
  }

  func tail() -> [UInt8] { file.tail() }
}

@safe private final class MemoryInput: ArchiveInput {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
  }

  var canSeek: Bool { true }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = unsafe min(buffer.count, bytes.count - offset)
    unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]))
    offset += count
    return count
  }

  func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
    self.offset = unsafe soughtOffset(offset, whence, now: self.offset, size: bytes.count)
    return Int64(self.offset)
  }

  func skip(_ count: Int64) -> Int64 {
    let skipped = unsafe min(Int(count), bytes.count - offset)
    offset += skipped
    return Int64(skipped)
  }

  func tail() -> [UInt8] { unsafe Array(bytes.suffix(tailSize)) }
}

/// The current entry of another archive; what was read of it already comes first.
final class EntryInput: ArchiveInput {
  private let handle: ArchiveHandle
  private var before: ArraySlice<UInt8>
  /// The last bytes that were read.
  private var last: [UInt8] = []

  init(_ handle: ArchiveHandle, before: ArraySlice<UInt8>) {
    self.handle = handle
    self.before = before
  }

  var canSeek: Bool { false }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if !before.isEmpty {
      let count = min(buffer.count, before.count)
      unsafe buffer.copyBytes(from: before.prefix(count))
      before = before.dropFirst(count)
      unsafe last = Array(buffer[..<count].suffix(tailSize))
      return count
    }
    guard case .success(let count) = unsafe handle.read(into: buffer) else { return Int(ARCHIVE_FATAL) }
    if count > 0 { unsafe last = Array((last + buffer[..<count]).suffix(tailSize)) }
    return count
  }

  func seek(_ offset: Int64, _ whence: Int32) -> Int64 { Int64(ARCHIVE_FATAL) }
  func skip(_ count: Int64) -> Int64 { 0 }

  func tail() -> [UInt8] {
    var tail = last
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 64)
    defer { unsafe buffer.deallocate() }
    while true {
      let count = unsafe read(into: buffer)
      if count <= 0 { return tail }
      tail = unsafe Array((tail + buffer[..<count]).suffix(tailSize))
    }
  }
}

/// A place in a file from a place and what it counts from; never outside the file.
private func soughtOffset(_ offset: Int64, _ whence: Int32, now: Int, size: Int) -> Int {
  let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? now : size
  return max(0, min(size, base + Int(offset)))
}
