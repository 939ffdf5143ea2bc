public import AuditModel

/// A property that the settings of an org have when the product is switched off in it.
///
/// What depends on the product there cannot break any more, so its findings are one level quieter. Code
/// outside of the org may talk to another org, and keeps its level.
public struct OffSwitch: Codable, Hashable, Sendable {
  /// The property's kind, such as `chat-enabled`.
  public var property: NodeKind
  /// The property's value where the product is off.
  public var value: String
  /// What is said of each finding that is made quieter.
  public var because: String

  public init(property: NodeKind, value: String, because: String) {
    self.property = property
    self.value = value
    self.because = because
  }

}

extension RulePack {
  /// Makes the dependencies inside an org one level quieter where the product is off in it, each once.
  ///
  /// Findings of a saved report may have been made quieter before: when more of the org is known now and the
  /// product turns out to be on somewhere, they get their level back.
  public func applyOffSwitch(to findings: inout [Finding], inventory: Inventory, asOf day: CalendarDate) {
    guard let offSwitch, !findings.isEmpty else { return }
    let isOff = offSwitch.isOff(in: inventory)
    let phase = retirement.phase(asOf: day)
    let own = Set(rules.map(\.id))
    for index in findings.indices where findings[index].class == .dependency && findings[index].component != nil {
      guard own.contains(findings[index].rule) else { continue }
      let reason = findings[index].confidenceReason
      switch (isOff, reason.flatMap { offSwitch.removing(from: $0) }) {
      case (true, nil):
        findings[index].level = findings[index].level.lowered
        findings[index].confidenceReason = reason.map { "\($0); \(offSwitch.because)" } ?? offSwitch.because
      case (false, let rest?):
        let full = Level(
          class: .dependency, confidence: findings[index].confidence, context: findings[index].context, phase: phase)
        // A configuration may have set another level since.
        if findings[index].level == full.lowered { findings[index].level = full }
        findings[index].confidenceReason = rest.isEmpty ? nil : rest
      default: break
      }
    }
  }
}

extension OffSwitch {
  /// Whether the product is off wherever the inventory knows.
  fileprivate func isOff(in inventory: Inventory) -> Bool {
    let values = Set(inventory.nodes.filter { $0.id.kind == property }.map { $0.id.name.lowercased() })
    return values == [value.lowercased()]
  }

  /// A reason without what this switch added to it; nothing where it added nothing.
  fileprivate func removing(from reason: String) -> String? {
    if reason == because { return "" }
    return reason.hasSuffix("; \(because)") ? String(reason.dropLast(because.count + 2)) : nil
  }
}
