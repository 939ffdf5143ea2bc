import AuditEngine
import AuditInput
import AuditKit
import AuditModel
import AuditPlan
import AuditTestSupport
import Foundation
import Testing

/// Reports of the example org, as the command makes them.
enum ExampleOrg {
  /// The whole example with the records beside it; examined once, because it takes seconds.
  static let whole = Result {
    try report(of: "Examples/alder-finch", records: "Examples/alder-finch/source/data/export")
  }

  /// A report of a folder of the repository.
  static func report(of path: String, records: String? = nil) throws -> Report {
    try report(ofFolder: Repository.path(path), records: records)
  }

  /// A report of any folder.
  static func report(ofFolder folder: String, records: String? = nil) throws -> Report {
    let rules = try RuleSet.compiling(RulePack.builtIn(), asOf: CalendarDate(daysSinceEpoch: 20_780))
    let tool = Report.Tool(name: "chatsunset", version: "0")
    let audit = Audit(rules: rules, workers: 2, tool: tool)
    var evidence = try #require(try audit.examine([InputPath(folder)]))
    if let records {
      let names = try FileManager.default.contentsOfDirectory(atPath: Repository.path(records)).sorted()
      let files = try names.map { name in
        (
          "export/\(name)",
          [UInt8](try Data(contentsOf: URL(fileURLWithPath: Repository.path("\(records)/\(name)"))))
        )
      }
      let facts = RecordFacts(files: files, queries: rules.packs.flatMap(\.queries))
      #expect(facts.diagnostics == [])
      evidence.facts += facts.facts
    }
    return Report(concluding: evidence, rules: rules, tool: tool)
  }
}
