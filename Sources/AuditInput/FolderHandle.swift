#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
import Synchronization

/// An open folder; closed when the last job that needs it is done.
///
/// One thread lists it, others only open entries through its descriptor, which the system allows.
@safe final class FolderHandle: @unchecked Sendable {
  /// How many handles are open in the process. Past a bound, folders are opened again when their turn comes.
  static let openCount = Atomic<Int>(0)

  #if canImport(Darwin)
    private let stream: UnsafeMutablePointer<DIR>
  #else
    private let stream: OpaquePointer
  #endif
  let descriptor: Int32

  /// Takes over an open descriptor of a folder.
  init?(adopting descriptor: Int32) {
    guard let stream = unsafe fdopendir(descriptor) else {
      Platform.close(descriptor)
      return nil
    }
    unsafe self.stream = stream
    self.descriptor = descriptor
    FolderHandle.openCount.add(1, ordering: .relaxed)
  }

  deinit {
    unsafe _ = closedir(stream)
    FolderHandle.openCount.subtract(1, ordering: .relaxed)
  }

  /// Lists the folder in the order of the file system, without `.` and `..`.
  ///
  /// - Returns: The error that ended the listing early, or nothing.
  func forEachEntry(_ body: (UnsafePointer<CChar>, FileKind) -> Bool) -> SystemError? {
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        return errno == 0 ? nil : SystemError(number: errno)
      }
      let goesOn = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 1) { name in
          if unsafe isDots(name) { return true }
          return unsafe body(name, kind(of: entry.pointee.d_type, name))
        }
      }
      if !goesOn { return nil }
    }
  }

  private func isDots(_ name: UnsafePointer<CChar>) -> Bool {
    let dot = CChar(UInt8(ascii: "."))
    guard unsafe name[0] == dot else { return false }
    return unsafe name[1] == 0 || (name[1] == dot && name[2] == 0)
  }

  private func kind(of type: UInt8, _ name: UnsafePointer<CChar>) -> FileKind {
    switch Int32(type) {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK): .link
    case Int32(DT_UNKNOWN): unsafe Platform.kind(of: name, in: descriptor)
    default: .special
    }
  }
}
