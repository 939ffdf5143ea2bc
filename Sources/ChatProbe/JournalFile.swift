package import AuditModel
import LenientJSON
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A journal that can't be written or read.
package struct JournalError: Error, Hashable, Sendable {
  /// What happened to which file, and what to do about it.
  package var message: String
}

/// Writes the journal and, while sessions are open, the recovery file beside it.
///
/// The journal holds every request and answer without secrets, one JSON object a line, and may be
/// kept or passed on. The recovery file (the journal's name and `.keys`) holds the keys of the
/// sessions that are open: it is readable by its owner only, is on the disk before the next request
/// goes out, and is removed when the last session has ended. A process killed in between leaves it
/// behind, and `probe --cleanup` ends what it names.
///
/// What can't be covered: a kill after the server has opened a session and before its answer was read.
package final class JournalFile: ProbeJournal {
  package let path: String
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  private struct State {
    var journal: Int32
    /// Open only while a session is.
    var recovery: Int32?
    var openSessions: [Secret: Int] = [:]
    var left: [OpenSession] = []
    var number = 0
    var failure: String?
  }

  package static func recoveryPath(of journal: String) -> String { journal + ".keys" }

  /// Creates the journal, or appends to it.
  ///
  /// - Parameter header: Goes into the first line, such as the time and the version.
  /// - Throws: ``JournalError`` where the file can't be written, or where sessions of an earlier
  ///   run are still to be ended.
  package init(path: String, header: [String: String]) throws(JournalError) {
    self.path = path
    let recovery = Self.recoveryPath(of: path)
    guard unsafe access(recovery, F_OK) != 0 else {
      throw JournalError(
        message: "'\(recovery)' names sessions that were not ended; run 'chatsunset probe --cleanup \(path)' first")
    }
    let journal = Self.open(path, O_WRONLY | O_CREAT | O_APPEND)
    guard journal >= 0 else { throw JournalError(message: "can't write the journal '\(path)'") }
    state = Mutex(State(journal: journal))
    write("run", header.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
  }

  /// What went wrong with writing, for the end of the run; nil where nothing did.
  package var failure: String? { state.withLock { $0.failure } }

  /// Closes the files. Sessions that were left open stay in the recovery file.
  package func close() {
    state.withLock { state in
      _ = Self.closeFile(state.journal)
      state.journal = -1
    }
  }

  package func sending(method: String, url: String) {
    write("request", [.init("method", .string(method)), .init("url", .string(url))])
  }

  package func received(_ exchange: ProbeExchange) {
    var members: [JSONValue.Member] = [
      .init("method", .string(exchange.method)), .init("url", .string(exchange.url)),
    ]
    if let status = exchange.status { members.append(.init("status", .integer(status))) }
    if let failure = exchange.failure { members.append(.init("failure", .string(failure))) }
    members.append(.init("milliseconds", .integer(exchange.timing.total)))
    write("answer", members)
  }

  package func opened(_ session: OpenSession) {
    state.withLock { state in
      if state.recovery == nil {
        // Never through a link, never over a file of somebody else.
        let file = Self.open(Self.recoveryPath(of: path), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        if file < 0 { state.failure = "can't write '\(Self.recoveryPath(of: path))'" }
        state.recovery = file < 0 ? nil : file
      }
      state.number += 1
      state.openSessions[session.key] = state.number
      guard let recovery = state.recovery else { return }
      let line = session.json(number: state.number).text() + "\n"
      if !Self.append(line, to: recovery) || fsync(recovery) != 0 {
        state.failure = "can't write '\(Self.recoveryPath(of: path))'"
      }
    }
    write("session opened", [.init("endpoint", .string(session.endpoint))])
  }

  package func closed(_ session: OpenSession, _ fate: ProbeSession) {
    write(
      "session over",
      [.init("endpoint", .string(session.endpoint)), .init("fate", .string(fate.rawValue))])
    state.withLock { state in
      guard let number = state.openSessions.removeValue(forKey: session.key) else { return }
      if fate == .left { state.left.append(session) }
      guard let recovery = state.recovery else { return }
      if fate != .left {
        _ = Self.append(JSONValue.object([.init("over", .integer(number))]).text() + "\n", to: recovery)
      }
      // Gone with the last one; what was left to expire may still be ended by hand.
      if state.openSessions.isEmpty, state.left.isEmpty {
        _ = Self.closeFile(recovery)
        _ = unsafe unlink(Self.recoveryPath(of: path))
        state.recovery = nil
      }
    }
  }

  private func write(_ event: String, _ members: [JSONValue.Member]) {
    let elapsed = (ContinuousClock.now - start).milliseconds
    let line = JSONValue.object(
      [.init("at", .integer(elapsed)), .init("event", .string(event))] + members)
    state.withLock { state in
      if !Self.append(line.text() + "\n", to: state.journal) {
        state.failure = "can't write the journal '\(path)'"
      }
    }
  }

  // Owner only: the journal names hosts and ids that are nobody else's business either.
  private static func open(_ path: String, _ flags: Int32) -> Int32 {
    unsafe chatProbeOpen(path, flags | O_CLOEXEC, 0o600)
  }

  private static func closeFile(_ file: Int32) -> Int32 { chatProbeClose(file) }

  private static func append(_ text: String, to file: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe chatProbeWrite(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

// Under other names, because the class has methods of these.
private func chatProbeOpen(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
  unsafe open(path, flags, mode)
}

private func chatProbeClose(_ file: Int32) -> Int32 { close(file) }

private func chatProbeWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(file, bytes, count)
}

extension OpenSession {
  fileprivate func json(number: Int) -> JSONValue {
    [
      "session": .integer(number), "endpoint": .string(endpoint), "apiVersion": .string(apiVersion),
      "key": .string(key.exposed), "affinity": affinity.map { .string($0.exposed) } ?? .null,
    ]
  }

  /// The sessions of a recovery file that are not over.
  ///
  /// A last line that was cut off by a kill is passed over.
  package static func stillOpen(inRecovery text: String) -> [OpenSession] {
    var open: [(Int, OpenSession)] = []
    for line in text.split(separator: "\n") {
      guard let json = try? JSONValue(parsing: String(line)) else { continue }  // cut off, see above
      if let number = json["over"]?.integer {
        open.removeAll { $0.0 == number }
      } else if let number = json["session"]?.integer, let endpoint = json["endpoint"]?.string,
        let version = json["apiVersion"]?.string, let key = json["key"]?.string
      {
        let affinity = json["affinity"]?.string.map(Secret.init)
        open.append(
          (number, OpenSession(endpoint: endpoint, apiVersion: version, key: Secret(key), affinity: affinity)))
      }
    }
    return open.map(\.1)
  }
}
