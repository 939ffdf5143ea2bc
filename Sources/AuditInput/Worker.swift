import AuditModel

/// One thread's part of a run: takes jobs, reads files, asks its examiner.
@safe final class Worker<Examiner: ArtifactExaminer & ~Copyable> {
  /// Large enough for all but one file in a hundred, small enough for the second-level cache.
  private static var bufferSize: Int { 256 << 10 }

  let run: Run
  var examiner: Examiner
  var tally = Tally()
  var found: [FoundResult<Examiner.Result>] = []
  /// What was found in parts of archives, and counts if the attempt stands.
  var drafts: [(archive: SharedArchive, share: WorkerShare<Examiner.Result>)] = []
  let buffer: UnsafeMutableRawBufferPointer
  /// For artifacts that are larger than `buffer` and still handed on whole; made when the first one comes.
  private var largeBuffer: UnsafeMutableRawBufferPointer?
  /// The UTF-8 of what was written in another encoding.
  var transcoded: [UInt8] = []
  /// What `Run` doesn't know yet.
  private var unreported = (artifacts: 0, bytes: 0)

  init(run: Run, examiner: consuming Examiner) {
    self.run = run
    self.examiner = examiner
    unsafe buffer = .allocate(byteCount: Worker.bufferSize, alignment: 64)
  }

  deinit {
    unsafe buffer.deallocate()
    unsafe largeBuffer?.deallocate()
  }

  /// Works until there is nothing left to do.
  func work() {
    Platform.withUTF8Names { takeJobs() }
  }

  private func takeJobs() {
    while let job = run.jobs.take() {
      if run.goesOn() { perform(job) }
      run.jobs.finish()
    }
    reportProgress()
  }

  /// What this worker has to show when all have ended.
  func share() -> WorkerShare<Examiner.Result> {
    var share = WorkerShare(tally: tally, found: found)
    for draft in drafts where draft.archive.stands {
      share.tally.merge(draft.share.tally)
      share.found += draft.share.found
    }
    return share
  }

  private func perform(_ job: Job) {
    switch job {
    case .root(let folder): list(folder)
    case .folder(let pending): openAndList(pending)
    case .files(let folder, let names): examine(names, of: folder)
    case .largeFile(let folder, let names):
      unsafe names.forEach { name in
        unsafe examineFile(name, of: folder, isLarge: true)
        return true
      }
    case .listed(let folder, let paths):
      for path in paths where run.goesOn() { examineListed(path, of: folder) }
    case .single(let folder, let name, let path):
      unsafe name.withCString { unsafe examineFile($0, shownAs: path, of: folder) }
    case .help(let work): work.help(self)
    }
  }

  /// Keeps what the examiner found.
  func keep(_ result: consuming Examiner.Result, _ artifact: Artifact, number: Int) {
    found.append(FoundResult(artifact: artifact, number: number, result: result))
  }

  /// Counts an artifact for the progress that the run reports.
  func advance(bytes: Int) {
    unreported.artifacts += 1
    unreported.bytes += bytes
    if unreported.artifacts >= 256 || unreported.bytes >= 16 << 20 { reportProgress() }
  }

  private func reportProgress() {
    run.advance(artifacts: unreported.artifacts, bytes: unreported.bytes)
    unreported = (0, 0)
  }

  /// The buffer for what is larger than `buffer` and still handed on whole.
  func wholeBuffer() -> UnsafeMutableRawBufferPointer {
    if let largeBuffer = unsafe largeBuffer { return unsafe largeBuffer }
    let size = max(run.options.limits.wholeBytes, Worker.bufferSize)
    let made = unsafe Platform.allocateLarge(byteCount: size)
    unsafe largeBuffer = unsafe made
    return unsafe made
  }
}
