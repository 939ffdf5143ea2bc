public import AuditModel
import BytePrefilter
import XMLReading

/// What one artifact gave.
public struct ArtifactScan: Sendable {
  /// In the order of places, without fingerprints.
  public var findings: [Finding] = []
  /// Matches of silent rules, which feed the inventory only.
  public var facts: [Finding] = []
  public var diagnostics: [Diagnostic] = []

  public var isEmpty: Bool { findings.isEmpty && facts.isEmpty && diagnostics.isEmpty }
}

/// Matches a rule set against one artifact after the other; each worker has its own.
public struct ArtifactScanner: ~Copyable {
  let rules: RuleSet
  private let patterns = PatternCache()
  private let spareParser = XMLSpareParser()
  private let spareStores = XMLSpareStores()
  let templates = TemplateCache()
  let omissions: XMLOmissions
  let masker: Masker
  let literals = LiteralSearch()
  /// Made when the first large text comes.
  var survey: LargeTextSurvey?
  var textMatcher: TextMatcher
  /// The conditions on components of the artifact before: those of a folder are mostly of one type.
  private var latest: (type: String, conditions: [CompiledComponent])?
  private var hits: ContiguousArray<Prefilter.Hit> = []

  public init(_ rules: RuleSet, masking: Masking = Masking()) {
    self.rules = rules
    masker = Masker(masking)
    omissions = XMLOmissions(rules)
    textMatcher = TextMatcher(rules)
  }

  /// Finds everything in one artifact that is in memory.
  ///
  /// - Parameters:
  ///   - bytes: The whole artifact as UTF-8.
  ///   - identity: The artifact, which is described as a whole only where something may be found.
  public mutating func scan(
    _ bytes: Span<UInt8>, of identity: borrowing some ArtifactIdentity & ~Copyable
  ) -> ArtifactScan {
    hits.removeAll(keepingCapacity: true)
    rules.prefilter.scan(bytes, into: &hits)
    guard mayHold(bytes, of: identity) || looks(at: identity) else { return ArtifactScan() }
    // Whether it is a test or a copy takes longer to tell than a small file to match, and counts for findings only.
    let outline = Artifact(
      path: rules.pathConditions.isEmpty ? "" : identity.path, kind: identity.kind, language: identity.language,
      component: identity.component, isPrimary: identity.isPrimary)
    var scan = ArtifactScan()
    var gaveUp = GivenUpRules()
    var matches = wholeMatches(of: outline, gaveUp: &gaveUp)
    var tries = 0
    var error: XMLError?
    if !hits.isEmpty, outline.kind != .binary {
      var known: [String: Bool] = [:]
      func holds(_ literal: String) -> Bool {
        if let answer = known[literal] { return answer }
        let answer = literals.finds(literal, in: bytes)
        known[literal] = answer
        return answer
      }
      matches += textMatcher.matches(in: bytes, of: outline, hits: hits, holding: holds, gaveUp: &gaveUp)
      matches += textMatcher.disguisedMatches(
        in: bytes, of: outline, hits: hits, beside: matches, holding: holds, tries: &tries, gaveUp: &gaveUp)
      if outline.isXML {
        let (root, plan) = omissions.root(of: bytes)
        if elementsMayMatch(hits.lazy.map(\.keyword), root: root, plan, outline) {
          let names = rules.xmlIndex.names
          var places: ContiguousArray<Int> = []
          plan?.note(hits, in: &places)
          error = matchElements(of: outline, plan?.omission(places), into: &matches, gaveUp: &gaveUp) {
            (omission, matcher) throws(XMLError) in
            try parseXML(
              bytes, names: names, declaredEncoding: .ignored, leavingOut: omission, reusing: spareParser,
              handler: &matcher)
          }
        }
      }
    }
    let holdsSuppressions =
      outline.kind != .binary && hits.contains { $0.keyword == rules.suppressionKeyword }
    if matches.isEmpty, gaveUp.isEmpty, error == nil, !holdsSuppressions { return scan }
    let artifact = identity.artifact()
    report(gaveUp, artifact, &scan)
    if let error { report(error, artifact, &scan) }
    var suppressions: InlineSuppressions?
    if holdsSuppressions {
      var found = InlineSuppressions(rules, masker: masker, artifact: artifact)
      found.read(0..<bytes.count, of: bytes)
      suppressions = found
    }
    matches.sort(by: Match.isBefore)
    var collector = FindingCollector(
      rules, templates: templates, masker: masker, artifact: artifact, suppressions: suppressions)
    for match in matches { collector.add(match, in: bytes) }
    finish(hashed(collector.findings, in: bytes), collector.suppressionDiagnostics, into: &scan)
    return scan
  }

  /// Whether the hits in an artifact can become matches, which is cheaper to ask than to describe it.
  private mutating func mayHold(
    _ bytes: Span<UInt8>, of identity: borrowing some ArtifactIdentity & ~Copyable
  ) -> Bool {
    if hits.isEmpty || identity.kind == .binary { return false }
    return identity.kind == .metadata || identity.language == .xml
      || hits.contains { $0.keyword == rules.suppressionKeyword }
      || textMatcher.isWorthMatching(hits, in: bytes, identity.kind, identity.language)
  }

  /// Whether something can be found by an artifact's path or component alone.
  mutating func looks(at artifact: borrowing some ArtifactIdentity & ~Copyable) -> Bool {
    if !rules.pathConditions.isEmpty { return true }
    guard artifact.isPrimary, let component = artifact.component else { return false }
    return !conditions(on: component.type).isEmpty
  }

  /// Matches elements, if it can be without those in which nothing matters.
  ///
  /// - Returns: What is wrong with the document; what was there before counts.
  func matchElements(
    of artifact: Artifact, _ omission: XMLOmission?, into matches: inout [Match], gaveUp: inout GivenUpRules,
    parse: (XMLOmission?, inout XMLMatcher) throws(XMLError) -> Void
  ) -> XMLError? {
    func take(from matcher: borrowing XMLMatcher) {
      // Mostly there are no others, and thousands of these need not be copied.
      matches = matches.isEmpty ? matcher.matches : matches + matcher.matches
      gaveUp.add(matcher.gaveUp)
    }
    if let omission {
      var matcher = XMLMatcher(rules.xmlIndex, patterns: patterns, reusing: spareStores, artifact: artifact)
      do throws(XMLError) {
        try parse(omission, &matcher)
        take(from: matcher)
        return nil
      } catch {
        // What is wrong, and where, is said by a reading of the whole.
      }
    }
    var matcher = XMLMatcher(rules.xmlIndex, patterns: patterns, reusing: spareStores, artifact: artifact)
    var problem: XMLError?
    do throws(XMLError) {
      try parse(nil, &matcher)
    } catch {
      matcher.finishDamaged()
      problem = error
    }
    take(from: matcher)
    return problem
  }

  /// Whether keywords are there that element conditions for documents of this kind need.
  ///
  /// - Parameters:
  ///   - root: The document's root element; nothing where it isn't known, so that any will do.
  ///   - plan: That of the root.
  func elementsMayMatch(
    _ keywords: some Sequence<Int>, root: String?, _ plan: XMLOmissions.Plan?, _ artifact: Artifact
  ) -> Bool {
    var judged: Set<Int> = []
    for keyword in keywords where root == nil || plan?.counts[keyword] == true {
      if plan?.suffices[keyword] == true { return true }
      // Many hits may be of one keyword.
      guard judged.insert(keyword).inserted else { continue }
      for case .elements(let kind) in rules.targets[keyword] {
        guard let root else { return true }
        guard kind.roots.contains(root) else { continue }
        guard let pattern = kind.component, let name = artifact.component?.name else { return true }
        var isUnknown = false
        if patterns[pattern]?.captures(in: name, gaveUp: &isUnknown) != nil || isUnknown { return true }
      }
    }
    return false
  }

  func report(_ gaveUp: GivenUpRules, _ artifact: Artifact, _ scan: inout ArtifactScan) {
    for rule in gaveUp.rules {
      scan.diagnostics.append(
        Diagnostic(
          code: "match-limit", severity: .incomplete,
          message: "rule '\(rules.rules[rule].rule.id)' gave up on a text that takes its pattern too long",
          location: Location(path: artifact.path)))
    }
  }

  func report(_ error: XMLError, _ artifact: Artifact, _ scan: inout ArtifactScan) {
    scan.diagnostics.append(
      Diagnostic(
        code: error.code.limit == nil ? "xml-malformed" : "xml-limit", severity: .incomplete,
        message: "the XML can't be read past this place: \(error.message)",
        location: Location(path: artifact.path, line: error.position.line, column: error.position.column)))
  }

  /// The findings with the hashes of their lines, which code scanning recognises places by.
  private func hashed(_ findings: [Finding], in bytes: Span<UInt8>) -> [Finding] {
    guard !findings.isEmpty else { return findings }
    let hashes = LineHashes(of: bytes, lines: Set(findings.compactMap(\.location.line)))
    return findings.map { finding in
      var finding = finding
      finding.lineHash = finding.location.line.flatMap { hashes[$0] }
      return finding
    }
  }

  func finish(_ findings: [Finding], _ diagnostics: [Diagnostic], into scan: inout ArtifactScan) {
    for finding in findings {
      if rules.isSilent(finding.rule) { scan.facts.append(finding) } else { scan.findings.append(finding) }
    }
    scan.diagnostics += diagnostics
  }

  /// Conditions on what an artifact is, whatever it holds.
  mutating func wholeMatches(of artifact: Artifact, gaveUp: inout GivenUpRules) -> [Match] {
    var matches: [Match] = []
    func captures(_ pattern: String?, in text: String, of rule: Int) -> CapturedTexts? {
      guard let pattern else { return [:] }
      var isUnknown = false
      defer { if isUnknown { gaveUp.add(rule) } }
      return patterns[pattern]?.captures(in: text, gaveUp: &isUnknown)
    }
    if artifact.isPrimary, let component = artifact.component {
      for compiled in conditions(on: component.type) {
        if let captures = captures(compiled.component.name, in: component.name, of: compiled.rule) {
          matches.append(whole(compiled.rule, compiled.condition, captures))
        }
      }
    }
    for compiled in rules.pathConditions {
      if let captures = captures(compiled.path.pattern, in: artifact.path, of: compiled.rule) {
        matches.append(whole(compiled.rule, compiled.condition, captures))
      }
    }
    return matches
  }

  /// The conditions on the existence of components of a type.
  private mutating func conditions(on type: String) -> [CompiledComponent] {
    if let latest, latest.type == type { return latest.conditions }
    let conditions = rules.componentConditions[type.lowercased()] ?? []
    latest = (type, conditions)
    return conditions
  }

  private func whole(_ rule: Int, _ condition: SharedCondition, _ captures: CapturedTexts) -> Match {
    Match(rule: rule, condition: condition, range: 0..<0, captures: captures, isWhole: true)
  }
}

extension Artifact {
  /// Whether elements may be read: org metadata, and other XML such as manifests.
  var isXML: Bool { kind == .metadata || language == .xml }
}
