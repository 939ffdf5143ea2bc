import AuditModel
import LenientJSON

/// The side file: an object for each topic, an object for each id in it, and values with the day of their change.
///
/// People may write a bare value; it counts as older than every dated one.
extension PlanState {
  private static let version = 1

  /// Reads a side file.
  /// - Throws: ``PlanFileError`` that names the first value that is wrong.
  public init(json: [UInt8]) throws(PlanFileError) {
    let root = try PlanFileError.object(json)
    guard root["version"]?.integer == PlanState.version else {
      throw PlanFileError(
        "'version' must be \(PlanState.version); this is no plan file, or one of a later program")
    }
    self.init()
    for topic in Topic.allCases {
      for member in root[topic.group]?.members ?? [] {
        let place = "\(topic.group).\(member.key)"
        guard case .object = member.value else { throw PlanFileError("'\(place)' is no object") }
        var entry = Entry()
        entry.owner = try PlanState.stamped(member.value["owner"], "\(place).owner") { $0.string }
        entry.due = try PlanState.stamped(member.value["due"], "\(place).due") {
          $0.string.flatMap { CalendarDate($0) }
        }
        entry.note = try PlanState.stamped(member.value["note"], "\(place).note") { $0.string }
        entry.ticked = try PlanState.stamped(member.value["done"], "\(place).done") {
          $0.bool.map { $0 ? 1 : 0 }
        }
        entries[Key(topic, member.key)] = entry
      }
    }
  }

  /// The side file's bytes: topics and ids in their order, so that a change is one line of a diff.
  public var json: [UInt8] {
    var members = [JSONValue.Member("version", .integer(PlanState.version))]
    for topic in Topic.allCases {
      let own = entries.filter { $0.key.topic == topic }.sorted { $0.key < $1.key }
      guard !own.isEmpty else { continue }
      members.append(
        .init(topic.group, .object(own.map { .init($0.key.id, PlanState.value(of: $0.value)) })))
    }
    return Array((JSONValue.object(members).text(indented: true) + "\n").utf8)
  }

  private static func stamped<Value>(
    _ value: JSONValue?, _ place: String, _ read: (JSONValue) -> Value?
  ) throws(PlanFileError) -> Stamped<Value>? {
    guard let value, value != .null else { return nil }
    var day: CalendarDate?
    if let text = value["changed"]?.string {
      day = CalendarDate(text)
      if day == nil { throw PlanFileError("'\(place).changed' is not a day; write it as YYYY-MM-DD") }
    }
    guard let content = read(value["value"] ?? value) else {
      throw PlanFileError(
        "'\(place)' can't be read; owner and note are text, due is YYYY-MM-DD, done is true or false")
    }
    return Stamped(content, changed: day)
  }

  private static func value(of entry: Entry) -> JSONValue {
    var members: [JSONValue.Member] = []
    func add<Value>(_ name: String, _ stamped: Stamped<Value>?, _ value: (Value) -> JSONValue) {
      guard let stamped else { return }
      var parts = [JSONValue.Member("value", value(stamped.value))]
      if let changed = stamped.changed { parts.append(.init("changed", .string(changed.description))) }
      members.append(.init(name, .object(parts)))
    }
    add("done", entry.ticked) { .bool($0 == 1) }
    add("owner", entry.owner) { .string($0) }
    add("due", entry.due) { .string($0.description) }
    add("note", entry.note) { .string($0) }
    return .object(members)
  }
}

extension PlanState.Topic {
  /// The topic's key in the side file.
  fileprivate var group: String { rawValue + "s" }
}
