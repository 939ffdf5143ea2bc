import AuditModel

/// Findings as nested lists: by rule, then by file with its lines.
///
/// Thousands stay readable that way, and none is lost.
struct MarkdownFindings {
  private let digest: Digest

  init(_ digest: Digest) {
    self.digest = digest
  }

  func lines(for findings: [Finding], indent: String) -> [String] {
    var order: [RuleID] = []
    var groups: [RuleID: [Finding]] = [:]
    for finding in findings {
      if groups[finding.rule] == nil { order.append(finding.rule) }
      groups[finding.rule, default: []].append(finding)
    }
    // The loudest rule first; rules of one level stay in the order of places.
    let sorted = order.enumerated().sorted { left, right in
      let levels = (loudest(groups[left.element]), loudest(groups[right.element]))
      return levels.0 == levels.1 ? left.offset < right.offset : levels.0 > levels.1
    }
    return sorted.flatMap { lines(rule: $0.element, findings: groups[$0.element] ?? [], indent: indent) }
  }

  private func loudest(_ findings: [Finding]?) -> Level {
    findings?.map(\.level).max() ?? .note
  }

  private func lines(rule: RuleID, findings: [Finding], indent: String) -> [String] {
    let title = digest.rules[rule]?.title ?? rule.rawValue
    let places = findings.reduce(0) { $0 + $1.count }
    var head = "\(indent)- \(MarkdownText.prose(title, cutTo: 200)) (\(loudest(findings).rawValue), "
    head += Words.count(findings.count, "finding")
    if places != findings.count { head += ", \(Words.count(places, "place"))" }
    var lines = [head + ")"]
    var index = findings.startIndex
    while index < findings.endIndex {
      let path = findings[index].location.path
      let end = findings[index...].firstIndex { $0.location.path != path } ?? findings.endIndex
      lines += fileLines(Array(findings[index..<end]), indent: indent + "  ")
      index = end
    }
    if let replacement = digest.rules[rule]?.replacement {
      lines.append("\(indent)  - Instead: \(MarkdownText.prose(replacement))")
    }
    return lines
  }

  private func fileLines(_ findings: [Finding], indent: String) -> [String] {
    let path = findings.first?.location.path ?? ""
    let numbers = findings.compactMap { finding in
      finding.location.line.map { line in
        finding.context.isQuiet ? "\(line) (in \(finding.context.rawValue))" : "\(line)"
      }
    }
    let verdicts = Set(findings.compactMap(\.verdict)).map(Words.title).sorted()
    var rest = verdicts.isEmpty ? "" : "; checked live: \(verdicts.joined(separator: "; "))"
    if let chats = digest.use.chats(of: findings) { rest += "; \(chats.sentence)" }
    let notes = findings.compactMap { finding -> String? in
      guard let note = digest.note(on: finding)?.sentence, !note.isEmpty else { return nil }
      let line = finding.location.line.map { "Line \($0): " } ?? ""
      return "\(indent)  - \(line)\(MarkdownText.prose(note, cutTo: 2_000))"
    }
    guard !numbers.isEmpty else { return ["\(indent)- \(MarkdownText.path(path))\(rest)"] + notes }
    // Lines of some hundred numbers at most, so that a part of a split document can hold them.
    return stride(from: 0, to: numbers.count, by: 100).map { start in
      let slice = numbers[start..<min(start + 100, numbers.count)]
      let lines = "\(numbers.count == 1 ? "line" : "lines") \(slice.joined(separator: ", "))"
      return "\(indent)- \(MarkdownText.path(path)) \(lines)\(rest)"
    } + notes
  }
}

extension MatchContext {
  /// Whether a match in this context can hardly break anything.
  var isQuiet: Bool {
    switch self {
    case .comment, .docs, .test, .vendored, .list: true
    case .code, .string, .markup, .config: false
    }
  }
}
