import ArgumentParser
import AuditEngine
import AuditInput
import AuditKit
import AuditModel
import AuditPlan
import AuditReport

/// The report for people: everything that depends on the retired product, and what to do about it.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Examine org exports and source code and report what depends on legacy Chat",
    discussion: """
      Examples:
        chatsunset audit force-app/
        chatsunset audit unpackaged.zip ../website --output markdown=checklist.md --output json=audit.json
        chatsunset audit force-app/ ../website --records query-results/ --format chains
      """)

  @OptionGroup(title: "Input") var input: InputArguments
  @OptionGroup(title: "Input") var record: RecordArguments
  @OptionGroup(title: "Rules") var rule: RuleArguments
  @OptionGroup(title: "Output") var output: OutputArguments
  @OptionGroup(title: "Exit status") var exit: ExitArguments
  @OptionGroup(title: "Configuration") var configuration: ConfigurationArguments
  @OptionGroup(title: "Privacy") var privacy: PrivacyArguments

  func run() async throws {
    let settings = try configuration.settle(RunSettings(input: input, rule: rule, exit: exit))
    let outputs = try output.plan(defaultFormat: settings.configuration.format ?? .text)
    let rules = try settings.rule.ruleSet()
    let audit = try Audit(
      rules: rules, options: settings.input.options(), masking: privacy.masking, workers: input.workers(),
      tool: .init(name: "chatsunset", version: ChatSunset.version))
    var report = try Run.report(
      of: audit, inputs: input.inputPaths(), settings, records: record.facts(for: rules))
    report.judge(failOn: settings.exit.failOn ?? .none)
    try outputs.write(report)
    ExitStatus.exit(settings.exit.status(of: report, isPart: input.shard != nil), leaving: (audit, report))
  }
}

/// Examines inputs with a progress line and with the signals that stop it.
enum Run {
  static func report(
    of audit: Audit, inputs: [InputPath], _ settings: RunSettings, records: RecordFacts? = nil
  ) throws(CommandFailure) -> Report {
    let ruleSettings: RuleSettings
    do {
      ruleSettings = try RuleSettings(settings.configuration, rules: audit.rules)
    } catch {
      throw CommandFailure(.usage, error.message)
    }
    let progress = ProgressLine()
    Interruption.watch()
    defer { progress.clear() }
    do throws(InputError) {
      let evidence = try audit.examine(
        inputs, progress: { progress.show($0) }, isCancelled: { Interruption.hasCome })
      // A signal may also come when everything is examined and nothing is written yet.
      if var evidence, !Interruption.hasCome {
        evidence.facts += records?.facts ?? []
        evidence.diagnostics += records?.diagnostics ?? []
        var report = Report(
          concluding: evidence, rules: audit.rules, tool: audit.tool, settings: ruleSettings,
          judgesRelations: audit.options.changedPaths == nil)
        report.configuration = settings.record
        // Counted from 0 in the library, and from 1 for people.
        report.shard = audit.options.shard.flatMap { Report.Shard(index: $0.index + 1, count: $0.count) }
        return report
      }
    } catch {
      throw CommandFailure(.usage, error.message)
    }
    throw CommandFailure(Interruption.status, "stopped; no report was written")
  }
}
