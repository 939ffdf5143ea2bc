import AuditModel
import AuditPlan
import Testing

@Suite struct PlanTests {
  static let rules = [
    descriptor("old", Effort(low: 1, high: 4, role: "developer", per: "component")),
    descriptor("org-wide", Effort(low: 2, high: 3, role: "administrator", per: "org")),
    descriptor("cheap", Effort(low: 1, high: 2, role: "developer", per: "file")),
    descriptor("client", Effort(low: 8, high: 40, role: "developer", per: "client")),
    descriptor("new", nil),
  ]

  static func descriptor(_ id: RuleID, _ effort: Effort?) -> RuleDescriptor {
    RuleDescriptor(
      id: id, pack: "p", title: "t", class: .dependency, confidence: .certain, surface: .endpoint,
      remediation: "r",
      effort: effort)
  }

  static func step(_ id: String, needs: [String] = [], always: Bool = false, done: [RuleID] = []) -> PlanStep
  {
    PlanStep(
      id: id, phase: "phase", title: id, role: "administrator", needs: needs, always: always, doneWhen: done,
      effort: Effort(low: 1, high: 2, role: "administrator", per: "org"))
  }

  @Test func `a capability is done, half done or open by what is left and what is new`() {
    let plan = Plan(
      steps: [
        Self.step("A", always: true), Self.step("B", done: ["new"]), Self.step("C"),
        Self.step("D", done: ["new"]),
        Self.step("E"),
      ],
      findings: [
        Specimen.finding("LiveChatButton:Old", rule: "old", step: "B"),
        Specimen.finding("LiveChatButton:Old", rule: "old", step: "C"),
        Specimen.finding("MessagingChannel:New", rule: "new", class: .successor),
      ], rules: Self.rules)
    #expect(plan.items.map(\.state) == [.always, .halfDone, .open, .done, .notNeeded])
  }

  @Test func `effort counts each component once, an org once, and comments not at all`() {
    var comment = Specimen.finding("d.js", rule: "old", step: "A")
    comment.context = .comment
    let plan = Plan(
      steps: [Self.step("A")],
      findings: [
        Specimen.finding("a.js", line: 1, rule: "old", step: "A"),
        Specimen.finding("a.js", line: 2, rule: "old", step: "A"),
        Specimen.finding("b.js", rule: "old", step: "A"),
        Specimen.finding("a.js", rule: "org-wide", step: "A"),
        Specimen.finding("b.js", rule: "org-wide", step: "A"), comment,
        // The dearest rule of a file counts, and a client is a folder.
        Specimen.finding("a.js", rule: "cheap", step: "A"),
        Specimen.finding("shop/a.js", rule: "client", step: "A"),
        Specimen.finding("shop/b.js", rule: "client", step: "A"),
      ], rules: Self.rules)
    #expect(plan.total == HourRange(low: 1 + 2 + 2 + 8, high: 2 + 8 + 3 + 40))
    #expect(plan.roles.map(\.role) == ["administrator", "developer"])
  }

  @Test func `assumptions from a file change the hours and are printed`() throws {
    let assumptions = try PlanAssumptions(
      json: Array(
        #"{"factor": 2, "roles": {"Developer": 3}, "hours": {"old": [1, 1]}, "assumptions": ["note"]}"#.utf8))
    let plan = Plan(
      steps: [Self.step("A")], findings: [Specimen.finding("a.js", rule: "old", step: "A")],
      rules: Self.rules,
      assumptions: assumptions)
    #expect(plan.total == HourRange(low: 2 + 6, high: 4 + 6))
    #expect(plan.assumptions.last == "note")
    #expect(plan.assumptions.count == 8)
  }

  @Test(arguments: [
    #"[]"#, #"{"#, #"{"hour": {}}"#, #"{"hours": {"D1": [4]}}"#, #"{"hours": {"D1": [9, 4]}}"#,
    #"{"factor": -1}"#,
    #"{"factor": "2"}"#, #"{"roles": {"a": 1e300}}"#,
  ]) func `a wrong assumption is an error`(_ json: String) {
    #expect(throws: PlanFileError.self) { try PlanAssumptions(json: Array(json.utf8)) }
  }

  @Test(arguments: 0..<40) func `waves respect every need, and totals are the sums of their rows`(_ seed: Int)
  {
    var random = SeededRandom(seed: UInt64(seed))
    let count = Int.random(in: 1...40, using: &random)
    let ids = (0..<count).map { "S\($0)" }.shuffled(using: &random)
    let steps = ids.enumerated().map { index, id in
      Self.step(
        id, needs: ids.prefix(index).filter { _ in Int.random(in: 0..<4, using: &random) == 0 },
        always: Bool.random(using: &random))
    }.shuffled(using: &random)
    let findings = (0..<60).map { number in
      Specimen.finding(
        "file\(number % 17).js", line: number, rule: Bool.random(using: &random) ? "old" : "org-wide",
        step: ids.randomElement(using: &random))
    }
    let plan = Plan(steps: steps, findings: findings, rules: Self.rules)
    let waves = Dictionary(uniqueKeysWithValues: plan.items.map { ($0.step.id, $0.wave) })
    for item in plan.items {
      for need in item.step.needs { #expect(waves[need, default: 0] < item.wave) }
      #expect(item.hours == item.efforts.reduce(HourRange()) { $0 + $1.hours })
    }
    #expect(plan.cycles.isEmpty)
    #expect(plan.total == plan.items.reduce(HourRange()) { $0 + $1.hours })
    #expect(plan.total == plan.waves.reduce(HourRange()) { $0 + $1.hours })
    #expect(plan.total == plan.roles.reduce(HourRange()) { $0 + $1.hours })
    #expect(plan.waves.flatMap(\.steps).sorted() == ids.sorted())
  }

  @Test func `circles are named and everything else keeps its order`() {
    let plan = Plan(
      steps: [
        Self.step("E", needs: ["D"]), Self.step("C", needs: ["B", "A"]), Self.step("B", needs: ["C"]),
        Self.step("D", needs: ["C"]), Self.step("A"), Self.step("S", needs: ["S"]),
      ], findings: [], rules: [])
    #expect(plan.cycles == [["B", "C"], ["S"]])
    let waves = Dictionary(uniqueKeysWithValues: plan.items.map { ($0.step.id, $0.wave) })
    #expect(waves == ["A": 1, "B": 2, "C": 3, "D": 4, "E": 5, "S": 1])
  }

  @Test func `a wave is a safe stop until a step that is needed has a way back`() {
    var cutOver = Self.step("B", needs: ["A"], always: true)
    cutOver.rollback = "switch back"
    let plan = Plan(
      steps: [Self.step("A", always: true), cutOver, Self.step("C", needs: ["B"], always: true)],
      findings: [], rules: [])
    #expect(plan.waves.map(\.isSafeStop) == [true, false, false])
    #expect(plan.waves.map(\.rollback) == [[], ["B: switch back"], []])
  }
}

/// Numbers that are the same in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
