/// What people keep about a question or a finding between runs.
public struct PlanNote: Codable, Hashable, Sendable {
  /// What kind of thing a note is about.
  public enum Subject: String, Codable, Hashable, Sendable, CaseIterable {
    case question
    case finding
  }

  public var subject: Subject
  /// The question's id, or the finding's fingerprint.
  public var id: String
  public var owner: String?
  public var due: CalendarDate?
  public var note: String?
  public var isTicked: Bool

  public init(
    subject: Subject, id: String, owner: String? = nil, due: CalendarDate? = nil, note: String? = nil,
    isTicked: Bool = false
  ) {
    self.subject = subject
    self.id = id
    self.owner = owner
    self.due = due
    self.note = note
    self.isTicked = isTicked
  }
}
