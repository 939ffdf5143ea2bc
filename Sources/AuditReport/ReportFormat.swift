public import AuditModel

/// A format that a report can be written in.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// A summary for the terminal; every finding where the options ask for it.
  case text
  /// The checklist with task boxes.
  case markdown
  /// The whole report, to be read back.
  case json
  /// One page that loads nothing, for people.
  case html
  /// Lines as compilers write them.
  case lint
  /// SARIF 2.1.0 for code scanning.
  case sarif
  /// JUnit XML for test views.
  case junit
  /// GitLab Code Quality.
  case gitlab
  /// Annotations of GitHub Actions.
  case github
  /// The step summary of GitHub Actions.
  case githubSummary = "github-summary"
  /// Generic issues of SonarQube.
  case sonar
  /// The findings as comma-separated values.
  case csv
  /// The checklist as comma-separated values.
  case csvChecklist = "csv-checklist"
  /// The features of each deployment as comma-separated values.
  case csvDeployments = "csv-deployments"
  /// The inventory as comma-separated values.
  case csvInventory = "csv-inventory"
  /// The coverage as comma-separated values.
  case csvCoverage = "csv-coverage"
  /// From what people open to where the work goes, link by link, each with its file and line.
  case chains
  /// The inventory for Graphviz.
  case dot
  /// The inventory for Mermaid.
  case mermaid
  /// A workbook with all tables; needs libxlsxwriter when it is written.
  case xlsx
}

/// Writes a report in a format.
///
/// A pure function: the same report and options give the same bytes, on every machine and at every time.
///
/// - Parameters:
///   - report: The report; every text in it is taken as hostile and escaped for the format.
///   - format: The format.
///   - options: How the report is dressed; a format leaves aside what means nothing to it.
/// - Returns: The document, UTF-8 where it is text, with a line end after the last line.
/// - Complexity: O(*n*) in the size of the report, and it is held in memory once more as output.
public func render(
  _ report: Report, as format: ReportFormat, options: ReportOptions = ReportOptions()
) throws(ReportError) -> [UInt8] {
  switch format {
  case .text: Array(TextReport(report, options: options).document.utf8)
  case .markdown: Array(MarkdownReport(report, options: options).document.utf8)
  case .json: try report.json()
  case .html: Array(HTMLReport(report, options: options).document.utf8)
  case .lint: Array(LintReport(report, options: options).document.utf8)
  case .sarif: SARIFReport(report, options: options).document
  case .junit: Array(JUnitReport(report, options: options).document.utf8)
  case .gitlab: GitLabReport(report, options: options).document
  case .github: Array(GitHubAnnotations(report, options: options).document.utf8)
  case .githubSummary: Array(GitHubSummary(report, options: options).document.utf8)
  case .sonar: SonarReport(report, options: options).document
  case .csv: Array(Tables.findings(report).csv.utf8)
  case .csvChecklist: Array(Tables.checklist(report).csv.utf8)
  case .csvDeployments: Array(Tables.deployments(report).csv.utf8)
  case .csvInventory: Array(Tables.inventory(report).csv.utf8)
  case .csvCoverage: Array(Tables.coverage(report).csv.utf8)
  case .chains: Array(ChainReport(report).document.utf8)
  case .dot: Array(DOTReport(report, options: options).document.utf8)
  case .mermaid: Array(MermaidReport(report).document.utf8)
  case .xlsx: try XLSXReport(report, options: options).document()
  }
}
