public import AuditModel

extension Plan {
  /// Attaches findings to steps and orders the steps in waves.
  ///
  /// - Parameters:
  ///   - steps: The pack's steps, in their order.
  ///   - findings: Findings and facts with their fingerprints; suppressed ones do not count.
  ///   - rules: The descriptors of the findings' rules, for their effort.
  public init(steps: [PlanStep], findings: [Finding], rules: [RuleDescriptor]) {
    let efforts = Dictionary(rules.map { ($0.id, $0.effort) }, uniquingKeysWith: { first, _ in first })
    let active = findings.filter { $0.suppressed == nil }
    let open = Dictionary(grouping: active.filter { $0.step != nil && $0.class != .successor }) { $0.step ?? "" }
    let signals = Dictionary(grouping: active.filter { $0.class == .successor }, by: \.rule)
    let (waves, cycles) = Plan.waves(of: steps)
    let items = steps.map { step in
      let own = open[step.id] ?? []
      let done = step.doneWhen.flatMap { signals[$0] ?? [] }
      var hours = step.effort.map { HourRange(low: $0.low, high: $0.high) } ?? HourRange()
      // Effort is per rule and subject: a client with forty hits is one client.
      for (rule, hits) in Dictionary(grouping: own, by: \.rule) {
        guard let effort = efforts[rule] ?? nil else { continue }
        let subjects = Double(Set(hits.map(\.node)).count)
        hours = hours + HourRange(low: effort.low * subjects, high: effort.high * subjects)
      }
      let state: PlanItem.State =
        switch (own.isEmpty, done.isEmpty) {
        case (false, true): .open
        case (false, false): .halfDone
        case (true, false): .done
        case (true, true): step.always ? .always : .notNeeded
        }
      return PlanItem(
        step: step, wave: waves[step.id] ?? 1, state: state, findings: own.map(\.fingerprint),
        signals: done.map(\.fingerprint), hours: state == .done || state == .notNeeded ? HourRange() : hours)
    }
    self.init(items: items, cycles: cycles, total: items.reduce(HourRange()) { $0 + $1.hours })
  }

  /// The wave of each step, and the steps that wait for each other.
  static func waves(of steps: [PlanStep]) -> (waves: [String: Int], cycles: [[String]]) {
    let known = Set(steps.map(\.id))
    var waves: [String: Int] = [:]
    var waiting = steps
    while !waiting.isEmpty {
      let ready = waiting.filter { $0.needs.allSatisfy { waves[$0] != nil || !known.contains($0) } }
      if ready.isEmpty { break }
      for step in ready { waves[step.id] = 1 + (step.needs.compactMap { waves[$0] }.max() ?? 0) }
      waiting.removeAll { waves[$0.id] != nil }
    }
    let last = waves.values.max() ?? 0
    for step in waiting { waves[step.id] = last + 1 }
    return (waves, waiting.isEmpty ? [] : [waiting.map(\.id)])
  }
}
