import AuditModel

extension PackReader {
  /// Reads `scaffold.yaml`.
  func readScaffold(_ root: YAMLValue) -> ScaffoldFacts {
    guard let mapping = root.mapping(["drafts", "removals"]) else { return ScaffoldFacts() }
    return ScaffoldFacts(
      drafts: mapping["drafts"]?.list().compactMap(readDraft) ?? [],
      removals: mapping["removals"]?.list().compactMap(readRemoval) ?? [])
  }

  private func readDraft(_ value: YAMLValue) -> ScaffoldFacts.Draft? {
    guard let mapping = value.mapping(["path", "for", "rules", "features", "text"]) else { return nil }
    let path = mapping.required("path").flatMap(readDraftText)
    if let path, path.hasPrefix("/") || path.contains("..") || path.contains("\\"), let place = mapping["path"] {
      place.report(.invalidValue, "'\(path)' leads out of the folder; write a path below it")
    }
    let scope = mapping["for"]?.filledText().map { ScaffoldFacts.Scope($0) }
    if case .component(let type)? = scope, let place = mapping["for"] { checkComponentType(type, place) }
    if case .property(let name)? = scope, let place = mapping["for"] { mention(kind: name, at: place) }
    let rules = mapping["rules"]?.list().compactMap { mention(rule: $0) } ?? []
    let features = mapping["features"]?.list().compactMap { value -> String? in
      if let name = value.filledText() { return mention(feature: name, at: value) }
      return nil
    } ?? []
    guard let path, let text = mapping.required("text").flatMap(readDraftText) else { return nil }
    return ScaffoldFacts.Draft(path: path, scope: scope, rules: rules, features: features, text: text)
  }

  private func readDraftText(_ value: YAMLValue) -> String? {
    guard let text = value.filledText() else { return nil }
    do {
      _ = try DraftText(text)
    } catch {
      value.report(.invalidValue, "\(value.phrase): \(error.message)")
    }
    return text
  }

  private func readRemoval(_ value: YAMLValue) -> ScaffoldFacts.Removal? {
    guard let mapping = value.mapping(["type", "rules", "review"]) else { return nil }
    let type = mapping.required("type")?.filledText()
    if let type, let place = mapping["type"] { checkComponentType(type, place) }
    let rules = mapping.required("rules")?.list().compactMap { mention(rule: $0) }
    let review = mapping["review"]?.filledText()
    guard let type, let rules else { return nil }
    return ScaffoldFacts.Removal(type: type, rules: rules, review: review)
  }
}
