import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file that is being written, which goes with the program when a signal ends it.
///
/// Files are written one after the other on one thread; the signal may come on any.
enum HalfWritten {
  /// The file's name in the form that a signal handler can use: nothing may be allocated there.
  ///
  /// Whoever takes the pointer out owns it, which is what makes it safe to share.
  private nonisolated(unsafe) static let name = unsafe Atomic<UnsafeMutablePointer<CChar>?>(nil)

  /// Does what writes a file that nobody may find half written.
  ///
  /// A signal that would have ended the program in the middle now removes the file first. Where signals are
  /// noted or ignored, they still are; handlers that end the program call ``remove()``.
  static func guarding(_ path: String, _ work: () throws(CommandFailure) -> Void) throws(CommandFailure) {
    unsafe name.store(strdup(path), ordering: .sequentiallyConsistent)
    let replaced = [SIGINT, SIGTERM].filter { number in
      let usual = signal(number) { number in
        HalfWritten.remove()
        _exit(128 + number)
      }
      guard let usual else { return true }
      _ = signal(number, usual)
      return false
    }
    defer {
      for number in replaced { _ = signal(number, SIG_DFL) }
      unsafe free(name.exchange(nil, ordering: .sequentiallyConsistent))
    }
    try work()
  }

  /// Removes the file, if there is one; safe in a signal handler.
  static func remove() {
    if let path = unsafe name.exchange(nil, ordering: .sequentiallyConsistent) { unsafe _ = unlink(path) }
  }
}
