public import AuditModel

/// What people keep about a plan between runs, keyed by ids that stay: of steps, questions and findings.
///
/// Two states merge value by value: the later change wins, whoever is merged into whom and how often.
public struct PlanState: Hashable, Sendable {
  /// What kind of thing an entry is about.
  public enum Topic: String, Hashable, Sendable, CaseIterable {
    case step
    case question
    case finding
  }

  /// The identity of an entry: `step` and `D11`, or `finding` and a fingerprint.
  public struct Key: Hashable, Sendable, Comparable {
    public var topic: Topic
    public var id: String

    public init(_ topic: Topic, _ id: String) {
      self.topic = topic
      self.id = id
    }

    public static func < (left: Key, right: Key) -> Bool {
      (left.topic.rawValue, left.id) < (right.topic.rawValue, right.id)
    }
  }

  /// What somebody wrote, and on which day; without a day it is older than everything with one.
  public struct Stamped<Value: Hashable & Sendable & Comparable>: Hashable, Sendable {
    public var value: Value
    public var changed: CalendarDate?

    public init(_ value: Value, changed: CalendarDate? = nil) {
      self.value = value
      self.changed = changed
    }

    /// The later of the two; on one day the greater value, so that the order of merging does not matter.
    func merged(with other: Stamped) -> Stamped {
      let (day, otherDay) = (changed?.daysSinceEpoch ?? .min, other.changed?.daysSinceEpoch ?? .min)
      if day != otherDay { return day > otherDay ? self : other }
      return value >= other.value ? self : other
    }
  }

  /// Everything that is kept about one thing; a missing value says nothing.
  public struct Entry: Hashable, Sendable {
    public var owner: Stamped<String>?
    public var due: Stamped<CalendarDate>?
    public var note: Stamped<String>?
    /// 1 where the box is ticked.
    public var ticked: Stamped<Int>?

    public init(
      owner: Stamped<String>? = nil, due: Stamped<CalendarDate>? = nil, note: Stamped<String>? = nil,
      ticked: Stamped<Int>? = nil
    ) {
      self.owner = owner
      self.due = due
      self.note = note
      self.ticked = ticked
    }
  }

  public var entries: [Key: Entry]

  public init(entries: [Key: Entry] = [:]) {
    self.entries = entries
  }
}

extension PlanState {
  /// Both states in one; nothing is lost but what was changed later elsewhere.
  public func merging(_ other: PlanState) -> PlanState {
    func merged<Value>(_ left: Stamped<Value>?, _ right: Stamped<Value>?) -> Stamped<Value>? {
      guard let left, let right else { return left ?? right }
      return left.merged(with: right)
    }
    return PlanState(
      entries: entries.merging(other.entries) { left, right in
        Entry(
          owner: merged(left.owner, right.owner), due: merged(left.due, right.due),
          note: merged(left.note, right.note), ticked: merged(left.ticked, right.ticked))
      })
  }

  /// Takes over what people wrote in a checklist; only what differs from this state gets the day's stamp.
  ///
  /// A checklist never takes anything away: an empty cell or an open box in an older copy is no decision.
  public func adopting(_ edits: [PlanEdit], on day: CalendarDate) -> PlanState {
    func adopted<Value>(_ old: Stamped<Value>?, _ new: Value?) -> Stamped<Value>? {
      guard let new, new != old?.value else { return old }
      return Stamped(new, changed: day)
    }
    return edits.reduce(into: self) { state, edit in
      let old = state.entries[edit.key] ?? Entry()
      let new = Entry(
        owner: adopted(old.owner, edit.owner), due: adopted(old.due, edit.due),
        note: adopted(old.note, edit.note),
        ticked: adopted(old.ticked, edit.isTicked ? 1 : nil))
      if new != Entry() { state.entries[edit.key] = new }
    }
  }
}

/// What somebody wrote beside one line of a checklist.
public struct PlanEdit: Hashable, Sendable {
  public var key: PlanState.Key
  public var isTicked: Bool
  public var owner: String?
  public var due: CalendarDate?
  public var note: String?

  public init(
    _ key: PlanState.Key, isTicked: Bool = false, owner: String? = nil, due: CalendarDate? = nil,
    note: String? = nil
  ) {
    self.key = key
    self.isTicked = isTicked
    self.owner = owner
    self.due = due
    self.note = note
  }
}

extension Plan {
  /// The edits without ticks that nobody made: a checklist comes with the boxes of finished steps ticked.
  public func decisions(in edits: [PlanEdit]) -> [PlanEdit] {
    let done = Set(items.filter { $0.state == .done }.map { PlanState.Key(.step, $0.step.id) })
    return edits.map { edit in
      var edit = edit
      if done.contains(edit.key) { edit.isTicked = false }
      return edit
    }
  }

  /// The plan with what people keep about its steps, and about questions and findings.
  public func keeping(_ state: PlanState) -> Plan {
    var plan = self
    for index in plan.items.indices {
      guard let entry = state.entries[.init(.step, plan.items[index].step.id)] else { continue }
      plan.items[index].owner = entry.owner.flatMap { $0.value.isEmpty ? nil : $0.value }
      plan.items[index].due = entry.due?.value
      plan.items[index].note = entry.note.flatMap { $0.value.isEmpty ? nil : $0.value }
      plan.items[index].isTicked = entry.ticked?.value == 1
    }
    plan.notes = state.entries.sorted { $0.key < $1.key }.compactMap { key, entry in
      guard let subject = PlanNote.Subject(rawValue: key.topic.rawValue) else { return nil }
      return PlanNote(
        subject: subject, id: key.id, owner: entry.owner.flatMap { $0.value.isEmpty ? nil : $0.value },
        due: entry.due?.value, note: entry.note.flatMap { $0.value.isEmpty ? nil : $0.value },
        isTicked: entry.ticked?.value == 1)
    }
    return plan
  }
}
