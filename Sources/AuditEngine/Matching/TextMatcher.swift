import AuditModel
import BytePrefilter

/// Matches text conditions round the keywords that were found; owned by one worker.
struct TextMatcher {
  /// How many bytes before and after a keyword a pattern may look at. Minified bundles have lines of
  /// megabytes, so a window, never the line.
  static let bytesBefore = 512
  static let bytesAfter = 2_048

  private let rules: RuleSet
  /// Compiled on first use: most runs use few of them.
  private var patterns: [Pattern?]
  private var unlessPatterns: [Pattern?]
  /// What a keyword asks for in artifacts of one kind and language, by keyword; made on first use.
  private var targets: [ArtifactTraits: [[KeywordTarget]]] = [:]
  /// Those of the artifact before: a folder's files are mostly alike, and small ones take less than to hash this.
  private var latest: (traits: ArtifactTraits, targets: [[KeywordTarget]])?

  private struct ArtifactTraits: Hashable {
    var kind: ArtifactKind
    var language: Language
  }

  init(_ rules: RuleSet) {
    self.rules = rules
    patterns = Array(repeating: nil, count: rules.textConditions.count)
    unlessPatterns = patterns
  }

  /// Finds the matches of one artifact.
  ///
  /// - Parameters:
  ///   - hits: The keywords' places, in order.
  ///   - base: The offset of the bytes in the artifact.
  ///   - holds: Whether a literal stands anywhere in the artifact.
  ///   - gaveUp: Takes the rules whose patterns took too long.
  /// - Returns: The matches in no particular order, with ranges in the artifact.
  mutating func matches(
    in bytes: Span<UInt8>, of artifact: Artifact, hits: some Collection<Prefilter.Hit>, base: Int = 0,
    holding holds: (String) -> Bool, gaveUp: inout GivenUpRules
  ) -> [Match] {
    var found: [Match] = []
    let targets = targets(in: artifact.kind, artifact.language)
    // Several keywords can stand in one match.
    var lastEnd: [Int: Int] = [:]
    for hit in hits {
      for target in targets[hit.keyword] {
        guard case .text(let number) = target, hit.offset >= lastEnd[number, default: 0] else { continue }
        let compiled = rules.textConditions[number]
        guard !gaveUp.isTooOften(compiled.rule) else { continue }
        let keywordLength = rules.keywords[hit.keyword].utf8.count
        switch match(number, round: hit.offset, keywordLength, in: bytes, after: lastEnd[number, default: 0]) {
        case .none: continue
        case .gaveUp: gaveUp.add(compiled.rule)
        case .match(let range):
          lastEnd[number] = range.upperBound
          guard isAllowed(number, range, in: bytes, holds) else { continue }
          found.append(
            Match(
              rule: compiled.rule, condition: compiled.condition,
              range: (range.lowerBound + base)..<(range.upperBound + base),
              captures: captures(number, range, in: bytes), order: number))
        }
      }
    }
    return found
  }

  /// Whether a hit is worth matching a text condition round it.
  ///
  /// Most hits are everyday words that stand in some keyword, and would be traces of a disguise elsewhere.
  mutating func isWorthMatching(
    _ hits: some Sequence<Prefilter.Hit>, in bytes: Span<UInt8>, _ kind: ArtifactKind, _ language: Language
  ) -> Bool {
    let targets = targets(in: kind, language)
    for hit in hits {
      for target in targets[hit.keyword] {
        guard case .disguise(_, let trace) = target else { return true }
        let length = rules.keywords[hit.keyword].utf8.count
        if Disguise.isPlausible(trace, at: hit.offset, length: length, in: bytes) { return true }
      }
    }
    return false
  }

  /// Finds what escapes, joined strings and base64 hide, where no plain match stands.
  ///
  /// - Parameters:
  ///   - tries: How often disguises of this artifact were undone and tried so far.
  ///   - gaveUp: Takes the rules that more could have been found of, when that is too often.
  mutating func disguisedMatches(
    in bytes: Span<UInt8>, of artifact: Artifact, hits: some Collection<Prefilter.Hit>, base: Int = 0,
    beside plain: [Match], holding holds: (String) -> Bool, tries: inout Int, gaveUp: inout GivenUpRules
  ) -> [Match] {
    var found: [Match] = []
    let targets = targets(in: artifact.kind, artifact.language)
    var lastEnd: [Int: Int] = [:]
    var run = Disguise.Run()
    lazy var places = MatchedPlaces(plain)
    for hit in hits {
      // The same for all conditions that look here.
      var layers: [Disguise.Layer]?
      for target in targets[hit.keyword] {
        guard case .disguise(let number, let trace) = target else { continue }
        let length = rules.keywords[hit.keyword].utf8.count
        guard Disguise.isPlausible(trace, at: hit.offset, length: length, in: bytes),
          hit.offset >= lastEnd[number, default: 0]
        else { continue }
        let rule = rules.textConditions[number].rule
        guard !places.contains(hit.offset + base, of: rule) else { continue }
        guard tries < TextMatcher.maxDisguiseTries else {
          gaveUp.add(rule)
          continue
        }
        let readings =
          layers ?? Disguise.layers(of: bytes, in: window(round: hit.offset, in: bytes), round: hit.offset, after: &run)
        layers = readings
        guard var match = disguisedMatch(number, in: readings, of: bytes, holds, &tries) else { continue }
        lastEnd[number] = match.range.upperBound
        match.range = match.range.shifted(by: base)
        if !places.overlap(match.range, of: rule) { found.append(match) }
      }
    }
    return found
  }

  private func window(round offset: Int, in bytes: Span<UInt8>) -> Range<Int> {
    max(0, offset - TextMatcher.disguiseReach)..<min(bytes.count, offset + TextMatcher.disguiseReach)
  }

  private mutating func disguisedMatch(
    _ number: Int, in layers: [Disguise.Layer], of bytes: Span<UInt8>, _ holds: (String) -> Bool,
    _ tries: inout Int
  ) -> Match? {
    let compiled = rules.textConditions[number]
    for layer in layers {
      for keyword in compiled.text.keywords {
        var start = 0
        while let offset = layer.text.span.firstCaseless(keyword, from: start) {
          start = offset + 1
          tries += 1
          let outcome = match(number, round: offset, keyword.utf8.count, in: layer.text.span, after: 0)
          guard case .match(let range) = outcome else { continue }
          let first = layer.origins[range.lowerBound], last = layer.origins[range.upperBound - 1]
          // A match whose bytes all stand side by side is no disguise: the plain search has judged it.
          guard last - first + 1 != range.count || layer.isEncoded else { continue }
          guard isAllowed(number, first..<(last + 1), in: bytes, holds) else { continue }
          return Match(
            rule: compiled.rule, condition: compiled.condition, range: first..<(last + 1),
            captures: captures(number, range, in: layer.text.span), doubt: layer.doubt)
        }
      }
    }
    return nil
  }

  /// How often disguises of one artifact are undone and tried, before the rest is given up with a diagnostic.
  ///
  /// Only a text that is made to cost time gets there: each try takes some ten microseconds.
  static let maxDisguiseTries = 100_000

  /// How far round a trigger disguises are undone, in bytes.
  static let disguiseReach = 600

  /// What each keyword asks for in an artifact like this one.
  private mutating func targets(in kind: ArtifactKind, _ language: Language) -> [[KeywordTarget]] {
    let traits = ArtifactTraits(kind: kind, language: language)
    if let latest, latest.traits == traits { return latest.targets }
    let found = targets[traits] ?? makeTargets(for: traits)
    targets[traits] = found
    latest = (traits, found)
    return found
  }

  private func makeTargets(for traits: ArtifactTraits) -> [[KeywordTarget]] {
    let conditions = rules.textConditions.map { applies($0, to: traits) }
    func isWanted(_ target: KeywordTarget) -> Bool {
      switch target {
      case .text(let number), .disguise(let number, _): conditions[number]
      case .elements: false
      }
    }
    // Most keywords ask for one thing, or for the same in all artifacts: then there is no list to make.
    return rules.targets.map { targets in
      targets.allSatisfy(isWanted) ? targets : targets.contains(where: isWanted) ? targets.filter(isWanted) : []
    }
  }

  private func applies(_ compiled: CompiledText, to traits: ArtifactTraits) -> Bool {
    compiled.kinds.contains(traits.kind)
      && (compiled.text.languages.isEmpty || compiled.text.languages.contains(traits.language))
  }

  /// Matches a condition's pattern so that the match holds the keyword at an offset.
  private mutating func match(
    _ number: Int, round offset: Int, _ length: Int, in bytes: Span<UInt8>, after floor: Int
  ) -> Pattern.Outcome {
    guard let pattern = pattern(number) else { return .match(offset..<(offset + length)) }
    let window = bytes.extracting(0..<min(bytes.count, offset + TextMatcher.bytesAfter))
    var start = max(floor, offset - TextMatcher.bytesBefore)
    while start <= offset {
      switch pattern.firstMatch(in: window, from: start, beginningUpTo: offset) {
      case .none: return .none
      case .gaveUp: return .gaveUp
      case .match(let range):
        if range.lowerBound > offset { return .none }
        if range.upperBound >= offset + length { return .match(range) }
        start = max(range.upperBound, range.lowerBound + 1)
      }
    }
    return .none
  }

  private mutating func pattern(_ number: Int) -> Pattern? {
    if let pattern = patterns[number] { return pattern }
    guard let text = rules.textConditions[number].text.pattern else { return nil }
    // Packs are checked when they load, so a pattern that doesn't compile can't come here.
    let pattern = try? Pattern(text)
    patterns[number] = pattern
    return pattern
  }

  /// The demands beside the pattern: what else must or must not stand in the artifact and on the line.
  private mutating func isAllowed(
    _ number: Int, _ range: Range<Int>, in bytes: Span<UInt8>, _ holds: (String) -> Bool
  ) -> Bool {
    let text = rules.textConditions[number].text
    if !text.requires.isEmpty, !text.requires.contains(where: holds) { return false }
    if text.excludes.contains(where: holds) { return false }
    guard let unless = text.unless else { return true }
    if unlessPatterns[number] == nil { unlessPatterns[number] = try? Pattern(unless) }
    let line = bytes.line(round: range, reaching: TextMatcher.bytesBefore)
    if case .match? = unlessPatterns[number]?.firstMatch(in: bytes.extracting(line), from: 0) { return false }
    return true
  }

  private func captures(_ number: Int, _ range: Range<Int>, in bytes: Span<UInt8>) -> CapturedTexts {
    var captures: CapturedTexts = ["match": bytes.text(in: range, atMost: 200)]
    guard let pattern = patterns[number] else { return captures }
    for group in pattern.groups {
      guard let groupRange = pattern.range(ofGroup: group.number), !groupRange.isEmpty else { continue }
      captures[group.name] = bytes.text(in: groupRange, atMost: 200)
    }
    return captures
  }
}
