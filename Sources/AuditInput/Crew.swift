#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
import Synchronization

/// Something to do for one worker.
enum Job {
  /// List a root.
  case root(Folder)
  /// Examine a root that is a file.
  case single(Folder, name: String, path: String)
  /// Examine some files of a list.
  case listed(Folder, [String])
  /// List a folder and examine what is in it.
  case folder(PendingFolder)
  /// Examine some files of a folder.
  case files(Folder, FileNames)
  /// Examine a file that is larger than a worker's first buffer.
  case largeFile(Folder, FileNames)
  /// Take part in what another worker is at.
  case help(any SharedWork)
}

/// Something large that a worker, its owner, begins and that others join when they have nothing else to do.
///
/// The owner offers it to ``JobList/offer(_:)`` from time to time and does all that nobody else has begun, so
/// it never depends on help. Helpers never wait for anything: where nothing can be begun at the moment they
/// leave, and come again with the next offer. The owner waits for those that are still at it before it closes
/// what they read from.
protocol SharedWork: AnyObject, Sendable {
  /// Does parts of it until there is none left that could be begun now.
  func help<Examiner: ArtifactExaminer & ~Copyable>(_ worker: Worker<Examiner>)
}

/// The jobs that nobody has begun, last in, first out, shared by all workers.
///
/// Last in, first out keeps the list as short as the tree is deep. The threads block in system calls and
/// belong to nobody else; the cooperative pool's must not.
final class JobList: @unchecked Sendable {
  /// How many workers take jobs from the list.
  let workers: Int

  private let monitor = Monitor()
  // Only touched while `monitor` is held.
  private var jobs: [Job]
  private var working = 0
  private var isStopped = false
  private let callWorker: (@Sendable () -> Void)?

  // Only changed while `monitor` is held; read without it, as hints.
  /// How many workers wait for a job.
  private let waiting = Atomic<Int>(0)
  /// How many workers are still to be called.
  private let absent: Atomic<Int>

  /// - Parameters:
  ///   - jobs: The first jobs; the last one is begun first.
  ///   - callWorker: Called for each worker but the first when there is a job that nobody waits for; without
  ///     it, all workers are there from the beginning.
  init(_ jobs: [Job], workers: Int, callWorker: (@Sendable () -> Void)? = nil) {
    self.jobs = jobs
    self.workers = workers
    self.callWorker = callWorker
    absent = Atomic(callWorker == nil ? 0 : workers - 1)
  }

  /// Whether a worker has nothing to do.
  var isHungry: Bool { waiting.load(ordering: .relaxed) > 0 || absent.load(ordering: .relaxed) > 0 }

  func add(_ job: Job) {
    let isShort = monitor.hold {
      jobs.append(job)
      monitor.wakeOne()
      return claimAbsent()
    }
    if isShort { callWorker?() }
  }

  /// Whether to call a worker, because there are more jobs than workers that wait for one; it is counted as called.
  private func claimAbsent() -> Bool {
    guard absent.load(ordering: .relaxed) > 0, jobs.count > waiting.load(ordering: .relaxed) else { return false }
    absent.subtract(1, ordering: .relaxed)
    return true
  }

  /// Offers a part in some work to one worker that has nothing to do, if there is one.
  func offer(_ work: any SharedWork) {
    guard isHungry else { return }
    let isShort = monitor.hold {
      // Who was woken for another job still counts as waiting.
      let free = waiting.load(ordering: .relaxed) + absent.load(ordering: .relaxed)
      guard free > jobs.count, !isStopped else { return false }
      jobs.append(.help(work))
      monitor.wakeOne()
      return claimAbsent()
    }
    if isShort { callWorker?() }
  }

  /// Waits for a job; nothing when all are done or the work was stopped. Whoever takes one calls ``finish()``.
  func take() -> Job? {
    let (job, isShort): (Job?, Bool) = monitor.hold {
      while jobs.isEmpty || isStopped {
        if isStopped || working == 0 { return (nil, false) }
        waiting.add(1, ordering: .relaxed)
        monitor.wait()
        waiting.subtract(1, ordering: .relaxed)
      }
      working += 1
      return (jobs.removeLast(), claimAbsent())
    }
    if isShort { callWorker?() }
    return job
  }

  func finish() {
    monitor.hold {
      working -= 1
      if working == 0 && jobs.isEmpty { monitor.wakeAll() }
    }
  }

  /// Lets every worker end after the file it is at.
  func stop() {
    monitor.hold {
      isStopped = true
      jobs.removeAll()
      monitor.wakeAll()
    }
  }
}

/// Threads that each run a body once, called as there is work: a small folder needs one of them.
final class Crew: @unchecked Sendable {
  private let monitor = Monitor()
  // Only touched while `monitor` is held.
  private var body: (@Sendable () -> Void)?
  private var threads: [pthread_t] = []

  /// Runs a body on a thread, and on one more for each ``call()``, and waits for all of them.
  ///
  /// Where the system gives no thread it is run on the caller's.
  func run(_ body: @escaping @Sendable () -> Void) {
    monitor.hold { self.body = body }
    call()
    var ran = false
    while let thread = monitor.hold({ threads.popLast() }) {
      _ = pthread_join(thread, nil)
      ran = true
    }
    if !ran { body() }
    // The body may refer to what calls.
    monitor.hold { self.body = nil }
  }

  /// Starts a thread; nothing happens where the system gives no more.
  func call() {
    final class Start: Sendable {
      let body: @Sendable () -> Void

      init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
      }
    }

    #if canImport(Darwin)
      typealias Entry = @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer?
      let entry: Entry = { raw in
        unsafe Unmanaged<Start>.fromOpaque(raw).takeRetainedValue().body()
        return nil
      }
      var thread: pthread_t?
    #else
      typealias Entry = @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
      let entry: Entry = { raw in
        guard let raw = unsafe raw else { return nil }
        unsafe Unmanaged<Start>.fromOpaque(raw).takeRetainedValue().body()
        return nil
      }
      var thread = pthread_t()
    #endif

    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    unsafe pthread_attr_init(attributes)
    defer {
      unsafe pthread_attr_destroy(attributes)
      unsafe attributes.deallocate()
    }
    // Patterns and parsers run on these threads; the 512 KB that some systems give are too few for them.
    unsafe pthread_attr_setstacksize(attributes, 8 << 20)
    monitor.hold {
      guard let body else { return }
      let start = unsafe Unmanaged.passRetained(Start(body))
      guard unsafe pthread_create(&thread, attributes, entry, start.toOpaque()) == 0 else {
        unsafe start.release()
        return
      }
      #if canImport(Darwin)
        if let thread = unsafe thread { unsafe threads.append(thread) }
      #else
        threads.append(thread)
      #endif
    }
  }
}
