import CLoopback
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One accepted connection; owned by its thread, interrupted by others.
///
/// `@unchecked`: reads and writes happen on one thread only, `interrupt` only while the server's
/// table holds the connection, and it leaves the table before it closes.
@safe final class Connection: @unchecked Sendable {
  private let raw: OpaquePointer
  private var resets = false

  init?(_ descriptor: Int32, identity: Identity?) {
    guard let raw = unsafe cl_connection_new(descriptor, identity?.raw) else { return nil }
    unsafe self.raw = raw
  }

  var isGone: Bool { unsafe cl_is_gone(raw) }

  func interrupt() { unsafe cl_interrupt(raw) }

  func close() { unsafe cl_close(raw, resets) }

  /// The next bytes, empty at the end.
  func read() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, count in
      count = unsafe max(0, cl_read(raw, buffer.baseAddress, buffer.count))
    }
  }

  func write(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { unsafe cl_write(raw, $0.baseAddress, $0.count) }
  }

  /// Sends a response the way its delivery says; false when the connection is to be closed.
  func send(_ response: FakeResponse) -> Bool {
    let body = response.status == 204 ? [] : response.body
    switch response.delivery {
    case .whole:
      return write(response.head + body)
    case .nothing:
      return false
    case .reset:
      resets = true
      return false
    case .cut(let length):
      _ = write(response.head + body.prefix(length))
      return false
    case .trickle(let pause):
      return trickle(response.head + body, pause: pause)
    case .endless:
      var filler = response.head
      repeat {
        guard write(filler) else { return false }
        filler = [UInt8](repeating: UInt8(ascii: " "), count: 65_536)
      } while true
    case .headerFlood:
      var line = Array("HTTP/1.1 200 OK\r\n".utf8)
      while write(line) { line = Array("X-Filler: \(String(repeating: "x", count: 900))\r\n".utf8) }
      return false
    case .silence:
      while !isGone { sleep(.milliseconds(5)) }
      return false
    }
  }

  private func trickle(_ bytes: [UInt8], pause: Duration) -> Bool {
    for byte in bytes {
      guard write([byte]), !isGone else { return false }
      var left = pause
      while left > .zero {
        sleep(min(left, .milliseconds(5)))
        left -= .milliseconds(5)
        if isGone { return false }
      }
    }
    return true
  }
}

/// A certificate for the TLS scenarios, made afresh for each server and never written down.
///
/// `@unchecked`: OpenSSL only reads it after it was made.
@safe final class Identity: @unchecked Sendable {
  let raw: OpaquePointer

  /// Nil for a scenario without TLS.
  init?(_ tls: Scenario.TLS) throws(FakeChatServer.StartError) {
    guard tls != .none else { return nil }
    let day = 86_400
    let end = tls == .expired ? -day : 365 * day
    let host = tls == .wrongName ? "elsewhere.example.com" : "localhost"
    var error = [CChar](repeating: 0, count: 200)
    guard let raw = unsafe cl_identity_new(host, -30 * day, end, &error, error.count) else {
      let words = error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw FakeChatServer.StartError(message: String(decoding: words, as: UTF8.self))
    }
    unsafe self.raw = raw
  }

  deinit { unsafe cl_identity_free(raw) }

  var pem: String {
    guard let text = unsafe cl_identity_pem(raw) else { return "" }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}

/// Runs a closure on a new thread.
func spawn(_ body: @escaping @Sendable () -> Void) {
  final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  let context = unsafe Unmanaged.passRetained(Box(body)).toOpaque()
  let isRunning = unsafe cl_spawn(
    { context in
      guard let context = unsafe context else { return }
      unsafe Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body()
    }, context)
  if !isRunning { unsafe Unmanaged<Box>.fromOpaque(context).release() }
}

/// Blocks this thread.
func sleep(_ duration: Duration) {
  usleep(UInt32(max(0, min(duration, .seconds(1)) / .microseconds(1))))
}
