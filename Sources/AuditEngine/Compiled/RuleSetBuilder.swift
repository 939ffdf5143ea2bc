import AuditModel

/// Collects the conditions of packs into the indexes of a rule set.
struct RuleSetBuilder {
  private(set) var rules: [CompiledRule] = []
  private(set) var textConditions: [CompiledText] = []
  private(set) var xmlConditions: [String: [CompiledXML]] = [:]
  private(set) var xmlConditionCount = 0
  private(set) var componentConditions: [String: [CompiledComponent]] = [:]
  private(set) var pathConditions: [CompiledPath] = []
  private(set) var keywords: [String] = []
  private(set) var targets: [[KeywordTarget]] = []

  private let asOf: CalendarDate
  /// Roomy from the beginning: growing to the thousand of the built-in packs took a third of filling it.
  private var numberOfKeyword = [String: Int](minimumCapacity: 1_024)

  init(asOf: CalendarDate) {
    self.asOf = asOf
  }

  mutating func add(_ pack: RulePack) {
    let phase = pack.retirement.phase(asOf: asOf)
    for rule in pack.rules {
      let number = rules.count
      rules.append(CompiledRule(rule: rule, phase: phase))
      for condition in rule.conditions { add(SharedCondition(condition), ofRule: number) }
    }
  }

  private static let allKinds = Set(ArtifactKind.allCases)

  private mutating func add(_ condition: SharedCondition, ofRule rule: Int) {
    switch condition.kind {
    case .text(let text):
      let number = textConditions.count
      let kinds = text.kinds.isEmpty ? RuleSetBuilder.allKinds : Set(text.kinds)
      textConditions.append(CompiledText(rule: rule, condition: condition, text: text, kinds: kinds))
      for keyword in text.keywords { add(keyword, target: .text(number)) }
      if text.seesDisguises {
        for keyword in text.keywords {
          for trigger in Disguise.triggers(of: keyword) { add(trigger.literal, target: .disguise(number, trigger.trace)) }
        }
      }
    case .xml(let xml):
      add(xml, of: condition, ofRule: rule)
    case .component(let component):
      for type in component.types {
        componentConditions[type.lowercased(), default: []].append(
          CompiledComponent(rule: rule, condition: condition, component: component))
        // A decomposed part also stands in its parent's document.
        if let parent = MetadataTypes.parent(of: type) {
          for start in starts(ofRoot: parent) { add(start, target: .elements(in: DocumentKind(roots: [parent]))) }
        }
      }
    case .path(let path):
      pathConditions.append(CompiledPath(rule: rule, condition: condition, path: path))
    case .relation:
      break
    }
  }

  private mutating func add(_ xml: XMLCondition, of condition: SharedCondition, ofRule rule: Int) {
    let paths = xml.clauses.map(\.path) + xml.anyTrue + xml.captures
    let compiled = CompiledXML(
      rule: rule, condition: condition, index: xmlConditionCount, xml: xml,
      reversedPath: xml.element.utf8.split(separator: UInt8(ascii: "/")).reversed().map { String(Substring($0)) },
      recorded: paths.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    xmlConditionCount += 1
    for root in xml.roots { xmlConditions[root, default: []].append(compiled) }
    let parents = xml.roots.compactMap { MetadataTypes.parent(of: $0) }
    // In its parent's document a part's name is known only when it is read.
    let kind = DocumentKind(roots: xml.roots + parents, component: parents.isEmpty ? xml.component : nil)
    for keyword in requiredLiterals(of: xml) { add(keyword, target: .elements(in: kind)) }
  }

  /// Literals one of which stands in every document that can match.
  ///
  /// The best clause is the one whose shortest value is longest; without any, the root's own name, or
  /// the name of a parent's element that holds decomposed parts.
  private func requiredLiterals(of xml: XMLCondition) -> [String] {
    if !xml.keywords.isEmpty { return xml.keywords }
    let lists = xml.clauses.compactMap { clause -> [String]? in
      guard case .isOneOf(let values) = clause.test, values.allSatisfy({ isSearchable($0) && !isCommon($0) })
      else { return nil }
      return values
    }
    if let best = lists.max(by: { shortest($0) < shortest($1) }), shortest(best) >= 5 { return best }
    return xml.roots.flatMap { root in
      // The parts of a decomposed component also stand in their parent's document.
      starts(ofRoot: root) + (MetadataTypes.parent(of: root).map(starts(ofRoot:)) ?? [])
    }
  }

  /// How a root element may begin; its name alone is mostly an everyday word.
  private func starts(ofRoot name: String) -> [String] { ["<\(name)", ":\(name)"] }

  private func isSearchable(_ value: String) -> Bool {
    value.utf8.count >= 4 && value.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<") }
  }

  /// Whether a value stands in nearly every file of an org.
  private func isCommon(_ value: String) -> Bool { ["true", "false"].contains(value.lowercased()) }

  private func shortest(_ values: [String]) -> Int { values.map(\.utf8.count).min() ?? 0 }

  private mutating func add(_ keyword: String, target: KeywordTarget) {
    let number = number(of: keyword)
    if !targets[number].contains(target) { targets[number].append(target) }
  }

  /// The number of a literal that the prefilter looks for.
  mutating func number(of keyword: String) -> Int {
    // Nearly all are in lower case already, and making them so again takes longer than looking.
    let isLowercase = keyword.utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0) }
    let keyword = isLowercase ? keyword : keyword.lowercased()
    func kept(_ number: inout Int) -> Int { number }
    let number = kept(&numberOfKeyword[keyword, default: keywords.count])
    if number == keywords.count {
      keywords.append(keyword)
      targets.append([])
    }
    return number
  }
}
