import AuditModel
import AuditPlan
import Testing

@Suite struct PlanStateTests {
  static let day = CalendarDate(daysSinceEpoch: 20_780)

  @Test(arguments: 0..<60) func `merging is idempotent and depends on no order`(_ seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let (a, b, c) = (Self.state(&random), Self.state(&random), Self.state(&random))
    #expect(a.merging(a) == a)
    #expect(a.merging(b) == b.merging(a))
    #expect(a.merging(b).merging(c) == a.merging(b.merging(c)))
    #expect(a.merging(b).merging(b) == a.merging(b))
    #expect(try PlanState(json: a.json) == a)
  }

  private static func state(_ random: inout SeededRandom) -> PlanState {
    func stamped<Value>(_ value: Value) -> PlanState.Stamped<Value>? {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: nil
      case 1: .init(value)
      case let days: .init(value, changed: CalendarDate(daysSinceEpoch: 20_000 + days))
      }
    }
    var state = PlanState()
    for _ in 0..<6 {
      let topic = PlanState.Topic.allCases.randomElement(using: &random) ?? .step
      state.entries[.init(topic, ["D1", "D2", "a%b"].randomElement(using: &random) ?? "D1")] = .init(
        owner: stamped(["Ada", "Ben", ""].randomElement(using: &random) ?? ""),
        due: stamped(CalendarDate(daysSinceEpoch: Int.random(in: 20_000..<20_003, using: &random))),
        note: stamped("note \(Int.random(in: 0..<2, using: &random))"),
        ticked: stamped(Int.random(in: 0...1, using: &random)))
    }
    return state
  }

  @Test func `ticks come back from Markdown, whatever else was edited`() {
    let text = """
      ## Checklist\r
      - [x] **D11** Move the clients <!-- step:D11 -->
        - needs D1
      - [ ] **D4** Pre-chat <!-- step:D4 -->
       * [X] done, says Ben <!-- note --> <!-- question:real%2Duse -->
      - [x] no id
      """
    let edits = PlanEdit.edits(markdown: Array(text.utf8))
    #expect(
      edits == [
        PlanEdit(.init(.step, "D11"), isTicked: true), PlanEdit(.init(.question, "real-use"), isTicked: true),
      ])
  }

  @Test(arguments: [",", ";", "\t"]) func `a checklist comes back from a spreadsheet`(_ separator: String)
    throws
  {
    let rows = [
      ["Owner", "note", "step", "done", "due"],
      ["Ada", "\"a \"\"quoted\"\"\nnote\"", "D11", "x", "2026-12-04"],
      ["", "", "D4", "", ""], ["'=Ben", "", "D5", "no", ""],
    ]
    let csv = "\u{FEFF}" + rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
    let state = PlanState().adopting(try PlanEdit.edits(csv: Array(csv.utf8)), on: Self.day)
    #expect(state.entries.count == 2)
    let plan = Plan(items: [PlanItem(step: PlanTests.step("D11"), wave: 1, state: .open)]).keeping(state)
    #expect(plan.items[0].owner == "Ada")
    #expect(plan.items[0].note == "a \"quoted\"\nnote")
    #expect(plan.items[0].due?.description == "2026-12-04")
    #expect(plan.items[0].isTicked)
    #expect(state.entries[.init(.step, "D5")]?.owner?.value == "=Ben")
  }

  @Test func `what is kept about questions and findings stands in the plan`() throws {
    let table = "level,step,fingerprint,done,owner,due,note\nerror,D11,f1,,Ada,2026-12-04,waits\nnote,D4,f2,,,,\n"
    let list = "- [x] Which sites? <!-- question:web-sites -->"
    let edits = try PlanEdit.edits(csv: Array(table.utf8)) + PlanEdit.edits(markdown: Array(list.utf8))
    let state = PlanState().adopting(edits, on: Self.day)
    let plan = Plan().keeping(try PlanState(json: state.json))
    #expect(
      plan.notes == [
        PlanNote(subject: .finding, id: "f1", owner: "Ada", due: CalendarDate("2026-12-04"), note: "waits"),
        PlanNote(subject: .question, id: "web-sites", isTicked: true),
      ])
    #expect(plan.keeping(state) == plan)
  }

  @Test func `reading a checklist again changes nothing, and an older copy takes nothing away`() {
    let edits = [PlanEdit(.init(.step, "D1"), isTicked: true, owner: "Ada")]
    let state = PlanState().adopting(edits, on: Self.day)
    #expect(state.adopting(edits, on: CalendarDate(daysSinceEpoch: 20_999)) == state)
    #expect(state.adopting([PlanEdit(.init(.step, "D1"))], on: Self.day) == state)
  }

  @Test func `a bare value in the side file is older than a dated one`() throws {
    let hand = try PlanState(
      json: Array(#"{"version": 1, "steps": {"D1": {"owner": "Ben", "done": true}}}"#.utf8))
    let dated = PlanState(entries: [.init(.step, "D1"): .init(owner: .init("Ada", changed: Self.day))])
    let entry = hand.merging(dated).entries[.init(.step, "D1")]
    #expect(entry?.owner?.value == "Ada")
    #expect(entry?.ticked?.value == 1)
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"version": 2}"#, #"{"version": 1, "steps": {"D1": 3}}"#,
    #"{"version": 1, "steps": {"D1": {"due": "soon"}}}"#,
    #"{"version": 1, "steps": {"D1": {"owner": {"value": "A", "changed": "x"}}}}"#,
  ]) func `a wrong side file is an error`(_ json: String) {
    #expect(throws: PlanFileError.self) { try PlanState(json: Array(json.utf8)) }
  }

  @Test func `a spreadsheet without steps is an error`() {
    #expect(throws: PlanFileError.self) { try PlanEdit.edits(csv: Array("owner,due\nAda,".utf8)) }
    #expect(throws: PlanFileError.self) { try PlanEdit.edits(csv: Array("step,due\nD1,tomorrow".utf8)) }
  }
}
