public import ArgumentParser
public import AuditModel
package import ChatProbe

/// `chatsunset probe`.
struct ProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Start and end a Chat session to see whether an endpoint still answers",
    discussion: """
      Asks the visitor resources when ids are given, then starts a session and ends it at once. No person is \
      rung, and every session that was started is ended, also after an interruption.

      Exit status: 0 a definite answer, and the expected one; 1 another verdict than --expect names; 2 usage; \
      3 cut short by --deadline; 5 an endpoint could not be judged; 130 and 143 interrupted.
      """
  )

  @Argument(help: "Endpoints: a host, the setup page's '…/chat/rest/' or a snippet's '…/chat'")
  var endpoints: [String] = []

  @Option(help: "Take the endpoints and their ids from an audit's JSON report")
  var from: String?

  @Option(name: .customLong("org"), help: "The org's id, '00D…'")
  var organization: String?

  @Option(help: "The deployment's id, '572…'")
  var deployment: String?

  @Option(help: "The button's id, '573…'")
  var button: String?

  @Option(help: "The version sent with every request")
  var apiVersion = "60"

  @Option(
    parsing: .singleValue,
    help: "Another host that may be asked, '*.' for all below; only '*.salesforceliveagent.com' may otherwise")
  var allowHost: [String] = []

  @Flag(help: "Allow this machine, private addresses and plain http")
  var allowLocal = false

  @Option(parsing: .singleValue, help: "A verdict that is fine, repeatable; any other one is exit status 1")
  var expect: [Verdict] = []

  @Option(help: "Endpoints at a time, 1 to 64")
  var jobs = 4

  @Option(help: "Requests a second to one host, 0 for no limit")
  var rate = 5.0

  @Option(help: "Seconds for the whole run; what is left then is wound up")
  var deadline: Double?

  @Option(help: "Seconds for one exchange")
  var timeout = 20.0

  @Option(help: "A PEM file of certificates to trust instead of the system's")
  var caFile: String?

  @Option(help: "What stdout gets: text, json, junit or prometheus")
  var format = ProbeFormat.text

  @Option(
    parsing: .singleValue,
    help: "Write a form to a file, FORM=PATH, repeatable; 'report=PATH' is the report of --from with its verdicts")
  var output: [String] = []

  @Flag(name: .shortAndLong, help: "List every request in the text form")
  var verbose = false

  @Flag(help: "Print the requests and send none")
  var dryRun = false

  @Option(help: "Where to write the journal; by default a new file in the state folder, removed when every session has ended")
  var journal: String?

  @Flag(help: "Write no journal; a killed run can then not be cleaned up")
  var noJournal = false

  @Option(help: "End the sessions that a killed run has left, by its journal")
  var cleanup: String?

  @Flag(help: "Request a real chat, which rings a person, and end it")
  var fullChat = false

  @Option(help: "Confirm --full-chat without a prompt, by the endpoint's host")
  var confirmFullChat: String?

  func run() async throws {
    try await ProbeRunner(command: self).run()
  }
}

extension Verdict: ExpressibleByArgument {}
extension ProbeFormat: ExpressibleByArgument {}
