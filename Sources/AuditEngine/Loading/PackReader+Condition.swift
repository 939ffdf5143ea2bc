import AuditModel

extension PackReader {
  /// Reads `when`: a condition or a list of them.
  func readConditions(_ value: YAMLValue) -> [Condition] {
    let values = value.oneOrMore()
    if values.isEmpty { value.report(.missingKey, "'when' must have at least one condition") }
    return values.compactMap(readCondition)
  }

  private func readCondition(_ value: YAMLValue) -> Condition? {
    let kinds = ["text", "xml", "component", "path", "relation"]
    guard let mapping = value.mapping(kinds + ["confidence", "because"]),
      let entry = mapping.single(of: kinds, "kind of condition")
    else { return nil }
    let kind: Condition.Kind? =
      switch entry.key {
      case "text": readText(entry.value).map { .text($0) }
      case "xml": readXML(entry.value).map { .xml($0) }
      case "component": readComponent(entry.value).map { .component($0) }
      case "path": readPath(entry.value).map { .path($0) }
      default: readRelation(entry.value).map { .relation($0) }
      }
    let confidence: Confidence? = mapping["confidence"]?.word("confidence")
    let because = mapping["because"]?.filledText()
    return kind.map { Condition(kind: $0, confidence: confidence, because: because) }
  }

  private func readText(_ value: YAMLValue) -> TextCondition? {
    let keys = [
      "in", "languages", "keywords", "pattern", "contexts", "requires", "excludes", "unless", "disguises",
    ]
    guard let mapping = value.mapping(keys) else { return nil }
    let kinds = mapping["in"]?.list().compactMap {
      // Binary artifacts are counted and never matched.
      $0.word("kind of artifact", of: ArtifactKind.allCases.filter { $0 != .binary })
    }
    let languages = mapping["languages"]?.list().compactMap { $0.word("language", of: Language.self) }
    let contexts = mapping["contexts"]?.list().compactMap { $0.word("context", of: MatchContext.self) }
    return TextCondition(
      kinds: kinds ?? [], languages: languages ?? [],
      keywords: mapping.required("keywords").map(readKeywords) ?? [],
      pattern: mapping["pattern"].flatMap(readPattern),
      contexts: contexts ?? [],
      requires: readTexts(mapping["requires"]), excludes: readTexts(mapping["excludes"]),
      unless: mapping["unless"].flatMap(readPattern),
      seesDisguises: mapping["disguises"]?.flag() ?? false)
  }

  private func readXML(_ value: YAMLValue) -> XMLCondition? {
    guard let mapping = value.mapping(["root", "component", "element", "where", "capture", "keywords"]) else { return nil }
    let roots = mapping.required("root").map(readRoots) ?? []
    let element = mapping["element"]?.filledText() ?? ""
    if let place = mapping["element"] { checkPath(element, place) }
    var anyTrue: [String] = []
    var clauses: [XMLClause] = []
    for entry in mapping["where"]?.mapping()?.entries ?? [] {
      if entry.key == "any-true" {
        anyTrue = readTexts(entry.value)
        for path in anyTrue { checkPath(path, entry.value) }
      } else {
        checkPath(entry.key, entry.value)
        clauses += readTests(entry.value).map { XMLClause(path: entry.key, test: $0) }
      }
    }
    let captures = readTexts(mapping["capture"])
    for path in captures { mapping["capture"].map { checkPath(path, $0) } }
    return XMLCondition(
      roots: roots, component: mapping["component"].flatMap(readPattern), element: element,
      clauses: clauses, anyTrue: anyTrue, captures: captures,
      keywords: mapping["keywords"].map(readKeywords) ?? [])
  }

  private func readRoots(_ value: YAMLValue) -> [String] {
    value.oneOrMore().flatMap { value -> [String] in
      guard let text = value.filledText() else { return [] }
      let names = text.split(separator: "|").map { $0.trimmingSpaces }
      for name in names { checkPath(name, value) }
      return names
    }
  }

  /// What a clause demands; a mapping of several demands gives several tests.
  private func readTests(_ value: YAMLValue) -> [XMLClause.Test] {
    guard value.isMapping else { return [.isOneOf(readValues(value))] }
    let keys = ["not", "absent-or-not", "pattern", "not-pattern", "present", "absent"]
    guard let mapping = value.mapping(keys) else { return [] }
    if mapping.entries.isEmpty { value.report(.missingKey, "\(value.phrase) demands nothing") }
    return mapping.entries.compactMap { entry in
      let inner = entry.value
      switch entry.key {
      case "not": return .isNoneOf(readValues(inner))
      case "absent-or-not": return .absentOrNoneOf(readValues(inner))
      case "pattern": return readPattern(inner).map { .matches($0) }
      case "not-pattern": return readPattern(inner).map { .matchesNot($0) }
      case "present", "absent":
        guard let flag = inner.flag() else { return nil }
        return (entry.key == "present") == flag ? .present : .absent
      default: return nil
      }
    }
  }

  private func readValues(_ value: YAMLValue) -> [String] {
    let values = value.oneOrMore()
    if values.isEmpty { value.report(.missingKey, "\(value.phrase) has no values") }
    return values.compactMap { $0.text() }
  }

  private func readComponent(_ value: YAMLValue) -> ComponentCondition? {
    guard let mapping = value.mapping(["type", "name"]) else { return nil }
    let types = mapping.required("type")?.oneOrMore().compactMap { value -> String? in
      guard let name = value.filledText() else { return nil }
      checkComponentType(name, value)
      return name
    }
    return ComponentCondition(types: types ?? [], name: mapping["name"].flatMap(readPattern))
  }

  private func readPath(_ value: YAMLValue) -> PathCondition? {
    value.mapping(["pattern"])?.required("pattern").flatMap(readPattern).map { PathCondition(pattern: $0) }
  }

  private func readRelation(_ value: YAMLValue) -> RelationCondition? {
    guard let mapping = value.mapping(["subject", "present", "with", "without"]) else { return nil }
    let with = mapping["with"]?.list().compactMap(readEdge) ?? []
    let without = mapping["without"]?.list().compactMap(readEdge) ?? []
    if let place = mapping["present"] ?? mapping["subject"], mapping["with"] == nil, mapping["without"] == nil,
      mapping["present"] == nil
    {
      place.report(.missingKey, "'\(value.name)' asks for nothing; name 'with', 'without' or 'present'")
    }
    guard let subject = mapping.required("subject").flatMap({ readKind($0, ofProperty: false) }) else {
      return nil
    }
    return RelationCondition(
      subject: subject, isPresent: readPresence(mapping["present"], default: true), with: with, without: without
    )
  }

  private func readEdge(_ value: YAMLValue) -> EdgePattern? {
    let directions = ["in", "out"]
    guard let mapping = value.mapping(directions + ["kind", "name", "present", "with", "without"]),
      let entry = mapping.single(of: directions, "direction"),
      let direction = EdgePattern.Direction(rawValue: entry.key),
      let word = entry.value.text()
    else { return nil }
    let relation = Relation(rawValue: word)
    if relation == nil, word != "any" {
      let names = Relation.allCases.map(\.rawValue) + ["any"]
      entry.value.report(.invalidValue, "unknown relation '\(word)'" + suggestion(for: word, among: names))
    }
    // A property is known when some rule finds it, so its kind is looked up like any other.
    let kinds = mapping["kind"]?.oneOrMore().compactMap { readKind($0, ofProperty: false) }
    return EdgePattern(
      direction: direction, relation: relation, kinds: kinds ?? [], names: readTexts(mapping["name"]),
      isPresent: readPresence(mapping["present"], default: nil),
      with: mapping["with"]?.list().compactMap(readEdge) ?? [],
      without: mapping["without"]?.list().compactMap(readEdge) ?? [])
  }

  private func readPresence(_ value: YAMLValue?, default fallback: Bool?) -> Bool? {
    guard let value, let word = value.text() else { return fallback }
    switch word {
    case "true": return true
    case "false": return false
    case "any": return nil
    default:
      value.report(.wrongType, "\(value.phrase) must be 'true', 'false' or 'any', not '\(word)'")
      return fallback
    }
  }

  // MARK: Parts

  func readTexts(_ value: YAMLValue?) -> [String] {
    value?.oneOrMore().compactMap { $0.filledText() } ?? []
  }

  private func readPattern(_ value: YAMLValue) -> String? {
    guard let text = value.filledText() else { return nil }
    do {
      _ = try PatternCheck(text)
    } catch {
      value.document.report(
        .pattern, "\(value.phrase) can't be used: \(error.message)", at: value.mark(ofByte: error.offset))
    }
    return text
  }

  private func readKeywords(_ value: YAMLValue) -> [String] {
    let values = value.oneOrMore()
    if values.isEmpty { value.report(.missingKey, "\(value.phrase) must have at least one keyword") }
    return values.compactMap { value in
      guard let text = value.text() else { return nil }
      if !text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) {
        value.report(.keyword, "the keyword '\(text)' must be ASCII")
      } else if text.utf8.count < 4 {
        value.report(
          .keyword, "the keyword '\(text)' must have at least four bytes; a shorter one would be everywhere")
      }
      return text
    }
  }

  private func checkPath(_ path: String, _ value: YAMLValue) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isPath = !path.contains(where: \.isWhitespace) && parts.allSatisfy { !$0.isEmpty }
    if !isPath {
      value.report(.invalidValue, "'\(path)' is no path of elements; one looks like 'value/stringValue'")
    }
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmingSpaces: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
