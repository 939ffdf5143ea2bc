import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs work that must wind up before a signal ends the process.
enum ProbeSignals {
  /// The signal that came first.
  struct Interruption: Sendable {
    var signal: Int32

    var status: ExitStatus { ExitStatus(code: 128 + signal) }
  }

  /// The first signal, 0 for none; set by the handler.
  private static let first = Atomic<Int32>(0)
  /// Where the handler writes a byte to wake the one who may do more than a handler.
  private static let wake = Atomic<Int32>(-1)

  /// Runs work in a task that the first SIGINT, SIGTERM or SIGHUP cancels.
  ///
  /// Returns when the work has wound up. A second signal ends the process at once; what is open then
  /// stays in the recovery file.
  ///
  /// - Parameter announcement: Said at the first signal.
  static func run<Value: Sendable>(
    announcing announcement: String?, _ work: @escaping @Sendable () async -> Value
  ) async -> (Value, Interruption?) {
    var ends: [Int32] = [-1, -1]
    let hasPipe = unsafe pipe(&ends) == 0
    // Before the work starts: what it opens must not be cut off by a signal's usual end.
    if hasPipe { wake.store(ends[1], ordering: .sequentiallyConsistent) }
    let numbers = [SIGINT, SIGTERM, SIGHUP]
    for number in numbers { _ = signal(number) { ProbeSignals.received($0) } }
    // Output that nobody reads must not kill a run with open sessions.
    _ = signal(SIGPIPE, SIG_IGN)

    let task = Task { await work() }
    let source = DispatchSource.makeReadSource(fileDescriptor: ends[0], queue: DispatchQueue(label: "signals"))
    source.setEventHandler { [end = ends[0]] in
      var byte: UInt8 = 0
      _ = unsafe read(end, &byte, 1)
      if let announcement { Terminal.error(announcement) }
      task.cancel()
    }
    if hasPipe { source.activate() }
    let value = await task.value
    for number in numbers { _ = signal(number, SIG_DFL) }
    let signal = first.load(ordering: .sequentiallyConsistent)
    return (value, signal == 0 ? nil : Interruption(signal: signal))
  }

  /// The handler: may only do what is safe at any moment.
  private static func received(_ number: Int32) {
    let (isFirst, _) = first.compareExchange(expected: 0, desired: number, ordering: .sequentiallyConsistent)
    guard isFirst else {
      HalfWritten.remove()
      _exit(128 + number)
    }
    var byte: UInt8 = 1
    _ = unsafe write(wake.load(ordering: .sequentiallyConsistent), &byte, 1)
  }
}
