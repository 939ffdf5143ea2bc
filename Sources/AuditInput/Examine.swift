import AuditModel
import Synchronization

/// Examines everything that the inputs hold, in parallel and in bounded memory.
///
/// Every file that isn't passed over for a named reason is read once and handed to an examiner; entries of
/// archives are artifacts like files. The results and the ledger depend on the input and the options alone,
/// not on the number of workers or the order in which the file system lists its folders.
///
/// - Parameters:
///   - inputs: Folders, files, archives and lists of files. Where there are several, the last component of each
///     path comes first in its artifacts' paths.
///   - workers: How many threads to run, as there is work for them; at least one.
///   - progress: Called now and then by one worker or another, never by two at once.
///   - isCancelled: Asked before each file and within large ones; what was examined until then is returned.
///   - makeExaminer: Makes the examiner of one worker, on that worker's thread.
/// - Returns: The results in the order of their paths, and the account of the rest.
/// - Throws: ``InputError`` where an input doesn't exist or can't be opened, before anything is examined.
public func examine<Examiner: ArtifactExaminer & ~Copyable>(
  _ inputs: [InputPath], options: InputOptions = InputOptions(), workers: Int = 1,
  progress: (@Sendable (InputProgress) -> Void)? = nil,
  isCancelled: @escaping @Sendable () -> Bool = { false },
  makeExaminer: @escaping @Sendable () -> Examiner
) throws(InputError) -> Examination<Examiner.Result> {
  let plan = try RunPlan(inputs, options)
  let crew = Crew()
  let run = Run(
    plan: plan, options: options, workers: max(1, workers), progress: progress, isCancelled: isCancelled,
    callWorker: { crew.call() })
  let shares = Shares<Examiner.Result>()
  crew.run {
    let worker = Worker(run: run, examiner: makeExaminer())
    worker.work()
    shares.add(worker.share())
  }
  return shares.examination(plan: plan, wasCancelled: run.wasCancelled)
}

/// What workers hand in when they are done.
private final class Shares<Result: Sendable>: Sendable {
  private let shares = Mutex<[WorkerShare<Result>]>([])

  func add(_ share: WorkerShare<Result>) {
    shares.withLock { $0.append(share) }
  }

  func examination(plan: RunPlan, wasCancelled: Bool) -> Examination<Result> {
    var tally = plan.tally
    var found: [FoundResult<Result>] = []
    for share in shares.withLock({ $0 }) {
      tally.merge(share.tally)
      found += share.found
    }
    found.sort(by: FoundResult.inOrder)
    var ledger = tally.ledger(roots: plan.labels)
    ledger.wasCancelled = wasCancelled
    return Examination(results: found.map { ($0.artifact, $0.result) }, ledger: ledger)
  }
}

/// What one worker has to show.
struct WorkerShare<Result: Sendable>: Sendable {
  var tally: Tally
  var found: [FoundResult<Result>]
}

/// A result and where it belongs.
struct FoundResult<Result: Sendable>: Sendable {
  var artifact: Artifact
  /// Tells entries of one archive apart that have one name.
  var number: Int
  var result: Result

  static func inOrder(_ left: FoundResult, _ right: FoundResult) -> Bool {
    if left.artifact.path == right.artifact.path && left.number != right.number {
      return left.number < right.number
    }
    return inByteOrder(left.artifact.path, right.artifact.path)
  }
}
