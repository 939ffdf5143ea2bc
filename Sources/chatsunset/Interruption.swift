import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// SIGINT and SIGTERM during a run, so that it can end in an orderly way.
///
/// The first signal is noted and asked for; a second one ends the program at once.
enum Interruption {
  /// The signal that came, 0 for none; set in the signal handler, which may do little else.
  private static let received = Atomic<Int32>(0)

  /// Begins to note signals instead of ending with them.
  static func watch() {
    for number in [SIGINT, SIGTERM] {
      _ = signal(number) { number in
        let (isFirst, _) = Interruption.received.compareExchange(expected: 0, desired: number, ordering: .relaxed)
        guard !isFirst else { return }
        HalfWritten.remove()
        _exit(128 + number)
      }
    }
  }

  /// Makes the two signals that a write can raise an error of that write, which has words and a status.
  ///
  /// They are a reader that went away and a file that grew past a limit; either would end the program halfway.
  static func ignoreBrokenWrites() {
    for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
  }

  static var hasCome: Bool { received.load(ordering: .relaxed) != 0 }

  /// The exit status for the signal that came.
  static var status: ExitStatus { received.load(ordering: .relaxed) == SIGTERM ? .terminated : .interrupted }
}
