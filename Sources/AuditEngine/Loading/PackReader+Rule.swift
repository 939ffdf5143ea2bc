import AuditModel

extension PackReader {
  private static let ruleKeys = [
    "id", "title", "class", "confidence", "because", "surface", "when", "aggregate", "silent", "finds",
    "message",
    "plan", "effort", "why", "before", "after", "replacement", "remediation", "links", "aliases",
  ]

  /// Reads a rule's file.
  func readRule(_ root: YAMLValue, folder: String, stem: String) -> Rule? {
    guard let mapping = root.mapping(Self.ruleKeys) else { return nil }
    let conditions = mapping.required("when").map(readConditions) ?? []
    let descriptor = readDescriptor(mapping, folder: folder, stem: stem)
    let isSilent = mapping["silent"]?.flag() ?? false
    let finds = mapping["finds"]?.list().compactMap { readTemplate($0, conditions) } ?? []
    // Matches of a silent rule are told by nobody; its title is message enough.
    let message = isSilent && mapping["message"] == nil ? descriptor?.title : readMessage(mapping, conditions)
    let aggregate = mapping["aggregate"]?.word("way to aggregate", of: Aggregate.self) ?? .place
    let aliases = mapping["aliases"]?.list().compactMap { value -> RuleID? in
      guard let id = value.filledText() else { return nil }
      checkIdentifier(id, value)
      return RuleID(rawValue: id)
    }
    guard let descriptor, let message, !conditions.isEmpty else { return nil }
    return Rule(
      descriptor: descriptor, aliases: aliases ?? [], conditions: conditions, aggregate: aggregate,
      isSilent: isSilent, finds: finds, message: message)
  }

  private func readDescriptor(_ mapping: YAMLMapping, folder: String, stem: String) -> RuleDescriptor? {
    let id = mapping.required("id")?.filledText()
    if let id, let value = mapping["id"] {
      checkIdentifier(id, value)
      if id != stem {
        value.report(.misplaced, "the rule '\(id)' stands in the file '\(stem).yaml'; both must have one name")
      }
    }
    let surface: Surface? = mapping.required("surface")?.word("surface")
    if let surface, surface.rawValue != folder {
      mapping["surface"]?.report(
        .misplaced,
        "a rule of the surface '\(surface.rawValue)' stands in the folder '\(folder)'; move the file")
    }
    let title = mapping.required("title")?.filledText()
    let `class`: FindingClass? = mapping.required("class")?.word("class")
    let confidence: Confidence? = mapping.required("confidence")?.word("confidence")
    let remediation = mapping.required("remediation")?.filledText()
    let links = mapping.required("links").map { value in
      if value.isList, value.list().isEmpty { value.report(.missingKey, "'links' must have at least one link") }
      return readLinks(value)
    }
    let because = mapping["because"]?.filledText()
    let why = mapping["why"]?.filledText()
    let replacement = mapping["replacement"]?.filledText()
    let before = mapping["before"]?.filledText()
    let after = mapping["after"]?.filledText()
    let step = mention(step: mapping["plan"])
    let effort = mapping["effort"].flatMap(readEffort)
    guard let id, let surface, let title, let `class`, let confidence, let remediation, let links else {
      return nil
    }
    return RuleDescriptor(
      id: RuleID(rawValue: id), pack: packName, title: title, class: `class`, confidence: confidence,
      because: because, surface: surface, why: why, remediation: remediation, replacement: replacement,
      before: before, after: after, step: step, effort: effort, links: links)
  }

  // MARK: Captures

  private func readMessage(_ mapping: YAMLMapping, _ conditions: [Condition]) -> String? {
    guard let value = mapping.required("message"), let text = value.filledText() else { return nil }
    if text.contains("\n") { value.report(.invalidValue, "'message' must be one line") }
    guard let template = readTemplate(value, text) else { return text }
    for case .capture(let name, let fallback) in template.parts {
      guard checkCapture(name, value, conditions), fallback == nil else { continue }
      for (index, condition) in conditions.enumerated() where condition.captureNames?.contains(name) == false {
        value.report(
          .capture,
          "condition \(index + 1) does not capture '{\(name)}'; say what stands for it: '{\(name)|the thing}'")
      }
    }
    return text
  }

  private func readTemplate(_ value: YAMLValue, _ conditions: [Condition]) -> ReferenceTemplate? {
    let relations = Relation.allCases.map(\.rawValue)
    guard let mapping = value.mapping(relations + ["name"]),
      let entry = mapping.single(of: relations, "relation"), let relation = Relation(rawValue: entry.key)
    else { return nil }
    let kind = readKind(entry.value, ofProperty: relation == .has)
    guard let place = mapping.required("name"), let name = place.filledText(), let kind else { return nil }
    for capture in readTemplate(place, name)?.captures ?? [] { _ = checkCapture(capture, place, conditions) }
    return ReferenceTemplate(relation: relation, kind: kind, name: name)
  }

  private func readTemplate(_ value: YAMLValue, _ text: String) -> MessageTemplate? {
    do {
      return try MessageTemplate(text)
    } catch {
      value.document.report(
        .capture,
        "this brace opens no capture; captures are written '{name}' or '{name|text when it is missing}'",
        at: value.mark(ofByte: error.offset))
      return nil
    }
  }

  private func checkCapture(_ name: String, _ value: YAMLValue, _ conditions: [Condition]) -> Bool {
    // Where a condition can't be read or compiled, nothing is known.
    let known = conditions.compactMap(\.captureNames)
    guard !conditions.isEmpty, known.count == conditions.count else { return true }
    let names = known.reduce(into: Set()) { $0.formUnion($1) }
    if names.contains(name) { return true }
    value.report(
      .capture, "nothing captures '{\(name)}' in '\(value.name)'" + suggestion(for: name, among: names.sorted())
    )
    return false
  }

  /// Reads the kind of a node; a property's may be any word, the others must be known.
  func readKind(_ value: YAMLValue, ofProperty isProperty: Bool) -> NodeKind? {
    guard let name = value.filledText() else { return nil }
    if isProperty {
      definedKinds.insert(name)
      checkIdentifier(name, value)
    } else if !NodeKind.isComponentType(name) {
      mention(kind: name, at: value)
    }
    return NodeKind(rawValue: name)
  }
}
