import AuditModel

/// Performs requests; the only part of a probe that touches the network.
protocol Transport: Sendable {
  /// Performs one request and says what came of it. Never throws: trouble is an answer.
  ///
  /// A cancellation of the task ends a request at once if its purpose is a question, and is not
  /// looked at otherwise.
  func perform(_ request: ProbeRequest) async -> TransportResult
}

/// An answer with the evidence of how it came.
struct TransportResult: Sendable {
  var answer: ProbeAnswer
  var evidence: ProbeExchange
}

/// Bounds and certificates of the transport.
public struct TransportOptions: Hashable, Sendable {
  public var connectTimeout = Duration.seconds(10)
  /// For a whole exchange.
  public var exchangeTimeout = Duration.seconds(20)
  /// For the requests that end a session, which run on after a cancellation.
  public var endingTimeout = Duration.seconds(10)
  /// How long a cancelled run still waits for the answer that may hold a session's key.
  public var openingGrace = Duration.seconds(5)
  /// More body than this is not read.
  public var maxBodyBytes = 256 * 1024
  public var maxHeaderBytes = 32 * 1024
  /// A PEM file to trust instead of the system's certificates.
  public var caFile: String?
  public var proxy = ProxySettings()
  public var userAgent = "ChatSunset/0.1 (endpoint probe)"

  public init() {}
}

/// Which proxy to use, from the variables that everyone uses.
public struct ProxySettings: Hashable, Sendable {
  /// For https.
  public var https: String?
  /// For http.
  public var http: String?
  /// Hosts that are asked directly: names, `.suffixes`, or `*`.
  public var exceptions: [String]

  public init(https: String? = nil, http: String? = nil, exceptions: [String] = []) {
    self.https = https
    self.http = http
    self.exceptions = exceptions
  }

  /// The names that ``init(environment:)`` looks at.
  public static let variables = [
    "https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
  ]

  /// Reads `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, with the precedence of curl: lower
  /// case first, and never `HTTP_PROXY`, which a CGI request can set.
  public init(environment: [String: String]) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    https = value("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
    http = value("http_proxy", "all_proxy", "ALL_PROXY")
    exceptions = (value("no_proxy", "NO_PROXY") ?? "").split { $0 == "," || $0 == " " }.map { $0.lowercased() }
  }

  /// The proxy for an endpoint, nil for a direct connection.
  func proxy(for endpoint: Endpoint) -> String? {
    let isExcepted = exceptions.contains { exception in
      let name = exception.hasPrefix(".") ? exception.dropFirst() : exception[...]
      return exception == "*" || endpoint.host == name || endpoint.host.hasSuffix("." + name)
    }
    if isExcepted { return nil }
    return endpoint.scheme == "https" ? https : http
  }
}
