public import AuditModel

extension RuleCatalogue {
  /// The rules by surface, a line each: id, class, confidence and title.
  ///
  /// - Parameters:
  ///   - surfaces: Only rules of these surfaces; empty means all.
  ///   - classes: Only rules of these classes; empty means all.
  public func list(surfaces: [Surface] = [], classes: [FindingClass] = []) -> String {
    let groups = rulesBySurface { $0.descriptor.isOf(surfaces, classes) }
    let rules = groups.flatMap(\.rules)
    let idWidth = rules.map(\.id.rawValue.count).max() ?? 0
    let classWidth = FindingClass.allCases.map(\.rawValue.count).max() ?? 0
    let confidenceWidth = Confidence.allCases.map(\.rawValue.count).max() ?? 0
    var lines: [String] = []
    for (surface, rules) in groups {
      lines.append(surface.rawValue)
      for rule in rules {
        let columns = [
          rule.id.rawValue.padded(to: idWidth), rule.descriptor.class.rawValue.padded(to: classWidth),
          rule.descriptor.confidence.rawValue.padded(to: confidenceWidth), rule.descriptor.title,
        ]
        lines.append("  " + columns.joined(separator: "  "))
      }
      lines.append("")
    }
    lines.append(summary(rules))
    return lines.joined(separator: "\n") + "\n"
  }

  private func summary(_ rules: [Rule]) -> String {
    let counts = FindingClass.allCases.compactMap { name -> String? in
      let count = rules.filter { $0.descriptor.class == name }.count
      return count == 0 ? nil : "\(count) \(name.rawValue)"
    }
    let names = packs.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    return "\(rules.count) \(rules.count == 1 ? "rule" : "rules") of \(names)"
      + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", "))
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
