import AuditEngine
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
}
