import ArgumentParser
import AuditKit
import AuditModel

/// Which configuration file counts.
struct ConfigurationArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read settings from this file (default: the nearest '\(Configuration.fileName)' up to the top of the repository)",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Flag(name: .long, help: "Read no configuration file")
  var noConfig = false

  @Flag(name: .shortAndLong, help: "Name the configuration file and what it settles, and what nothing in the baseline needs any more")
  var verbose = false

  func validate() throws {
    if noConfig, config != nil { throw ValidationError("'--config' and '--no-config' exclude each other") }
  }

  /// Fills in what flags leave open: first from the environment, then from the configuration file.
  func settle(_ flags: RunSettings) throws(CommandFailure) -> RunSettings {
    let file = try file(for: flags.input.paths)
    var settings = flags
    if settings.exit.failOn == nil { settings.exit.failOn = try ConfigurationArguments.failOnOfEnvironment() }
    if let file { settings.fill(from: file) }
    if verbose {
      Terminal.note(file.map { "settings are from '\($0.path)'" } ?? "no configuration file is used")
      for (name, value) in (settings.record?.settings ?? [:]).sorted(by: { $0.key < $1.key }) {
        Terminal.note("  \(name): \(value)")
      }
    }
    return settings
  }

  private func file(for inputs: [String]) throws(CommandFailure) -> ConfigurationFile? {
    if noConfig { return nil }
    if let config { return try ConfigurationFile(at: config) }
    if let path = environment("CHATSUNSET_CONFIG"), !path.isEmpty { return try ConfigurationFile(at: path) }
    let first = inputs.first ?? "."
    return try ConfigurationFile(nearestTo: first == "-" ? "." : first)
  }

  private static func failOnOfEnvironment() throws(CommandFailure) -> FailOn? {
    guard let value = environment("CHATSUNSET_FAIL_ON"), !value.isEmpty else { return nil }
    if let failOn = FailOn(rawValue: value) { return failOn }
    let known = FailOn.allCases.map(\.rawValue).joined(separator: ", ")
    throw CommandFailure(.usage, "CHATSUNSET_FAIL_ON is '\(value)'; it can be \(known)")
  }
}

/// What holds for a run: flags over the environment over the configuration file.
struct RunSettings {
  var input: InputArguments
  var rule: RuleArguments
  var exit: ExitArguments
  var baseline: String?
  /// What no flag says: the settings of rules, and the format on standard output.
  var configuration = Configuration()
  /// What the report keeps of the configuration; nothing where no file was used.
  var record: Report.Configuration?

  init(input: InputArguments, rule: RuleArguments, exit: ExitArguments, baseline: String? = nil) {
    self.input = input
    self.rule = rule
    self.exit = exit
    self.baseline = baseline
  }

  /// Takes from a file what is open so far; packs of the file come before those of flags.
  fileprivate mutating func fill(from file: ConfigurationFile) {
    configuration = file.configuration
    if exit.failOn == nil { exit.failOn = configuration.failOn }
    if exit.allowIncomplete == nil { exit.allowIncomplete = configuration.allowsIncomplete }
    if input.include.isEmpty { input.include = configuration.include }
    if input.exclude.isEmpty { input.exclude = configuration.exclude }
    if baseline == nil { baseline = configuration.baseline.map(file.resolved) }
    rule.pack.rules = configuration.packs.map(file.resolved) + rule.pack.rules
    let rules = configuration.rules.map {
      Report.Configuration.Rule(name: $0.name, level: $0.level.rawValue, paths: $0.paths, reason: $0.reason)
    }
    record = Report.Configuration(path: file.label, settings: effective, rules: rules)
  }

  /// The settings that hold, in words; paths by their last name, because other machines have other ones.
  private var effective: [String: String] {
    func list(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: ", ") }
    func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
    var result: [String: String] = [:]
    for rule in configuration.rules {
      let key = "rules.\(rule.name)"
      result[key] = list([result[key], rule.description].compactMap(\.self))
    }
    result["fail-on"] = exit.failOn?.rawValue
    result["allow-incomplete"] = exit.allowIncomplete.map { "\($0)" }
    result["include"] = list(input.include)
    result["exclude"] = list(input.exclude)
    result["packs"] = list(rule.pack.rules.map(name))
    result["baseline"] = baseline.map(name)
    return result
  }
}
