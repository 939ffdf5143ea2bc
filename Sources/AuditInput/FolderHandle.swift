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
final class FolderHandle: Sendable {
  /// How many handles are open in the process. Past a bound, folders are opened again when their turn comes.
  static let openCount = Atomic<Int>(0)

  let descriptor: Int32

  /// Takes over an open descriptor of a folder.
  init(adopting descriptor: Int32) {
    self.descriptor = descriptor
    FolderHandle.openCount.add(1, ordering: .relaxed)
  }

  deinit {
    Platform.close(descriptor)
    FolderHandle.openCount.subtract(1, ordering: .relaxed)
  }

  /// Lists the folder in the order of the file system, without `.` and `..`; once in the life of a handle.
  ///
  /// - Returns: The error that ended the listing early, or nothing.
  func forEachEntry(_ body: (UnsafePointer<CChar>, FileKind) -> Bool) -> SystemError? {
    unsafe Platform.list(descriptor) { name, type in
      if unsafe isDots(name) { return true }
      return unsafe body(name, kind(of: type, name))
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
