public import AuditModel

extension Plan {
  /// Attaches findings to steps and orders the steps in waves.
  ///
  /// - Parameters:
  ///   - steps: The pack's steps, in their order.
  ///   - findings: Findings and facts with their fingerprints; suppressed ones do not count.
  ///   - rules: The descriptors of the findings' rules, for their effort.
  ///   - assumptions: What is to be counted otherwise than the pack does.
  public init(
    steps: [PlanStep], findings: [Finding], rules: [RuleDescriptor],
    assumptions: PlanAssumptions = PlanAssumptions()
  ) {
    let efforts = Dictionary(rules.map { ($0.id, $0.effort) }) { first, _ in first }
    let active = findings.filter { $0.suppressed == nil }
    let open = Dictionary(grouping: active.filter { $0.step != nil && $0.class != .successor }) {
      $0.step ?? ""
    }
    let signals = Signals(active.filter { $0.class == .successor })
    let layers = PlanLayers(steps)
    let items = steps.map { step in
      let own = open[step.id] ?? []
      let done = signals.findings(of: step)
      let state: PlanItem.State =
        switch (own.isEmpty, done.isEmpty) {
        case (false, true): .open
        case (false, false): .halfDone
        case (true, false): .done
        case (true, true): step.always ? .always : .notNeeded
        }
      let rows =
        state == .done || state == .notNeeded
        ? [] : assumptions.rows(of: step, findings: own) { efforts[$0] ?? nil }
      return PlanItem(
        step: step, wave: layers.waves[step.id] ?? 1, state: state, findings: own.map(\.fingerprint),
        signals: done.map(\.fingerprint), hours: rows.reduce(HourRange()) { $0 + $1.hours }, efforts: rows)
    }
    self.init(
      items: items, cycles: layers.cycles, assumptions: assumptions.sentences,
      total: items.reduce(HourRange()) { $0 + $1.hours }, waves: PlanWave.waves(of: items),
      roles: RoleHours.roles(of: items))
  }
}

/// The successor's findings by the steps they show done or begun.
private struct Signals {
  private let byRule: [RuleID: [Finding]]
  private let byStep: [String: [Finding]]

  init(_ findings: [Finding]) {
    byRule = Dictionary(grouping: findings, by: \.rule)
    byStep = Dictionary(grouping: findings.filter { $0.step != nil }) { $0.step ?? "" }
  }

  func findings(of step: PlanStep) -> [Finding] {
    var seen: Set<String> = []
    return (step.doneWhen.flatMap { byRule[$0] ?? [] } + (byStep[step.id] ?? [])).filter {
      seen.insert($0.fingerprint).inserted
    }
  }
}

extension PlanWave {
  /// The waves of items, with the point to which each can be gone back.
  static func waves(of items: [PlanItem]) -> [PlanWave] {
    var isSafe = true
    return Dictionary(grouping: items, by: \.wave).sorted { $0.key < $1.key }.map { number, items in
      let needed = items.filter { $0.state != .notNeeded }
      let rollback = needed.compactMap { item in item.step.rollback.map { "\(item.step.id): \($0)" } }
      isSafe = isSafe && rollback.isEmpty
      return PlanWave(
        number: number, steps: items.map(\.step.id), hours: items.reduce(HourRange()) { $0 + $1.hours },
        isSafeStop: isSafe, rollback: rollback)
    }
  }
}

extension RoleHours {
  /// The hours of items by role, in the order of the roles' names.
  static func roles(of items: [PlanItem]) -> [RoleHours] {
    Dictionary(grouping: items.flatMap(\.efforts), by: \.role).map { role, rows in
      RoleHours(role: role, hours: rows.reduce(HourRange()) { $0 + $1.hours })
    }.sorted { $0.role < $1.role }
  }
}
