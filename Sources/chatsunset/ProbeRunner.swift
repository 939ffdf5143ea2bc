import AuditModel
import AuditReport
import ChatProbe

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of `probe`: flags to plans, plans to results, results to files and a status.
struct ProbeRunner {
  let command: ProbeCommand

  func run() async throws {
    if let cleanup = command.cleanup { return try await cleanUp(after: cleanup) }
    var report = try command.from.map(readReport)
    let endpoints = report.map {
      ReportEndpoints($0.inventory, apiVersion: command.apiVersion)
    }
    for skipped in endpoints?.skipped ?? [] {
      Terminal.error("not probed: '\(skipped.name)': \(skipped.reason)")
    }
    let plans = try endpoints?.plans ?? namedPlans()
    try check(plans)
    if command.dryRun { return dryRun(plans) }
    try confirmFullChat(plans)

    let journal = try openJournal()
    let prober = try makeProber(journal ?? NoJournal())
    let (run, interruption) = await ProbeSignals.run(announcing: Self.announcement) {
      await prober.probe(plans) { _, result in
        // Only where somebody is watching.
        if Terminal.Stream.standardError.isTerminal {
          Terminal.error("\(result.verdict.rawValue) \(result.endpoint)")
        }
      }
    }
    finish(journal)
    let results = ProbeReport(
      results: run.results, isComplete: run.isComplete, expected: Set(command.expect),
      version: ChatSunset.version)
    if var joined = report {
      endpoints?.join(run.results, to: &joined)
      report = joined
    }
    try write(results, report)
    try leave(run, interruption)
  }

  static let announcement = "interrupted: ending open sessions; once more to leave at once"

  // MARK: before

  private func readReport(_ path: String) throws(CommandFailure) -> Report {
    let bytes = try InputFile.read(path)
    do {
      return try Report(json: bytes)
    } catch {
      throw CommandFailure(.usage, "'\(path)': \(error.message)")
    }
  }

  private func namedPlans() throws -> [ProbePlan] {
    try command.endpoints.map { text in
      do throws(EndpointError) {
        return ProbePlan(
          endpoint: try Endpoint(text), organization: command.organization,
          deployment: command.deployment, button: command.button, apiVersion: command.apiVersion,
          chat: command.fullChat ? ProbePlan.Chat() : nil)
      } catch {
        throw CommandFailure(.usage, error.message)
      }
    }
  }

  private var policy: HostPolicy {
    HostPolicy(allowedHosts: HostPolicy.serviceHosts + command.allowHost, allowsLocal: command.allowLocal)
  }

  /// Everything that is wrong with the flags is said before the first request.
  private func check(_ plans: [ProbePlan]) throws {
    func require(_ condition: Bool, _ message: String) throws {
      if !condition { throw CommandFailure(.usage, message) }
    }
    try require(command.from == nil || command.endpoints.isEmpty, "either endpoints or --from, not both")
    try require(
      command.from != nil || !plans.isEmpty,
      "name an endpoint, or a report with --from; 'chatsunset probe --help' shows more")
    try require((1...64).contains(command.jobs), "'--jobs' must be from 1 to 64")
    try require(command.timeout > 0 && (command.deadline ?? 1) > 0, "times must be more than 0 seconds")
    try require(command.rate >= 0, "'--rate' must be 0 or more")
    try require(
      !command.apiVersion.isEmpty && command.apiVersion.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") },
      "'--api-version' must be a number")
    for (flag, id, prefix) in [
      ("--org", command.organization, "00D"), ("--deployment", command.deployment, "572"),
      ("--button", command.button, "573"),
    ] {
      if let id {
        try require(ProbePlan.isID(id, prefix), "'\(flag)' must be an id of 15 or 18 characters that starts with '\(prefix)'")
      }
    }
    try require(
      (command.organization == nil) == (command.deployment == nil) && (command.button == nil || command.deployment != nil),
      "--org and --deployment belong together, and --button needs both")
    for plan in plans {
      // With --from the refusal is the endpoint's result; a typed one is a mistake.
      if command.from == nil, let refusal = policy.refusal(of: plan.endpoint) {
        throw CommandFailure(.usage, "'\(plan.endpoint)': \(refusal)")
      }
    }
    if command.fullChat {
      try require(
        command.from == nil && plans.count == 1 && command.button != nil,
        "'--full-chat' takes one endpoint with --org, --deployment and --button")
    }
  }

  private func dryRun(_ plans: [ProbePlan]) {
    for plan in plans {
      for text in plan.dryRun(policy) { Terminal.write(text + "\n", to: .standardOutput) }
    }
  }

  /// A person's phone rings: asked anew for each run, by the name of what will ring.
  private func confirmFullChat(_ plans: [ProbePlan]) throws {
    guard command.fullChat, let host = plans.first?.endpoint.host else { return }
    if let confirmation = command.confirmFullChat {
      guard confirmation == host else {
        throw CommandFailure(.usage, "'--confirm-full-chat' must be the endpoint's host, '\(host)'")
      }
      return
    }
    guard isatty(STDIN_FILENO) == 1, Terminal.Stream.standardError.isTerminal else {
      throw CommandFailure(.usage, "'--full-chat' rings a person; confirm with --confirm-full-chat \(host)")
    }
    Terminal.error("this requests a chat at '\(host)' and rings whoever is on duty; type the host to go on:")
    guard readLine() == host else { throw CommandFailure(.usage, "not confirmed, nothing was sent") }
  }

  func makeProber(_ journal: any ProbeJournal) throws -> Prober {
    var options = ProbeOptions()
    options.policy = policy
    options.jobs = command.jobs
    options.requestsPerSecond = command.rate
    options.deadline = command.deadline.map { .seconds($0) }
    options.transport.exchangeTimeout = .seconds(command.timeout)
    options.transport.connectTimeout = .seconds(min(command.timeout, 10))
    options.transport.caFile = command.caFile
    let variables = ProxySettings.variables.compactMap { name in environment(name).map { (name, $0) } }
    options.transport.proxy = ProxySettings(environment: Dictionary(uniqueKeysWithValues: variables))
    do {
      return try Prober(options, journal: journal)
    } catch {
      throw CommandFailure(.usage, error.message)
    }
  }

  // MARK: after

  private func write(_ results: ProbeReport, _ report: Report?) throws {
    for output in command.output {
      guard let equals = output.firstIndex(of: "=") else {
        throw CommandFailure(.usage, "'--output' takes FORM=PATH, not '\(output)'")
      }
      let path = String(output[output.index(after: equals)...])
      let name = String(output[..<equals])
      if name == "report", let report {
        try OutputFile.write(report.json(), to: path)
      } else if let format = ProbeFormat(rawValue: name) {
        try OutputFile.write(Array(results.text(as: format, showsExchanges: true).utf8), to: path)
      } else {
        throw CommandFailure(.usage, "unknown form '\(name)' in '--output'")
      }
    }
    try Terminal.write(
      Array(results.text(as: command.format, showsExchanges: command.verbose).utf8), to: .standardOutput)
  }

  private func leave(_ run: ProbeRun, _ interruption: ProbeSignals.Interruption?) throws {
    if let interruption { throw interruption.status }
    switch ProbeOutcome(run.results, expected: Set(command.expect)) {
    case .different: throw ExitStatus.findings
    case _ where !run.isComplete: throw ExitStatus.incomplete
    case .inconclusive: throw ExitStatus.inconclusive
    case .asExpected: break
    }
  }
}
