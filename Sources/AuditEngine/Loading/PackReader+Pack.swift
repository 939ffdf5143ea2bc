import AuditModel

/// What `export.yaml` says.
struct ExportFacts {
  var types: [ExportType] = []
  var questions: [Question] = []
  var queries: [RecordQuery] = []
}

extension PackReader {
  /// Reads `pack.yaml` into a pack without rules.
  func readHeader(_ root: YAMLValue) -> RulePack? {
    guard let mapping = root.mapping(["name", "version", "title", "retirement", "switched-off"]) else { return nil }
    let name = mapping.required("name")?.filledText()
    if let name, name != packName, let value = mapping["name"] {
      value.report(.misplaced, "the pack '\(name)' stands in the folder '\(packName)'; both must have one name")
    }
    if let name, let value = mapping["name"] { checkIdentifier(name, value) }
    let version = mapping.required("version")?.filledText()
    let title = mapping.required("title")?.filledText()
    let retirement =
      if let value = mapping["retirement"] {
        readRetirement(value)
      } else {
        bases.first?.retirement ?? mapping.required("retirement").flatMap(readRetirement)
      }
    let offSwitch = mapping["switched-off"].flatMap(readOffSwitch)
    guard let name, let version, let title, let retirement else { return nil }
    return RulePack(name: name, version: version, title: title, retirement: retirement, offSwitch: offSwitch)
  }

  private func readOffSwitch(_ value: YAMLValue) -> OffSwitch? {
    guard let mapping = value.mapping(["has", "name", "because"]) else { return nil }
    let property = mapping.required("has")?.filledText()
    if let property, let place = mapping["has"] { mention(kind: property, at: place) }
    let name = mapping.required("name")?.filledText()
    let because = mapping.required("because")?.filledText()
    guard let property, let name, let because else { return nil }
    return OffSwitch(property: NodeKind(rawValue: property), value: name, because: because)
  }

  private func readRetirement(_ value: YAMLValue) -> Retirement? {
    let keys = [
      "product", "also-known-as", "announced", "maintenance", "retired", "successor", "unknowns", "sources",
    ]
    guard let mapping = value.mapping(keys) else { return nil }
    let product = mapping.required("product")?.filledText()
    let retired = mapping.required("retired")?.date()
    let successor = mapping.required("successor")?.filledText()
    let announced = mapping["announced"]?.date()
    let maintenance = mapping["maintenance"]?.date()
    let names = mapping["also-known-as"]?.list().compactMap { $0.filledText() } ?? []
    let unknowns = mapping["unknowns"]?.list().compactMap { $0.filledText() } ?? []
    let sources = mapping.required("sources").map(readLinks) ?? []
    guard let product, let retired, let successor else { return nil }
    return Retirement(
      product: product, alsoKnownAs: names, announced: announced, maintenance: maintenance, retired: retired,
      successor: successor, unknowns: unknowns, sources: sources)
  }

  /// Reads `plan.yaml`.
  func readSteps(_ root: YAMLValue) -> [PlanStep] {
    var seen: Set<String> = []
    return root.list().compactMap { value in
      let keys = [
        "id", "phase", "title", "details", "role", "needs", "always", "done-when", "effort", "rollback",
        "links",
      ]
      guard let mapping = value.mapping(keys) else { return nil }
      let id = mapping.required("id")?.filledText()
      if let id { definedSteps.append(id) }
      if let id, !seen.insert(id).inserted {
        mapping["id"]?.report(.duplicateID, "the step '\(id)' stands here twice")
      }
      let phase = mapping.required("phase")?.filledText()
      let title = mapping.required("title")?.filledText()
      let role = mapping.required("role")?.filledText()
      let details = mapping["details"]?.filledText()
      let needs = mapping["needs"]?.list().compactMap { mention(step: $0) } ?? []
      let doneWhen = mapping["done-when"]?.list().compactMap { mention(rule: $0) } ?? []
      let always = mapping["always"]?.flag() ?? false
      let effort = mapping["effort"].flatMap(readEffort)
      let rollback = mapping["rollback"]?.filledText()
      let links = mapping["links"].map(readLinks) ?? []
      guard let id, let phase, let title, let role else { return nil }
      return PlanStep(
        id: id, phase: phase, title: title, details: details, role: role, needs: needs, always: always,
        doneWhen: doneWhen, effort: effort, rollback: rollback, links: links)
    }
  }

  /// Reads `export.yaml`.
  func readExport(_ root: YAMLValue) -> ExportFacts {
    guard let mapping = root.mapping(["types", "questions", "queries"]) else { return ExportFacts() }
    return ExportFacts(
      types: mapping["types"]?.list().compactMap(readExportType) ?? [],
      questions: readQuestions(mapping["questions"]),
      queries: mapping["queries"]?.list().compactMap(readQuery) ?? [])
  }

  private func readQuery(_ value: YAMLValue) -> RecordQuery? {
    let keys = [
      "object", "soql", "why", "key", "component", "name", "identifies", "links", "properties", "calls",
    ]
    guard let mapping = value.mapping(keys) else { return nil }
    let object = mapping.required("object")?.filledText()
    let soql = mapping.required("soql")?.filledText()
    let why = mapping.required("why")?.filledText()
    let component = mapping["component"]?.filledText()
    if let component, let place = mapping["component"] { checkComponentType(component, place) }
    let links = mapping["links"]?.list().compactMap(readQueryLink) ?? []
    let identifies = mapping["identifies"]?.filledText().map { NodeKind(rawValue: $0) }
    if let identifies, !NodeKind.general.contains(identifies) {
      mapping["identifies"]?.report(
        .invalidValue, "'\(identifies.rawValue)' is no kind of id; use 'button-id', 'deployment-id' or 'organization-id'")
    }
    guard let object, let soql, let why else { return nil }
    return RecordQuery(
      object: object, soql: soql, why: why, key: mapping["key"]?.filledText() ?? "Id", component: component,
      name: mapping["name"]?.filledText() ?? "DeveloperName", identifies: identifies, links: links,
      properties: readTexts(mapping["properties"]), calls: mapping["calls"].flatMap(readCalls))
  }

  private func readCalls(_ value: YAMLValue) -> RecordQuery.Calls? {
    guard let mapping = value.mapping(["client", "object", "objects"]) else { return nil }
    return RecordQuery.Calls(
      client: readTexts(mapping.required("client")), object: readTexts(mapping.required("object")),
      objects: readTexts(mapping.required("objects")))
  }

  private func readQueryLink(_ value: YAMLValue) -> RecordQuery.Link? {
    let relations = Relation.allCases.map(\.rawValue)
    guard let mapping = value.mapping(relations + ["column"]), let entry = mapping.single(of: relations, "relation"),
      let relation = Relation(rawValue: entry.key)
    else { return nil }
    let component = entry.value.filledText()
    if let component { checkComponentType(component, entry.value) }
    guard let component, let column = mapping.required("column")?.filledText() else { return nil }
    return RecordQuery.Link(column: column, relation: relation, component: component)
  }

  private func readExportType(_ value: YAMLValue) -> ExportType? {
    guard let mapping = value.mapping(["type", "members", "wildcard", "weakens"]) else { return nil }
    let type = mapping.required("type")?.filledText()
    if let type, let place = mapping["type"] { checkComponentType(type, place) }
    let members = mapping["members"]?.list().compactMap { $0.filledText() } ?? ["*"]
    let wildcard = mapping["wildcard"]?.flag() ?? true
    guard let type, let weakens = mapping.required("weakens")?.filledText() else { return nil }
    return ExportType(type: type, members: members, allowsWildcard: wildcard, weakens: weakens)
  }

  private func readQuestions(_ value: YAMLValue?) -> [Question] {
    var seen: Set<String> = []
    return value?.list().compactMap { value in
      guard let mapping = value.mapping(["id", "text", "role", "how", "step"]) else { return nil }
      let id = mapping.required("id")?.filledText()
      if let id, !seen.insert(id).inserted {
        mapping["id"]?.report(.duplicateID, "the question '\(id)' stands here twice")
      }
      let text = mapping.required("text")?.filledText()
      let role = mapping.required("role")?.filledText()
      let how = mapping["how"]?.filledText()
      let step = mention(step: mapping["step"])
      guard let id, let text, let role else { return nil }
      return Question(id: id, text: text, role: role, how: how, step: step)
    } ?? []
  }
}

// MARK: What several files share

extension PackReader {
  func readLinks(_ value: YAMLValue) -> [Link] {
    value.list().compactMap { value in
      guard let mapping = value.mapping(["title", "url"]) else { return nil }
      let title = mapping.required("title")?.filledText()
      guard let place = mapping.required("url"), let url = place.filledText(), let title else { return nil }
      guard ["https://", "http://"].contains(where: { url.hasPrefix($0) }), !url.contains(where: \.isWhitespace)
      else {
        place.report(.invalidValue, "'\(url)' is no web address; it begins with 'https://'")
        return nil
      }
      return Link(title: title, url: url)
    }
  }

  func readEffort(_ value: YAMLValue) -> Effort? {
    guard let mapping = value.mapping(["hours", "role", "per"]) else { return nil }
    let role = mapping.required("role")?.filledText()
    let per = mapping.required("per")?.filledText()
    guard let place = mapping.required("hours") else { return nil }
    let hours = place.list().compactMap { $0.number() }
    guard hours.count == 2, hours[0] >= 0, hours[0] <= hours[1] else {
      place.report(.invalidValue, "'\(place.name)' must be a low and a high number, such as [4, 16]")
      return nil
    }
    guard let role, let per else { return nil }
    return Effort(low: hours[0], high: hours[1], role: role, per: per)
  }

  /// Ids are kebab-case, so that they fit file names, comments and addresses.
  func checkIdentifier(_ id: String, _ value: YAMLValue) {
    let isKebab = id.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
    if !isKebab {
      value.report(.invalidValue, "'\(id)' must be kebab-case: small letters, digits and single hyphens")
    }
  }

  func checkComponentType(_ name: String, _ value: YAMLValue) {
    if !NodeKind.isComponentType(name) {
      value.report(.invalidValue, "'\(name)' is no metadata type; these begin with a capital: 'LiveChatButton'")
    }
  }
}

extension NodeKind {
  /// The kinds that are no metadata types and no properties; see the kind's own comment.
  static let general: [NodeKind] = [
    .endpoint, .host, .organizationID, .deploymentID, .buttonID, .product, .artifact,
    NodeKind(rawValue: "visitor"), NodeKind(rawValue: "agent"),
  ]

  static func isComponentType(_ name: String) -> Bool {
    name.utf8.first.map { (65...90).contains($0) } == true
      && name.utf8.allSatisfy { (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0) }
  }
}
