/// How a report is dressed: what a reader wants to see, and nothing about the audit itself.
public struct ReportOptions: Hashable, Sendable {
  /// The columns of the terminal.
  public var width: Int
  /// Whether text for the terminal is coloured.
  public var isColored: Bool
  /// Whether text for the terminal lists every finding below the summary.
  public var listsFindings: Bool
  /// The report's title; without it the names of the inputs.
  public var title: String?
  /// For whom the report was made.
  public var preparedFor: String?
  /// What tells several analyses of one commit apart in code scanning; `chatsunset` without it.
  public var category: String?
  /// A picture for the head of the page.
  public var logo: Logo?

  public init(
    width: Int = 80, isColored: Bool = false, listsFindings: Bool = false, title: String? = nil,
    preparedFor: String? = nil, category: String? = nil, logo: Logo? = nil
  ) {
    self.width = width
    self.isColored = isColored
    self.listsFindings = listsFindings
    self.title = title
    self.preparedFor = preparedFor
    self.category = category
    self.logo = logo
  }
}
