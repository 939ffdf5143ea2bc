import ArgumentParser
import AuditEngine
import AuditKit
import AuditModel
import AuditReport

/// One report of several: of the shards of one audit, or of several exports of one org.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the JSON reports of shards, or of several exports of one org, together",
    discussion: """
      Inventory, coverage and checklist are drawn anew from all of it, so nothing is lost between shards.
      Where a shard is missing the report says so, and the exit status is 3.

      Examples:
        chatsunset merge shard-*.json --output json=audit.json --output markdown=checklist.md
        chatsunset merge shard-*.json --baseline .chatsunset-baseline.json --format lint --fail-on error
      """)

  @Argument(help: "Reports written with --format json", completion: .file(extensions: ["json"])) var reports: [String]
  @OptionGroup(title: "Rules") var rule: RuleArguments
  @OptionGroup(title: "Output") var output: OutputArguments
  @OptionGroup(title: "Exit status") var exit: ExitArguments

  @Option(
    name: .long, help: ArgumentHelp("Accept the findings that this file holds", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  func run() async throws {
    let outputs = try output.plan(defaultFormat: .text)
    let saved = try reports.map(SavedReport.read)
    guard let first = saved.first else { throw CommandFailure(.usage, "nothing to merge; name two reports or more") }
    let rules = try rule.ruleSet(asOf: first.asOf)
    for (path, report) in zip(reports, saved) { try check(report, path, like: first, rules) }
    let accepted = try baseline.map(BaselineFile.read)
    var evidence = Evidence(merging: saved.map { Evidence(of: $0, rules: rules) })
    if let missing = try missingShards(in: saved) { evidence.diagnostics.append(missing) }
    let configuration = Report.Configuration(merging: saved.map(\.configuration))
    var report = Report(
      concluding: evidence, rules: rules, tool: first.tool, settings: try settings(configuration, rules))
    report.configuration = configuration
    if let accepted { _ = report.apply(accepted) }
    report.judge(failOn: exit.failOn ?? configuration?.settings["fail-on"].flatMap(FailOn.init) ?? .none)
    try outputs.write(report)
    throw exit.status(of: report)
  }

  /// What to say where shards have no report; nothing where all have one, or where no report is a shard's.
  private func missingShards(in saved: [Report]) throws(CommandFailure) -> Diagnostic? {
    var paths: [Report.Shard: String] = [:]
    var count: Int?
    for (path, report) in zip(reports, saved) {
      guard let shard = report.shard else { continue }
      if let count, count != shard.count {
        throw CommandFailure(
          .usage,
          "'\(path)' is one of \(shard.count) shards and others are of \(count); merge the shards of one audit at a time")
      }
      if let other = paths.updateValue(path, forKey: shard) {
        throw CommandFailure(
          .usage,
          "'\(other)' and '\(path)' are both shard \(shard); name each once, and merge the shards of one audit at a time")
      }
      count = shard.count
    }
    guard let count, paths.count < count else { return nil }
    let given = Set(paths.keys.map(\.index))
    let missing = (1...count).lazy.filter { !given.contains($0) }
    let total = count - given.count
    // As many as people can use; a report may claim any number of shards.
    var names = missing.prefix(10).map(String.init).joined(separator: ", ")
    if total > 10 { names += " and \(total - 10) more" }
    return Diagnostic(
      code: "missing-shard", severity: .incomplete,
      message: "no report of \(total == 1 ? "shard" : "shards") \(names) of \(count); "
        + "audit what is missing and merge the reports of all shards again")
  }

  /// The settings of the parts, for the findings that are concluded from all of them.
  private func settings(_ kept: Report.Configuration?, _ rules: RuleSet) throws(CommandFailure) -> RuleSettings? {
    guard let kept, let settings = kept.rules else { return nil }
    var configuration = Configuration()
    configuration.rules = settings.compactMap { setting in
      RuleSetting.Level(rawValue: setting.level).map {
        RuleSetting(
          name: setting.name, level: $0, paths: setting.paths, reason: setting.reason,
          location: Location(path: kept.path))
      }
    }
    do {
      return try RuleSettings(configuration, rules: rules)
    } catch {
      throw CommandFailure(.usage, error.message)
    }
  }

  /// Conclusions can only be drawn from evidence that the same rules gave for the same day.
  private func check(_ report: Report, _ path: String, like first: Report, _ rules: RuleSet) throws(CommandFailure) {
    guard report.asOf == first.asOf || rule.asOf != nil else {
      throw CommandFailure(
        .usage, "'\(path)' judges by \(report.asOf) and '\(reports[0])' by \(first.asOf); run both with one '--as-of'")
    }
    let hashes = report.rulePacks.map(\.hash)
    guard hashes == rules.packs.map(\.hash) else {
      throw CommandFailure(
        .usage, "'\(path)' was made with other rules than these; audit again, or name its packs with '--rules'")
    }
  }
}
