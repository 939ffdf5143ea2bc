public import AuditEngine
import AuditInput
import AuditModel

/// The settings of a configuration, ready to be put on findings.
public struct RuleSettings: Sendable {
  private let entries: [Entry]

  private struct Entry {
    /// Nothing where the setting is for a surface.
    var rule: RuleID?
    var surface: Surface?
    /// Nothing means everywhere.
    var paths: PathPatterns?
    var setting: RuleSetting
  }

  /// - Throws: An error where a setting names neither a rule nor a surface, or a path is no pattern.
  public init(_ configuration: Configuration, rules: RuleSet) throws(ConfigurationError) {
    if configuration.rules.isEmpty {
      entries = []
      return
    }
    let all = rules.packs.flatMap(\.rules)
    var entries: [Entry] = []
    var errors: [String] = []
    for setting in configuration.rules {
      let id = RuleID(rawValue: setting.name)
      let rule = all.first { $0.id == id || $0.aliases.contains(id) }?.id
      let surface = rule == nil ? Surface(rawValue: setting.name) : nil
      if rule == nil, surface == nil {
        let names = all.map(\.id.rawValue) + Surface.allCases.map(\.rawValue)
        errors.append(
          "\(setting.location): unknown rule or surface '\(setting.name)'" + suggestion(for: setting.name, among: names))
      }
      let paths = setting.paths.isEmpty ? nil : PathPatterns(setting.paths)
      if paths == nil, !setting.paths.isEmpty {
        errors.append(
          "\(setting.location): a path in 'rules.\(setting.name)' is no pattern; write something like 'src/**/*.cls'")
      }
      entries.append(Entry(rule: rule, surface: surface, paths: paths, setting: setting))
    }
    guard errors.isEmpty else { throw ConfigurationError(message: errors.joined(separator: "\n")) }
    // A rule's own settings outrank those of its surface; the file's order decides between equals.
    self.entries = entries.filter { $0.rule != nil } + entries.filter { $0.rule == nil }
  }

  /// Gives findings their levels and accepts those that are set off.
  func apply(to findings: inout [Finding]) {
    if entries.isEmpty { return }
    for index in findings.indices {
      guard let setting = setting(for: findings[index]) else { continue }
      if let level = Level(rawValue: setting.level.rawValue) {
        findings[index].level = level
      } else if findings[index].suppressed == nil {
        findings[index].suppressed = Suppression(kind: .configuration, reason: setting.reason ?? "")
      }
    }
  }

  private func setting(for finding: Finding) -> RuleSetting? {
    entries.first { entry in
      (entry.rule == finding.rule || entry.surface == finding.surface)
        && entry.paths?.match(finding.location.path) ?? true
    }?.setting
  }
}
