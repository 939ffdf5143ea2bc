/// Many reports on one page: which orgs are worst, what they share, and how they change.
public struct Portfolio: Codable, Hashable, Sendable {
  /// The organisations, the worst first.
  public var rows: [Row]
  /// Endpoints, hosts and ids that several organisations have, the most common first.
  public var shared: [Shared]

  public init(rows: [Row] = [], shared: [Shared] = []) {
    self.rows = rows
    self.shared = shared
  }

  /// One organisation with its reports over time.
  public struct Row: Codable, Hashable, Sendable {
    public var name: String
    /// The latest report.
    public var latest: PortfolioEntry
    /// All its reports, the oldest first.
    public var trend: [Point]

    public init(name: String, latest: PortfolioEntry, trend: [Point]) {
      self.name = name
      self.latest = latest
      self.trend = trend
    }
  }

  /// The numbers of one day.
  public struct Point: Codable, Hashable, Sendable {
    public var day: CalendarDate
    public var errors: Int
    public var warnings: Int

    public init(day: CalendarDate, errors: Int, warnings: Int) {
      self.day = day
      self.errors = errors
      self.warnings = warnings
    }
  }

  /// Something that several organisations have.
  public struct Shared: Codable, Hashable, Sendable {
    public var node: NodeID
    /// The organisations, in the order of their names.
    public var organizations: [String]

    public init(node: NodeID, organizations: [String]) {
      self.node = node
      self.organizations = organizations
    }
  }
}

/// What a portfolio keeps of one report; the report itself need not stay in memory.
public struct PortfolioEntry: Codable, Hashable, Sendable {
  /// The organisation, by the report's file name.
  public var name: String
  public var day: CalendarDate
  /// Findings that count, by area and level.
  public var areas: [Area]
  /// Hours of the plan.
  public var hours: HourRange
  /// Metadata types that the export did not hold, or only in part.
  public var gaps: Int
  /// How much could not be examined.
  public var unexamined: Int
  /// Endpoints, hosts and ids, in the order of their identities.
  public var identities: [NodeID]

  public init(
    name: String, day: CalendarDate, areas: [Area], hours: HourRange = HourRange(), gaps: Int = 0,
    unexamined: Int = 0, identities: [NodeID] = []
  ) {
    self.name = name
    self.day = day
    self.areas = areas
    self.hours = hours
    self.gaps = gaps
    self.unexamined = unexamined
    self.identities = identities
  }

  /// The findings of one surface.
  public struct Area: Codable, Hashable, Sendable {
    public var surface: Surface
    public var errors: Int
    public var warnings: Int
    public var notes: Int

    public init(surface: Surface, errors: Int = 0, warnings: Int = 0, notes: Int = 0) {
      self.surface = surface
      self.errors = errors
      self.warnings = warnings
      self.notes = notes
    }
  }

  public var errors: Int { areas.reduce(0) { $0 + $1.errors } }
  public var warnings: Int { areas.reduce(0) { $0 + $1.warnings } }
  public var notes: Int { areas.reduce(0) { $0 + $1.notes } }
}
