public import ArgumentParser
import AuditEngine
import AuditKit
import AuditModel

/// What makes the exit status.
struct ExitArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Exit with 1 for findings from this level on: none, note, warning, error", valueName: "level"))
  var failOn: FailOn?

  @Flag(name: .long, inversion: .prefixedNo, help: "Exit with 0 although something could not be examined")
  var allowIncomplete: Bool?

  @Flag(name: .long, help: "Exit with 0 although there was nothing to examine")
  var allowEmpty = false

  /// - Parameter isPart: Whether only a shard or what changed was asked for, of which there may be nothing.
  func status(of report: Report, isPart: Bool = false) -> ExitStatus {
    ExitStatus(
      of: report.conditions, allowsIncomplete: allowIncomplete ?? false, allowsEmpty: allowEmpty || isPart)
  }
}

extension FailOn: ExpressibleByArgument {
  // What the parser would find out from the cases by itself, which takes a hundredth of a start.
  static var allValueStrings: [String] { allCases.map(\.rawValue) }
  static var allValueDescriptions: [String: String] { [:] }
}

extension Report {
  /// Adds the condition that findings at or above a level stand.
  mutating func judge(failOn: FailOn) {
    guard let level = failOn.level else { return }
    if findings.contains(where: { $0.suppressed == nil && $0.level >= level }) { conditions.insert(.findings, at: 0) }
  }
}

/// What reports show of what they found.
struct PrivacyArguments: ParsableArguments {
  @Flag(name: .long, help: "Show session keys, tokens, passwords and e-mail addresses as they are")
  var unsafeShow = false

  @Flag(name: .long, help: "Mask org, deployment and button ids, but not in the paths of files and the names of components")
  var redactIds = false

  var masking: Masking { Masking(showsSecrets: unsafeShow, hidesIDs: redactIds) }
}
