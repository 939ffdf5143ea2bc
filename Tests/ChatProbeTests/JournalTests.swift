import AuditTestSupport
import AuditModel
@testable import ChatProbe
import Testing

@Suite struct JournalTests {
  private let path = temporaryPath(".jsonl")

  private func session(_ key: String) -> OpenSession {
    OpenSession(endpoint: "https://d.la1.example.com/chat/rest", apiVersion: "60", key: Secret(key), affinity: Secret("a1"))
  }

  @Test func `the recovery file lives as long as a session is open`() throws {
    let journal = try JournalFile(path: path, header: ["time": "now"])
    let recovery = JournalFile.recoveryPath(of: path)
    #expect(!exists(recovery))
    journal.opened(session("k1"))
    journal.opened(session("k2"))
    #expect(try permissions(recovery) == 0o600)
    journal.closed(session("k1"), .ended)
    #expect(exists(recovery))
    journal.closed(session("k2"), .gone)
    #expect(!exists(recovery))
    journal.opened(session("k3"))
    #expect(exists(recovery))
    journal.closed(session("k3"), .ended)
    #expect(!exists(recovery))
    journal.close()
    #expect(journal.failure == nil)
    let text = try readAndRemove(path)
    #expect(!text.contains("k1"))
    #expect(text.contains(#""fate":"gone""#))
  }

  @Test func `what was left stays in the recovery file and keeps the journal from being used again`() throws {
    let journal = try JournalFile(path: path, header: [:])
    journal.opened(session("k1"))
    journal.opened(session("k2"))
    journal.closed(session("k1"), .left)
    journal.closed(session("k2"), .ended)
    journal.close()
    #expect(throws: JournalError.self) { try JournalFile(path: path, header: [:]) }
    let recovery = try readAndRemove(JournalFile.recoveryPath(of: path))
    #expect(OpenSession.stillOpen(inRecovery: recovery) == [session("k1")])
    _ = try readAndRemove(path)
  }

  @Test func `a recovery file that was cut off gives what is whole`() throws {
    let journal = try JournalFile(path: path, header: [:])
    journal.opened(session("k1"))
    journal.opened(session("k2"))
    let text = try readAndRemove(JournalFile.recoveryPath(of: path))
    #expect(OpenSession.stillOpen(inRecovery: String(text.dropLast(5))) == [session("k1")])
    #expect(OpenSession.stillOpen(inRecovery: "") == [])
    _ = try readAndRemove(path)
  }

  @Test func `a journal that can't be written is said at once`() {
    #expect(throws: JournalError.self) { try JournalFile(path: "/nonexistent/journal", header: [:]) }
  }
}
