import ArgumentParser
import AuditEngine
import AuditKit
import AuditModel

/// Which rules, for which day.
struct RuleArguments: ParsableArguments {
  @OptionGroup var pack: PackArguments

  @Option(
    name: .long, help: ArgumentHelp("The day to judge by, YYYY-MM-DD (default: today)", valueName: "date"))
  var asOf: String?

  /// The rules of the built-in packs and of the folders given, compiled for the day.
  ///
  /// - Parameter saved: The day of a saved report, which holds unless the flag says another.
  func ruleSet(asOf saved: CalendarDate? = nil) throws(CommandFailure) -> RuleSet {
    let day = if let saved, asOf == nil { saved } else { try asOfDate() }
    let packs = try pack.packs()
    return try CommandFailure.wrapping { try RuleSet.compiling(packs, asOf: day) }
  }

  func asOfDate() throws(CommandFailure) -> CalendarDate {
    guard let asOf else { return try Today.date() }
    guard let date = CalendarDate(asOf) else {
      throw CommandFailure(.usage, "'--as-of \(asOf)' is not a day; write it as YYYY-MM-DD")
    }
    return date
  }
}
