import ArgumentParser
import AuditEngine
import AuditModel
import AuditPlan

/// What to retrieve so that an audit sees everything.
struct ManifestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifest",
    abstract: "Write the package.xml, the queries and the commands that fetch what an audit needs",
    discussion: """
      With a saved report only what its export lacked, under the names that it mentions; with --all everything.

      Examples:
        chatsunset manifest --all > package.xml
        chatsunset manifest audit.json --output-dir retrieve/
      """)

  /// One part of what is written.
  enum Part: String, ExpressibleByArgument, CaseIterable {
    case package
    case queries
    case commands
  }

  @Argument(help: "A report written with --format json") var report: String?

  @Flag(name: .long, help: "Ask for everything the rules look at")
  var all = false

  @Option(name: .long, help: ArgumentHelp("What to print: package, queries, commands", valueName: "part"))
  var print = Part.package

  @Option(name: .long, help: ArgumentHelp("Write all parts into a folder that exists", valueName: "folder"))
  var outputDir: String?

  @Option(name: .long, help: ArgumentHelp("The version of the Metadata API", valueName: "version"))
  var apiVersion = "66.0"

  @OptionGroup(title: "Rules") var rule: RuleArguments

  func run() async throws {
    guard all != (report != nil) else {
      throw CommandFailure(.usage, "name a report, or ask for everything with '--all'")
    }
    guard apiVersion.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), !apiVersion.isEmpty else {
      throw CommandFailure(.usage, "'--api-version \(apiVersion)' is no version; write it as '66.0'")
    }
    let saved = try report.map { path throws(CommandFailure) in try SavedReport.read(path) }
    let packs = try rule.ruleSet(asOf: saved?.asOf).packs
    let retrieval = Retrieval(
      packs.flatMap(\.exportTypes), queries: packs.flatMap(\.queries), missingFrom: saved)
    if let outputDir { return try write(retrieval, to: outputDir) }
    switch self.print {
    case .queries: Terminal.write(retrieval.queryText, to: .standardOutput)
    case .commands: Terminal.write(retrieval.commands(folder: "manifest"), to: .standardOutput)
    case .package:
      guard retrieval.packages.count <= 1 else {
        throw CommandFailure(
          .usage,
          "this takes \(retrieval.packages.count) packages; name a folder for them with '--output-dir'")
      }
      if retrieval.packages.isEmpty {
        Terminal.write("chatsunset: the export lacked nothing that a manifest returns\n", to: .standardError)
      } else {
        Terminal.write(retrieval.manifest(0, apiVersion: apiVersion), to: .standardOutput)
      }
    }
  }

  private func write(_ retrieval: Retrieval, to folder: String) throws(CommandFailure) {
    for index in retrieval.packages.indices {
      try OutputFile.write(
        Array(retrieval.manifest(index, apiVersion: apiVersion).utf8),
        to: "\(folder)/\(retrieval.fileName(of: index))")
    }
    try OutputFile.write(Array(retrieval.queryText.utf8), to: "\(folder)/queries.soql")
    try OutputFile.write(Array(retrieval.commands(folder: folder).utf8), to: "\(folder)/retrieve.sh")
  }
}
