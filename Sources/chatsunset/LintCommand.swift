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
      """)

  @OptionGroup(title: "Input") var input: InputArguments
  @OptionGroup(title: "Rules") var rule: RuleArguments
  @OptionGroup(title: "Output") var output: OutputArguments
  @OptionGroup(title: "Exit status") var exit: ExitArguments
  @OptionGroup(title: "Privacy") var privacy: PrivacyArguments

  @Option(name: .long, help: ArgumentHelp("Look only at files that changed since a revision", valueName: "ref"))
  var changedSince: String?

  @Option(name: .long, help: ArgumentHelp("Accept the findings that this file holds", valueName: "file"))
  var baseline: String?

  @Flag(name: .long, help: "Write the findings of this run to the baseline, without those that are gone")
  var updateBaseline = false

  func run() async throws {
    let outputs = try output.plan(defaultFormat: .lint)
    let rules = try rule.ruleSet()
    var options = try input.options()
    if let changedSince { options.changedPaths = try ChangedFiles.since(changedSince, in: input.paths) }
    let audit = Audit(
      rules: rules, options: options, masking: privacy.masking, workers: try input.workers(),
      tool: .init(name: "chatsunset", version: ChatSunset.version))
    var report = try Run.report(of: audit, inputs: input.inputPaths())
    let unused = try applyBaseline(to: &report)
    report.judge(failOn: exit.failOn ?? .error)
    try outputs.write(report)
    Terminal.write(summary(of: report, unused: unused), to: .standardError)
    throw exit.status(of: report)
  }

  /// Marks accepted findings, or writes the baseline anew; returns how many of its entries nothing needs.
  private func applyBaseline(to report: inout Report) throws(CommandFailure) -> Int {
    guard let baseline else {
      if updateBaseline { throw CommandFailure(.usage, "'--update-baseline' needs '--baseline FILE' to write to") }
      return 0
    }
    if updateBaseline {
      let old = (try? BaselineFile.read(baseline)) ?? Baseline()
      let new = Baseline(accepting: report.findings, keepingReasonsOf: old)
      try OutputFile.write(BaselineFile.bytes(of: new), to: baseline)
      _ = report.apply(new)
      return 0
    }
    return report.apply(try BaselineFile.read(baseline)).count
  }

  private func summary(of report: Report, unused: Int) -> String {
    let levels = report.summary.levels.map { "\($0.count) \($0.name)\($0.count == 1 ? "" : "s")" }
    var line = "chatsunset: " + (levels.isEmpty ? "no findings" : levels.joined(separator: ", "))
    line += " in \(report.coverage.artifacts) artifacts"
    if report.summary.suppressed > 0 { line += ", \(report.summary.suppressed) accepted" }
    if unused > 0 { line += "; \(unused) entries of the baseline are no longer needed" }
    if report.conditions.contains(.incomplete) { line += "; something could not be examined" }
    return line + "\n"
  }
}
