public import AuditEngine
import AuditInput
import AuditModel

extension RuleSet {
  /// A scanner for the cases of rules: the whole audit, over texts in memory.
  ///
  /// - Parameter packs: The rules; the day does not matter, because cases know no levels.
  public static func caseScanner(for packs: [RulePack]) throws(RulePackError) -> CaseScanner {
    let day = packs.first?.retirement.retired ?? CalendarDate(daysSinceEpoch: 0)
    var packs = packs
    for index in packs.indices {
      // No case is about the plan, and drawing it thousands of times takes longer than all the rest.
      packs[index].steps = []
      packs[index].exportTypes = []
      packs[index].questions = []
    }
    let audit = Audit(
      rules: try RuleSet.compiling(packs, asOf: day), workers: 1, tool: .init(name: "cases", version: ""))
    let scanner = SharedScanner(audit.rules)
    return { artifacts in
      let evidence = try audit.examine(
        artifacts.map { MemoryFile(path: $0.path, bytes: $0.bytes) }, scanner: scanner)
      // Relations are seen only when all is put together.
      let report = Report(concluding: evidence, rules: audit.rules, tool: audit.tool)
      return (report.findings + report.facts).map { finding in
        CaseMatch(
          rule: finding.rule, path: finding.location.path, line: finding.location.line, context: finding.context
        )
      }
    }
  }
}
