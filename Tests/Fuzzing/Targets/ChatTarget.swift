import AuditModel

@testable import ChatProbe

/// The answers of a server, one after the other: a byte for the status, two for the length, the body.
///
/// Whatever it answers, the probe ends after a bounded number of requests, a session whose key was read
/// is asked to end, and no header or address holds what the server could act with.
struct ChatTarget: FuzzTarget {
  private static let statuses = [200, 200, 200, 204, 302, 400, 403, 404, 409, 500, 503]
  /// Polls are bounded by patience; everything else by far less.
  private static let maxRequests = 2_000
  private let plan: ProbePlan
  private let policy = HostPolicy(allowedHosts: ["*.example.com"])

  init() throws {
    plan = ProbePlan(
      endpoint: try Endpoint("https://d.example.com/chat/rest"), organization: "00D000000000001",
      deployment: "572000000000001", button: "573000000000001", chat: ProbePlan.Chat(patience: .seconds(60)))
  }

  mutating func problem(with bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    var plan = plan
    if first & 1 != 0 { plan.chat = nil }
    if first & 2 != 0 { plan.organization = nil }
    // The request at which somebody interrupts, or none.
    let interruption = first & 4 != 0 ? Int(first >> 3) : Int.max
    var answers = Answers(rest: bytes.dropFirst())
    var machine = ProbeMachine(plan: plan, policy: policy)
    var action = machine.start()
    var key: Secret?
    var hasAskedToEnd = false
    for count in 0..<ChatTarget.maxRequests {
      switch action {
      case .finish(let conclusion):
        if key != nil, !hasAskedToEnd { return "a session was left: \(conclusion.reason)" }
        return nil
      case .send(let request):
        if let problem = problem(with: request) { return problem }
        if request.method == "DELETE" { hasAskedToEnd = true }
        if count == interruption { machine.cancel() }
        let isSession = machine.state == .session
        let answer = answers.next()
        action = machine.received(answer)
        if isSession, let session = machine.session { key = session.key }
      }
    }
    return "the probe does not end"
  }

  private func problem(with request: ProbeRequest) -> String? {
    for line in request.headerLines where line.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return "a header holds a control character: \(line.debugDescription)"
    }
    if !request.url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return "an address that is none: \(request.url)" }
    if policy.refusal(of: request.endpoint) != nil || !request.url.hasPrefix("\(request.endpoint)/") {
      return "a request leaves the allowed hosts: \(request.url)"
    }
    // Text that addresses are made of as well says nothing; a real key has this sign.
    for secret in request.secrets where secret.exposed.utf8.count > 8 && secret.exposed.contains("!") {
      if (request.redactedHeaderLines + [request.redactedURL]).contains(where: { $0.contains(secret.exposed) }) {
        return "a journal would show a secret"
      }
    }
    return nil
  }

  /// The input as answers; when it is used up every request times out.
  private struct Answers {
    var rest: ArraySlice<UInt8>

    mutating func next() -> ProbeAnswer {
      guard rest.count >= 3, let code = rest.popFirst(), let low = rest.popFirst(), let high = rest.popFirst() else {
        return .failure(.init(kind: .timeout, message: "it took too long"))
      }
      let body = Array(rest.prefix(Int(low) | Int(high & 0x0F) << 8))
      rest = rest.dropFirst(body.count)
      let status = ChatTarget.statuses[Int(code & 0x7F) % ChatTarget.statuses.count]
      if code & 0x80 != 0 {
        return .failure(.init(kind: .broken, message: "it broke off", hasConnected: true, status: status, body: body))
      }
      return .response(status: status, headers: ["location": String(decoding: body.prefix(40), as: UTF8.self)], body: body)
    }
  }
}
