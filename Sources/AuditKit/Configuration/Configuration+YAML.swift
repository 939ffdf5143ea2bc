import AuditEngine
import AuditModel
import AuditReport

extension Configuration {
  /// Reads the text of a configuration file.
  ///
  /// - Parameter path: The path that errors begin with.
  /// - Throws: Everything that is wrong with the text; the names of rules are checked by ``RuleSettings``.
  public init(yaml text: String, path: String) throws(ConfigurationError) {
    self.init()
    let document = YAMLDocument(path: path, text: text, files: "configurations")
    if let root = document.root() { read(root) }
    guard document.errors.isEmpty else {
      throw ConfigurationError(message: document.errors.sorted().map(\.description).joined(separator: "\n"))
    }
  }

  private mutating func read(_ root: YAMLValue) {
    let keys = ["fail-on", "baseline", "include", "exclude", "packs", "rules", "format", "allow-incomplete"]
    guard let mapping = root.mapping(keys) else { return }
    failOn = mapping["fail-on"]?.word("level", of: FailOn.self)
    baseline = mapping["baseline"]?.filledText()
    include = texts(mapping["include"])
    exclude = texts(mapping["exclude"])
    packs = texts(mapping["packs"])
    format = mapping["format"]?.word("format", of: ReportFormat.self)
    allowsIncomplete = mapping["allow-incomplete"]?.flag()
    for entry in mapping["rules"]?.mapping()?.entries ?? [] {
      for value in entry.value.oneOrMore() {
        if let setting = setting(entry.key, value) { rules.append(setting) }
      }
    }
  }

  private func setting(_ name: String, _ value: YAMLValue) -> RuleSetting? {
    guard let mapping = value.mapping(["level", "paths", "reason"]),
      let level = mapping.required("level")?.word("level", of: RuleSetting.Level.self)
    else { return nil }
    // Who comes after us asks why; a level that is only lower still shows the finding.
    let reason = (level == .off ? mapping.required("reason") : mapping["reason"])?.filledText()
    return RuleSetting(
      name: name, level: level, paths: texts(mapping["paths"]), reason: reason, location: value.location)
  }

  private func texts(_ value: YAMLValue?) -> [String] {
    value?.oneOrMore().compactMap { $0.filledText() } ?? []
  }
}
