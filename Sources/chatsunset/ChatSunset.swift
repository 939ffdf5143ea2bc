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
      var command = try command(for: arguments)
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

  /// The command that the arguments ask for.
  ///
  /// The one named first is asked alone, which spares a thirteenth of the start. What it does not take, be it a mistake
  /// or a call for help, is told by this one, which knows the whole line.
  private static func command(for arguments: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first { $0._commandName == arguments.first }
    if let named, let command = try? named.parseAsRoot(Array(arguments.dropFirst())) { return command }
    return try parseAsRoot(arguments)
  }
}
