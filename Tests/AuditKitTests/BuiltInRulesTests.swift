import AuditEngine
import AuditKit
import AuditModel
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

  @Test func `are searched for in the way that was worked out for them`() throws {
    let set = try RuleSet.compiling(RulePack.builtIn(), asOf: #require(CalendarDate("2026-11-24")))
    #expect(set.canUse(grams: RuleSet.builtInGrams), "renew them: swift run EmbedRules")
  }
}
