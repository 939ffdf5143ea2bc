package import AuditModel

/// Receives what a probe does while it does it.
///
/// Calls come from many tasks. Whatever is recorded holds no secret but the session of
/// ``opened(_:)``, which exists so that another process can end it.
package protocol ProbeJournal: Sendable {
  /// A request is about to be sent.
  func sending(method: String, url: String)
  /// Its exchange is over.
  func received(_ exchange: ProbeExchange)
  /// A session is known from now on. Must be durable when this returns.
  func opened(_ session: OpenSession)
  /// The session is over, or was left to expire.
  func closed(_ session: OpenSession, _ fate: ProbeSession)
}

/// A session that has to be ended, with all that another process needs for it.
package struct OpenSession: Hashable, Sendable {
  package var endpoint: String
  package var apiVersion: String
  package var key: Secret
  package var affinity: Secret?
}

/// Records nothing.
package struct NoJournal: ProbeJournal {
  package init() {}
  package func sending(method: String, url: String) {}
  package func received(_ exchange: ProbeExchange) {}
  package func opened(_ session: OpenSession) {}
  package func closed(_ session: OpenSession, _ fate: ProbeSession) {}
}
