import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs work that must wind up before a signal ends the process.
enum ProbeSignals {
  /// The signal that came first.
  struct Interruption: Sendable {
    var signal: Int32

    var status: ExitStatus { ExitStatus(code: 128 + signal) }
  }

  /// Runs work in a task that the first SIGINT, SIGTERM or SIGHUP cancels.
  ///
  /// Returns when the work has wound up. A second signal ends the process at once; what is open then
  /// stays in the recovery file.
  ///
  /// - Parameter announcement: Said at the first signal.
  static func run<Value: Sendable>(
    announcing announcement: String?, _ work: @escaping @Sendable () async -> Value
  ) async -> (Value, Interruption?) {
    // Output that nobody reads must not kill a run with open sessions.
    _ = signal(SIGPIPE, SIG_IGN)
    let task = Task { await work() }
    let first = Mutex<Int32?>(nil)
    let queue = DispatchQueue(label: "signals")
    let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        let isSecond = first.withLock { first in
          defer { first = first ?? number }
          return first != nil
        }
        if isSecond { _exit(128 + number) }
        if let announcement { Terminal.error(announcement) }
        task.cancel()
      }
      source.activate()
      return source
    }
    let value = await task.value
    for source in sources { source.cancel() }
    return (value, first.withLock { $0 }.map(Interruption.init))
  }
}
