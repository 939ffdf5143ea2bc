import ArgumentParser
import AuditModel
import AuditReport

/// A saved report in another format.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write a saved JSON report in other formats",
    discussion: """
      Gives the same bytes as the audit itself would have.

      Example:
        chatsunset render audit.json --output html=report.html --output xlsx=report.xlsx
      """)

  @Argument(help: "A report written with --format json; '-' reads standard input", completion: .file(extensions: ["json"]))
  var report: String
  @OptionGroup(title: "Output") var output: OutputArguments

  func run() async throws {
    let outputs = try output.plan(defaultFormat: .text)
    try outputs.write(SavedReport.read(report))
  }
}

/// Reports that were saved as JSON.
enum SavedReport {
  static func read(_ path: String) throws(CommandFailure) -> Report {
    let bytes = path == "-" ? try InputFile.standardInput() : try InputFile.read(path)
    do {
      return try Report(json: bytes)
    } catch {
      throw CommandFailure(.usage, "'\(path)' is no report of this program: \(error.message)")
    }
  }
}
