import AuditModel
import AuditReport
import AuditTestSupport

/// What is made of several reports, for the tests of their formats.
enum SampleComparisons {
  /// What changed from an empty report to another one; every kind of change is there.
  static func diff(to new: Report) -> ReportDiff {
    var diff = ReportDiff(old: .init(of: SampleReports.empty), new: .init(of: new))
    diff.added = new.findings
    diff.fixed = Array(new.findings.suffix(2))
    diff.moved = new.findings.prefix(1).map { .init(old: $0, new: $0, differences: ["place"]) }
    diff.changed = new.findings.prefix(1).map { .init(old: $0, new: $0, differences: ["level"]) }
    diff.coverageLost = new.coverage.skipped.flatMap(\.examples).map { .init(subject: $0, message: $0) }
    return diff
  }

  /// A row for a report, with what its host is shared by.
  static func portfolio(of report: Report, named name: String) throws -> Portfolio {
    let isHostile = name == "hostile"
    let title = isHostile ? "=\(SampleReports.attack)" : name
    let entry = try PortfolioEntry(json: render(report, as: .json), name: title)
    let row = Portfolio.Row(
      name: title, latest: entry,
      trend: [.init(day: SampleReports.day, errors: entry.errors, warnings: entry.warnings)])
    let shared = entry.identities.sorted().prefix(3).map { Portfolio.Shared(node: $0, organizations: [title, "=other"]) }
    return Portfolio(rows: [row], shared: Array(shared))
  }
}
