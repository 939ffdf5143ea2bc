import AuditEngine
import AuditModel
import Testing

@Suite struct `Loading a rule pack` {
  @Test func `what the files say is what the pack holds`() throws {
    let pack = try SamplePack.pack()
    #expect(pack.name == "acme-chat" && pack.version == "1.2.0" && pack.title == "Acme Chat")
    #expect(pack.offSwitch == OffSwitch(property: NodeKind(rawValue: "visitor"), value: "nobody", because: "the servers are off"))
    #expect(pack.retirement.retired.description == "2026-02-14")
    #expect(pack.retirement.announced?.description == "2025-01-31" && pack.retirement.maintenance == nil)
    #expect(pack.steps.map(\.id) == ["D1", "D2"])
    #expect(pack.steps[1].needs == ["D1"] && pack.steps[1].doneWhen == ["acme-header"])
    #expect(pack.exportTypes.map(\.members) == [["Sales", "Service"]] && !pack.exportTypes[0].allowsWildcard)
    #expect(pack.questions.first?.step == "D1")
    #expect(pack.mapping.deployments == [NodeKind(rawValue: "AcmeSite"), .deploymentID])
    #expect(pack.mapping.parts == [NodeKind(rawValue: "AcmeButton")])
    let feature = try #require(pack.mapping.features.first)
    #expect(feature.maps == .rebuild && feature.rules == ["acme-header"] && feature.links.count == 1)
    #expect(pack.scaffold.drafts.map(\.path) == ["sites/{{name}}.xml", "README.md"])
    #expect(pack.scaffold.drafts[0].scope == .component("AcmeSite") && pack.scaffold.drafts[1].scope == nil)
    #expect(pack.scaffold.removals == [.init(type: "AcmeSite", rules: ["acme-header"], review: "look first")])
    #expect(feature.properties == [.init(name: "visitor", values: ["guest"])])
    let rule = try #require(pack.rules.first)
    #expect(rule.id == "acme-header" && rule.aliases == ["acme-headers"] && rule.descriptor.pack == "acme-chat")
    #expect(rule.descriptor.effort == Effort(low: 4, high: 16, role: "developer", per: "client"))
    #expect(rule.descriptor.why == "The servers read them.\n")
    #expect(
      rule.finds == [
        ReferenceTemplate(relation: .uses, kind: .product, name: "Acme REST"),
        ReferenceTemplate(relation: .has, kind: NodeKind(rawValue: "acme-header"), name: "{header}"),
      ])
    #expect(
      rule.conditions == [
        Condition(
          kind: .text(
            TextCondition(
              kinds: [.code, .config], keywords: ["x-acme-"],
              pattern: #"(?i)\bX-ACME-(?<header>KEY|AFFINITY)\b"#))),
        Condition(
          kind: .xml(
            XMLCondition(
              roots: ["AcmeSite", "AcmePage"], element: "headers",
              clauses: [
                XMLClause(path: "name", test: .matches("^X-ACME")),
                XMLClause(path: "value/text", test: .isOneOf(["one", "two"])),
              ],
              captures: ["kind/header"])),
          confidence: .likely, because: "a page can be unused"),
      ])
  }

  @Test(arguments: [
    ("object: Chat", [XMLClause.Test.isOneOf(["Chat"])]),
    ("object: [Chat, 12, true]", [.isOneOf(["Chat", "12", "true"])]),
    ("object: {not: Chat}", [.isNoneOf(["Chat"])]),
    ("object: {absent-or-not: [Chat, Talk]}", [.absentOrNoneOf(["Chat", "Talk"])]),
    ("object: {not-pattern: a+}", [.matchesNot("a+")]),
    ("object: {present: true}", [.present]),
    ("object: {absent: true, not-pattern: b}", [.absent, .matchesNot("b")]),
  ])
  func `every test of a clause is read`(_ clause: String, tests: [XMLClause.Test]) throws {
    let condition = try condition("xml: {root: AcmeSite, where: {\(clause)}}")
    guard case .xml(let xml) = condition else { throw WrongKind() }
    #expect(xml.clauses == tests.map { XMLClause(path: "object", test: $0) })
  }

  @Test func `component, path and relation conditions are read`() throws {
    #expect(
      try condition("component: {type: AcmeButton, name: '^Sales'}")
        == .component(ComponentCondition(types: ["AcmeButton"], name: "^Sales")))
    #expect(try condition("path: {pattern: 'esw[.]js$'}") == .path(PathCondition(pattern: "esw[.]js$")))
    #expect(
      try condition(
        """
        relation:
            subject: AcmeSite
            present: any
            with: [{in: uses, kind: AcmeButton, name: [A, B], present: true}]
            without: [{out: any, kind: product}]
        """)
        == .relation(
          RelationCondition(
            subject: NodeKind(rawValue: "AcmeSite"), isPresent: nil,
            with: [
              EdgePattern(
                direction: .in, relation: .uses, kinds: [NodeKind(rawValue: "AcmeButton")], names: ["A", "B"],
                isPresent: true)
            ],
            without: [EdgePattern(direction: .out, kinds: [.product])])))
  }

  @Test func `a silent rule needs no message`() throws {
    let text = SamplePack.rule.replacing("message: \"sends '{header}'\"", with: "silent: true")
    let rule = try #require(try SamplePack.pack(["header/acme-header.yaml": text]).rules.first)
    #expect(rule.isSilent && rule.message == rule.descriptor.title)
  }

  @Test func `line ends and a byte-order mark change nothing`() throws {
    let plain = try SamplePack.pack()
    let windows = SamplePack.files().map {
      RulePackFile(path: $0.path, text: "\u{FEFF}" + $0.text.replacing("\n", with: "\r\n"))
    }
    let loaded = try loadRulePack(windows, folder: "Rules/acme-chat")
    #expect(loaded.rules == plain.rules && loaded.steps == plain.steps)
  }

  @Test func `the hash follows the content and nothing else`() throws {
    let hash = try SamplePack.pack().hash
    #expect(try loadRulePack(SamplePack.files(), folder: "elsewhere/acme-chat/").hash == hash)
    #expect(try SamplePack.pack(["header/acme-header.yaml": SamplePack.rule + "\n"]).hash != hash)
    #expect(try SamplePack.pack(["README.md": "No rule."]).hash == hash)
  }

  @Test func `a later pack replaces rules of one before it and leans on its steps and retirement`() throws {
    let base = try SamplePack.pack()
    let own = [
      RulePackFile(path: "pack.yaml", text: "{name: mine, version: 1, title: Mine}"),
      RulePackFile(
        path: "header/acme-header.yaml",
        text: SamplePack.rule.replacing("class: dependency", with: "class: review")),
    ]
    let extra = try loadRulePack(own, folder: "mine", extending: [base])
    #expect(extra.retirement == base.retirement)
    let combined = combineRulePacks([base, extra])
    #expect(combined.map(\.rules.count) == [0, 1])
    #expect(combined[1].rules[0].descriptor.class == .review && combined[0].steps == base.steps)
  }

  /// The sample rule with one other condition.
  private func condition(_ yaml: String) throws -> Condition.Kind {
    let rule = """
      id: acme-header
      title: A title
      class: review
      confidence: likely
      surface: header
      when:
        \(yaml)
      message: a message
      remediation: Do it.
      links: [{title: A page, url: 'https://example.com'}]
      """
    let pack = try SamplePack.pack(["header/acme-header.yaml": rule])
    return try #require(pack.rules.first?.conditions.first).kind
  }

  private struct WrongKind: Error {}
}
