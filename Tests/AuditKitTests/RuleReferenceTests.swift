import AuditEngine
import AuditModel
import AuditTestSupport
import Foundation
import Testing

@Suite struct `The rule reference` {
  private static let folder = "Sources/AuditEngine/Documentation.docc/Reference"

  /// Nothing is compared before the pages are written for the first time.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: Repository.path(folder))))
  func `is what the rules say`() throws {
    let pages = try PackFolder(Repository.path("Rules/legacy-chat")).pages()
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.path(Self.folder))
    #expect(Set(names) == Set(pages.map(\.name)), "remove the pages of surfaces that have no rules any more")
    let old = pages.filter { (try? Repository.text("\(Self.folder)/\($0.name)")) != $0.text }.map(\.name)
    #expect(
      old.isEmpty,
      "renew them: swift run chatsunset rules document Rules/legacy-chat --output \(Self.folder)")
  }

  @Test func `has a rule or a reason for everything known, and every rule is for something`() throws {
    let folder = try PackFolder(Repository.path("Rules/legacy-chat"))
    let rows = try #require(folder.coverage).sections.flatMap(\.rows)
    #expect(rows.filter { $0.rules.isEmpty && ($0.whyNot ?? "").isEmpty }.map(\.things) == [])
    let named = Set(rows.flatMap(\.rules))
    #expect(folder.pack.rules.map(\.id).filter { !named.contains($0) } == [], "say in 'coverage.yaml' what they find")
  }

  /// A thing that is one word, and no family of names, is exact enough to be looked for.
  @Test func `names only what its rules or their cases hold`() throws {
    let folder = try PackFolder(Repository.path("Rules/legacy-chat"))
    var texts: [RuleID: String] = [:]
    for rule in folder.pack.rules {
      let path = "Rules/legacy-chat/\(rule.descriptor.surface.rawValue)/\(rule.id)"
      texts[rule.id] = try (Repository.text("\(path).yaml") + Repository.text("\(path).examples.yaml")).lowercased()
    }
    for row in try #require(folder.coverage).sections.flatMap(\.rows) where !row.rules.isEmpty {
      for thing in row.things where !thing.contains(where: { " *…<".contains($0) }) {
        let isHeld = row.rules.contains { texts[$0]?.contains(thing.lowercased()) == true }
        #expect(isHeld, "no case of \(row.rules.map(\.rawValue).joined(separator: ", ")) has '\(thing)'")
      }
    }
  }
}
