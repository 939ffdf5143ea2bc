import ArgumentParser
import AuditModel
import AuditPlan
import AuditReport

/// Many saved reports on one page.
struct PortfolioCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Put many saved reports on one page: heat map, totals, what is shared, trend, the worst first",
    discussion: """
      A report's file name is its organisation; a day at its end makes it one of several in a trend.

      Example:
        chatsunset portfolio reports/*.json --format html --output portfolio.html
      """)

  @Argument(help: "Reports written with --format json, acme-2026-11-23.json") var reports: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format: \(PortfolioFormat.allCases.map(\.rawValue).joined(separator: ", "))", valueName: "format"))
  var format = "text"

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to a file", valueName: "file"))
  var output: String?

  func run() async throws {
    guard let format = PortfolioFormat(rawValue: format.lowercased()) else {
      let known = PortfolioFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(.usage, "unknown format '\(format)'; the formats are \(known)")
    }
    let portfolio = Portfolio(try await entries())
    let bytes = try CommandFailure.rendering { () throws(ReportError) in try render(portfolio, as: format) }
    if let output {
      try OutputFile.write(bytes, to: output)
    } else {
      try Terminal.write(bytes, to: .standardOutput)
    }
  }

  /// Reads as many reports at a time as there are processors, and keeps of each only what the page needs.
  private func entries() async throws -> [PortfolioEntry] {
    try await withThrowingTaskGroup(of: PortfolioEntry.self) { group in
      var waiting = reports[...]
      var entries: [PortfolioEntry] = []
      for _ in 0..<max(1, processorCount()) {
        if let path = waiting.popFirst() { group.addTask { try PortfolioCommand.entry(path) } }
      }
      while let entry = try await group.next() {
        entries.append(entry)
        if let path = waiting.popFirst() { group.addTask { try PortfolioCommand.entry(path) } }
      }
      return entries
    }
  }

  private static func entry(_ path: String) throws(CommandFailure) -> PortfolioEntry {
    let bytes = try InputFile.read(path)
    do {
      return try PortfolioEntry(json: bytes, name: Portfolio.name(ofFile: path))
    } catch {
      throw CommandFailure(.usage, "'\(path)' is no report of this program: \(error.message)")
    }
  }
}
