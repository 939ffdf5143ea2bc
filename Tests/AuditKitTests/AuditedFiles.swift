import AuditEngine
import AuditInput
import AuditKit
import AuditModel
import AuditTestSupport
import Foundation
import Testing

/// The built-in rules' report on files that are written for it.
func report(on files: [String: Data]) throws -> Report {
  let folder = temporaryPath("")
  defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
  for (path, bytes) in files {
    let file = URL(filePath: folder).appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }
  let rules = try builtInRules()
  let audit = Audit(rules: rules, workers: 1, tool: .init(name: "chatsunset", version: "test"))
  let evidence = try #require(try audit.examine([InputPath(folder)]))
  return Report(concluding: evidence, rules: rules, tool: audit.tool)
}

/// What saved reports say together.
func merged(_ reports: Report...) throws -> Report {
  let rules = try builtInRules()
  return Report(
    concluding: Evidence(merging: reports.map { Evidence(of: $0, rules: rules) }), rules: rules,
    tool: .init(name: "chatsunset", version: "test"))
}

private func builtInRules() throws -> RuleSet {
  try RuleSet.compiling(RulePack.builtIn(), asOf: try #require(CalendarDate("2026-11-23")))
}
