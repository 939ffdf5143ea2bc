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
