import AuditModel

/// Makes findings of one artifact's matches: place, evidence, context, level and edges of the inventory.
///
/// Matches come in the order of places, with bytes round them: the whole artifact, or one piece after
/// the other.
struct FindingCollector {
  /// How much of a line is kept as evidence, in bytes.
  static let evidenceLength = 240
  /// How many further places an aggregate names.
  static let relatedPlaces = 5
  /// How much of a capture a message shows, in characters.
  static let captureLength = 120

  private(set) var findings: [Finding] = []

  private let rules: RuleSet
  private let templates: TemplateCache
  private let masker: Masker
  private let artifact: Artifact
  private var suppressions: InlineSuppressions?
  private var contexts: ContextScanner
  private let readsContexts: Bool
  private var lines = LineCounter()
  /// Where a rule aggregates, its first finding in a component takes up the later ones.
  private var aggregates: [AggregateKey: Int] = [:]
  /// The edges that an aggregate has, before they are masked.
  private var filled: Set<FilledReference> = []
  /// The latest match, to see whether another condition of its rule spoke of the same place.
  private var latest: (rule: Int, range: Range<Int>, isWhole: Bool)?

  private struct AggregateKey: Hashable {
    var rule: Int
    /// The component, where it is not the artifact's own.
    var component: ComponentID?
    /// What a comment sets off stays apart from what still counts.
    var exception: Int?
  }

  private struct FilledReference: Hashable {
    /// The number of the aggregate's finding.
    var finding: Int
    /// The number of the template among those of the rule.
    var template: Int
    var name: String
  }

  /// - Parameters:
  ///   - readsContexts: Whether a match will come whose context depends on what stands before it.
  ///   - suppressions: The artifact's comments that set findings off, where it has any.
  init(
    _ rules: RuleSet, templates: TemplateCache, masker: Masker, artifact: Artifact, readsContexts: Bool = true,
    suppressions: InlineSuppressions? = nil
  ) {
    self.templates = templates
    self.suppressions = suppressions
    self.rules = rules
    self.masker = masker
    self.artifact = artifact
    contexts = ContextScanner(artifact)
    self.readsContexts = readsContexts && contexts.reads
  }

  /// Takes up the next match.
  ///
  /// - Parameters:
  ///   - bytes: A piece that holds the match, and all bytes since the last one's beginning.
  ///   - base: The offset of the piece in the artifact.
  mutating func add(_ match: Match, in bytes: Span<UInt8>, base: Int = 0) {
    let compiled = rules.rules[match.rule]
    let range = match.range.shifted(by: -base)
    let context =
      match.isWhole
      ? wholeContext
      : contexts.context(at: range.lowerBound, in: bytes, base: base, isElement: match.isElement)
    if case .text(let text) = match.condition.kind, !text.contexts.isEmpty, !text.contexts.contains(context) { return }
    if let latest, latest == (match.rule, match.range, match.isWhole) { return }
    latest = (match.rule, match.range, match.isWhole)
    let component = match.component ?? artifact.component
    var known: Location?
    func location() -> Location {
      let location = known ?? (match.isWhole ? Location(path: artifact.path) : place(of: range, in: bytes, base: base))
      known = location
      return location
    }
    var exception: Int?
    if suppressions != nil {
      let line = location().line
      exception = suppressions?.use(for: compiled.rule.id, onLine: line)
    }
    let key = AggregateKey(rule: match.rule, component: match.component, exception: exception)
    let isAggregate = compiled.rule.aggregate == .file
    if isAggregate, let first = aggregates[key] {
      findings[first].count += 1
      if findings[first].related.count < FindingCollector.relatedPlaces { findings[first].related.append(location()) }
      for (number, name) in referenceNames(of: match, component)
      where filled.insert(FilledReference(finding: first, template: number, name: name)).inserted {
        let reference = reference(compiled.rule.finds[number], name)
        if !findings[first].references.contains(reference) { findings[first].references.append(reference) }
      }
      let level = level(of: match, context)
      // The aggregate speaks for its most serious place.
      if level > findings[first].level {
        findings[first].level = level
        findings[first].context = context
      }
      return
    }
    if isAggregate { aggregates[key] = findings.count }
    var finding = finding(match, compiled.rule, context, location(), component, range, bytes)
    if let exception { finding.suppressed = suppressions?.suppression(exception) }
    findings.append(finding)
  }

  /// What is wrong with the artifact's comments that set findings off, when all matches are there.
  var suppressionDiagnostics: [Diagnostic] {
    suppressions.map { $0.diagnostics + $0.unused } ?? []
  }

  /// Takes up what was told of the next piece ahead of its turn.
  mutating func follow(_ outline: PieceOutline, base: Int) {
    contexts.follow(outline.regions, base: base)
  }

  /// Lets the bytes up to an offset pass, in which no match begins any more.
  mutating func pass(to end: Int, in bytes: Span<UInt8>, base: Int, outline: PieceOutline) {
    let start = lines.byteOffset - base
    if start == outline.range.lowerBound, end == outline.range.upperBound {
      lines.add(outline.lines, beginningWith: bytes[start])
    } else if start < end {
      lines.advance(over: bytes.extracting(max(0, start)..<end))
    }
    if readsContexts { contexts.pass(to: end, in: bytes, base: base) }
  }

  /// The scanner that tells comments from code, where it is now.
  var regionScanner: RegionScanner? { readsContexts ? contexts.regionScanner : nil }

  private func finding(
    _ match: Match, _ rule: Rule, _ context: MatchContext, _ location: Location, _ component: ComponentID?,
    _ range: Range<Int>, _ bytes: Span<UInt8>
  ) -> Finding {
    let confidence = confidence(of: match)
    let kept = match.captures.all.filter { $0.name != "match" }
    return Finding(
      rule: rule.id,
      class: rule.descriptor.class,
      level: level(of: match, context),
      confidence: confidence,
      confidenceReason: match.doubt ?? match.condition.because ?? rule.descriptor.because,
      context: context,
      surface: rule.descriptor.surface,
      message: masker.mask(message(of: match, rule, component)),
      component: component,
      location: location,
      evidence: match.isWhole ? component?.description ?? artifact.path : evidence(range, in: bytes),
      captures: Dictionary(uniqueKeysWithValues: kept.map { ($0.name, masker.mask($0.text)) }),
      references: referenceNames(of: match, component).map { reference(rule.finds[$0.template], $0.name) },
      step: rule.descriptor.step)
  }

  /// One of the match's own captures or of those of every rule.
  private func capture(_ name: String, of match: Match, _ component: ComponentID?) -> String? {
    switch name {
    case "path": artifact.path
    case "component": component?.description ?? artifact.path
    case "name": component?.name ?? String(artifact.path.split(separator: "/").last ?? "")
    // Many elements have a child of this name, and a rule that captures it means that one.
    case "type": match.captures["type"] ?? component?.type ?? ""
    default: match.captures[name]
    }
  }

  private func message(of match: Match, _ rule: Rule, _ component: ComponentID?) -> String {
    guard let template = templates[match.rule, of: rule].message else { return rule.descriptor.title }
    return template.filled { name in
      capture(name, of: match, component).map { String($0.prefix(FindingCollector.captureLength)) }
    }
  }

  /// A disguise or a split makes any match less sure.
  private func confidence(of match: Match) -> Confidence {
    let confidence = match.condition.confidence ?? rules.rules[match.rule].rule.descriptor.confidence
    return match.doubt != nil && confidence == .certain ? .likely : confidence
  }

  private func level(of match: Match, _ context: MatchContext) -> Level {
    let rule = rules.rules[match.rule]
    return Level(
      class: rule.rule.descriptor.class, confidence: confidence(of: match), context: context, phase: rule.phase)
  }

  /// The names that the rule's edges have here, before they are masked, with the numbers of their templates.
  private func referenceNames(of match: Match, _ component: ComponentID?) -> [(template: Int, name: String)] {
    let rule = rules.rules[match.rule].rule
    if rule.finds.isEmpty { return [] }
    return templates[match.rule, of: rule].finds.enumerated().compactMap { number, template in
      guard let name = template?.filledWhole({ capture($0, of: match, component) }), !name.isEmpty else { return nil }
      return (number, name)
    }
  }

  private func reference(_ template: ReferenceTemplate, _ name: String) -> Reference {
    Reference(relation: template.relation, node: NodeID(kind: template.kind, name: masker.mask(name)))
  }

  private var wholeContext: MatchContext {
    if artifact.isVendored { return .vendored }
    switch artifact.kind {
    case .docs: return .docs
    case .code: return artifact.isTest ? .test : .code
    case .markup: return .markup
    case .config, .metadata, .binary: return artifact.isTest ? .test : .config
    }
  }

  private mutating func place(of range: Range<Int>, in bytes: Span<UInt8>, base: Int) -> Location {
    let start = max(0, lines.byteOffset - base)
    if start < range.lowerBound { lines.advance(over: bytes.extracting(start..<range.lowerBound)) }
    func position(_ counter: LineCounter, _ offset: Int) -> TextPosition {
      counter.position(before: offset < bytes.count ? bytes[offset] : nil)
    }
    let first = position(lines, range.lowerBound)
    // A copy: the next match may begin before this one ends.
    var after = lines
    let end = min(range.upperBound, bytes.count)
    if range.lowerBound < end { after.advance(over: bytes.extracting(range.lowerBound..<end)) }
    let last = position(after, end)
    return Location(
      path: artifact.path, line: first.line, column: first.column, endLine: last.line, endColumn: last.column)
  }

  /// The line of a place, masked; of a long line the part round the place.
  private func evidence(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
    let first = range.lowerBound..<min(range.upperBound, range.lowerBound + FindingCollector.evidenceLength / 2)
    var line = bytes.line(round: first, reaching: FindingCollector.evidenceLength)
    var before = "", after = ""
    if line.count > FindingCollector.evidenceLength {
      let start = max(line.lowerBound, first.lowerBound - FindingCollector.evidenceLength / 4)
      let end = min(line.upperBound, start + FindingCollector.evidenceLength)
      if start > line.lowerBound { before = "… " }
      if end < line.upperBound { after = " …" }
      line = start..<end
    }
    return before + masked(line, in: bytes) + after
  }

  /// A part of a line without the blanks at its ends, masked by what stands round it.
  ///
  /// A secret that the part cuts in two would not be recognised by the half that is left.
  private func masked(_ part: Range<Int>, in bytes: Span<UInt8>) -> String {
    func isBlank(_ offset: Int) -> Bool { bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset]) }
    var part = part
    while let first = part.first, isBlank(first) { part = (first + 1)..<part.upperBound }
    while let last = part.last, isBlank(last) { part = part.lowerBound..<last }
    // No farther than the line: what stands above and below is another matter.
    let round = bytes.line(round: part, reaching: Masker.longestSecret)
    let text = round.map { bytes[$0] }
    return masker.mask(text, part.shifted(by: -round.lowerBound))
  }
}

extension Range<Int> {
  func shifted(by distance: Int) -> Range<Int> { (lowerBound + distance)..<(upperBound + distance) }
}
