public import AuditModel

/// An artifact and what a rule must say of it.
public struct RuleCase: Hashable, Sendable {
  public var rule: RuleID
  /// What the case shows.
  public var name: String
  /// The artifact that the case is about, and others of the same audit.
  public var artifacts: [Artifact]
  /// The context that every finding must have, where the case is about that.
  public var context: MatchContext?
  /// Whether the case must be run as it is, and not also in other encodings and places.
  public var isFixed: Bool
  /// Where the case stands in its file.
  public var location: Location

  /// One artifact of a case.
  public struct Artifact: Hashable, Sendable {
    /// Decides language and component, as in a real tree.
    public var path: String
    public var text: String
    /// The lines on which the rule must report; on others it must not.
    public var findings: Set<Int>
    /// Lines on which the rule should report one day, or should not: it may do either.
    public var gaps: Gaps
    /// The line of the case's file on which the text begins, where it is a block.
    var textLine: Int?
  }

  /// What a rule is known not to get right yet.
  public enum Gaps: Hashable, Sendable {
    case none
    /// It should report on these lines.
    case missing(Set<Int>)
    /// It should be silent.
    case noisy
  }

  /// Whether the case says that the rule must report; a known gap says nothing.
  public var mustFind: Bool { artifacts.contains { !$0.findings.isEmpty } }

  /// Whether the case says that the rule must be silent.
  public var mustBeSilent: Bool { artifacts.allSatisfy { $0.findings.isEmpty && $0.gaps == .none } }
}

extension RulePackLimits {
  /// Bytes of a case's text after unfolding; cases are the smallest that can hold what they show.
  static let caseBytes = 64 * 1024
}

/// Reads and checks the cases beside a pack's rules.
///
/// - Parameters:
///   - files: The files of the pack's folder; those that hold no cases are passed over.
///   - folder: The folder's path, which errors begin with.
/// - Throws: Every error, in the order of places.
public func loadRuleCases(_ files: [RulePackFile], folder: String) throws(RulePackErrors) -> [RuleCase] {
  let reader = PackReader(folder: folder, bases: [])
  var errors: [RulePackError] = []
  var cases: [RuleCase] = []
  for file in files.sorted(by: { $0.path < $1.path }) {
    guard case .cases(_, let stem) = file.role else { continue }
    let document = YAMLDocument(path: reader.fullPath(file.path), text: file.text)
    cases += document.root().map { readCases($0, of: RuleID(rawValue: stem)) } ?? []
    errors += document.errors
  }
  guard errors.isEmpty else { throw RulePackErrors(errors) }
  return cases
}

private func readCases(_ root: YAMLValue, of rule: RuleID) -> [RuleCase] {
  var names: Set<String> = []
  return root.list().compactMap { value in
    let keys = [
      "name", "path", "text", "finding", "ok", "context", "todo-finding", "todo-ok", "also", "fixed",
    ]
    guard let mapping = value.mapping(keys) else { return nil }
    let name = mapping.required("name")?.filledText()
    if let name, !names.insert(name).inserted {
      mapping["name"]?.report(.duplicateID, "the case '\(name)' stands here twice")
    }
    let first = readArtifact(mapping, mustSay: true)
    let also = mapping["also"]?.list().compactMap { value in
      value.mapping(["path", "text", "finding"]).flatMap { readArtifact($0, mustSay: false) }
    }
    let context = mapping["context"]?.word("context", of: MatchContext.self)
    let isFixed = mapping["fixed"]?.flag() ?? false
    guard let name, let first else { return nil }
    return RuleCase(
      rule: rule, name: name, artifacts: [first] + (also ?? []), context: context, isFixed: isFixed,
      location: value.location)
  }
}

private func readArtifact(_ mapping: YAMLMapping, mustSay: Bool) -> RuleCase.Artifact? {
  let path = mapping.required("path")?.filledText()
  let place = mapping.required("text")
  let text = place?.text()
  if let text, text.utf8.count > RulePackLimits.caseBytes {
    place?.report(.invalidValue, "the text has more than \(RulePackLimits.caseBytes) bytes")
  }
  let findings = readLines(mapping["finding"], in: text)
  let missing = readLines(mapping["todo-finding"], in: text)
  let isOK = mapping["ok"]?.flag() ?? false
  let isNoisy = mapping["todo-ok"]?.flag() ?? false
  let says = ["finding", "todo-finding", "ok", "todo-ok"].contains { mapping[$0] != nil }
  if mustSay, !says {
    mapping.value.report(
      .missingKey, "a case says what must happen: 'finding', 'ok', 'todo-finding' or 'todo-ok'")
  }
  if isOK || isNoisy, !findings.isEmpty || !missing.isEmpty || isOK == isNoisy {
    mapping.value.report(.invalidValue, "a case with 'ok' or 'todo-ok' has no findings")
  }
  guard let path, let text else { return nil }
  return RuleCase.Artifact(
    path: path, text: text, findings: findings,
    gaps: isNoisy ? .noisy : missing.isEmpty ? .none : .missing(missing), textLine: place?.firstContentLine)
}

private func readLines(_ value: YAMLValue?, in text: String?) -> Set<Int> {
  guard let value else { return [] }
  let count = text?.split(separator: "\n", omittingEmptySubsequences: false).count ?? .max
  let lines = value.list().compactMap { value -> Int? in
    guard let text = value.text() else { return nil }
    guard let line = Int(text), (1...count).contains(line) else {
      value.report(.invalidValue, "'\(text)' is no line of the text")
      return nil
    }
    return line
  }
  if value.isList, value.list().isEmpty {
    value.report(.invalidValue, "\(value.phrase) names no line; a silent rule is 'ok: true'")
  }
  return Set(lines)
}
