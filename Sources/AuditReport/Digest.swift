import AuditModel

/// What the formats for people read out of a report before they write: groups, orders and totals.
struct Digest {
  /// A surface, a component or a file with its findings by level.
  struct Group {
    var name: String
    var errors = 0
    var warnings = 0
    var notes = 0

    var total: Int { errors + warnings + notes }

    mutating func count(_ level: Level) {
      switch level {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }

  /// The findings that count, in the order of places.
  let findings: [Finding]
  /// The findings with an accepted exception.
  let suppressed: [Finding]
  let rules: [RuleID: RuleDescriptor]
  /// The report's title, as the options or the inputs give it.
  let title: String
  /// One sentence for each retirement.
  let statements: [String]
  /// The open steps, those that nothing holds up first, in order.
  let firstSteps: [PlanItem]
  /// The findings that count by their identity.
  private let byFingerprint: [String: [Finding]]
  /// Diagnostics that say something was not examined.
  let incomplete: [Diagnostic]
  /// What was lost although no diagnostic says so.
  let losses: [Skipped]
  /// Whether something that should have been examined was not.
  let isIncomplete: Bool
  /// The path for what has none: the first input.
  let root: String
  /// What a configuration file settled, by name; empty where there was none.
  let settings: [(name: String, value: String)]
  /// Metadata types that the export did not hold or held in part.
  let gaps: [TypeCoverage]
  /// How much people use what the findings are about.
  let use: RealUse
  private let notes: [PlanNote.Subject: [String: PlanNote]]

  init(_ report: Report, options: ReportOptions) {
    findings = report.findings.filter { $0.suppressed == nil }
    suppressed = report.findings.filter { $0.suppressed != nil }
    rules = Dictionary(report.rules.map { ($0.id, $0) }) { first, _ in first }
    title =
      options.title.flatMap { $0.isEmpty ? nil : $0 }
      ?? (report.inputs.isEmpty ? "audit" : report.inputs.joined(separator: ", "))
    statements = report.retirements.map { $0.statement(asOf: report.asOf) }
    byFingerprint = Dictionary(grouping: findings, by: \.fingerprint)
    firstSteps = report.plan.items.readyFirst
    incomplete = report.diagnostics.filter { $0.severity == .incomplete }
    losses = incomplete.isEmpty ? report.coverage.skipped.filter { $0.reason.isLoss } : []
    root = report.inputs.first ?? "."
    isIncomplete =
      !incomplete.isEmpty || !losses.isEmpty || report.conditions.contains(.incomplete)
    settings = (report.configuration?.settings ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    gaps = report.coverage.types.filter { $0.state != .present }
    use = RealUse(report)
    notes = Dictionary(grouping: report.plan.notes, by: \.subject).mapValues { notes in
      Dictionary(notes.map { ($0.id, $0) }) { first, _ in first }
    }
  }

  /// What to do first where nothing must change, as a sentence; nothing where something must.
  ///
  /// The steps of every migration, with their hours, would read as if something had been found.
  var advice: String? {
    guard findings(of: .dependency).isEmpty else { return nil }
    let review = findings(of: .review).count
    let look = review == 0 ? "" : "look at the \(Words.count(review, "finding")) that \(review == 1 ? "needs" : "need") a look, and "
    return look + "audit the org and the code that were not in here; nothing that was found must change"
  }

  /// The steps that signs of the two products tell as done, half done or open; none before anything has begun.
  func progress(_ plan: Plan) -> [(state: String, items: [PlanItem])] {
    let states: [PlanItem.State] = [.done, .halfDone, .open]
    guard plan.items.contains(where: { $0.state == .done || $0.state == .halfDone }) else { return [] }
    return states.compactMap { state in
      let items = plan.items.filter { $0.state == state }.inOrder
      return items.isEmpty ? nil : (Words.title(of: state), items)
    }
  }

  /// What people keep about a question.
  func note(on question: Question) -> PlanNote? { notes[.question]?[question.id] }

  /// What people keep about a finding.
  func note(on finding: Finding) -> PlanNote? { notes[.finding]?[finding.fingerprint] }

  func findings(of findingClass: FindingClass) -> [Finding] {
    findings.filter { $0.class == findingClass }
  }

  /// The findings with these identities: files that people use most first, then in the order of places.
  func findings(_ fingerprints: [String]) -> [Finding] {
    let findings = Set(fingerprints).flatMap { byFingerprint[$0] ?? [] }
    let chats = Dictionary(grouping: findings, by: \.location.path).mapValues { use.chats(of: $0)?.count ?? -1 }
    return findings.sorted { left, right in
      let uses = (chats[left.location.path] ?? -1, chats[right.location.path] ?? -1)
      if uses.0 != uses.1 { return uses.0 > uses.1 }
      return (left.location, left.fingerprint) < (right.location, right.fingerprint)
    }
  }

  /// Findings in groups, the loudest first.
  func groups(of findings: [Finding], by name: (Finding) -> String) -> [Group] {
    var groups: [String: Group] = [:]
    for finding in findings {
      let key = name(finding)
      groups[key, default: Group(name: key)].count(finding.level)
    }
    return groups.values.sorted {
      ($1.errors, $1.warnings, $1.notes, $0.name) < ($0.errors, $0.warnings, $0.notes, $1.name)
    }
  }
}

extension PlanNote {
  /// What was kept, in one line: `done; owner Ada Example; due 2026-12-04; exported`.
  var sentence: String {
    [isTicked ? "done" : nil, owner.map { "owner \($0)" }, due.map { "due \($0)" }, note].compactMap { $0 }
      .joined(separator: "; ")
  }
}

extension PlanItem {
  /// Whether nothing is left to do for the step.
  var isFinished: Bool { isTicked || state == .done || state == .notNeeded }
}

extension [PlanItem] {
  /// The open items, those that wait for nothing first.
  var readyFirst: [PlanItem] {
    let items = Dictionary(map { ($0.step.id, $0) }) { first, _ in first }
    var seen: Set<String> = []
    // A step for which nothing was found holds up nothing by itself, but what comes before it does.
    func waits(for id: String) -> Bool {
      guard let item = items[id], seen.insert(id).inserted, !item.isTicked else { return false }
      return switch item.state {
      case .done: false
      case .notNeeded: item.step.needs.contains(where: waits)
      default: true
      }
    }
    let open = filter { !$0.isFinished }.inOrder
    let isReady = open.map { item in
      seen = []
      return !item.step.needs.contains(where: waits)
    }
    return zip(open, isReady).filter(\.1).map(\.0) + zip(open, isReady).filter { !$0.1 }.map(\.0)
  }

  /// The items in order in their phases; a phase stands where the letter of its first step puts it.
  var inPhases: [[PlanItem]] {
    let sorted = Dictionary(grouping: inOrder, by: \.step.letter).sorted { $0.key < $1.key }.flatMap(\.value)
    return sorted.reduce(into: [[PlanItem]]()) { phases, item in
      if let index = phases.firstIndex(where: { $0.first?.step.phase == item.step.phase }) {
        phases[index].append(item)
      } else {
        phases.append([item])
      }
    }
  }

  /// The items by wave, and in a wave by the letter and the number of the step: `D4` before `D10`.
  var inOrder: [PlanItem] {
    sorted {
      ($0.wave, $0.step.letter, $0.step.number, $0.step.id) < (
        $1.wave, $1.step.letter, $1.step.number, $1.step.id
      )
    }
  }
}

extension PlanStep {
  /// What the id begins with before its number.
  var letter: Substring { id.prefix { !("0"..."9").contains($0) } }
  /// The number in the id; 0 without one.
  fileprivate var number: Int { Int(id.dropFirst(letter.count).prefix(9)) ?? 0 }
}

extension Finding {
  /// The component, or the file where there is none.
  var subject: String { component?.description ?? location.path }
}
