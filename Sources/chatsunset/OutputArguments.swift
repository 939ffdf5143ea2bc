import ArgumentParser
import AuditModel
import AuditReport

/// Where results go and in which formats.
struct OutputArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format on standard output: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))",
      valueName: "format"))
  var format: String?

  @Option(
    name: [.customShort("o"), .long], parsing: .singleValue,
    help: ArgumentHelp("Write a format to a file, 'html=report.html'; repeatable", valueName: "format=path"))
  var output: [String] = []

  /// What to write where, checked before any work is done.
  func plan(defaultFormat: ReportFormat) throws(CommandFailure) -> OutputPlan {
    var files: [(format: ReportFormat, path: String)] = []
    for text in output {
      guard let equals = text.firstIndex(of: "="), equals < text.index(before: text.endIndex) else {
        throw CommandFailure(.usage, "'--output \(text)' names no format and file; write '--output markdown=\(text)'")
      }
      files.append((try parsed(String(text[..<equals])), String(text[text.index(after: equals)...])))
    }
    // Files only: standard output stays quiet unless a format is asked for, or nothing else is written.
    var standard = files.isEmpty ? defaultFormat : nil
    if let format { standard = try parsed(format) }
    return OutputPlan(standard: standard, files: files)
  }

  private func parsed(_ name: String) throws(CommandFailure) -> ReportFormat {
    if let format = ReportFormat(rawValue: name.lowercased()) { return format }
    let known = ReportFormat.allCases.map(\.rawValue)
    throw CommandFailure(.usage, "unknown format '\(name)'; the formats are \(known.joined(separator: ", "))")
  }
}

/// Reports in formats, on standard output and in files.
struct OutputPlan {
  var standard: ReportFormat?
  var files: [(format: ReportFormat, path: String)]

  /// Writes all of it; a file is written whole or not at all.
  func write(_ report: Report) throws(CommandFailure) {
    for file in files {
      try OutputFile.write(rendered(report, file.format, ReportOptions()), to: file.path)
    }
    guard let standard else { return }
    let options = ReportOptions(
      width: Terminal.width ?? 80, isColored: standard == .text && Terminal.isColored(.standardOutput))
    try Terminal.write(rendered(report, standard, options), to: .standardOutput)
  }

  private func rendered(
    _ report: Report, _ format: ReportFormat, _ options: ReportOptions
  ) throws(CommandFailure) -> [UInt8] {
    do {
      return try render(report, as: format, options: options)
    } catch {
      throw CommandFailure(.fault, error.message)
    }
  }
}
