import AuditModel
import ChatProbe

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ProbeRunner {
  /// The journal of this run; nil with --no-journal.
  func openJournal() throws(CommandFailure) -> JournalFile? {
    if command.noJournal { return nil }
    let path: String
    if let named = command.journal { path = named } else { path = try defaultJournalPath() }
    do {
      let journal = try JournalFile(
        path: path, header: ["tool": "chatsunset \(ChatSunset.version)", "time": Today.moment()])
      if command.journal == nil, Terminal.Stream.standardError.isTerminal { Terminal.error("journal: \(path)") }
      return journal
    } catch {
      throw CommandFailure(.usage, error.message)
    }
  }

  func finish(_ journal: JournalFile?) {
    guard let journal else { return }
    journal.close()
    if let failure = journal.failure { Terminal.error(failure) }
    if unsafe access(JournalFile.recoveryPath(of: journal.path), F_OK) == 0 {
      Terminal.error(
        "some sessions could not be ended; 'chatsunset probe --cleanup \(journal.path)' tries again")
    } else if command.journal == nil, journal.failure == nil {
      // Nobody asked for this file, and nothing is left that it is needed for.
      unsafe _ = unlink(journal.path)
    }
  }

  /// Ends what a journal's recovery file names, then removes it, and the journal where nobody asked for it.
  func cleanUp(after journal: String) async throws {
    let recovery = JournalFile.recoveryPath(of: journal)
    guard unsafe access(recovery, F_OK) == 0 else {
      Terminal.write("nothing to end: '\(recovery)' doesn't exist\n", to: .standardOutput)
      return
    }
    let text = String(decoding: try InputFile.read(recovery), as: UTF8.self)
    let sessions = OpenSession.stillOpen(inRecovery: text)
    let prober = try makeProber(NoJournal())
    let (fates, interruption) = await ProbeSignals.run(announcing: Self.announcement) {
      await prober.end(sessions)
    }
    for (session, fate) in zip(sessions, fates) {
      Terminal.write("\(fate.rawValue)  \(session.endpoint)\n", to: .standardOutput)
    }
    guard !fates.contains(.left) else {
      Terminal.error("not all sessions could be ended; '\(recovery)' is kept for another try")
      throw interruption?.status ?? ExitStatus.inconclusive
    }
    guard unsafe unlink(recovery) == 0 else {
      throw CommandFailure(.fault, "can't remove '\(recovery)': \(systemMessage(errno).lowercased())")
    }
    if let folder = stateFolder, journal.hasPrefix(folder + "/") { unsafe _ = unlink(journal) }
    if let interruption { throw interruption.status }
  }

  /// Where journals lie that no flag names (XDG Base Directory Specification).
  private var stateFolder: String? {
    let state = environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (state ?? environment("HOME").map { $0 + "/.local/state" }).map { $0 + "/chatsunset" }
  }

  /// A new file for each run in the user's state folder.
  private func defaultJournalPath() throws(CommandFailure) -> String {
    let advice = "name one with --journal, or --no-journal"
    guard let folder = stateFolder else {
      throw CommandFailure(.usage, "no home folder for the journal; \(advice)")
    }
    // From the top down; a folder that is there already is as good.
    for end in folder.indices.dropFirst() where folder[end] == "/" { _ = unsafe mkdir(String(folder[..<end]), 0o700) }
    guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw CommandFailure(.usage, "can't make '\(folder)' for the journal; \(advice)")
    }
    let time = Today.moment().filter { $0 != ":" && $0 != "-" }
    return "\(folder)/probe-\(time)-\(getpid()).jsonl"
  }
}

extension Today {
  /// This second in UTC, as RFC 3339 writes it.
  static func moment() -> String {
    var now = time(nil)
    var parts = unsafe tm()
    _ = unsafe gmtime_r(&now, &parts)
    // Only the numbers of it are used: the zone's name is a pointer.
    let (year, month, dayOfMonth) = unsafe (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
    let (hour, minute, second) = unsafe (parts.tm_hour, parts.tm_min, parts.tm_sec)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(dayOfMonth))T\(two(hour)):\(two(minute)):\(two(second))Z"
  }
}
