/// One step of a migration, as a pack describes it.
public struct PlanStep: Codable, Hashable, Sendable {
  /// A letter for the phase and a number: `D11`.
  public var id: String
  public var phase: String
  public var title: String
  /// What to do, in plain words.
  public var details: String?
  /// Who does it.
  public var role: String
  /// The ids of the steps that must be done before.
  public var needs: [String]
  /// Whether the step belongs to every migration, found something or not.
  public var always: Bool
  /// Signals of the successor that show this step done, as rule ids.
  public var doneWhen: [RuleID]
  /// Hours for the step itself, beside the effort of its findings.
  public var effort: Effort?
  /// How to go back once the step is done; nothing where the old product stays as it was.
  public var rollback: String?
  public var links: [Link]

  public init(
    id: String, phase: String, title: String, details: String? = nil, role: String, needs: [String] = [],
    always: Bool = false, doneWhen: [RuleID] = [], effort: Effort? = nil, rollback: String? = nil,
    links: [Link] = []
  ) {
    self.id = id
    self.phase = phase
    self.title = title
    self.details = details
    self.role = role
    self.needs = needs
    self.always = always
    self.doneWhen = doneWhen
    self.effort = effort
    self.rollback = rollback
    self.links = links
  }
}

/// The checklist: ordered steps in waves.
public struct Plan: Codable, Hashable, Sendable {
  public var items: [PlanItem]
  /// Steps that wait for each other in a circle; the plan orders them by id and says so.
  public var cycles: [[String]]
  /// What the hours assume, one sentence each.
  public var assumptions: [String]
  /// The sum of all items' hours.
  public var total: HourRange
  /// The layers of the plan, each with its stop point.
  public var waves: [PlanWave]
  /// The same hours by role.
  public var roles: [RoleHours]
  /// How much of each deployment has a counterpart, the most used first.
  public var deployments: [DeploymentMapping]
  /// What people keep about questions and findings.
  public var notes: [PlanNote]

  public init(
    items: [PlanItem] = [], cycles: [[String]] = [], assumptions: [String] = [], total: HourRange = HourRange(),
    waves: [PlanWave] = [], roles: [RoleHours] = [], deployments: [DeploymentMapping] = [],
    notes: [PlanNote] = []
  ) {
    self.items = items
    self.cycles = cycles
    self.assumptions = assumptions
    self.total = total
    self.waves = waves
    self.roles = roles
    self.deployments = deployments
    self.notes = notes
  }
}

extension Plan {
  /// Reads a saved plan; one of an earlier version has neither deployments nor notes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      items: try container.decode([PlanItem].self, forKey: .items),
      cycles: try container.decode([[String]].self, forKey: .cycles),
      assumptions: try container.decode([String].self, forKey: .assumptions),
      total: try container.decode(HourRange.self, forKey: .total),
      waves: try container.decode([PlanWave].self, forKey: .waves),
      roles: try container.decode([RoleHours].self, forKey: .roles),
      deployments: try container.decodeIfPresent([DeploymentMapping].self, forKey: .deployments) ?? [],
      notes: try container.decodeIfPresent([PlanNote].self, forKey: .notes) ?? [])
  }
}

/// One line of the checklist.
public struct PlanItem: Codable, Hashable, Sendable {
  public enum State: String, Codable, Hashable, Sendable {
    /// Findings belong to it, and nothing shows it done.
    case open
    /// Findings belong to it, and signals of the successor are there too.
    case halfDone = "half-done"
    /// Signals of the successor are there and nothing of the old is left.
    case done
    /// No finding belongs to it, but it is part of every migration.
    case always
    /// No finding belongs to it.
    case notNeeded = "not-needed"
  }

  public var step: PlanStep
  /// 1 for the steps that need nothing, then by the longest chain of needs.
  public var wave: Int
  public var state: State
  /// Fingerprints of the findings that belong to the step.
  public var findings: [String]
  /// Fingerprints of the successor's findings that show the step done.
  public var signals: [String]
  /// The sum of ``efforts``.
  public var hours: HourRange
  /// What the hours are made of.
  public var efforts: [PlanEffort]
  /// What people keep about the step between runs.
  public var owner: String?
  public var due: CalendarDate?
  public var note: String?
  public var isTicked: Bool

  public init(
    step: PlanStep, wave: Int, state: State, findings: [String] = [], signals: [String] = [],
    hours: HourRange = HourRange(), efforts: [PlanEffort] = [], owner: String? = nil, due: CalendarDate? = nil, note: String? = nil,
    isTicked: Bool = false
  ) {
    self.step = step
    self.wave = wave
    self.state = state
    self.findings = findings
    self.signals = signals
    self.hours = hours
    self.efforts = efforts
    self.owner = owner
    self.due = due
    self.note = note
    self.isTicked = isTicked
  }
}

/// Hours of work between a low and a high guess.
public struct HourRange: Codable, Hashable, Sendable {
  public var low: Double
  public var high: Double

  public init(low: Double = 0, high: Double = 0) {
    self.low = low
    self.high = high
  }

  public static func + (left: HourRange, right: HourRange) -> HourRange {
    HourRange(low: left.low + right.low, high: left.high + right.high)
  }
}

extension HourRange {
  /// The same work so many times.
  public static func * (left: HourRange, right: Double) -> HourRange {
    HourRange(low: left.low * right, high: left.high * right)
  }
}
