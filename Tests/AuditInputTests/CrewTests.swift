import AuditModel
import Synchronization
import Testing

@testable import AuditInput

@Suite struct `Workers` {
  /// Work in which nobody can take part.
  private final class NoWork: SharedWork {
    func help<Examiner: ArtifactExaminer & ~Copyable>(_ worker: Worker<Examiner>) {}
  }

  @Test func `are called for jobs that nobody waits for, and no more of them than asked for`() {
    let calls = Mutex(0)
    let jobs = JobList(
      [.help(NoWork()), .help(NoWork())], workers: 3, callWorker: { calls.withLock { $0 += 1 } })
    #expect(jobs.take() != nil)
    #expect(calls.withLock(\.self) == 1)
    jobs.add(.help(NoWork()))
    #expect(calls.withLock(\.self) == 2)
    #expect(!jobs.isHungry)
    jobs.add(.help(NoWork()))
    #expect(calls.withLock(\.self) == 2)
  }

  @Test(arguments: [(false, 1), (true, 2)])
  func `are one for an empty folder, and join in large work`(isOffered: Bool, expected: Int) {
    let calls = Mutex(1)
    let jobs = JobList([.help(NoWork())], workers: 4, callWorker: { calls.withLock { $0 += 1 } })
    #expect(jobs.take() != nil)
    #expect(jobs.isHungry)
    if isOffered { jobs.offer(NoWork()) }
    #expect(calls.withLock(\.self) == expected)
  }

  @Test func `of a crew run until the last that was called has ended`() {
    let crew = Crew()
    let ended = Mutex(0)
    crew.run {
      if ended.withLock({ $0 }) < 3 { crew.call() }
      ended.withLock { $0 += 1 }
    }
    #expect(ended.withLock(\.self) >= 4)
  }
}
