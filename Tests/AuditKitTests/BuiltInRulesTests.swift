import AuditEngine
import AuditKit
import AuditTestSupport
import Testing

@Suite struct `The built-in rules` {
  @Test func `are those of the folder`() throws {
    let read = try loadRulePack(folder: Repository.path("Rules/legacy-chat"))
    let builtIn = try RulePack.builtIn()
    // The packs whole would make a failure unreadable.
    #expect(builtIn.map(\.hash) == [read.hash], "renew them: swift run EmbedRules")
    #expect(builtIn == [read])
  }
}
