import AuditModel

extension RuleCatalogue {
  /// All that a rule knows, for a terminal: what it finds, why that matters and what to do.
  public func explanation(of rule: Rule) -> String {
    let descriptor = rule.descriptor
    var lines = ["\(rule.id): \(descriptor.title)", ""]
    func fact(_ name: String, _ text: String?) {
      if let text { lines.append("  \(name.padded(to: 12))\(text)") }
    }
    fact("class", "\(descriptor.class.rawValue): \(descriptor.class.meaning)")
    fact("confidence", descriptor.confidence.rawValue + (descriptor.because.map { ": \($0)" } ?? ""))
    fact("surface", descriptor.surface.rawValue)
    fact("step", descriptor.step.map { id in id + (step(of: rule).map { ", \($0.title)" } ?? "") })
    fact("effort", descriptor.effort?.sentence)
    fact(
      "pack", packs.first { $0.name == descriptor.pack }.map { "\($0.name) \($0.version)" } ?? descriptor.pack)
    fact("once called", rule.aliases.isEmpty ? nil : rule.aliases.map(\.rawValue).joined(separator: ", "))
    if rule.isSilent { fact("silent", "its matches feed the inventory and are no findings") }

    func section(_ title: String, _ text: String?) {
      guard let text else { return }
      lines += ["", title]
      lines += text.trimmingNewlines.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "  \($0)"
      }
    }
    section("Why", descriptor.why)
    section("Looks for", rule.conditions.map { $0.description }.joined(separator: "\n"))
    section("Before", descriptor.before)
    section("After", descriptor.after)
    section("Replacement", descriptor.replacement ?? descriptor.class.absentReplacement)
    section("What to do", descriptor.remediation)
    section("Read more", descriptor.links.map { "\($0.title)\n  \($0.url)" }.joined(separator: "\n"))
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FindingClass {
  /// What to say where a rule names no replacement.
  fileprivate var absentReplacement: String? {
    self == .dependency ? "No equivalent is known." : nil
  }
}

extension StringProtocol {
  /// The text without line ends at its end.
  var trimmingNewlines: String {
    String(reversed().drop { $0.isNewline }.reversed())
  }
}
