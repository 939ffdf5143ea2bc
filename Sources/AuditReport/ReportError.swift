/// A report that can't be read or written.
public struct ReportError: Error, Hashable, Sendable {
  /// What went wrong, for callers that act on it.
  public struct Code: Hashable, Sendable {
    private enum Value { case notJSON, notReport, unsupportedVersion, invalid, unwritable, missingLibrary }
    private let value: Value

    /// The bytes are not JSON.
    public static let notJSON = Code(value: .notJSON)
    /// The JSON is something else than a report.
    public static let notReport = Code(value: .notReport)
    /// The report has a shape that this version can't read.
    public static let unsupportedVersion = Code(value: .unsupportedVersion)
    /// A value in the report is missing or not what it should be.
    public static let invalid = Code(value: .invalid)
    /// A value has no place in the format.
    public static let unwritable = Code(value: .unwritable)
    /// The system lacks a library that the format needs.
    public static let missingLibrary = Code(value: .missingLibrary)
  }

  public var code: Code
  /// What happened to which thing, and what to do about it.
  public var message: String

  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }
}

extension ReportError: CustomStringConvertible {
  public var description: String { message }
}
