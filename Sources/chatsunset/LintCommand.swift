import ArgumentParser
import AuditEngine
import AuditInput
import AuditKit
import AuditModel
import AuditReport

/// The step for pipelines: compact lines, annotations, a baseline, changed files only.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check code and configuration in a pipeline and fail on errors",
    discussion: """
      Examples:
        chatsunset lint src/ --baseline .chatsunset-baseline.json
        chatsunset lint . --changed-since origin/main --format github
        chatsunset lint . --changed-since origin/main --whole-tree
      """)

  @OptionGroup(title: "Input") var input: InputArguments
  @OptionGroup(title: "Rules") var rule: RuleArguments
  @OptionGroup(title: "Output") var output: OutputArguments
  @OptionGroup(title: "Exit status") var exit: ExitArguments
  @OptionGroup(title: "Configuration") var configuration: ConfigurationArguments
  @OptionGroup(title: "Privacy") var privacy: PrivacyArguments

  @Option(name: .long, help: ArgumentHelp("Look only at files that changed since a revision", valueName: "ref"))
  var changedSince: String?

  @Flag(
    name: .long,
    help: "With '--changed-since', examine everything, so that relations are judged, and report what stands in changed files")
  var wholeTree = false

  @Option(
    name: .long, help: ArgumentHelp("Accept the findings that this file holds", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  @Flag(name: .long, help: "Write the findings of this run to the baseline, without those that are gone")
  var updateBaseline = false

  func run() async throws {
    let settings = try configuration.settle(RunSettings(input: input, rule: rule, exit: exit, baseline: baseline))
    let outputs = try output.plan(defaultFormat: settings.configuration.format ?? .lint)
    let rules = try settings.rule.ruleSet()
    var options = try settings.input.options()
    let inputs = InputNames.fromHere(try input.inputPaths())
    let changed = try changedSince.map { revision throws(CommandFailure) in
      try ChangedFiles(since: revision, in: inputs, includesIgnored: input.noIgnore)
    }
    let accepted = try readBaseline(settings.baseline)
    // A copy of an accepted place is told from it only where both are seen.
    let looksAtPart = changed != nil && !wholeTree && accepted == nil
    if looksAtPart { options.changedPaths = changed?.paths }
    let audit = Audit(
      rules: rules, options: options, masking: privacy.masking, workers: try input.workers(),
      tool: .init(name: "chatsunset", version: ChatSunset.version))
    var report = try Run.report(of: audit, inputs: inputs, settings)
    if let changed { report.add(changed.diagnostics) }
    // A change or a few files are no export, so nothing is missing in them.
    if changed != nil || InputNames.areSourceFiles(inputs) { report.coverage.types.removeAll { $0.state != .present } }
    let unused = try apply(accepted, of: settings.baseline, to: &report)
    if let changed, !looksAtPart { report.keepFindings(in: changed.paths) }
    report.judge(failOn: settings.exit.failOn ?? .error)
    try outputs.write(report)
    if configuration.verbose {
      for entry in unused {
        Terminal.write("chatsunset: nothing needs '\(entry.rule)' in '\(entry.path)' in the baseline\n", to: .standardError)
      }
    }
    var remarks: [String] = []
    if looksAtPart, !rules.relationRules.isEmpty { remarks.append("relations are judged only with '--whole-tree'") }
    if let changed, changed.ignored > 0 {
      remarks.append("\(changed.ignored) changed \(changed.ignored == 1 ? "file" : "files") passed over as ignored")
    }
    Terminal.write(summary(of: report, unused: unused.count, remarks), to: .standardError)
    ExitStatus.exit(settings.exit.status(of: report, isPart: isPartial), leaving: (audit, report))
  }

  /// The baseline before the run; an update may begin without one.
  private func readBaseline(_ path: String?) throws(CommandFailure) -> Baseline? {
    guard let path else {
      if updateBaseline { throw CommandFailure(.usage, "'--update-baseline' needs '--baseline FILE' to write to") }
      return nil
    }
    if updateBaseline, isPartial {
      throw CommandFailure(
        .usage, "'--update-baseline' would drop what a part does not show; leave out '--changed-since' and '--shard'")
    }
    if input.shard != nil {
      throw CommandFailure(
        .usage, "a baseline fits the findings of all shards together; leave it out here and give '--baseline' to 'merge'")
    }
    if updateBaseline, !OutputFile.exists(path) { return Baseline() }
    return try BaselineFile.read(path)
  }

  /// Marks accepted findings, after writing the baseline anew where that is asked for.
  ///
  /// - Returns: The entries that nothing needs; where only a shard is examined, nobody knows, and it is none.
  private func apply(
    _ accepted: Baseline?, of path: String?, to report: inout Report
  ) throws(CommandFailure) -> [Baseline.Entry] {
    guard var accepted, let path else { return [] }
    if updateBaseline {
      accepted = Baseline(accepting: report.findings, keepingReasonsOf: accepted)
      try OutputFile.write(BaselineFile.bytes(of: accepted), to: path)
    }
    let unused = report.apply(accepted)
    return input.shard == nil ? unused : []
  }

  private var isPartial: Bool { changedSince != nil || input.shard != nil }

  private func summary(of report: Report, unused: Int, _ remarks: [String]) -> String {
    let levels = report.summary.levels.map { "\($0.count) \($0.name)\($0.count == 1 ? "" : "s")" }
    var line = "chatsunset: " + (levels.isEmpty ? "no findings" : levels.joined(separator: ", "))
    line += " in \(report.coverage.artifacts) artifacts"
    if report.summary.suppressed > 0 { line += ", \(report.summary.suppressed) accepted" }
    if unused > 0 { line += "; \(unused) \(unused == 1 ? "entry" : "entries") of the baseline not needed any more" }
    for remark in remarks { line += "; " + remark }
    if report.conditions.contains(.incomplete) { line += "; something could not be examined" }
    return line + "\n"
  }
}
