public import AuditModel
import BytePrefilter
import XMLReading

extension ArtifactScanner {
  /// Finds everything in one artifact that is too large to be in memory at once.
  ///
  /// The text is read once where nothing is found, and again for elements and for places otherwise.
  public mutating func scan(
    large text: borrowing some LargeText & ~Copyable, of identity: borrowing some ArtifactIdentity & ~Copyable
  ) -> ArtifactScan {
    let artifact = identity.artifact()
    var scan = ArtifactScan()
    var first = FirstReading()
    first.matches = wholeMatches(of: artifact, gaveUp: &first.gaveUp)
    var givenUpInElements = GivenUpRules()
    var problem: XMLError?
    if artifact.kind != .binary {
      read(text, artifact, &first)
      problem = matchElements(in: text, artifact, &first, gaveUp: &givenUpInElements)
    }
    let findings = collect(&first, in: text, artifact)
    first.gaveUp.add(givenUpInElements)
    report(first.gaveUp, artifact, &scan)
    if let problem { report(problem, artifact, &scan) }
    if let findings { finish(findings.findings, findings.suppressionDiagnostics, into: &scan) }
    return scan
  }

  /// What one reading of the whole text tells.
  private struct FirstReading {
    var matches: [Match] = []
    var holdsSuppressions = false
    /// The pieces whose matches depend on what stands elsewhere, by offset; they are matched in the second reading.
    var postponed: Set<Int> = []
    /// What is demanded and stands somewhere.
    var present: Set<String> = []
    var isAllKnown = false
    var gaveUp = GivenUpRules()
    var tries = 0
    // Of XML.
    var keywords: Set<Int> = []
    var root: String?
    var plan: XMLOmissions.Plan?
    var places: ContiguousArray<Int> = []
  }

  private mutating func read(
    _ text: borrowing some LargeText & ~Copyable, _ artifact: Artifact, _ first: inout FirstReading
  ) {
    let survey = survey ?? LargeTextSurvey(rules)
    self.survey = survey
    text.forEachPiece(
      of: Pieces.size, overlap: Pieces.overlap, preparing: { bytes, _ in survey.read(bytes) }
    ) { bytes, base, piece in
      if base == 0, artifact.isXML {
        (first.root, first.plan) = omissions.root(of: bytes)
      }
      first.present.formUnion(piece.demanded.lazy.map { survey.demanded[$0] })
      let own = ownHits(piece.hits, in: bytes, base: base)
      guard !own.isEmpty else { return true }
      first.holdsSuppressions = first.holdsSuppressions || own.contains { $0.keyword == rules.suppressionKeyword }
      if artifact.isXML {
        for hit in own { first.keywords.insert(hit.keyword) }
        first.plan?.note(own, base: base, in: &first.places)
      }
      guard textMatcher.isWorthMatching(own, in: bytes, artifact.kind, artifact.language) else { return true }
      if first.postponed.isEmpty, match(own, in: bytes, base: base, of: artifact, &first) { return true }
      first.postponed.insert(base)
      return true
    }
  }

  /// The hits that are judged in a piece: one near either end is in the piece that holds what stands round it.
  private func ownHits(
    _ hits: ContiguousArray<Prefilter.Hit>, in bytes: Span<UInt8>, base: Int
  ) -> ArraySlice<Prefilter.Hit> {
    let first = base == 0 ? 0 : Pieces.overlap - TextMatcher.bytesAfter
    let last = bytes.count < Pieces.size ? bytes.count : bytes.count - TextMatcher.bytesAfter
    return hits.drop { $0.offset < first }.prefix { $0.offset < last }
  }

  /// Matches a piece, if what was read of the text so far tells enough.
  private mutating func match(
    _ hits: ArraySlice<Prefilter.Hit>, in bytes: Span<UInt8>, base: Int, of artifact: Artifact,
    _ first: inout FirstReading
  ) -> Bool {
    let before = (gaveUp: first.gaveUp, tries: first.tries)
    let (present, others, literals) = (first.present, survey?.others ?? [], literals)
    var isUndecided = false
    let matches = matches(hits, in: bytes, base: base, of: artifact, &first) { literal in
      // Mostly it stands near the match.
      if present.contains(literal) || (others.contains(literal) && literals.finds(literal, in: bytes)) { return true }
      isUndecided = true
      return false
    }
    if isUndecided {
      (first.gaveUp, first.tries) = before
    } else {
      first.matches += matches
    }
    return !isUndecided
  }

  private mutating func matches(
    _ hits: ArraySlice<Prefilter.Hit>, in bytes: Span<UInt8>, base: Int, of artifact: Artifact,
    _ first: inout FirstReading, holding holds: (String) -> Bool
  ) -> [Match] {
    let plain = textMatcher.matches(
      in: bytes, of: artifact, hits: hits, base: base, holding: holds, gaveUp: &first.gaveUp)
    return plain
      + textMatcher.disguisedMatches(
        in: bytes, of: artifact, hits: hits, base: base, beside: plain, holding: holds, tries: &first.tries,
        gaveUp: &first.gaveUp)
  }

  /// Matches elements, if any may match.
  private mutating func matchElements(
    in text: borrowing some LargeText & ~Copyable, _ artifact: Artifact, _ first: inout FirstReading,
    gaveUp: inout GivenUpRules
  ) -> XMLError? {
    guard artifact.isXML, elementsMayMatch(first.keywords, root: first.root, first.plan, artifact) else { return nil }
    let names = rules.xmlIndex.names
    return matchElements(of: artifact, first.plan?.omission(first.places), into: &first.matches, gaveUp: &gaveUp) {
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

  /// Reads the text for the second time, up to the last match: matches what was postponed and makes findings.
  private mutating func collect(
    _ first: inout FirstReading, in text: borrowing some LargeText & ~Copyable, _ artifact: Artifact
  ) -> FindingCollector? {
    guard !first.matches.isEmpty || !first.postponed.isEmpty || first.holdsSuppressions else { return nil }
    let suppressions = first.holdsSuppressions ? suppressions(in: text, artifact) : nil
    // In their place: a large file has thousands.
    first.matches.sort(by: Match.isBefore)
    var matches = first.matches
    var collector = FindingCollector(
      rules, templates: templates, masker: masker, artifact: artifact,
      readsContexts: !first.postponed.isEmpty || matches.contains { !$0.isElement && !$0.isWhole },
      suppressions: suppressions)
    let guess = collector.regionScanner.map { RegionGuess($0) }
    let postponed = first.postponed, lastPostponed = postponed.max() ?? -1, prefilter = rules.prefilter
    var next = 0
    text.forEachPiece(
      of: Pieces.size, overlap: Pieces.overlap,
      preparing: { bytes, base in
        var hits: ContiguousArray<Prefilter.Hit> = []
        if postponed.contains(base) { prefilter.scan(bytes, into: &hits) }
        return (hits, PieceOutline(of: bytes, guess: guess?.latest))
      }
    ) { bytes, base, prepared in
      let (hits, outline) = prepared
      if !hits.isEmpty {
        // What matches here stands behind all that was taken up with the piece before.
        matches = self.matches(postponed: hits, in: bytes, base: base, of: artifact, text, &first) + matches[next...]
        matches.sort(by: Match.isBefore)
        next = 0
      }
      collector.follow(outline, base: base)
      let own = Pieces.own(of: bytes.count, base: base)
      // What is missing at the end of a document is missing behind its last byte.
      let end = base + own.upperBound + (own.upperBound == bytes.count ? 1 : 0)
      while next < matches.count, matches[next].range.lowerBound < end {
        collector.add(matches[next].clipped(to: base + bytes.count), in: bytes, base: base)
        next += 1
      }
      guard next < matches.count || base < lastPostponed else { return false }
      collector.pass(to: own.upperBound, in: bytes, base: base, outline: outline)
      if let scanner = collector.regionScanner { guess?.update(scanner) }
      return true
    }
    return collector
  }

  /// Matches a piece when all of the text was read.
  private mutating func matches(
    postponed hits: ContiguousArray<Prefilter.Hit>, in bytes: Span<UInt8>, base: Int, of artifact: Artifact,
    _ text: borrowing some LargeText & ~Copyable, _ first: inout FirstReading
  ) -> [Match] {
    let (others, literals) = (survey?.others ?? [], literals)
    var (present, isAllKnown) = (first.present, first.isAllKnown)
    defer { (first.present, first.isAllKnown) = (present, isAllKnown) }
    return matches(ownHits(hits, in: bytes, base: base), in: bytes, base: base, of: artifact, &first) { literal in
      if !isAllKnown, others.contains(literal), !present.contains(literal) {
        present.formUnion(literals.find(others, in: text))
        isAllKnown = true
      }
      return present.contains(literal)
    }
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
}
