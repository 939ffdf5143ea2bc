import CCurl
import Synchronization

/// Owns libcurl's thread; every transfer given to it comes back once.
///
/// `@unchecked`: the C driver may be called on any thread.
@safe final class Driver: @unchecked Sendable {
  private let raw: OpaquePointer
  private let waiting = Waiting()

  init() throws(TransportError) {
    // Unretained: the thread is joined before this is freed. The thread sees the table only, never the
    // driver, so that the last reference to the driver can't be dropped, and joined, on that thread.
    let context = unsafe Unmanaged.passUnretained(waiting).toOpaque()
    let raw = unsafe cc_driver_start(
      { context, token, raw in
        guard let context = unsafe context, let raw = unsafe raw else { return }
        let waiting = unsafe Unmanaged<Waiting>.fromOpaque(context).takeUnretainedValue()
        let transfer = unsafe Transfer(owning: raw)
        waiting.take(token)?(transfer)
      }, context)
    guard let raw = unsafe raw else { throw TransportError(message: "no thread for libcurl") }
    unsafe self.raw = raw
  }

  deinit { unsafe cc_driver_stop(raw) }

  func nextToken() -> UInt64 { waiting.nextToken() }

  func submit(_ transfer: Transfer, _ token: UInt64, then: @escaping @Sendable (Transfer) -> Void) {
    waiting.put(token, then)
    unsafe cc_driver_submit(raw, transfer.release(), token)
  }

  /// Ends a transfer; one that has ended, or wasn't submitted, stays as it is.
  func cancel(_ token: UInt64) { unsafe cc_driver_cancel(raw, token) }

  /// Who waits for which transfer.
  private final class Waiting: Sendable {
    private let state = Mutex((next: UInt64(0), waiting: [UInt64: @Sendable (Transfer) -> Void]()))

    func nextToken() -> UInt64 {
      state.withLock { state in
        state.next += 1
        return state.next
      }
    }

    func put(_ token: UInt64, _ then: @escaping @Sendable (Transfer) -> Void) {
      state.withLock { $0.waiting[token] = then }
    }

    func take(_ token: UInt64) -> (@Sendable (Transfer) -> Void)? {
      state.withLock { $0.waiting.removeValue(forKey: token) }
    }
  }
}
