#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import CFolderList
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The system calls of this target under one name each, so that the platform shows in one file.
enum Platform {
  /// Opens an entry of a folder for reading without following a link, or gives the error's number.
  static func open(_ name: UnsafePointer<CChar>, in folder: Int32, isFolder: Bool) -> Result<
    Int32, SystemError
  > {
    // Without O_NONBLOCK a file that somebody replaces by a FIFO after the listing would block for ever.
    let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | (isFolder ? O_DIRECTORY : 0)
    return retrying { unsafe openat(folder, name, flags) }
  }

  /// Opens what a person named: links are followed.
  static func openRoot(_ path: String) -> Result<Int32, SystemError> {
    unsafe path.withCString { path in
      retrying { unsafe openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    }
  }

  /// Allocates what is larger than the second-level cache, in large pages where the system has some: small ones
  /// took a tenth of reading and searching a large file.
  static func allocateLarge(byteCount: Int) -> UnsafeMutableRawBufferPointer {
    let largePage = 2 << 20
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: byteCount, alignment: largePage)
    #if canImport(Glibc)
      // Where it isn't granted, nothing is lost.
      _ = unsafe madvise(buffer.baseAddress, buffer.count, Int32(MADV_HUGEPAGE))
    #endif
    return unsafe buffer
  }

  static func close(_ descriptor: Int32) {
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #elseif canImport(Glibc)
      _ = Glibc.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #endif
  }

  /// Reads until the buffer is full or the file ends.
  static func fill(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> Result<
    Int, SystemError
  > {
    var count = 0
    while count < buffer.count {
      let result = retrying {
        unsafe systemRead(descriptor, buffer.baseAddress! + count, buffer.count - count)
      }
      switch result {
      case .failure(let error): return .failure(error)
      case .success(0): return .success(count)
      case .success(let read):
        count += read
        // A short read of a regular file is its end. Only where it stops at a page or a block border may a
        // file system have given up early; asking again there costs next to nothing, asking always 3 %.
        if !count.isMultiple(of: 512) { return .success(count) }
      }
    }
    return .success(count)
  }

  /// Reads at a place without moving the file's own position.
  static func read(
    into buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int
  ) -> Result<Int, SystemError> {
    retrying { unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)) }
  }

  /// What a descriptor stands for, and its size in bytes.
  static func status(of descriptor: Int32) -> FileStatus? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    return FileStatus(
      kind: FileKind(mode: UInt32(status.st_mode)), size: Int(status.st_size),
      device: UInt64(bitPattern: Int64(status.st_dev)),
      inode: UInt64(status.st_ino))
  }

  /// What an entry of a folder is, for file systems whose listings don't say it.
  static func kind(of name: UnsafePointer<CChar>, in folder: Int32) -> FileKind {
    var status = stat()
    guard unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .vanished }
    return FileKind(mode: UInt32(status.st_mode))
  }

  /// Calls a body with the name and the `d_type` of each entry of a folder, until it returns false.
  ///
  /// - Returns: The error that ended the listing early, or nothing.
  static func list(_ folder: Int32, _ body: (UnsafePointer<CChar>, UInt8) -> Bool) -> SystemError? {
    #if canImport(Glibc)
      // Not through a stream: to make one of a descriptor takes three more calls for each folder.
      unsafe withUnsafeTemporaryAllocation(byteCount: 32 << 10, alignment: 8) { records in
        while true {
          let read = retrying { unsafe getdents64(folder, records.baseAddress!, records.count) }
          guard case .success(let end) = read, end > 0 else { return read.failure }
          var start = 0
          while start < end {
            // struct linux_dirent64: two numbers of 64 bits, the record's length, the type, the name.
            let length = unsafe records.loadUnaligned(fromByteOffset: start + 16, as: UInt16.self)
            let name = unsafe (records.baseAddress! + start + 19).assumingMemoryBound(to: CChar.self)
            guard unsafe body(name, records[start + 18]) else { return nil }
            start += Int(length)
          }
        }
      }
    #else
      // The stream closes its descriptor.
      let copy = fcntl(folder, F_DUPFD_CLOEXEC, 0)
      guard copy >= 0, let stream = unsafe fdopendir(copy) else { return SystemError(number: errno) }
      defer { unsafe _ = closedir(stream) }
      while true {
        errno = 0
        guard let entry = unsafe readdir(stream) else { return errno == 0 ? nil : SystemError(number: errno) }
        let goesOn = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
          unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe body($0, entry.pointee.d_type) }
        }
        if !goesOn { return nil }
      }
    #endif
  }

  /// Runs a body while this thread, and no other, takes file names for UTF-8, whatever the locale of the process.
  static func withUTF8Names(_ body: () -> Void) {
    // In a loop: a lazy sequence makes its first element twice, and nobody would free one of the two.
    var made: locale_t?
    for name in ["C.UTF-8", "en_US.UTF-8", "UTF-8"] where unsafe made == nil {
      unsafe made = newlocale(LC_CTYPE_MASK, name, nil)
    }
    let previous = unsafe made.flatMap { unsafe uselocale($0) }
    body()
    if let previous = unsafe previous { unsafe uselocale(previous) }
    if let made = unsafe made { unsafe freelocale(made) }
  }

  /// Whether something stands under a path.
  static func exists(_ path: String) -> Bool {
    unsafe path.withCString { unsafe access($0, F_OK) == 0 }
  }

  /// The absolute path without links, or nothing where it doesn't exist.
  static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func retrying<Number: SignedInteger>(_ call: () -> Number) -> Result<Number, SystemError> {
    while true {
      let result = call()
      if result >= 0 { return .success(result) }
      if errno != EINTR { return .failure(SystemError(number: errno)) }
    }
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}

/// `read(2)` under a name that no method hides.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, buffer, count)
}

/// An error number of the system.
struct SystemError: Error, Hashable {
  var number: Int32

  /// The system's words for it, in lower case, in English whatever the locale.
  var words: String {
    switch number {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "it is no longer there"
    case ELOOP: "it is a link"
    case EMFILE, ENFILE: "too many open files"
    case ENAMETOOLONG: "its name is too long"
    case EIO: "input or output error"
    case ENOTDIR: "it is not a folder"
    case EISDIR: "it is a folder"
    case ENOMEM: "out of memory"
    default: "error \(number)"
    }
  }

  var isMissing: Bool { number == ENOENT || number == ENOTDIR }

  static let missing = SystemError(number: ENOENT)
  static let outOfMemory = SystemError(number: ENOMEM)
  static let nameTooLong = SystemError(number: ENAMETOOLONG)
}

/// What stands under a name.
enum FileKind {
  case file, folder, link, special, vanished

  init(mode: UInt32) {
    self =
      switch mode & UInt32(S_IFMT) {
      case UInt32(S_IFREG): .file
      case UInt32(S_IFDIR): .folder
      case UInt32(S_IFLNK): .link
      default: .special
      }
  }
}

struct FileStatus {
  var kind: FileKind
  /// In bytes.
  var size: Int
  var device: UInt64
  var inode: UInt64
}
