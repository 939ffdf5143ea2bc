import AuditModel
import AuditPlan
import Testing

@Suite struct DiffTests {
  static let day = CalendarDate(daysSinceEpoch: 20_780)

  static func report(
    _ findings: [Finding], inputs: [String] = ["org"], types: [TypeCoverage] = [],
    diagnostics: [Diagnostic] = []
  ) -> Report {
    Report(
      tool: .init(name: "chatsunset", version: "1"), asOf: day, inputs: inputs, findings: findings,
      coverage: Coverage(types: types), diagnostics: diagnostics, summary: Summary(of: findings))
  }

  @Test func `a report does not differ from itself`() {
    let report = Self.report(ChainTests.org)
    #expect(
      ReportDiff(from: report, to: report) == ReportDiff(old: .init(of: report), new: .init(of: report)))
  }

  @Test func `findings are new, fixed, moved and changed`() {
    let (kept, fixed, new) = (Specimen.finding("a.js"), Specimen.finding("b.js"), Specimen.finding("c.js"))
    var (from, to) = (Specimen.finding("d.js"), Specimen.finding("d.js"))
    to.location.line = 7
    var quiet = Specimen.finding("e.js", level: .note)
    let loud = Specimen.finding("e.js")
    quiet.fingerprint = loud.fingerprint
    from.fingerprint = to.fingerprint
    let diff = ReportDiff(
      from: Self.report([kept, fixed, from, quiet]), to: Self.report([kept, new, to, loud]))
    #expect(diff.fixed == [fixed])
    #expect(diff.added == [new])
    #expect(diff.moved.map(\.new) == [to])
    #expect(diff.changed.map(\.differences) == [["level"]])
    #expect(diff.hasNew(from: .error))
  }

  @Test func `other evidence on the same line is a change, and no new error`() {
    var old = Specimen.finding("a.js", line: 3)
    old.fingerprint = "other"
    let new = Specimen.finding("a.js", line: 3)
    let diff = ReportDiff(from: Self.report([old]), to: Self.report([new]))
    #expect(diff.changed.map(\.differences) == [["evidence"]])
    #expect(!diff.hasNew(from: .error))
    #expect(diff.added.isEmpty && diff.fixed.isEmpty)
  }

  @Test func `what is no longer accepted is new`() {
    var accepted = Specimen.finding("a.js")
    accepted.suppressed = Suppression(kind: .baseline, reason: "later")
    let diff = ReportDiff(from: Self.report([accepted]), to: Self.report([Specimen.finding("a.js")]))
    #expect(diff.changed.map(\.differences) == [["no longer accepted"]])
    #expect(diff.hasNew(from: .error))
  }

  @Test func `what nobody looked at is not fixed`() {
    let button = Specimen.finding("LiveChatButton:Sales")
    var (shop, broken, fixed) = (Specimen.finding("a"), Specimen.finding("b"), Specimen.finding("c"))
    shop.location.path = "shop/a.js"
    broken.location.path = "org/b.cls"
    fixed.location.path = "org/c.cls"
    let type = TypeCoverage(type: "LiveChatButton", state: .present, count: 1)
    let absent = TypeCoverage(type: "LiveChatButton", state: .absent, count: 0)
    let diff = ReportDiff(
      from: Self.report([button, shop, broken, fixed], inputs: ["org", "shop"], types: [type]),
      to: Self.report(
        [], types: [absent],
        diagnostics: [
          Diagnostic(
            code: "unreadable", severity: .incomplete, message: "can't be read",
            location: Location(path: "org/b.cls"))
        ]))
    #expect(diff.fixed == [fixed])
    #expect(Set(diff.unseen) == [button, shop, broken])
    #expect(diff.coverageLost.map(\.subject) == ["shop", "LiveChatButton", "org/b.cls"])
  }
}
