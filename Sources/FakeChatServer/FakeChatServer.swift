import CLoopback
import Synchronization

/// A Chat REST service on loopback that behaves as a scenario says.
///
/// One thread accepts, one thread serves each connection; ``stop()`` ends them all.
package final class FakeChatServer: Sendable {
  /// A server that can't start.
  package struct StartError: Error, Hashable, Sendable {
    package var message: String
  }

  package let port: UInt16
  /// Scheme, host and port, without a slash at the end.
  package let url: String
  /// The certificate to trust, as PEM; nil without TLS.
  package let certificate: String?

  private let listener: Int32
  private let identity: Identity?
  private let started = ContinuousClock.now
  private let state: Mutex<State>

  private struct State {
    var chat: FakeChat
    var isStopped = false
    var connections: [Int: Connection] = [:]
    var nextConnection = 0
  }

  /// Listens on 127.0.0.1 and serves until ``stop()``.
  ///
  /// - Parameters:
  ///   - port: 0 takes a free port.
  ///   - seed: Makes keys and tokens repeatable.
  package init(_ scenario: Scenario, port: UInt16 = 0, seed: UInt64 = 1) throws(StartError) {
    identity = try Identity(scenario.tls)
    certificate = identity?.pem
    var port = port
    listener = unsafe cl_listen(&port)
    guard listener >= 0 else {
      throw StartError(message: "can't listen on 127.0.0.1:\(port); is the port taken?")
    }
    self.port = port
    let host = scenario.tls == .none ? "127.0.0.1" : "localhost"
    url = "\(identity == nil ? "http" : "https")://\(host):\(port)"
    state = Mutex(State(chat: FakeChat(scenario: scenario, selfURL: url, seed: seed)))
    spawn { self.accept() }
  }

  /// What happened so far; lets overdue sessions expire first.
  package var tally: Tally {
    let now = now
    return state.withLock { state in
      state.chat.advance(to: now)
      return state.chat.tally
    }
  }

  /// Every key and token that was given out, for tests that look for them where they mustn't be.
  package var secrets: [String] { state.withLock { $0.chat.secrets } }

  /// Closes the listener and every connection.
  package func stop() {
    state.withLock { state in
      state.isStopped = true
      for connection in state.connections.values { connection.interrupt() }
    }
  }

  private var now: Duration { ContinuousClock.now - started }

  private func accept() {
    while true {
      let descriptor = cl_accept(listener)
      if state.withLock({ $0.isStopped }) {
        if descriptor >= 0 { cl_close_listener(descriptor) }
        cl_close_listener(listener)
        return
      }
      guard descriptor >= 0 else { continue }
      spawn { self.serve(descriptor) }
    }
  }

  private func serve(_ descriptor: Int32) {
    guard let connection = Connection(descriptor, identity: identity) else { return }
    let number = state.withLock { state -> Int in
      state.nextConnection += 1
      state.connections[state.nextConnection] = connection
      if state.isStopped { connection.interrupt() }
      return state.nextConnection
    }
    var reader = RequestReader()
    while let request = reader.next(from: connection), answer(request, on: connection) {}
    // Out of the table before it closes: `stop` must not touch a closed descriptor.
    _ = state.withLock { $0.connections.removeValue(forKey: number) }
    connection.close()
  }

  /// Returns whether the connection can take another request.
  private func answer(_ request: FakeRequest, on connection: Connection) -> Bool {
    if request.path == "/_state" {
      return connection.send(.json(tally.json))
    }
    let fault = state.withLock { $0.chat.arrived(request) }
    guard wait(fault.delay, watching: connection) else { return false }
    if var response = fault.response {
      response.delivery = fault.delivery
      return connection.send(response)
    }
    if fault.delivery == .silence || fault.delivery == .nothing || fault.delivery == .reset {
      return connection.send(FakeResponse(status: 200, delivery: fault.delivery))
    }
    let now = now
    var reply = state.withLock {
      $0.chat.reply(to: request, now: now, movingAffinity: fault.movesAffinity)
    }
    while true {
      switch reply {
      case .answer(var response):
        response.delivery = fault.delivery
        return connection.send(response)
      case .hold(let hold):
        let isStillThere = wait(.milliseconds(2), watching: connection)
        let now = self.now
        guard isStillThere else {
          state.withLock { $0.chat.endPoll(hold, now: now) }
          return false
        }
        reply = state.withLock { $0.chat.resume(hold, now: now) }
      }
    }
  }

  /// False when the client went away, or the server stopped, in the meantime.
  private func wait(_ duration: Duration, watching connection: Connection) -> Bool {
    guard duration > .zero else { return true }
    let end = now + duration
    while now < end {
      if connection.isGone || state.withLock({ $0.isStopped }) { return false }
      sleep(min(end - now, .milliseconds(2)))
    }
    return true
  }
}
