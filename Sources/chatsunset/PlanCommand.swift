import ArgumentParser
import AuditEngine
import AuditModel
import AuditPlan
import AuditReport

/// The checklist of a saved report, with what people keep about it.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Write the checklist of a saved report and keep owners, days, notes and ticks between runs",
    discussion: """
      What people keep stands in a file of its own, by ids that stay. A new report never overwrites it, and
      ticks and cells that people change in the checklist come back with --import.

      Examples:
        chatsunset plan audit.json --state plan.json --output markdown=checklist.md
        chatsunset plan audit.json --state plan.json --import checklist.md --output csv-checklist=checklist.csv
        chatsunset plan audit.json --scaffold drafts/
      """)

  @Argument(help: "A report written with --format json; '-' reads standard input") var report: String

  @Option(
    name: .long, help: ArgumentHelp("Keep owners, days, notes and ticks in this file", valueName: "file"))
  var state: String?

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "Take over an edited checklist, .md or .csv, or another state file, .json; repeatable",
      valueName: "file"))
  var `import`: [String] = []

  @Option(name: .long, help: ArgumentHelp("Count hours as this JSON file says", valueName: "file"))
  var assumptions: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write drafts of the successor's metadata below this folder; files that are there stay as they are",
      valueName: "folder"))
  var scaffold: String?

  @OptionGroup(title: "Rules") var rule: RuleArguments
  @OptionGroup(title: "Output") var output: OutputArguments

  func run() async throws {
    let outputs = try output.plan(defaultFormat: scaffold == nil ? .markdown : nil)
    guard state != nil || `import`.isEmpty else {
      throw CommandFailure(.usage, "'--import' needs '--state FILE' to keep what it reads")
    }
    var saved = try SavedReport.read(report)
    if let assumptions { saved.plan = try replanned(saved, assumptions) }
    if let state {
      let old = OutputFile.exists(state) ? try readState(state) : PlanState()
      let new = try imported(into: old, for: saved)
      if new != old { try OutputFile.write(new.json, to: state) }
      saved.plan = saved.plan.keeping(new)
    }
    if let scaffold { try draft(saved, below: scaffold) }
    try outputs.write(saved)
  }

  private func draft(_ report: Report, below folder: String) throws(CommandFailure) {
    let packs = try rule.ruleSet(asOf: report.asOf).packs
    let files = packs.flatMap { Scaffold($0.scaffold, mapping: $0.mapping, report: report).files }
    let outcome = try NewFiles.write(files.map { ($0.path, Array($0.text.utf8)) }, below: folder)
    Terminal.write(
      "chatsunset: wrote \(outcome.written) of \(files.count) drafts below '\(folder)'; start with its README.md\n",
      to: .standardError)
    for path in outcome.kept {
      Terminal.write("chatsunset: '\(path)' was there and stays as it is\n", to: .standardError)
    }
  }

  private func replanned(_ report: Report, _ path: String) throws(CommandFailure) -> Plan {
    let assumptions = try PlanFile.read(path) { bytes throws(PlanFileError) in
      try PlanAssumptions(json: bytes)
    }
    var plan = Plan(
      steps: report.plan.items.map(\.step), findings: report.findings + report.facts, rules: report.rules,
      assumptions: assumptions)
    plan.deployments = report.plan.deployments
    plan.notes = report.plan.notes
    return plan
  }

  private func readState(_ path: String) throws(CommandFailure) -> PlanState {
    try PlanFile.read(path) { bytes throws(PlanFileError) in try PlanState(json: bytes) }
  }

  private func imported(into old: PlanState, for saved: Report) throws(CommandFailure) -> PlanState {
    let day = try Today.date()
    var new = old
    for path in `import` {
      let name = path.lowercased()
      if name.hasSuffix(".json") {
        new = new.merging(try readState(path))
      } else if name.hasSuffix(".csv") || name.hasSuffix(".tsv") || name.hasSuffix(".txt") {
        let edits = try PlanFile.read(path) { bytes throws(PlanFileError) in try PlanEdit.edits(csv: bytes) }
        new = new.adopting(saved.plan.decisions(in: edits), on: day)
      } else if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
        let edits = PlanEdit.edits(markdown: try InputFile.read(path))
        new = new.adopting(saved.plan.decisions(in: edits), on: day)
      } else {
        throw CommandFailure(.usage, "'\(path)' is no checklist; it ends in .md, .csv or .json")
      }
    }
    return new
  }
}

/// Files that the plan reads, with their names in what is said about them.
enum PlanFile {
  static func read<Value>(
    _ path: String, as parse: ([UInt8]) throws(PlanFileError) -> Value
  ) throws(CommandFailure) -> Value {
    let bytes = try InputFile.read(path)
    do {
      return try parse(bytes)
    } catch {
      throw CommandFailure(.usage, "'\(path)': \(error.message)")
    }
  }
}
