/// Upper bounds for one document; going over one ends the reading with an error that names it.
///
/// The bounds keep time in proportion to the size of the input and memory independent of it, whatever
/// the input is. Some parts of libxml2 take quadratic time (2.9.14: 16 seconds for a million different
/// names), so its own limits don't replace these.
public struct XMLLimits: Hashable, Sendable {
  /// Open elements at one place.
  public var maxDepth: Int
  /// Bytes from the end of one tag to the end of the next: the text between them and the tag with its
  /// attributes. Where there is no text, comments and instructions count one by one.
  public var maxTokenBytes: Int
  /// Attributes of one element.
  public var maxAttributes: Int
  /// Namespace declarations in force at one place.
  public var maxNamespaces: Int
  /// Different names of elements, attributes, prefixes, namespaces and instructions, together.
  public var maxDistinctNames: Int
  /// Memory for the different names, in bytes.
  public var maxNameBytes: Int
  /// Bytes from the start of the document type declaration to the root element.
  public var maxDoctypeBytes: Int
  /// Attributes that an element gets from the document type declaration; they are never delivered.
  public var maxDefaultedAttributes: Int

  public init(
    maxDepth: Int = 1_000, maxTokenBytes: Int = 16 << 20, maxAttributes: Int = 10_000,
    maxNamespaces: Int = 256,
    maxDistinctNames: Int = 100_000, maxNameBytes: Int = 16 << 20, maxDoctypeBytes: Int = 64 << 10,
    maxDefaultedAttributes: Int = 16
  ) {
    self.maxDepth = maxDepth
    self.maxTokenBytes = maxTokenBytes
    self.maxAttributes = maxAttributes
    self.maxNamespaces = maxNamespaces
    self.maxDistinctNames = maxDistinctNames
    self.maxNameBytes = maxNameBytes
    self.maxDoctypeBytes = maxDoctypeBytes
    self.maxDefaultedAttributes = maxDefaultedAttributes
  }

  /// One of the bounds; the raw value is the property's name.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case maxDepth, maxTokenBytes, maxAttributes, maxNamespaces
    case maxDistinctNames, maxNameBytes, maxDoctypeBytes, maxDefaultedAttributes
  }

  /// The value of a bound.
  public subscript(name: Name) -> Int {
    switch name {
    case .maxDepth: maxDepth
    case .maxTokenBytes: maxTokenBytes
    case .maxAttributes: maxAttributes
    case .maxNamespaces: maxNamespaces
    case .maxDistinctNames: maxDistinctNames
    case .maxNameBytes: maxNameBytes
    case .maxDoctypeBytes: maxDoctypeBytes
    case .maxDefaultedAttributes: maxDefaultedAttributes
    }
  }
}
