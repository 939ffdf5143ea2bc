public import AuditModel

/// An artifact for a scanner.
public struct CaseArtifact: Hashable, Sendable {
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What a scanner says of an artifact; also the matches of silent rules.
public struct CaseMatch: Hashable, Sendable {
  public var rule: RuleID
  public var path: String
  /// Nothing where the match is about the whole artifact.
  public var line: Int?
  public var context: MatchContext

  public init(rule: RuleID, path: String, line: Int?, context: MatchContext) {
    self.rule = rule
    self.path = path
    self.line = line
    self.context = context
  }
}

/// Audits some artifacts with the pack it was made for.
public typealias CaseScanner = ([CaseArtifact]) throws -> [CaseMatch]

/// What is wrong with a rule or its cases.
public struct CaseProblem: Hashable, Sendable {
  /// The kind of trouble.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The rule must report here and does not.
    case missing
    /// The rule reports here and must not.
    case noisy
    /// The rule reports here with another context than the case says.
    case context
    /// The rule has no case that must be found, or none that must not.
    case unproven
    /// A known gap that is none any more.
    case passes
    /// A part of the rule that can be dropped without any case failing.
    case untested
  }

  public var kind: Kind
  public var rule: RuleID
  /// What happened, in one line; lower case, no full stop.
  public var message: String
  /// The place in the case's file; the pack's folder where there is none.
  public var location: Location
}

/// How a pack's cases went.
public struct CaseReport: Hashable, Sendable {
  public var rules: Int
  public var cases: Int
  /// How often an artifact was scanned: a case counts once for each of its forms.
  public var runs: Int
  /// In the order of places.
  public var problems: [CaseProblem]

  public init(rules: Int = 0, cases: Int = 0, runs: Int = 0, problems: [CaseProblem] = []) {
    self.rules = rules
    self.cases = cases
    self.runs = runs
    self.problems = problems
  }

  /// Whether every case went as it says and every rule is proven.
  public var isPassing: Bool { problems.isEmpty }
}

/// Runs the cases of a pack, each in all its forms.
///
/// - Parameters:
///   - cases: The pack's cases; see ``loadRuleCases(_:folder:)``.
///   - pack: The rules.
///   - folder: The pack's folder, for the place of what has no other.
///   - scan: Audits artifacts with all of the pack's rules.
public func checkCases(
  _ cases: [RuleCase], of pack: RulePack, folder: String, scan: CaseScanner
) rethrows -> CaseReport {
  var report = CaseReport(rules: pack.rules.count, cases: cases.count)
  let keywords = Dictionary(uniqueKeysWithValues: pack.rules.map { ($0.id, $0.textKeywords) })
  for ruleCase in cases {
    for variant in ruleCase.variants(keywords: keywords[ruleCase.rule] ?? []) {
      report.runs += 1
      report.problems += try ruleCase.problems(in: variant, scan: scan)
    }
  }
  let casesOfRule = Dictionary(grouping: cases, by: \.rule)
  for rule in pack.rules {
    let cases = casesOfRule[rule.id] ?? []
    let location = Location(
      path: "\(folder)/\(rule.descriptor.surface.rawValue)/\(rule.id)\(RulePackFile.casesSuffix)")
    func unproven(_ message: String) {
      report.problems.append(
        CaseProblem(kind: .unproven, rule: rule.id, message: message, location: location))
    }
    if !cases.contains(where: \.mustFind) { unproven("no case says what '\(rule.id)' must find") }
    if !cases.contains(where: \.mustBeSilent) { unproven("no case says where '\(rule.id)' must be silent") }
  }
  report.problems.sort { ($0.location, $0.message) < ($1.location, $1.message) }
  return report
}

extension RuleCase {
  /// Whether the rule does what the case says, as the case is written.
  func passes(_ scan: CaseScanner) rethrows -> Bool {
    let variant = CaseVariant(name: nil, bytes: Array(artifacts[0].text.utf8))
    return try problems(in: variant, scan: scan).allSatisfy { $0.kind == .passes }
  }

  func problems(in variant: CaseVariant, scan: CaseScanner) rethrows -> [CaseProblem] {
    var inputs = artifacts.map { CaseArtifact(path: $0.path, bytes: Array($0.text.utf8)) }
    inputs[0].bytes = variant.bytes
    let matches = try scan(inputs).filter { $0.rule == rule }
    return artifacts.enumerated().flatMap { index, artifact in
      let shift = index == 0 ? variant.shift : .init(count: 0, after: 0)
      let mine = matches.filter { $0.path == artifact.path }
      var problems = self.problems(of: artifact, mine, variant.name, shift)
      if let context, index == 0 {
        for match in mine where match.context != context {
          problems.append(
            problem(
              .context, "the context is '\(match.context.rawValue)' and not '\(context.rawValue)'",
              variant.name,
              artifact, line: match.line))
        }
      }
      return problems
    }
  }

  private func problems(
    of artifact: Artifact, _ matches: [CaseMatch], _ variant: String?, _ shift: CaseVariant.Shift
  ) -> [CaseProblem] {
    // What is about the whole artifact counts for its first line.
    let found = Set(matches.map { $0.line ?? shift.apply(to: 1) })
    func moved(_ lines: Set<Int>) -> [Int: Int] {
      Dictionary(uniqueKeysWithValues: lines.map { (shift.apply(to: $0), $0) })
    }
    var allowed = moved(artifact.findings)
    var problems: [CaseProblem] = []
    for (line, written) in allowed where !found.contains(line) {
      problems.append(problem(.missing, "no finding on line \(written)", variant, artifact, line: written))
    }
    switch artifact.gaps {
    case .none: break
    case .missing(let lines):
      // A gap is closed when it is closed for the case as it is written.
      if variant == nil, lines.isSubset(of: found) {
        problems.append(
          problem(.passes, "'todo-finding' can become 'finding'", nil, artifact, line: lines.min()))
      }
      allowed.merge(moved(lines)) { $1 }
    case .noisy:
      if variant == nil, found.isEmpty {
        problems.append(problem(.passes, "'todo-ok' can become 'ok'", nil, artifact, line: nil))
      }
      return problems
    }
    for line in found where allowed[line] == nil {
      let written = line > shift.after ? line - shift.count : line
      let place = written > shift.after || line <= shift.after ? "line \(written)" : "a line put before it"
      problems.append(problem(.noisy, "a finding on \(place)", variant, artifact, line: max(1, written)))
    }
    return problems
  }

  private func problem(
    _ kind: CaseProblem.Kind, _ what: String, _ variant: String?, _ artifact: Artifact, line: Int?
  ) -> CaseProblem {
    var location = location
    if let start = artifact.textLine, let line {
      location.line = start + line - 1
      location.column = nil
    }
    let form = variant.map { " (\($0))" } ?? ""
    return CaseProblem(kind: kind, rule: rule, message: "'\(name)'\(form): \(what)", location: location)
  }
}

extension Rule {
  /// The keywords of all text conditions.
  var textKeywords: [String] {
    conditions.flatMap { condition -> [String] in
      if case .text(let text) = condition.kind { text.keywords } else { [] }
    }
  }
}
