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
}

/// The jobs that nobody has begun, last in, first out, shared by all workers.
///
/// Last in, first out keeps the list as short as the tree is deep. The threads block in system calls and
/// belong to nobody else; the cooperative pool's must not.
@safe final class JobList: @unchecked Sendable {
  // Only touched while `mutex` is held.
  private var jobs: [Job]
  private var working = 0
  private var isStopped = false

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// How many workers wait for a job; read without the lock, as a hint.
  private let waiting = Atomic<Int>(0)

  /// - Parameter jobs: The first jobs; the last one is begun first.
  init(_ jobs: [Job]) {
    self.jobs = jobs
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
  }

  /// Whether a worker has nothing to do.
  var isHungry: Bool { waiting.load(ordering: .relaxed) > 0 }

  func add(_ job: Job) {
    unsafe pthread_mutex_lock(mutex)
    jobs.append(job)
    unsafe pthread_cond_signal(changed)
    unsafe pthread_mutex_unlock(mutex)
  }

  /// Waits for a job; nothing when all are done or the work was stopped. Whoever takes one calls ``finish()``.
  func take() -> Job? {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while jobs.isEmpty || isStopped {
      if isStopped || working == 0 { return nil }
      waiting.add(1, ordering: .relaxed)
      unsafe pthread_cond_wait(changed, mutex)
      waiting.subtract(1, ordering: .relaxed)
    }
    working += 1
    return jobs.removeLast()
  }

  func finish() {
    unsafe pthread_mutex_lock(mutex)
    working -= 1
    if working == 0 && jobs.isEmpty { unsafe pthread_cond_broadcast(changed) }
    unsafe pthread_mutex_unlock(mutex)
  }

  /// Lets every worker end after the file it is at.
  func stop() {
    unsafe pthread_mutex_lock(mutex)
    isStopped = true
    jobs.removeAll()
    unsafe pthread_cond_broadcast(changed)
    unsafe pthread_mutex_unlock(mutex)
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
