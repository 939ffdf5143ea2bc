import AuditEngine
import AuditKit
import Foundation
import Testing

/// Every pack below `Rules/`, as it is in the working tree.
@Suite struct `The built-in rules` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  private static let folders: [String] = {
    let rules = root.appending(path: "Rules").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: rules)) ?? []
    return names.sorted().map { "\(rules)/\($0)" }.filter {
      FileManager.default.fileExists(atPath: "\($0)/pack.yaml")
    }
  }()

  @Test func `are those of the folder`() throws {
    let read = try Self.folders.map { try loadRulePack(folder: $0) }
    #expect(!read.isEmpty)
    // The packs whole would make a failure unreadable.
    #expect(try RulePack.builtIn().map(\.hash) == read.map(\.hash))
    #expect(try RulePack.builtIn() == read)
  }

  @Test(arguments: folders)
  func `find what their cases say, in every form of them, and nothing else`(_ folder: String) throws {
    let pack = try PackFolder(folder)
    let report = try checkCases(
      pack.cases, of: pack.pack, folder: folder, scan: RuleSet.caseScanner(for: [pack.pack]))
    #expect(report.isPassing, "\n\(report.text())")
  }

  @Test(arguments: folders)
  func `have no part that no case needs`(_ folder: String) throws {
    let pack = try PackFolder(folder)
    let untested = try untestedParts(pack.cases, of: pack.pack, folder: folder) { pack in
      try RuleSet.caseScanner(for: [pack])
    }
    #expect(untested.isEmpty, "\n\(CaseReport(problems: untested).text())")
  }
}
