/// The probe's answer for one endpoint.
public enum Verdict: String, Codable, Hashable, Sendable, CaseIterable {
  /// The visitor plane answered for these ids, and a session was started and ended.
  case live
  /// A session starts and ends, but nothing proves that visitors are still served.
  case transportOnly = "transport-only"
  /// The service named another server; it was followed once.
  case moved
  /// Determinate evidence that the service is gone.
  case retired
  /// It answered and refused.
  case refused
  /// No answer: name, connection, TLS or time. Says nothing about live or retired.
  case unreachable
  /// Anything unexpected, with the evidence.
  case inconclusive
}

/// What the probe found out about one endpoint, with its evidence.
public struct ProbeResult: Codable, Hashable, Sendable {
  /// The endpoint as it was asked: scheme, host, port and path up to `/chat/rest`.
  public var endpoint: String
  public var verdict: Verdict
  /// Why, in words: what was seen, and what it does and does not prove.
  public var reason: String
  /// The server that SwitchServer named.
  public var movedTo: String?
  public var session: ProbeSession
  /// Every request in the order it was made.
  public var exchanges: [ProbeExchange]

  public init(
    endpoint: String, verdict: Verdict, reason: String, movedTo: String? = nil,
    session: ProbeSession = .none, exchanges: [ProbeExchange] = []
  ) {
    self.endpoint = endpoint
    self.verdict = verdict
    self.reason = reason
    self.movedTo = movedTo
    self.session = session
    self.exchanges = exchanges
  }
}

/// What became of the session that a probe started.
public enum ProbeSession: String, Codable, Hashable, Sendable, CaseIterable {
  /// None was started.
  case none
  /// Ended, and the server said so.
  case ended
  /// The server no longer knew it when it was to be ended.
  case gone
  /// Could not be ended; the server lets go of it when nobody polls.
  case left
  /// The request to start one had no complete answer, so one may have started.
  case unknown
}

/// One request of a probe and its answer; holds no key, no token and no body.
public struct ProbeExchange: Codable, Hashable, Sendable {
  public var method: String
  /// The address asked, with `{key}` where the session key stood.
  public var url: String
  /// Nil where no status line arrived.
  public var status: Int?
  /// Why the exchange isn't complete.
  public var failure: String?
  public var timing: ProbeTiming
  /// The address that was connected to; of the proxy where there is one.
  public var address: String?
  /// The names in the server's certificate.
  public var tlsName: String?
  /// The answer's headers that tell something, by lower-case name: sunset, deprecation, link and a few more.
  public var headers: [String: String]

  public init(
    method: String, url: String, status: Int? = nil, failure: String? = nil,
    timing: ProbeTiming = ProbeTiming(), address: String? = nil, tlsName: String? = nil,
    headers: [String: String] = [:]
  ) {
    self.method = method
    self.url = url
    self.status = status
    self.failure = failure
    self.timing = timing
    self.address = address
    self.tlsName = tlsName
    self.headers = headers
  }
}

/// When the phases of an exchange ended, in milliseconds since its start; 0 where a phase wasn't reached.
public struct ProbeTiming: Codable, Hashable, Sendable {
  public var name: Int
  public var connect: Int
  public var tls: Int
  public var firstByte: Int
  public var total: Int

  public init(name: Int = 0, connect: Int = 0, tls: Int = 0, firstByte: Int = 0, total: Int = 0) {
    self.name = name
    self.connect = connect
    self.tls = tls
    self.firstByte = firstByte
    self.total = total
  }
}
