import AuditModel

/// Reads and checks the files of a rule pack.
///
/// Nothing is read but what is passed in. All files are checked, so that one run tells everything that
/// is wrong. Files that are not YAML, and the cases beside the rules, are passed over.
///
/// - Parameters:
///   - files: The files of the pack's folder, in any order.
///   - folder: The folder's path, which errors begin with; its last part is the pack's name.
///   - bases: Packs that this one extends: it may name their steps and rules, and where it has no
///     retirement of its own it is about theirs.
/// - Throws: Every error, in the order of places.
/// - Complexity: O(*n*) in the size of the files; see ``RulePackLimits``.
public func loadRulePack(
  _ files: [RulePackFile], folder: String, extending bases: [RulePack] = []
) throws(RulePackErrors) -> RulePack {
  let reader = PackReader(folder: folder, bases: bases)
  let pack = reader.read(files)
  guard let pack, reader.errors.isEmpty else { throw RulePackErrors(reader.errors) }
  return pack
}

/// Puts packs on top of each other: a rule replaces the rules of the packs before it that have its id.
///
/// - Returns: The packs in their order, without the rules that were replaced.
public func combineRulePacks(_ packs: [RulePack]) -> [RulePack] {
  if packs.count < 2 { return packs }
  var taken: Set<RuleID> = []
  var result: [RulePack] = []
  for var pack in packs.reversed() {
    pack.rules.removeAll { taken.contains($0.id) }
    taken.formUnion(pack.rules.map(\.id))
    result.append(pack)
  }
  return result.reversed()
}

/// Reads one pack; collects errors instead of stopping.
final class PackReader {
  let folder: String
  let bases: [RulePack]
  private(set) var errors: [RulePackError] = []
  /// What names something that another file may define; checked when everything is read.
  private var mentions: [Mention] = []
  /// What the files define, also where the rest of the definition is wrong, so that one mistake is one error.
  var definedSteps: [String] = []
  var definedRules: [String] = []
  var definedKinds: Set<String> = []
  var definedFeatures: [String] = []
  /// Files that are no YAML: what they define is unknown.
  private var unparsed: [RulePackFile.Role] = []

  init(folder: String, bases: [RulePack]) {
    self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.bases = bases
  }

  var packName: String {
    folder.split(separator: "/").last.map(String.init) ?? folder
  }

  func read(_ files: [RulePackFile]) -> RulePack? {
    if files.count > RulePackLimits.files {
      report(
        .unreadable, "the folder has more than \(RulePackLimits.files) files; is it a rule pack?", path: "")
      return nil
    }
    let files = files.sorted { $0.path < $1.path }.map { (role: $0.role, file: $0) }
    var contents = Contents()
    for (role, file) in files { read(file, as: role, into: &contents) }

    let roles = Set(files.map(\.role))
    if !roles.contains(.pack) { report(.missingKey, "the pack has no file 'pack.yaml'", path: "pack.yaml") }
    for case (.cases(let folder, let stem), let file) in files
    where !roles.contains(.rule(folder: folder, stem: stem)) {
      report(
        .misplaced,
        "these cases have no rule '\(stem)' beside them" + suggestion(for: stem, among: definedRules),
        path: file.path)
    }
    checkIdentities(contents.rules)
    checkMentions()
    return contents.pack
  }

  /// What the files said.
  private struct Contents {
    var header: RulePack?
    var steps: [PlanStep] = []
    var export = ExportFacts()
    var mapping = MappingFacts()
    var scaffold = ScaffoldFacts()
    var rules: [(rule: Rule, place: YAMLValue)] = []
    var hash = StableHash()

    var pack: RulePack? {
      guard var pack = header else { return nil }
      pack.steps = steps
      pack.exportTypes = export.types
      pack.questions = export.questions
      pack.queries = export.queries
      pack.mapping = mapping
      pack.scaffold = scaffold
      pack.rules = rules.map(\.rule)
      pack.hash = hash.hexadecimal
      return pack
    }
  }

  private func read(_ file: RulePackFile, as role: RulePackFile.Role, into contents: inout Contents) {
    switch role {
    case .pack: contents.header = document(file, role) { readHeader($0) } ?? nil
    case .plan: contents.steps = document(file, role) { readSteps($0) } ?? []
    case .export: contents.export = document(file, role) { readExport($0) } ?? ExportFacts()
    case .mapping: contents.mapping = document(file, role) { readMapping($0) } ?? MappingFacts()
    case .scaffold: contents.scaffold = document(file, role) { readScaffold($0) } ?? ScaffoldFacts()
    case .rule(let folder, let stem):
      definedRules.append(stem)
      let read = document(file, role) { root in
        readRule(root, folder: folder, stem: stem).map { (rule: $0, place: root) }
      }
      if let entry = read ?? nil { contents.rules.append(entry) }
    case .other(let problem?): report(.misplaced, problem, path: file.path)
    case .cases, .coverage, .other(nil): break
    }
    switch role {
    case .pack, .plan, .export, .mapping, .scaffold, .rule:
      contents.hash.update(file.path)
      // A checkout with other line ends is the same pack.
      contents.hash.update(file.text.replacing("\r\n", with: "\n"))
    case .cases, .coverage, .other: break
    }
  }

  func report(_ code: RulePackError.Code, _ message: String, path: String) {
    errors.append(RulePackError(code: code, message: message, location: Location(path: fullPath(path))))
  }

  func fullPath(_ path: String) -> String {
    folder.isEmpty ? path : path.isEmpty ? folder : "\(folder)/\(path)"
  }

  /// Parses a file, hands it on and keeps its errors.
  private func document<Result>(_ file: RulePackFile, _ role: RulePackFile.Role, read: (YAMLValue) -> Result)
    -> Result?
  {
    let document = YAMLDocument(path: fullPath(file.path), text: file.text)
    defer { errors += document.errors }
    guard let root = document.root() else {
      unparsed.append(role)
      return nil
    }
    if role == .plan, !root.isList { unparsed.append(.plan) }
    return read(root)
  }
}

// MARK: Names of other things

extension PackReader {
  private struct Mention {
    enum What { case step, rule, kind, feature }
    let what: What
    let name: String
    let location: Location
  }

  func mention(step value: YAMLValue?) -> String? {
    note(.step, value)
  }

  func mention(rule value: YAMLValue) -> RuleID? {
    note(.rule, value).map { RuleID(rawValue: $0) }
  }

  func mention(kind name: String, at value: YAMLValue) {
    mentions.append(Mention(what: .kind, name: name, location: value.location))
  }

  func mention(feature name: String, at value: YAMLValue) -> String {
    mentions.append(Mention(what: .feature, name: name, location: value.location))
    return name
  }

  private func note(_ what: Mention.What, _ value: YAMLValue?) -> String? {
    guard let value, let name = value.filledText() else { return nil }
    mentions.append(Mention(what: what, name: name, location: value.location))
    return name
  }

  private func checkMentions() {
    let rules = bases.flatMap(\.rules)
    let steps = bases.flatMap { $0.steps.map(\.id) } + definedSteps
    let ruleIDs = rules.map(\.id.rawValue) + definedRules
    let foundKinds = definedKinds.union(rules.flatMap { $0.finds.map(\.kind.rawValue) })
    let kinds = NodeKind.general.map(\.rawValue) + foundKinds.filter { !NodeKind.isComponentType($0) }.sorted()
    let features = bases.flatMap { $0.mapping.features.map(\.id) } + definedFeatures
    for mention in mentions {
      let (names, what) =
        switch mention.what {
        case .step: (steps, "step")
        case .rule: (ruleIDs, "rule")
        case .kind: (kinds, "kind")
        case .feature: (features, "feature")
        }
      if names.contains(mention.name) || isUnknowable(mention.what) { continue }
      errors.append(
        RulePackError(
          code: .unknownID,
          message: "unknown \(what) '\(mention.name)'"
            + suggestion(for: mention.name, among: Set(names).sorted()),
          location: mention.location))
    }
  }

  private func isUnknowable(_ what: Mention.What) -> Bool {
    unparsed.contains { role in
      switch (what, role) {
      case (.step, .plan), (.kind, .rule), (.feature, .mapping): true
      default: false
      }
    }
  }

  private func checkIdentities(_ rules: [(rule: Rule, place: YAMLValue)]) {
    var owners: [RuleID: Location] = [:]
    for (rule, place) in rules {
      let mapping = place.mapping()
      let names = [(rule.id, mapping?["id"] ?? place)] + zip(rule.aliases, mapping?["aliases"]?.list() ?? [])
      for (id, value) in names {
        if let owner = owners[id] {
          errors.append(
            RulePackError(code: .duplicateID, message: "'\(id)' is taken by \(owner)", location: value.location)
          )
        } else {
          owners[id] = value.location
        }
      }
    }
  }
}
