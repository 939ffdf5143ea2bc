public import AuditModel

/// The first problem of a document, with its place; the events before it stand.
public struct XMLError: Error, Hashable, Sendable {
  /// What went wrong, for callers that act on it.
  public struct Code: Hashable, Sendable {
    private enum Value: Hashable {
      case malformed, truncated, encoding, empty, unreadable
      case limit(XMLLimits.Name)
    }
    private let value: Value

    /// The document breaks a rule of XML.
    public static let malformed = Code(value: .malformed)
    /// The document ends too early.
    public static let truncated = Code(value: .truncated)
    /// The bytes are not UTF-8, or the document says so and was not transcoded.
    public static let encoding = Code(value: .encoding)
    /// The document has no bytes, or nothing but white space.
    public static let empty = Code(value: .empty)
    /// The source failed to deliver the next bytes.
    public static let unreadable = Code(value: .unreadable)
    /// The document goes over a limit.
    public static func limit(_ name: XMLLimits.Name) -> Code { Code(value: .limit(name)) }

    /// The limit that was crossed, if one was.
    public var limit: XMLLimits.Name? {
      if case .limit(let name) = value { name } else { nil }
    }
  }

  public var code: Code
  /// What happened, in one line without control characters; for malformed input in libxml2's words.
  public var message: String
  /// Where the reader stood, in bytes from the start of the document.
  public var byteOffset: Int
  /// The line and column of `byteOffset`.
  public var position: TextPosition

  public init(code: Code, message: String, byteOffset: Int, position: TextPosition) {
    self.code = code
    self.message = message
    self.byteOffset = byteOffset
    self.position = position
  }
}

extension XMLError: CustomStringConvertible {
  public var description: String { "\(position): \(message)" }
}
