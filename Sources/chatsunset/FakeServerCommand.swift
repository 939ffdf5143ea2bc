import ArgumentParser
import FakeChatServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `chatsunset fake-server`.
struct FakeServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fake-server",
    abstract: "Run a fake Chat REST server on this machine",
    discussion: """
      Prints its address, serves until it is interrupted, then prints what happened as JSON. The same
      is answered to 'GET /_state' at any time. Listens on 127.0.0.1 only.
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
        ProbeConsole.out("\(name) \(verdict) \(scenario.summary)\n")
      }
      return
    }
    let server: FakeChatServer
    do {
      server = try FakeChatServer(chosen(), port: port, seed: seed)
    } catch let problem as FakeChatServer.StartError {
      throw usage(problem.message)
    }
    if let certificate {
      guard let pem = server.certificate else { throw usage("scenario '\(scenario)' has no certificate") }
      do {
        try Data(pem.utf8).write(to: URL(filePath: certificate))
      } catch {
        throw usage("can't write '\(certificate)'")
      }
    }
    ProbeConsole.out(server.url + "\n")
    _ = await ProbeSignals.run(announcing: nil) {
      // Until a signal cancels it.
      while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
    }
    server.stop()
    ProbeConsole.out(server.tally.text + "\n")
  }

  private func chosen() throws -> Scenario {
    if let scenarioFile {
      guard let data = FileManager.default.contents(atPath: scenarioFile) else {
        throw usage("can't read '\(scenarioFile)'")
      }
      do {
        return try Scenario(text: String(decoding: data, as: UTF8.self))
      } catch {
        throw usage("'\(scenarioFile)': \(error.message)")
      }
    }
    guard let found = Scenario.named(scenario) else {
      throw usage("unknown scenario '\(scenario)'; --list shows all")
    }
    return found
  }

  private func usage(_ message: String) -> ExitCode {
    ProbeConsole.error(message)
    return ExitCode(2)
  }
}
