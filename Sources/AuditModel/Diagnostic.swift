/// Something about the run: an unreadable file, malformed XML, a bad rule. Never about the org.
public struct Diagnostic: Codable, Hashable, Sendable {
  /// What kind of trouble, for callers that act on it; kebab-case, stable.
  public var code: String
  /// How much of the audit's promise is gone.
  public enum Severity: String, Codable, Hashable, Sendable {
    /// Worth knowing; nothing was missed.
    case information
    /// Something was not examined: the run is incomplete.
    case incomplete
  }

  public var severity: Severity
  /// What happened to which thing, and what to do about it; lower case, no full stop.
  public var message: String
  public var location: Location?

  public init(code: String, severity: Severity, message: String, location: Location? = nil) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
  }
}

extension Diagnostic: Comparable {
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let noPlace = Location(path: "")
    return (left.location ?? noPlace, left.code, left.message) < (right.location ?? noPlace, right.code, right.message)
  }
}
