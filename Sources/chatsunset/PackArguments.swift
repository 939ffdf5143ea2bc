import ArgumentParser
import AuditEngine
import AuditKit

/// Which rules.
struct PackArguments: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Add a rule pack, or replace rules of the same ids; repeatable", valueName: "folder"))
  var rules: [String] = []

  @Flag(name: .long, help: "Use only the packs given with --rules")
  var noBuiltInRules = false

  /// The packs, where a later one's rule replaces an earlier one's of the same id.
  func packs() throws(CommandFailure) -> [RulePack] {
    let packs = try CommandFailure.wrapping {
      var packs = noBuiltInRules ? [] : try RulePack.builtIn()
      for folder in rules { packs.append(try loadRulePack(folder: folder, extending: packs)) }
      return packs
    }
    guard !packs.isEmpty else {
      throw CommandFailure(.usage, "'--no-built-in-rules' leaves no rules; add a pack with '--rules'")
    }
    return combineRulePacks(packs)
  }
}

extension CommandFailure {
  /// Runs something that reads rules; what is wrong with them is a usage error.
  static func wrapping<Result>(_ body: () throws -> Result) throws(CommandFailure) -> Result {
    do {
      return try body()
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as RulePackError {
      throw CommandFailure(.usage, error.description)
    } catch let errors as RulePackErrors {
      throw CommandFailure(.usage, errors.description)
    } catch let error as UnknownRuleError {
      throw CommandFailure(.usage, error.message)
    } catch {
      throw CommandFailure(.fault, "\(error)")
    }
  }
}
