import ArgumentParser

/// The `chatsunset` command.
@main
struct ChatSunset: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chatsunset",
    abstract: "Find everything that depends on Salesforce's retired legacy Chat (Live Agent)",
    version: "0.1.0",
    subcommands: [ProbeCommand.self, FakeServerCommand.self]
  )
}
