import AuditModel
import AuditReport

/// A saved report: what can be read is written in a format and read again as the same report.
struct ReportTarget: FuzzTarget {
  /// The workbook is left out: another library writes it.
  private static let formats = ReportFormat.allCases.filter { $0 != .xlsx }

  mutating func problem(with bytes: [UInt8]) -> String? {
    guard let first = bytes.first, let report = try? Report(json: Array(bytes.dropFirst())) else { return nil }
    guard let saved = try? render(report, as: .json), let again = try? Report(json: saved) else {
      return "a report that was read can't be saved and read again"
    }
    if again != report { return "a saved report is another one" }
    let format = ReportTarget.formats[Int(first) % ReportTarget.formats.count]
    guard let document = try? render(report, as: format) else { return "it can't be written as \(format)" }
    // A terminal obeys escapes; no report may hold one that it did not make itself.
    if document.contains(0x1B) { return "\(format) holds an escape" }
    return nil
  }
}
