import Synchronization

/// What all workers of a run share.
final class Run: Sendable {
  let include: IgnoreStack?
  let exclude: IgnoreStack?
  let options: InputOptions
  let jobs: JobList
  let pieceBuffers: PieceBuffers
  private let progress: Mutex<(@Sendable (InputProgress) -> Void)?>
  private let isCancelled: @Sendable () -> Bool
  private let artifacts = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)
  private let cancelled = Atomic<Bool>(false)

  init(
    plan: RunPlan, options: InputOptions, workers: Int, progress: (@Sendable (InputProgress) -> Void)?,
    isCancelled: @escaping @Sendable () -> Bool, callWorker: (@Sendable () -> Void)? = nil
  ) {
    include = plan.include
    exclude = plan.exclude
    jobs = JobList(plan.jobs.reversed(), workers: workers, callWorker: callWorker)
    // Two workers need more than two: one that another program keeps from running would hold up the other.
    pieceBuffers = PieceBuffers(maxAhead: max(5, min(workers, 8)))
    self.options = options
    self.progress = Mutex(progress)
    self.isCancelled = isCancelled
  }

  var wasCancelled: Bool { cancelled.load(ordering: .relaxed) }

  /// Whether to go on; stops everybody once somebody said no.
  func goesOn() -> Bool {
    if wasCancelled { return false }
    guard isCancelled() else { return true }
    cancelled.store(true, ordering: .relaxed)
    jobs.stop()
    return false
  }

  func advance(artifacts count: Int, bytes size: Int) {
    let artifacts = artifacts.add(count, ordering: .relaxed).newValue
    let bytes = bytes.add(size, ordering: .relaxed).newValue
    progress.withLockIfAvailable { $0?(InputProgress(artifacts: artifacts, bytes: bytes)) }
  }
}
