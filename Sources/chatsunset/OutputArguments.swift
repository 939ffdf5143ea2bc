import ArgumentParser
import AuditModel
import AuditReport

/// Where results go and in which formats.
struct OutputArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format on standard output: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))",
      valueName: "format"),
    completion: .list(ReportFormat.allCases.map(\.rawValue)))
  var format: String?

  @Option(
    name: [.customShort("o"), .long], parsing: .singleValue,
    help: ArgumentHelp("Write a format to a file, 'html=report.html'; repeatable", valueName: "format=path"))
  var output: [String] = []

  @Flag(name: .long, help: "List every finding below the summary of the text format")
  var details = false

  @Option(
    name: .long,
    help: ArgumentHelp("The title of the page and the workbook (default: the names of the inputs)", valueName: "text"))
  var title: String?

  @Option(name: .long, help: ArgumentHelp("For whom the report was made", valueName: "name"))
  var preparedFor: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A picture for the head of the page: PNG, JPEG, GIF or SVG", valueName: "file"),
    completion: .file())
  var logo: String?

  @Option(
    name: .long,
    help: ArgumentHelp("What tells this run from others of one commit, for code scanning", valueName: "text"))
  var category: String?

  /// What to write where, checked before any work is done.
  ///
  /// - Parameter defaultFormat: The format of standard output; nothing where it stays quiet unless asked.
  func plan(defaultFormat: ReportFormat?) throws(CommandFailure) -> OutputPlan {
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
    return OutputPlan(standard: standard, files: files, dress: try dress())
  }

  private func dress() throws(CommandFailure) -> ReportOptions {
    var options = ReportOptions(
      listsFindings: details, title: title, preparedFor: preparedFor, category: category)
    if let logo {
      guard let picture = Logo(try InputFile.read(logo)) else {
        throw CommandFailure(.usage, "'\(logo)' is no picture that a page can show; use PNG, JPEG, GIF or SVG")
      }
      options.logo = picture
    }
    return options
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
  /// How every report is dressed.
  var dress: ReportOptions

  /// Writes all of it; a file is written whole or not at all.
  func write(_ report: Report) throws(CommandFailure) {
    for file in files {
      if file.format == .markdown, OutputFile.isReplaceable(file.path) {
        try writeParts(of: report, to: file.path)
      } else {
        try OutputFile.write(rendered(report, file.format, dress), to: file.path)
      }
    }
    guard let standard else { return }
    var options = dress
    options.width = Terminal.width ?? 80
    options.isColored = standard == .text && Terminal.isColored(.standardOutput)
    try Terminal.write(rendered(report, standard, options), to: .standardOutput)
  }

  /// The checklist in files that an issue can hold each: `checklist.md`, `checklist-2.md` and so on.
  private func writeParts(of report: Report, to path: String) throws(CommandFailure) {
    let parts = markdownParts(of: report, options: dress)
    var names: [String] = []
    for (index, part) in parts.enumerated() {
      let name = OutputFile.part(index + 1, of: path)
      try OutputFile.write(Array(part.utf8), to: name)
      names.append("'\(name)'")
    }
    if names.count > 1 {
      Terminal.note("the checklist is longer than an issue may be and goes on in \(names.dropFirst().joined(separator: ", "))")
    }
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
