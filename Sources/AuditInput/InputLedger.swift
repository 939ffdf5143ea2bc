public import AuditModel

/// The result of an examination.
public struct Examination<Result: Sendable>: Sendable {
  /// What the examiners found, in the order of the paths' bytes.
  public var results: [(artifact: Artifact, result: Result)]
  public var ledger: InputLedger
}

/// The account of what was examined and what was passed over.
///
/// The same input gives the same ledger for any number of workers; the ledgers of all shards add up to that
/// of the unsharded run.
public struct InputLedger: Hashable, Sendable {
  /// The roots as results name them, in the order given; one for each input.
  public var roots: [String] = []
  /// How many artifacts were examined.
  public var artifacts = 0
  /// How many bytes they had after unpacking, before decoding.
  public var bytes = 0
  public var kinds: [ArtifactKind: Int] = [:]
  public var languages: [Language: Int] = [:]
  /// The components that were there, each once, in the order of their types.
  ///
  /// A part counts as its parent, so that both formats of an export give the same list: a custom field's own
  /// file is evidence of its object.
  public var components: [HeldComponents] = []
  /// What was passed over, in the order of the reasons.
  public var skipped: [Skipped] = []
  public var diagnostics: [Diagnostic] = []
  /// Whether the examination was stopped before its end.
  public var wasCancelled = false

  public init() {}
}

/// One worker's share of the ledger.
struct Tally {
  var artifacts = 0
  var bytes = 0
  private var kinds = [Int](repeating: 0, count: ArtifactKind.allCases.count)
  private var languages = [Int](repeating: 0, count: Language.allCases.count)
  private var components = ComponentGatherer()
  private var skipped: [Skipped.Reason: SkippedPaths] = [:]
  var diagnostics: [Diagnostic] = []

  mutating func count(_ kind: ArtifactKind, _ language: Language, bytes: Int) {
    artifacts += 1
    self.bytes += bytes
    kinds[Tally.position(of: kind)] += 1
    languages[Tally.position(of: language)] += 1
  }

  mutating func add(_ component: ComponentID) { components.add(component.name, of: component.type) }

  mutating func skip(_ path: [UInt8], _ reason: Skipped.Reason) {
    skipped[reason, default: SkippedPaths()].add(path)
  }

  /// Adds another worker's share.
  mutating func merge(_ other: Tally) {
    artifacts += other.artifacts
    bytes += other.bytes
    for index in kinds.indices { kinds[index] += other.kinds[index] }
    for index in languages.indices { languages[index] += other.languages[index] }
    components.add(other.components)
    for (reason, paths) in other.skipped { skipped[reason, default: SkippedPaths()].merge(paths) }
    diagnostics += other.diagnostics
  }

  /// The whole account, in an order that depends on nothing but its contents.
  func ledger(roots: [String]) -> InputLedger {
    var ledger = InputLedger()
    ledger.roots = roots
    ledger.artifacts = artifacts
    ledger.bytes = bytes
    for (kind, count) in zip(ArtifactKind.allCases, kinds) where count > 0 { ledger.kinds[kind] = count }
    for (language, count) in zip(Language.allCases, languages) where count > 0 {
      ledger.languages[language] = count
    }
    ledger.components = components.held
    ledger.skipped = Skipped.Reason.allCases.compactMap { reason in
      skipped[reason].map {
        Skipped(reason: reason, count: $0.count, examples: $0.examples.map(PathText.text))
      }
    }
    ledger.diagnostics = diagnostics.sorted()
    return ledger
  }

  /// The place of a case in `allCases`. A case without payload is stored as just that; a dictionary here took
  /// longer than opening the file.
  private static func position<Case: CaseIterable & Sendable>(of value: Case) -> Int {
    precondition(MemoryLayout<Case>.size == 1, "only plain enumerations are counted")
    return Int(unsafe unsafeBitCast(value, to: UInt8.self))
  }
}

/// The first paths that were passed over for one reason, and how many there were.
private struct SkippedPaths {
  static let exampleCount = 10

  var count = 0
  /// In byte order, at most ten.
  var examples: [[UInt8]] = []

  mutating func add(_ path: [UInt8]) {
    count += 1
    keep(path)
  }

  mutating func merge(_ other: SkippedPaths) {
    count += other.count
    for path in other.examples { keep(path) }
  }

  private mutating func keep(_ path: [UInt8]) {
    if let last = examples.last, examples.count == SkippedPaths.exampleCount,
      !path.lexicographicallyPrecedes(last)
    {
      return
    }
    let index = examples.firstIndex { path.lexicographicallyPrecedes($0) } ?? examples.count
    examples.insert(path, at: index)
    if examples.count > SkippedPaths.exampleCount { examples.removeLast() }
  }
}
