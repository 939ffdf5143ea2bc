import AuditModel

/// Findings for tests, made from what matters to them.
enum Specimen {
  /// A finding about a component, `LiveChatButton:Sales`, or about a file.
  static func finding(
    _ subject: String, line: Int = 1, rule: RuleID = "rule", class: FindingClass = .dependency,
    level: Level = .error, step: String? = nil, finds references: [Reference] = []
  ) -> Finding {
    let parts = subject.split(separator: ":", maxSplits: 1).map(String.init)
    let component = parts.count == 2 ? ComponentID(type: parts[0], name: parts[1]) : nil
    let path = component.map { "org/\($0.type)/\($0.name).xml" } ?? subject
    return Finding(
      rule: rule, class: `class`, level: level, confidence: .certain, context: .config, surface: .endpoint,
      message: "'\(subject)' is found", component: component,
      location: Location(path: path, line: line, column: 1),
      evidence: subject, references: references, fingerprint: "\(rule.rawValue)/\(subject)/\(line)",
      step: step)
  }

  static func reference(_ relation: Relation, _ node: String) -> Reference {
    Reference(relation: relation, node: self.node(node))
  }

  /// A node as people write it, `LiveChatButton:Sales`, `host:d.example.com`; without a kind, a file.
  static func node(_ text: String) -> NodeID {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    return parts.count == 2
      ? NodeID(kind: NodeKind(rawValue: parts[0]), name: parts[1]) : NodeID(kind: .artifact, name: text)
  }
}
