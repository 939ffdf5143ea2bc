/// The end of a product, as its vendor announced it.
public struct Retirement: Codable, Hashable, Sendable {
  /// The product's name, and its older names.
  public var product: String
  public var alsoKnownAs: [String]
  /// The day of the announcement, where it is known.
  public var announced: CalendarDate?
  /// The day from which the product was only maintained, where it is known.
  public var maintenance: CalendarDate?
  /// The day for which the retirement was scheduled.
  public var retired: CalendarDate
  public var successor: String
  /// What nobody public says, so that the tool doesn't either.
  public var unknowns: [String]
  public var sources: [Link]

  public init(
    product: String, alsoKnownAs: [String] = [], announced: CalendarDate? = nil, maintenance: CalendarDate? = nil,
    retired: CalendarDate, successor: String, unknowns: [String] = [], sources: [Link] = []
  ) {
    self.product = product
    self.alsoKnownAs = alsoKnownAs
    self.announced = announced
    self.maintenance = maintenance
    self.retired = retired
    self.successor = successor
    self.unknowns = unknowns
    self.sources = sources
  }
}

extension Retirement {
  /// Where a day lies in the product's life.
  public enum Phase: String, Codable, Hashable, Sendable {
    /// Before the scheduled day.
    case scheduled
    /// The scheduled day itself or after it.
    case passed
  }

  public func phase(asOf date: CalendarDate) -> Phase {
    date < retired ? .scheduled : .passed
  }

  /// The distance to the scheduled day in words: `in 83 days`, `today`, `282 days ago`.
  public func countdown(asOf date: CalendarDate) -> String {
    switch date.days(until: retired) {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case let days where days > 0: "in \(days) days"
    case let days: "\(-days) days ago"
    }
  }

  /// The schedule as one true sentence, right before, on and after the day.
  public func statement(asOf date: CalendarDate) -> String {
    switch phase(asOf: date) {
    case .scheduled:
      "\(product) is scheduled to retire on \(retired), \(countdown(asOf: date))."
    case .passed:
      "The scheduled retirement date of \(product), \(retired), "
        + (date == retired ? "is today." : "has passed (\(countdown(asOf: date))).")
        + " Whether an endpoint still answers must be checked live."
    }
  }
}
