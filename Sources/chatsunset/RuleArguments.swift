import ArgumentParser
import AuditEngine
import AuditKit
import AuditModel

/// Which rules, for which day.
struct RuleArguments: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Add a rule pack, or replace rules of the same ids; repeatable", valueName: "folder"))
  var rules: [String] = []

  @Flag(name: .long, help: "Use only the packs given with --rules")
  var noBuiltInRules = false

  @Option(name: .long, help: ArgumentHelp("The day to judge by, YYYY-MM-DD (default: today)", valueName: "date"))
  var asOf: String?

  /// The rules of the built-in packs and of the folders given, compiled for the day.
  func ruleSet() throws(CommandFailure) -> RuleSet {
    let day = try asOfDate()
    do {
      return try RuleSet(packs: packs(), asOf: day)
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as RulePackError {
      throw CommandFailure(.usage, error.description)
    } catch let errors as RulePackErrors {
      throw CommandFailure(.usage, errors.description)
    } catch {
      throw CommandFailure(.fault, "\(error)")
    }
  }

  /// The packs, where a later one's rule replaces an earlier one's of the same id.
  func packs() throws -> [RulePack] {
    var packs = noBuiltInRules ? [] : try RulePack.builtIn()
    for folder in rules { packs.append(try loadRulePack(folder: folder, extending: packs)) }
    guard !packs.isEmpty else {
      throw CommandFailure(.usage, "'--no-built-in-rules' leaves no rules; add a pack with '--rules'")
    }
    return combineRulePacks(packs)
  }

  func asOfDate() throws(CommandFailure) -> CalendarDate {
    guard let asOf else { return try Today.date() }
    guard let date = CalendarDate(asOf) else {
      throw CommandFailure(.usage, "'--as-of \(asOf)' is not a day; write it as YYYY-MM-DD")
    }
    return date
  }
}
