extension Report {
  /// The settings of a run that used a configuration file.
  public struct Configuration: Codable, Hashable, Sendable {
    /// The file's path from the top of its repository on.
    public var path: String
    /// What held after flags, environment and file, as the file writes it; `rules.` stands before a rule's setting.
    public var settings: [String: String]

    /// What was set for rules, in the file's order; a merge draws conclusions anew and needs it. Nothing for none.
    public var rules: [Rule]?

    /// What was set for a rule or a surface.
    public struct Rule: Codable, Hashable, Sendable {
      public var name: String
      /// A level, or `off`.
      public var level: String
      /// Patterns; empty means everywhere.
      public var paths: [String]
      public var reason: String?

      public init(name: String, level: String, paths: [String] = [], reason: String? = nil) {
        self.name = name
        self.level = level
        self.paths = paths
        self.reason = reason
      }
    }

    public init(path: String, settings: [String: String] = [:], rules: [Rule] = []) {
      self.path = path
      self.settings = settings
      self.rules = rules.isEmpty ? nil : rules
    }

    /// What held for the parts of a merged report; nothing where no part used a file.
    ///
    /// Where parts differ all values are kept, so that nobody reads one part's settings as those of all; of the
    /// rules' settings those hold that every part has.
    public init?(merging parts: [Configuration?]) {
      let used = parts.compactMap(\.self)
      guard !used.isEmpty else { return nil }
      func joined(_ values: [String]) -> String { Set(values).sorted().joined(separator: " / ") }
      path = joined(used.map(\.path))
      let common = (used.first?.rules ?? []).filter { rule in parts.allSatisfy { $0?.rules?.contains(rule) ?? false } }
      rules = common.isEmpty ? nil : common
      settings = [:]
      for key in Set(used.flatMap(\.settings.keys)) {
        settings[key] = joined(parts.map { $0?.settings[key] ?? "not set" })
      }
    }
  }
}
