/// A query for records that no metadata export holds, as a pack describes it, and how its results are read.
public struct RecordQuery: Codable, Hashable, Sendable {
  /// The object that is asked for.
  public var object: String
  public var soql: String
  /// What the answer is good for, in plain words.
  public var why: String
  /// The column with the id of the record that a row is about.
  public var key: String
  /// The metadata type of that record, where it is also a component.
  public var component: String?
  /// The column with the component's name.
  public var name: String
  /// The kind of node that the record's id is.
  public var identifies: NodeKind?
  /// Columns with ids of other records.
  public var links: [Link]
  /// Columns whose values become properties of the component.
  public var properties: [String]
  /// Where the rows are calls, and not records.
  public var calls: Calls?

  public init(
    object: String, soql: String, why: String, key: String = "Id", component: String? = nil,
    name: String = "DeveloperName", identifies: NodeKind? = nil, links: [Link] = [], properties: [String] = [],
    calls: Calls? = nil
  ) {
    self.object = object
    self.soql = soql
    self.why = why
    self.key = key
    self.component = component
    self.name = name
    self.identifies = identifies
    self.links = links
    self.properties = properties
    self.calls = calls
  }

  /// A log of calls: each row is one, by some program, of some object.
  public struct Calls: Codable, Hashable, Sendable {
    /// Columns with the program's name; the first that is filled counts.
    public var client: [String]
    /// Columns with the names of objects; the first that is filled counts.
    public var object: [String]
    /// The objects whose calls are counted.
    public var objects: [String]

    public init(client: [String], object: [String], objects: [String]) {
      self.client = client
      self.object = object
      self.objects = objects
    }
  }

  /// A column with the id of another record.
  public struct Link: Codable, Hashable, Sendable {
    public var column: String
    public var relation: Relation
    /// The metadata type of the other record.
    public var component: String

    public init(column: String, relation: Relation, component: String) {
      self.column = column
      self.relation = relation
      self.component = component
    }
  }
}
