import ArgumentParser
import FakeChatServer

/// `chatsunset fake-server`.
struct FakeServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fake-server",
    abstract: "Run a fake Chat REST server on this machine",
    discussion: """
      Prints its address, serves until it is interrupted, then prints what happened as JSON. The same is \
      answered to 'GET /_state' at any time. Listens on 127.0.0.1 only.
      """
  )

  @Option(help: "What it behaves like; --list shows all")
  var scenario = "live"

  @Option(help: "A scenario of your own, as JSON")
  var scenarioFile: String?

  @Option(help: "0 takes a free port")
  var port: UInt16 = 0

  @Option(help: "Makes keys and tokens repeatable")
  var seed: UInt64 = 1

  @Option(help: "Write the certificate of a TLS scenario to a PEM file")
  var certificate: String?

  @Flag(help: "List the scenarios and the verdicts that fit them")
  var list = false

  func run() async throws {
    if list {
      for scenario in Scenario.catalogue {
        let name = scenario.name + String(repeating: " ", count: max(0, 21 - scenario.name.count))
        let verdict = scenario.verdict + String(repeating: " ", count: max(0, 15 - scenario.verdict.count))
        Terminal.write("\(name) \(verdict) \(scenario.summary)\n", to: .standardOutput)
      }
      return
    }
    let scenario = try chosen()
    let server: FakeChatServer
    do {
      server = try FakeChatServer(scenario, port: port, seed: seed)
    } catch {
      throw CommandFailure(.usage, error.message)
    }
    if let certificate {
      guard let pem = server.certificate else { throw CommandFailure(.usage, "scenario '\(scenario.name)' has no certificate") }
      try OutputFile.write(Array(pem.utf8), to: certificate)
    }
    Terminal.write(server.url + "\n", to: .standardOutput)
    _ = await ProbeSignals.run(announcing: nil) {
      // Until a signal cancels it.
      while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
    }
    server.stop()
    Terminal.write(server.tally.text + "\n", to: .standardOutput)
  }

  private func chosen() throws(CommandFailure) -> Scenario {
    if let scenarioFile {
      let text = String(decoding: try InputFile.read(scenarioFile), as: UTF8.self)
      do {
        return try Scenario(text: text)
      } catch {
        throw CommandFailure(.usage, "'\(scenarioFile)': \(error.message)")
      }
    }
    guard let found = Scenario.named(scenario) else {
      throw CommandFailure(.usage, "unknown scenario '\(scenario)'; --list shows all")
    }
    return found
  }
}
