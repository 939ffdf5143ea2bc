import ArgumentParser

/// The `chatsunset` command: flags, terminal and exit status, and nothing else.
@main
struct ChatSunset: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "chatsunset",
    abstract: "Find everything that depends on Salesforce's legacy Chat (Live Agent), scheduled to retire on 2026-02-14",
    discussion: """
      Start with 'chatsunset audit FOLDER', where FOLDER holds an org export, a retrieve zip or source code.
      """,
    version: version,
    subcommands: [
      AuditCommand.self,
      LintCommand.self,
      RulesCommand.self,
      ProbeCommand.self,
      RenderCommand.self,
      MergeCommand.self,
      PlanCommand.self,
      DiffCommand.self,
      ManifestCommand.self,
      PortfolioCommand.self,
      FakeServerCommand.self,
    ]
  )

  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    Interruption.ignoreBrokenWrites()
    do {
      if let complaint = UsageCheck.complaint(about: arguments) { throw CommandFailure(.usage, complaint) }
      if try await runPlainly(arguments) { return }
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      Terminal.error(failure.message)
      ExitStatus.exit(failure.status)
    } catch let status as ExitStatus {
      ExitStatus.exit(status)
    } catch let code as ExitCode {
      ExitStatus.exit(ExitStatus(code: code.rawValue))
    } catch {
      // Help and version are "errors" with status 0; all others of the parser are about usage.
      guard exitCode(for: error) != .success else { exit(withError: error) }
      Terminal.error(UsageCheck.sentence(message(for: error)))
      Terminal.write("Run '\(UsageCheck.helpCommand(for: arguments))' for the flags.\n", to: .standardError)
      ExitStatus.exit(.usage)
    }
  }

  /// Runs the commands that examine, where their arguments need no parser.
  private static func runPlainly(_ arguments: [String]) async throws -> Bool {
    guard let verb = arguments.first, verb == "audit" || verb == "lint",
      let plain = PlainArguments(arguments.dropFirst())
    else { return false }
    if verb == "audit" {
      try AuditRun(plain: plain).run()
    } else {
      try await LintCommand(plain: plain).run()
    }
    return true
  }
}
