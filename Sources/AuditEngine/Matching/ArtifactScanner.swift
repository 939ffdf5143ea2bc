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
  private let rules: RuleSet
  private let patterns = PatternCache()
  private let templates = TemplateCache()
  private let omissions: XMLOmissions
  private let masker: Masker
  private let literals = LiteralSearch()
  private var textMatcher: TextMatcher
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
    guard mayHold(bytes, of: identity) || rules.looks(at: identity) else { return ArtifactScan() }
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
        let root = documentRoot(of: bytes)
        let plan = omissions.plan(for: root)
        if elementsMayMatch(hits.lazy.map(\.keyword), root: root, plan, outline) {
          let names = rules.xmlIndex.names
          var places: ContiguousArray<Int> = []
          plan?.note(hits, in: &places)
          error = matchElements(of: outline, plan?.omission(places), into: &matches, gaveUp: &gaveUp) {
            (omission, matcher) throws(XMLError) in
            try parseXML(
              bytes, names: names, declaredEncoding: .ignored, leavingOut: omission, handler: &matcher)
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

  /// Finds everything in one artifact that is too large to be in memory at once.
  ///
  /// The text is read once where nothing is found, and again for elements and for places otherwise.
  public mutating func scan(
    large text: borrowing some LargeText & ~Copyable, of identity: borrowing some ArtifactIdentity & ~Copyable
  ) -> ArtifactScan {
    let artifact = identity.artifact()
    var scan = ArtifactScan()
    var gaveUp = GivenUpRules()
    var matches = wholeMatches(of: artifact, gaveUp: &gaveUp)
    var error: XMLError?
    var holdsSuppressions = false
    if artifact.kind != .binary {
      let found = matchesInPieces(of: text, artifact, &gaveUp, &holdsSuppressions)
      matches += found.matches
      error = found.error
    }
    report(gaveUp, artifact, &scan)
    if let error { report(error, artifact, &scan) }
    guard !matches.isEmpty || holdsSuppressions else { return scan }
    let suppressions = holdsSuppressions ? suppressions(in: text, artifact) : nil
    matches.sort(by: Match.isBefore)
    var collector = FindingCollector(
      rules, templates: templates, masker: masker, artifact: artifact,
      readsContexts: matches.contains { !$0.isElement && !$0.isWhole }, suppressions: suppressions)
    var next = 0
    let guess = collector.regionScanner.map { RegionGuess($0) }
    text.forEachPiece(
      of: Pieces.size, overlap: Pieces.overlap, preparing: { bytes in PieceOutline(of: bytes, guess: guess?.latest) }
    ) { bytes, base, outline in
      collector.follow(outline, base: base)
      let own = Pieces.own(of: bytes.count, base: base)
      // What is missing at the end of a document is missing behind its last byte.
      let end = base + own.upperBound + (own.upperBound == bytes.count ? 1 : 0)
      while next < matches.count, matches[next].range.lowerBound < end {
        collector.add(matches[next].clipped(to: base + bytes.count), in: bytes, base: base)
        next += 1
      }
      guard next < matches.count else { return false }
      collector.pass(to: own.upperBound, in: bytes, base: base, outline: outline)
      if let scanner = collector.regionScanner { guess?.update(scanner) }
      return true
    }
    finish(collector.findings, collector.suppressionDiagnostics, into: &scan)
    return scan
  }

  private func suppressions(
    in text: borrowing some LargeText & ~Copyable, _ artifact: Artifact
  ) -> InlineSuppressions {
    var found = InlineSuppressions(rules, masker: masker, artifact: artifact)
    text.forEachPiece(of: Pieces.size, overlap: Pieces.overlap) { bytes, base in
      found.read(Pieces.own(of: bytes.count, base: base), of: bytes, base: base)
      return true
    }
    return found
  }

  private mutating func matchesInPieces(
    of text: borrowing some LargeText & ~Copyable, _ artifact: Artifact, _ gaveUp: inout GivenUpRules,
    _ holdsSuppressions: inout Bool
  ) -> (matches: [Match], error: XMLError?) {
    var matches: [Match] = []
    var tries = 0
    var keywords: Set<Int> = []
    var root: String?
    // What is known to stand in the text; all that does, once it was read for that.
    var known: Set<String> = []
    var isAllKnown = false
    let prefilter = rules.prefilter
    var plan: XMLOmissions.Plan?
    var places: ContiguousArray<Int> = []
    text.forEachPiece(
      of: Pieces.size, overlap: Pieces.overlap,
      preparing: { bytes in
        var hits: ContiguousArray<Prefilter.Hit> = []
        prefilter.scan(bytes, into: &hits)
        return hits
      }
    ) { bytes, base, hits in
      if base == 0, artifact.isXML {
        root = documentRoot(of: bytes)
        plan = omissions.plan(for: root)
      }
      // A hit near either end is judged in the piece that holds what stands round it.
      let first = base == 0 ? 0 : Pieces.overlap - TextMatcher.bytesAfter
      let last = bytes.count < Pieces.size ? bytes.count : bytes.count - TextMatcher.bytesAfter
      let own = hits.drop { $0.offset < first }.prefix { $0.offset < last }
      guard !own.isEmpty else { return true }
      holdsSuppressions = holdsSuppressions || own.contains { $0.keyword == rules.suppressionKeyword }
      if artifact.isXML {
        for hit in own { keywords.insert(hit.keyword) }
        plan?.note(own, base: base, in: &places)
      }
      func holds(_ literal: String) -> Bool {
        if isAllKnown || known.contains(literal) { return known.contains(literal) }
        // Mostly it stands near the match; else all that any rule demands is looked for at once.
        if literals.finds(literal, in: bytes) {
          known.insert(literal)
          return true
        }
        known = literals.find(rules.demandedLiterals, in: text)
        isAllKnown = true
        return known.contains(literal)
      }
      let plain = textMatcher.matches(
        in: bytes, of: artifact, hits: own, base: base, holding: holds, gaveUp: &gaveUp)
      matches += plain
      matches += textMatcher.disguisedMatches(
        in: bytes, of: artifact, hits: own, base: base, beside: plain, holding: holds, tries: &tries,
        gaveUp: &gaveUp)
      return true
    }
    var error: XMLError?
    if artifact.isXML, elementsMayMatch(keywords, root: root, plan, artifact) {
      let names = rules.xmlIndex.names
      error = matchElements(of: artifact, plan?.omission(places), into: &matches, gaveUp: &gaveUp) {
        (omission, matcher) throws(XMLError) in
        let error = unsafe text.withSource { source -> XMLError? in
          do throws(XMLError) {
            try unsafe parseXML(
              names: names, declaredEncoding: .ignored, leavingOut: omission, handler: &matcher, from: source)
            return nil
          } catch {
            return error
          }
        }
        if let error { throw error }
      }
    }
    return (matches, error)
  }

  /// Matches elements, if it can be without those in which nothing matters.
  ///
  /// - Returns: What is wrong with the document; what was there before counts.
  private func matchElements(
    of artifact: Artifact, _ omission: XMLOmission?, into matches: inout [Match], gaveUp: inout GivenUpRules,
    parse: (XMLOmission?, inout XMLMatcher) throws(XMLError) -> Void
  ) -> XMLError? {
    if let omission {
      var matcher = XMLMatcher(rules.xmlIndex, patterns: patterns, artifact: artifact)
      do throws(XMLError) {
        try parse(omission, &matcher)
        matches += matcher.matches
        gaveUp.add(matcher.gaveUp)
        return nil
      } catch {
        // What is wrong, and where, is said by a reading of the whole.
      }
    }
    var matcher = XMLMatcher(rules.xmlIndex, patterns: patterns, artifact: artifact)
    var problem: XMLError?
    do throws(XMLError) {
      try parse(nil, &matcher)
    } catch {
      matcher.finishDamaged()
      problem = error
    }
    matches += matcher.matches
    gaveUp.add(matcher.gaveUp)
    return problem
  }

  /// Whether keywords are there that element conditions for documents of this kind need.
  ///
  /// - Parameters:
  ///   - root: The document's root element; nothing where it isn't known, so that any will do.
  ///   - plan: That of the root.
  private func elementsMayMatch(
    _ keywords: some Sequence<Int>, root: String?, _ plan: XMLOmissions.Plan?, _ artifact: Artifact
  ) -> Bool {
    var judged: Set<Int> = []
    for keyword in keywords where root == nil || plan?.counts[keyword] == true {
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

  private func report(_ gaveUp: GivenUpRules, _ artifact: Artifact, _ scan: inout ArtifactScan) {
    for rule in gaveUp.rules {
      scan.diagnostics.append(
        Diagnostic(
          code: "match-limit", severity: .incomplete,
          message: "rule '\(rules.rules[rule].rule.id)' gave up on a text that takes its pattern too long",
          location: Location(path: artifact.path)))
    }
  }

  private func report(_ error: XMLError, _ artifact: Artifact, _ scan: inout ArtifactScan) {
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

  private func finish(_ findings: [Finding], _ diagnostics: [Diagnostic], into scan: inout ArtifactScan) {
    for finding in findings {
      if rules.isSilent(finding.rule) { scan.facts.append(finding) } else { scan.findings.append(finding) }
    }
    scan.diagnostics += diagnostics
  }

  /// Conditions on what an artifact is, whatever it holds.
  private func wholeMatches(of artifact: Artifact, gaveUp: inout GivenUpRules) -> [Match] {
    var matches: [Match] = []
    func captures(_ pattern: String?, in text: String, of rule: Int) -> [String: String]? {
      guard let pattern else { return [:] }
      var isUnknown = false
      defer { if isUnknown { gaveUp.add(rule) } }
      return patterns[pattern]?.captures(in: text, gaveUp: &isUnknown)
    }
    if artifact.isPrimary, let component = artifact.component {
      for compiled in rules.componentConditions[component.type.lowercased()] ?? [] {
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

  private func whole(_ rule: Int, _ condition: SharedCondition, _ captures: [String: String]) -> Match {
    Match(rule: rule, condition: condition, range: 0..<0, captures: captures, isWhole: true)
  }
}

extension Artifact {
  /// Whether elements may be read: org metadata, and other XML such as manifests.
  var isXML: Bool { kind == .metadata || language == .xml }
}
