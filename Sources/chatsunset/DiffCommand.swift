import ArgumentParser
import AuditKit
import AuditModel
import AuditPlan
import AuditReport

/// What changed between two saved reports.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two saved reports: new, changed, moved and fixed findings, and lost coverage",
    discussion: """
      A finding that is gone counts as fixed only where its place was examined again. The exit status is 1 when
      there are new errors, or errors that were no errors or accepted before.

      Example:
        chatsunset diff last-week.json today.json --format markdown
      """)

  @Argument(help: "The older report, written with --format json") var old: String
  @Argument(help: "The newer report") var new: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format: \(DiffFormat.allCases.map(\.rawValue).joined(separator: ", "))", valueName: "format"))
  var format = "text"

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to a file", valueName: "file"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Exit with 1 for new findings from this level on: none, note, warning, error", valueName: "level"))
  var failOn = FailOn.error

  func run() async throws {
    guard let format = DiffFormat(rawValue: format.lowercased()) else {
      let known = DiffFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(.usage, "unknown format '\(format)'; the formats are \(known)")
    }
    let diff = ReportDiff(from: try SavedReport.read(old), to: try SavedReport.read(new))
    let bytes = try CommandFailure.rendering { () throws(ReportError) in try render(diff, as: format) }
    if let output {
      try OutputFile.write(bytes, to: output)
    } else {
      try Terminal.write(bytes, to: .standardOutput)
    }
    let fails = failOn.level.map { diff.hasNew(from: $0) } ?? false
    throw fails ? ExitStatus.findings : ExitStatus.success
  }
}

extension CommandFailure {
  /// A fault of ours where a document can't be written.
  static func rendering(_ document: () throws(ReportError) -> [UInt8]) throws(CommandFailure) -> [UInt8] {
    do {
      return try document()
    } catch {
      throw CommandFailure(.fault, error.message)
    }
  }
}
