import AuditEngine
import AuditInput
import AuditKit
import AuditModel
import AuditTestSupport
import Foundation
import Testing

/// The example org, whole.
@Suite struct FormatsTests {
  @Test func `source format, Metadata API format and zip give the same component findings`() throws {
    let zip = temporaryPath(".zip")
    defer { try? FileManager.default.removeItem(atPath: zip) }  // the system empties the folder, too
    try pack("Examples/alder-finch-mdapi", into: zip)
    let source = try componentFindings(Repository.path("Examples/alder-finch/source/force-app"))
    let metadata = try componentFindings(Repository.path("Examples/alder-finch-mdapi"))
    let zipped = try componentFindings(zip)
    #expect(source.count > 100)
    #expect(source.subtracting(metadata).sorted() == [])
    #expect(metadata.subtracting(source).sorted() == [])
    #expect(zipped == metadata)
  }

  @Test func `the report is the same for any number of workers, path prefix and order of roots`() throws {
    let one = try report([Repository.path("Examples/alder-finch")], workers: 1)
    let eight = try report([Repository.path("Tests/../Examples/./alder-finch/")], workers: 8)
    #expect(one == eight)
  }

  @Test(arguments: [1, 3, 8])
  func `a merge of shards is the whole`(count: Int) throws {
    let rules = try builtIn()
    let whole = try report([Repository.path("Examples/alder-finch")], workers: 2)
    var parts: [Evidence] = []
    for index in (0..<count).reversed() {
      let options = InputOptions(shard: Shard(index: index, count: count))
      let audit = Audit(rules: rules, options: options, workers: 2, tool: tool)
      let evidence = try #require(try audit.examine([InputPath(Repository.path("Examples/alder-finch"))]))
      // By way of a report, as the command does.
      parts.append(Evidence(of: Report(concluding: evidence, rules: rules, tool: tool), rules: rules))
    }
    #expect(Report(concluding: Evidence(merging: parts), rules: rules, tool: tool) == whole)
  }

  @Test func `what must stay silent is silent`() throws {
    let clean = try report([Repository.path("Examples/alder-finch/clean")], workers: 2)
    let loud = clean.findings.filter { $0.class != .successor && $0.level > .note }
    #expect(loud.map(\.location.description) == [])
  }

  @Test func `totals are the sums of rows`() throws {
    let report = try report([Repository.path("Examples/alder-finch")], workers: 2)
    #expect(report.summary.levels.reduce(0) { $0 + $1.count } == report.findings.count)
    #expect(report.summary.classes.reduce(0) { $0 + $1.count } == report.findings.count)
    #expect(report.summary.surfaces.reduce(0) { $0 + $1.count } == report.findings.count)
    #expect(report.summary.places == report.findings.reduce(0) { $0 + $1.count })
    #expect(Set(report.findings.map(\.fingerprint)).count == report.findings.count)
  }

  // MARK: Running an audit

  private let tool = Report.Tool(name: "chatsunset", version: "test")

  private func builtIn() throws -> RuleSet {
    try RuleSet.compiling(RulePack.builtIn(), asOf: try #require(CalendarDate("2026-11-23")))
  }

  private func report(_ paths: [String], workers: Int) throws -> Report {
    let rules = try builtIn()
    let audit = Audit(rules: rules, workers: workers, tool: tool)
    let evidence = try #require(try audit.examine(paths.map { InputPath($0) }))
    return Report(concluding: evidence, rules: rules, tool: tool)
  }

  /// Rule and component of every finding inside the org; places differ with the format.
  private func componentFindings(_ path: String) throws -> Set<String> {
    Set(
      try report([path], workers: 2).findings.compactMap { finding in
        finding.component.map { "\(finding.rule) \($0.key)" }
      })
  }

  private func pack(_ folder: String, into zip: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["zip", "-q", "-r", zip, "unpackaged"]
    process.currentDirectoryURL = URL(filePath: Repository.path(folder))
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "zip is needed; Tests/run.sh installs it")
  }
}
