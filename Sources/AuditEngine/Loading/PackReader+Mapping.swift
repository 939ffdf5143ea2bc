import AuditModel

extension PackReader {
  /// Reads `mapping.yaml`.
  func readMapping(_ root: YAMLValue) -> MappingFacts {
    guard let mapping = root.mapping(["deployments", "parts", "features"]) else { return MappingFacts() }
    var seen: Set<String> = []
    var owners: [RuleID: String] = [:]
    return MappingFacts(
      deployments: mapping.required("deployments").map(readNodeKinds) ?? [],
      parts: mapping["parts"].map(readNodeKinds) ?? [],
      features: mapping.required("features")?.list().compactMap { value in
        readFeature(value, seen: &seen, owners: &owners)
      } ?? [])
  }

  private func readFeature(
    _ value: YAMLValue, seen: inout Set<String>, owners: inout [RuleID: String]
  ) -> FeatureMapping? {
    let keys = ["id", "feature", "maps", "replacement", "rules", "properties", "links"]
    guard let mapping = value.mapping(keys) else { return nil }
    let id = mapping.required("id")?.filledText()
    if let id, let place = mapping["id"] {
      checkIdentifier(id, place)
      definedFeatures.append(id)
      if !seen.insert(id).inserted { place.report(.duplicateID, "the feature '\(id)' stands here twice") }
    }
    let feature = mapping.required("feature")?.filledText()
    let maps = mapping.required("maps")?.word("way", of: MappingKind.self)
    let replacement = mapping.required("replacement")?.filledText()
    var rules: [RuleID] = []
    for value in mapping["rules"]?.list() ?? [] {
      guard let rule = mention(rule: value) else { continue }
      // A finding of two features would be counted twice.
      if let owner = owners[rule] {
        value.report(.duplicateID, "the rule '\(rule)' already shows the feature '\(owner)'")
      }
      owners[rule] = id ?? ""
      rules.append(rule)
    }
    let properties = mapping["properties"]?.mapping()?.entries.map { entry -> FeatureMapping.Property in
      mention(kind: entry.key, at: entry.value)
      return FeatureMapping.Property(
        name: entry.key, values: entry.value.list().compactMap { $0.filledText() })
    } ?? []
    if rules.isEmpty, properties.isEmpty {
      value.report(.missingKey, "the feature has neither 'rules' nor 'properties', so nothing can show it")
    }
    let links = mapping["links"].map(readLinks) ?? []
    guard let id, let feature, let maps, let replacement else { return nil }
    return FeatureMapping(
      id: id, feature: feature, maps: maps, replacement: replacement, rules: rules, properties: properties,
      links: links)
  }

  private func readNodeKinds(_ value: YAMLValue) -> [NodeKind] {
    value.list().compactMap { value in
      guard let name = value.filledText() else { return nil }
      let kind = NodeKind(rawValue: name)
      if !NodeKind.general.contains(kind) { checkComponentType(name, value) }
      return kind
    }
  }
}
