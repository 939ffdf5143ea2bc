public import AuditEngine
public import AuditInput
public import AuditModel

/// One run: what to look at and how.
public struct Audit: Sendable {
  public var rules: RuleSet
  public var options: InputOptions
  public var masking: Masking
  /// How many threads read and match; the report does not depend on it.
  public var workers: Int
  public var tool: Report.Tool

  public init(
    rules: RuleSet, options: InputOptions = InputOptions(), masking: Masking = Masking(), workers: Int = 2,
    tool: Report.Tool
  ) {
    self.rules = rules
    self.options = options
    self.masking = masking
    self.workers = workers
    self.tool = tool
  }

  /// Reads the inputs and finds everything in them.
  ///
  /// - Parameters:
  ///   - progress: Told now and then how far the run is, from any thread.
  ///   - isCancelled: Asked between artifacts and within large ones; once true, the run ends early.
  /// - Returns: The evidence, or nothing where the run was cancelled.
  /// - Throws: ``InputError`` where an input is not there; trouble inside the inputs is a diagnostic.
  public func examine(
    _ inputs: [InputPath], progress: (@Sendable (InputProgress) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(InputError) -> Evidence? {
    let examination = try AuditInput.examine(
      inputs, options: options, workers: workers, progress: progress, isCancelled: isCancelled,
      makeExaminer: { [rules, masking] in Examiner(SharedScanner(rules, masking: masking)) })
    if examination.ledger.wasCancelled { return nil }
    return Evidence(examination, rules)
  }

  /// Finds everything in files that are in memory; see ``examine(_:progress:isCancelled:)``.
  ///
  /// - Parameter scanner: One that was made for the rules; making it takes longer than a small file.
  func examine(_ files: [MemoryFile], scanner: SharedScanner) throws(InputError) -> Evidence {
    Evidence(
      try AuditInput.examine(files, options: options, examiner: Examiner(scanner)), rules)
  }
}

extension Evidence {
  fileprivate init(_ examination: Examination<ArtifactScan>, _ rules: RuleSet) {
    self.init(inputs: examination.ledger.roots, diagnostics: examination.ledger.diagnostics)
    for (_, scan) in examination.results {
      findings += scan.findings
      facts += scan.facts
      diagnostics += scan.diagnostics
    }
    coverage = Coverage(of: examination.ledger)
  }
}

extension Coverage {
  /// The counts of an examination; the conclusions come later.
  init(of ledger: InputLedger) {
    self.init(
      artifacts: ledger.artifacts,
      bytes: ledger.bytes,
      kinds: ArtifactKind.allCases.compactMap { kind in
        ledger.kinds[kind].map { Count(name: kind.rawValue, count: $0) }
      },
      languages: Language.allCases.compactMap { language in
        ledger.languages[language].map { Count(name: language.rawValue, count: $0) }
      },
      components: ledger.components.map { Count(name: $0.type, count: $0.names.count) },
      held: ledger.components,
      skipped: ledger.skipped)
  }
}

/// A scanner that one run after another uses, on one thread.
final class SharedScanner {
  fileprivate var scanner: ArtifactScanner

  init(_ rules: RuleSet, masking: Masking = Masking()) {
    scanner = ArtifactScanner(rules, masking: masking)
  }
}

/// Matches artifacts on the thread that read them.
private struct Examiner: ArtifactExaminer, ~Copyable {
  private let shared: SharedScanner

  init(_ shared: SharedScanner) {
    self.shared = shared
  }

  mutating func examine(
    _ candidate: borrowing ArtifactCandidate, _ content: borrowing ArtifactContent
  ) -> ArtifactScan? {
    let scan =
      if content.isWhole {
        unsafe shared.scanner.scan(Span(_unsafeBytes: content.head), of: candidate)
      } else {
        shared.scanner.scan(large: content, of: candidate)
      }
    return scan.isEmpty ? nil : scan
  }
}

extension ArtifactContent: LargeText {
  public func forEachPiece(of size: Int, overlap: Int, _ body: (Span<UInt8>, _ offset: Int) -> Bool) {
    unsafe forEachChunk(of: size, overlap: overlap) { bytes, offset in unsafe body(Span(_unsafeBytes: bytes), offset) }
  }

  public func forEachPiece<Prepared: Sendable>(
    of size: Int, overlap: Int, preparing prepare: @escaping @Sendable (Span<UInt8>, _ offset: Int) -> Prepared,
    _ body: (Span<UInt8>, _ offset: Int, Prepared) -> Bool
  ) {
    unsafe forEachChunk(
      of: size, overlap: overlap, preparing: { unsafe prepare(Span(_unsafeBytes: $0), $1) },
      { bytes, offset, prepared in unsafe body(Span(_unsafeBytes: bytes), offset, prepared) })
  }

  public func withSource<Result>(_ body: (_ read: (UnsafeMutableRawBufferPointer) -> Int) -> Result) -> Result {
    withReader { reader in unsafe body { buffer in unsafe reader.read(into: buffer) } }
  }
}
