public import AuditModel

/// One reason why a rule pack can't be used.
public struct RulePackError: Error, Hashable, Sendable {
  /// What went wrong, for callers that act on it.
  public struct Code: Hashable, Sendable {
    /// Kebab-case and stable, fit for ``AuditModel/Diagnostic/code``.
    public let name: String

    /// A file or folder can't be read, is too large or is not UTF-8.
    public static let unreadable = Code(name: "rule-unreadable")
    /// A file is not YAML, or is YAML that packs don't use.
    public static let syntax = Code(name: "rule-syntax")
    /// A mapping has a key that its kind doesn't know.
    public static let unknownKey = Code(name: "rule-unknown-key")
    /// A mapping lacks a key that it must have, or a pack lacks a file.
    public static let missingKey = Code(name: "rule-missing-key")
    /// A mapping has one key twice.
    public static let duplicateKey = Code(name: "rule-duplicate-key")
    /// A list stands where a text belongs, or the like.
    public static let wrongType = Code(name: "rule-wrong-type")
    /// A word is not in its vocabulary, or a value breaks its key's rule.
    public static let invalidValue = Code(name: "rule-invalid-value")
    /// A file's name or folder doesn't fit its content.
    public static let misplaced = Code(name: "rule-misplaced")
    /// Two things have one identifier.
    public static let duplicateID = Code(name: "rule-duplicate-id")
    /// An identifier names nothing.
    public static let unknownID = Code(name: "rule-unknown-id")
    /// A keyword is too short for the prefilter or not ASCII.
    public static let keyword = Code(name: "rule-keyword")
    /// A pattern doesn't compile, or could take forever.
    public static let pattern = Code(name: "rule-pattern")
    /// A text uses a capture that nothing provides.
    public static let capture = Code(name: "rule-capture")
  }

  public var code: Code
  /// What happened to which thing, and what to do about it; lower case, no full stop.
  public var message: String
  /// The place in the pack; its path begins with the pack's folder.
  public var location: Location

  public init(code: Code, message: String, location: Location) {
    self.code = code
    self.message = message
    self.location = location
  }
}

extension RulePackError: CustomStringConvertible {
  /// The error as compilers write it, `path:line:column: message`.
  public var description: String { "\(location): \(message)" }
}

extension RulePackError: Comparable {
  public static func < (left: RulePackError, right: RulePackError) -> Bool {
    (left.location, left.message) < (right.location, right.message)
  }
}

/// Everything that is wrong with a rule pack, in the order of places; never empty.
public struct RulePackErrors: Error, Hashable, Sendable {
  public let errors: [RulePackError]

  init(_ errors: [RulePackError]) {
    precondition(!errors.isEmpty, "an error needs a reason")
    self.errors = errors.sorted()
  }
}

extension RulePackErrors: CustomStringConvertible {
  /// One line for each error.
  public var description: String {
    errors.map(\.description).joined(separator: "\n")
  }
}
