public import AuditModel

/// A format that a report can be written in.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// A summary for the terminal; every finding where the options ask for it.
  case text
  /// The checklist with task boxes.
  case markdown
  /// The whole report, to be read back.
  case json
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
  }
}
