public import AuditModel

extension SampleReports {
  /// What hostile texts carry: markup, formulas, workflow commands, terminal escapes and invisible characters.
  public static let attack =
    "<script>alert(1)</script><img src=x onerror=alert(2)>]]>--><!-- \"' =cmd|' /C calc'!A0"
    + " ::set-output name=a::b %0A \u{1B}[31mred\u{1B}]0;title\u{7} \u{9B}2J \u{202E}gnp.exe\u{200F}\u{2066}"
    + " \0 \u{FEFF}\u{2028} | `code` ``` [link](javascript:alert(3)) @everyone #1 $(id) ${id} {{1}}"
    + "\r\n::error::injected\n=1+1\n+1\n-1\n@SUM(1)\n\t- [x] done\n##[command]x ##vso[task]y\u{85}end"

  /// A report in which every text is hostile; by default the field's name, the attack and the name again.
  public static func hostile(
    text: (String) -> String = { "=\($0) \(attack) \($0)" }
  ) -> Report {
    let path = text("path")
    let place = Location(path: path, line: 3, column: 5, endLine: 3, endColumn: 9)
    let rule = RuleID(rawValue: text("rule"))
    let link = Link(title: text("link title"), url: "javascript:alert(4)//" + text("url"))
    let node = NodeID(kind: NodeKind(rawValue: text("node kind")), name: text("node name"))
    let other = NodeID(kind: .host, name: text("host"))
    let step = text("step")
    let effort = Effort(low: 1, high: 2, role: text("effort role"), per: text("effort per"))
    let findings = [FindingClass.dependency, .review, .residue, .successor].map { findingClass in
      Finding(
        rule: rule, class: findingClass, level: findingClass == .dependency ? .error : .note,
        confidence: .likely,
        confidenceReason: text("confidence reason"), context: .code, surface: .endpoint,
        message: text("message"),
        component: ComponentID(type: text("component type"), name: text("component name")), location: place,
        evidence: text("evidence"), captures: [text("capture name"): text("capture")], count: 2,
        related: [Location(path: text("related path"), line: 1, column: 1)],
        references: [Reference(relation: .uses, node: node)],
        fingerprint: text("fingerprint \(findingClass.rawValue)"),
        step: step,
        suppressed: findingClass == .review
          ? Suppression(kind: .baseline, reason: text("suppression reason"), until: day) : nil,
        verdict: .inconclusive)
    }
    let item = PlanItem(
      step: PlanStep(
        id: step, phase: text("phase"), title: text("step title"), details: text("step details"),
        role: text("step role"), needs: [text("need")], always: true, doneWhen: [rule], effort: effort,
        links: [link]),
      wave: 1, state: .halfDone, findings: [findings[0].fingerprint, findings[2].fingerprint],
      signals: [findings[3].fingerprint], hours: HourRange(low: 1, high: 2),
      efforts: [
        PlanEffort(
          rule: rule, role: text("effort role"), per: text("effort per"), count: 1,
          each: HourRange(low: 1, high: 2))
      ], owner: text("owner"), due: day,
      note: text("note"))
    return Report(
      tool: .init(name: text("tool"), version: text("tool version")),
      rulePacks: [.init(name: text("pack"), version: text("pack version"), hash: text("pack hash"), rules: 1)],
      rules: [
        RuleDescriptor(
          id: rule, pack: text("pack"), title: text("rule title"), class: .dependency, confidence: .likely,
          because: text("because"), surface: .endpoint, why: text("why"), remediation: text("remediation"),
          replacement: text("replacement"), before: text("before"), after: text("after"), step: step,
          effort: effort,
          links: [link])
      ],
      retirements: [
        Retirement(
          product: text("product"), alsoKnownAs: [text("older name")], announced: day, maintenance: day,
          retired: retirement.retired, successor: text("successor"), unknowns: [text("unknown")],
          sources: [link])
      ],
      asOf: day, inputs: [text("input")], shard: .init(index: 2, count: 3),
      configuration: .init(path: text("configuration"), settings: [text("setting"): text("setting value")],
        rules: [.init(name: text("set rule"), level: text("level"), paths: [text("pattern")], reason: text("reason"))]),
      findings: findings, facts: [findings[3]],
      inventory: Inventory(
        nodes: [
          InventoryNode(id: node, isPresent: true, attributes: [text("attribute"): text("attribute value")]),
          InventoryNode(id: other, isPresent: false),
        ],
        edges: [
          InventoryEdge(
            from: node, to: other, relation: .uses, provenBy: findings[0].fingerprint, location: place),
          InventoryEdge(
            from: other, to: node, relation: .has, provenBy: text("unknown fingerprint"), location: place),
        ]),
      coverage: Coverage(
        artifacts: 1, bytes: 2, kinds: [Count(name: text("kind"), count: 1)],
        languages: [Count(name: text("language"), count: 1)],
        components: [Count(name: text("component type"), count: 1)],
        held: [HeldComponents(type: text("component type"), names: [text("component name")])],
        skipped: [Skipped(reason: .damagedArchive, count: 1, examples: [text("skipped path")])],
        types: [TypeCoverage(type: text("absent type"), state: .absent, count: 0, weakens: text("weakens"))],
        questions: [
          Question(
            id: text("question id"), text: text("question"), role: text("question role"), how: text("how"),
            step: step)
        ]),
      plan: Plan(
        items: [item], cycles: [[step, text("cycle")]], assumptions: [text("assumption")],
        total: HourRange(low: 1, high: 2),
        waves: [
          PlanWave(
            number: 1, steps: [step], hours: HourRange(low: 1, high: 2), isSafeStop: true,
            rollback: [text("rollback")])
        ],
        roles: [RoleHours(role: text("role"), hours: HourRange(low: 1, high: 2))],
        deployments: [
          DeploymentMapping(
            deployment: node,
            features: [
              .init(
                id: text("feature id"), feature: text("feature"), maps: .none, replacement: text("replacement"),
                findings: [text("unknown fingerprint")])
            ])
        ],
        notes: [
          PlanNote(
            subject: .finding, id: findings[0].fingerprint, owner: text("finding owner"), note: text("finding note")),
          PlanNote(
            subject: .question, id: text("question id"), owner: text("question owner"), note: text("question note")),
        ]),
      diagnostics: [
        Diagnostic(
          code: text("diagnostic code"), severity: .incomplete, message: text("diagnostic"), location: place)
      ],
      summary: Summary(of: findings), conditions: [.findings, .incomplete])
  }
}
