import ArgumentParser
import AuditModel
import ChatProbe

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ProbeRunner {
  /// The journal of this run; nil with --no-journal.
  func openJournal() throws -> JournalFile? {
    if command.noJournal { return nil }
    let path = try command.journal ?? defaultJournalPath()
    do {
      let journal = try JournalFile(
        path: path,
        header: ["tool": "chatsunset \(ChatSunset.configuration.version)", "time": Date.now.ISO8601Format()])
      if command.journal == nil { ProbeConsole.progress("journal: \(path)") }
      return journal
    } catch {
      throw ProbeUsageError(message: error.message)
    }
  }

  func finish(_ journal: JournalFile?) {
    guard let journal else { return }
    journal.close()
    if let failure = journal.failure { ProbeConsole.error(failure) }
    let recovery = JournalFile.recoveryPath(of: journal.path)
    if FileManager.default.fileExists(atPath: recovery) {
      ProbeConsole.error(
        "some sessions could not be ended; 'chatsunset probe --cleanup \(journal.path)' tries again")
    }
  }

  /// Ends what a journal's recovery file names, then removes it.
  func cleanUp(after journal: String) async throws {
    let recovery = JournalFile.recoveryPath(of: journal)
    guard let data = FileManager.default.contents(atPath: recovery) else {
      ProbeConsole.out("nothing to end: '\(recovery)' doesn't exist\n")
      return
    }
    let sessions = OpenSession.stillOpen(inRecovery: String(decoding: data, as: UTF8.self))
    let prober = try makeProber(NoJournal())
    let (fates, interruption) = await ProbeSignals.run(announcing: Self.announcement) {
      await prober.end(sessions)
    }
    for (session, fate) in zip(sessions, fates) {
      ProbeConsole.out("\(fate.rawValue)  \(session.endpoint)\n")
    }
    if let interruption { throw ExitCode(128 + interruption.signal) }
    guard !fates.contains(.left) else {
      ProbeConsole.error("not all sessions could be ended; '\(recovery)' is kept for another try")
      throw ExitCode(5)
    }
    do {
      try FileManager.default.removeItem(atPath: recovery)
    } catch {
      throw ProbeUsageError(message: "can't remove '\(recovery)'")
    }
  }

  /// A new file for each run in the user's state folder (XDG Base Directory Specification).
  private func defaultJournalPath() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let base = state ?? environment["HOME"].map({ $0 + "/.local/state" }) else {
      throw ProbeUsageError(message: "no home folder for the journal; name one with --journal, or --no-journal")
    }
    let folder = base + "/chatsunset"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw ProbeUsageError(message: "can't make '\(folder)' for the journal; name one with --journal, or --no-journal")
    }
    let time = Date.now.ISO8601Format().filter { $0 != ":" && $0 != "-" }
    return "\(folder)/probe-\(time)-\(ProcessInfo.processInfo.processIdentifier).jsonl"
  }
}
