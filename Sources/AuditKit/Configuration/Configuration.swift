public import AuditModel
public import AuditReport

/// What a team settles once for all runs: the content of a file `.chatsunset.yaml`.
public struct Configuration: Hashable, Sendable {
  /// The name that the file has wherever it lies.
  public static let fileName = ".chatsunset.yaml"

  public var failOn: FailOn?
  /// The baseline's path, relative to the file's folder.
  public var baseline: String?
  /// See ``AuditInput/InputOptions/include``.
  public var include: [String] = []
  /// See ``AuditInput/InputOptions/exclude``.
  public var exclude: [String] = []
  /// Folders of rule packs, relative to the file's folder.
  public var packs: [String] = []
  /// In the file's order; of those that fit a finding, one for its rule outranks one for its surface.
  public var rules: [RuleSetting] = []
  /// The format on standard output.
  public var format: ReportFormat?
  public var allowsIncomplete: Bool?

  public init() {}
}

/// What a configuration says about a rule or about all rules of a surface.
public struct RuleSetting: Hashable, Sendable {
  /// What becomes of the findings.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// They are accepted, with the reason.
    case off
    case note
    case warning
    case error
  }

  /// The rule's id, an older id of it, or a surface.
  public var name: String
  public var level: Level
  /// Patterns in the language of ignore files for the paths of reports; empty means everywhere.
  public var paths: [String]
  /// Why; always there where findings are accepted.
  public var reason: String?
  /// Where the setting stands in the file.
  public var location: Location

  public init(name: String, level: Level, paths: [String] = [], reason: String? = nil, location: Location) {
    self.name = name
    self.level = level
    self.paths = paths
    self.reason = reason
    self.location = location
  }
}

extension RuleSetting: CustomStringConvertible {
  /// The setting in a line, without the name.
  public var description: String {
    var text = level.rawValue
    if !paths.isEmpty { text += " for " + paths.joined(separator: ", ") }
    return reason.map { "\(text): \($0)" } ?? text
  }
}

/// From which level on findings make a command fail.
public enum FailOn: String, Hashable, Sendable, CaseIterable {
  case none
  case note
  case warning
  case error

  public var level: Level? { Level(rawValue: rawValue) }
}

/// A configuration that can't be used.
public struct ConfigurationError: Error, Hashable, Sendable {
  /// What is wrong, one line for each mistake, as compilers write them: `path:line:column: message`.
  public var message: String
}
