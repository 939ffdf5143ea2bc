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

  /// How many workers wait for a job; read without the lock, as a hint.
  private let waiting = Atomic<Int>(0)

  /// - Parameter jobs: The first jobs; the last one is begun first.
  init(_ jobs: [Job], workers: Int) {
    self.jobs = jobs
    self.workers = workers
  }

  /// Whether a worker has nothing to do.
  var isHungry: Bool { waiting.load(ordering: .relaxed) > 0 }

  func add(_ job: Job) {
    monitor.hold {
      jobs.append(job)
      monitor.wakeOne()
    }
  }

  /// Offers a part in some work to one worker that has nothing to do, if there is one.
  func offer(_ work: any SharedWork) {
    guard isHungry else { return }
    monitor.hold {
      // Who was woken for another job still counts as waiting.
      guard waiting.load(ordering: .relaxed) > jobs.count, !isStopped else { return }
      jobs.append(.help(work))
      monitor.wakeOne()
    }
  }

  /// Waits for a job; nothing when all are done or the work was stopped. Whoever takes one calls ``finish()``.
  func take() -> Job? {
    monitor.hold {
      while jobs.isEmpty || isStopped {
        if isStopped || working == 0 { return nil }
        waiting.add(1, ordering: .relaxed)
        monitor.wait()
        waiting.subtract(1, ordering: .relaxed)
      }
      working += 1
      return jobs.removeLast()
    }
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

/// Runs a body on that many threads of its own and waits for all of them.
///
/// - Returns: How many threads ran; fewer than asked for where the system gave no more, and one is run on the
///   caller's thread where it gave none.
@discardableResult
func withThreads(_ count: Int, _ body: @escaping @Sendable (_ index: Int) -> Void) -> Int {
  final class Start: Sendable {
    let index: Int
    let body: @Sendable (Int) -> Void

    init(_ index: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.index = index
      self.body = body
    }
  }

  #if canImport(Darwin)
    typealias Entry = @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer?
    let entry: Entry = { raw in
      let start = unsafe Unmanaged<Start>.fromOpaque(raw).takeRetainedValue()
      start.body(start.index)
      return nil
    }
    var threads: [pthread_t] = []
  #else
    typealias Entry = @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
    let entry: Entry = { raw in
      guard let raw = unsafe raw else { return nil }
      let start = unsafe Unmanaged<Start>.fromOpaque(raw).takeRetainedValue()
      start.body(start.index)
      return nil
    }
    var threads: [pthread_t] = []
  #endif

  let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
  unsafe pthread_attr_init(attributes)
  defer {
    unsafe pthread_attr_destroy(attributes)
    unsafe attributes.deallocate()
  }
  // Patterns and parsers run on these threads; the 512 KB that some systems give are too few for them.
  unsafe pthread_attr_setstacksize(attributes, 8 << 20)
  for index in 0..<max(1, count) {
    let start = unsafe Unmanaged.passRetained(Start(index, body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard unsafe pthread_create(&thread, attributes, entry, start.toOpaque()) == 0 else {
      unsafe start.release()
      break
    }
    #if canImport(Darwin)
      if let thread = unsafe thread { unsafe threads.append(thread) }
    #else
      threads.append(thread)
    #endif
  }
  if threads.isEmpty { body(0) }
  for thread in threads { _ = pthread_join(thread, nil) }
  return max(1, threads.count)
}
