/// Which hosts a probe may talk to.
public struct HostPolicy: Hashable, Sendable {
  /// Names, or `*.` and a name for everything below it; lower case.
  public var allowedHosts: [String]
  /// Allows this machine, private networks and plain http. Names still have to be allowed.
  public var allowsLocal: Bool

  /// The hosts of the service itself.
  public static let serviceHosts = ["*.salesforceliveagent.com"]

  public init(allowedHosts: [String] = HostPolicy.serviceHosts, allowsLocal: Bool = false) {
    self.allowedHosts = allowedHosts.map { $0.lowercased() }
    self.allowsLocal = allowsLocal
  }

  /// Why an endpoint may not be asked; nil when it may.
  ///
  /// Names only. The address that a name leads to is judged by the transport when it connects.
  public func refusal(of endpoint: Endpoint) -> String? {
    if endpoint.scheme != "https", !allowsLocal {
      return "plain http is only for --allow-local"
    }
    let isAllowed = allowedHosts.contains { pattern in
      pattern.hasPrefix("*.") ? endpoint.host.hasSuffix(pattern.dropFirst()) : endpoint.host == pattern
    }
    let isThisMachine = endpoint.host == "localhost" || endpoint.host.hasSuffix(".localhost")
      || endpoint.host.hasPrefix("127.") || endpoint.host == "::1"
    if isAllowed || (allowsLocal && isThisMachine) { return nil }
    return "host '\(endpoint.host)' isn't allowed; --allow-host \(endpoint.host) allows it"
  }
}
