/// One row of a step's hours: so many things at so many hours each.
public struct PlanEffort: Codable, Hashable, Sendable {
  /// The rule whose findings cause the work; nothing for the step's own hours.
  public var rule: RuleID?
  /// Who does it.
  public var role: String
  /// What is counted: `client`, `deployment`, `org`.
  public var per: String
  /// How many of them there are.
  public var count: Int
  /// The hours for one.
  public var each: HourRange

  public init(rule: RuleID? = nil, role: String, per: String, count: Int, each: HourRange) {
    self.rule = rule
    self.role = role
    self.per = per
    self.count = count
    self.each = each
  }

  /// The hours for all of them.
  public var hours: HourRange { each * Double(count) }
}

/// The steps that can go on at the same time, and what it takes to stop after them.
public struct PlanWave: Codable, Hashable, Sendable {
  /// Counts from 1.
  public var number: Int
  /// The ids of its steps.
  public var steps: [String]
  public var hours: HourRange
  /// Whether everything old still works as before after this wave and all before it.
  public var isSafeStop: Bool
  /// How to go back from its steps; empty where nothing old was changed in this wave.
  public var rollback: [String]

  public init(number: Int, steps: [String], hours: HourRange, isSafeStop: Bool, rollback: [String] = []) {
    self.number = number
    self.steps = steps
    self.hours = hours
    self.isSafeStop = isSafeStop
    self.rollback = rollback
  }
}

/// The hours of one role.
public struct RoleHours: Codable, Hashable, Sendable {
  public var role: String
  public var hours: HourRange

  public init(role: String, hours: HourRange) {
    self.role = role
    self.hours = hours
  }
}
