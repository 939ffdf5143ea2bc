extension Report {
  /// The settings of a run that used a configuration file.
  public struct Configuration: Codable, Hashable, Sendable {
    /// The file's path from the top of its repository on.
    public var path: String
    /// What held after flags, environment and file, as the file writes it; `rules.` stands before a rule's setting.
    public var settings: [String: String]

    public init(path: String, settings: [String: String] = [:]) {
      self.path = path
      self.settings = settings
    }

    /// What held for the parts of a merged report; nothing where no part used a file.
    ///
    /// Where parts differ all values are kept, so that nobody reads one part's settings as those of all.
    public init?(merging parts: [Configuration?]) {
      let used = parts.compactMap(\.self)
      guard !used.isEmpty else { return nil }
      func joined(_ values: [String]) -> String { Set(values).sorted().joined(separator: " / ") }
      path = joined(used.map(\.path))
      settings = [:]
      for key in Set(used.flatMap(\.settings.keys)) {
        settings[key] = joined(parts.map { $0?.settings[key] ?? "not set" })
      }
    }
  }
}
