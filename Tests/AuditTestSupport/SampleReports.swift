public import AuditModel

/// Reports that every format is tested with.
public enum SampleReports {
  /// The day of all sample reports.
  public static let day = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(daysSinceEpoch: 0)

  /// Named reports for tables: nothing found, an ordinary org, and one whose every text attacks its reader.
  public static var all: [(name: String, report: Report)] {
    [("empty", empty), ("typical", typical), ("hostile", hostile())]
  }

  /// An audit of one folder in which nothing was found.
  public static var empty: Report {
    Report(
      tool: .init(name: "chatsunset", version: "1.0.0"),
      rulePacks: [.init(name: "legacy-chat", version: "1", hash: String(repeating: "0", count: 32), rules: 16)],
      retirements: [retirement], asOf: day, inputs: ["notes"],
      coverage: Coverage(
        artifacts: 2, bytes: 1_234, kinds: [Count(name: "docs", count: 2)],
        languages: [Count(name: "markdown", count: 2)]))
  }

  /// An ordinary org in the middle of its migration, with a web shop and two apps.
  public static var typical: Report {
    let findings = TypicalRows.findings
    let items = TypicalPlan.items(for: findings)
    var report = Report(
      tool: .init(name: "chatsunset", version: "1.0.0"),
      rulePacks: [
        .init(name: "legacy-chat", version: "1", hash: "5f1c0e7a9b3d42688e6a1f0c7d2b9e34", rules: 96)
      ],
      rules: TypicalRows.rules, retirements: [retirement], asOf: day,
      inputs: ["force-app", "website", "mobile-app"],
      configuration: .init(
        path: "tools/.chatsunset.yaml",
        settings: [
          "fail-on": "warning", "exclude": "vendor/", "baseline": "accepted.json",
          "rules.permission": "note for profiles/Archive*",
        ], rules: [.init(name: "permission", level: "note", paths: ["profiles/Archive*"])]),
      findings: findings, facts: TypicalRows.facts,
      inventory: TypicalInventory.inventory(provenBy: findings), coverage: TypicalPlan.coverage,
      plan: Plan(
        items: items,
        assumptions: [
          "hours are for one deployment in an org of middle size",
          "licence talks with the vendor are not part of the hours",
        ],
        total: items.reduce(HourRange()) { $0 + $1.hours }, waves: TypicalPlan.waves(of: items),
        roles: TypicalPlan.roles(of: items), deployments: TypicalPlan.deployments(for: findings),
        notes: TypicalPlan.notes(for: findings)),
      diagnostics: TypicalPlan.diagnostics, summary: Summary(of: findings),
      conditions: [.findings, .incomplete])
    report.plan.items.sort { ($0.wave, $0.step.id) < ($1.wave, $1.step.id) }
    return report
  }

  static var retirement: Retirement {
    Retirement(
      product: "legacy Chat", alsoKnownAs: ["Live Agent", "Embedded Chat", "Snap-ins Chat"],
      retired: CalendarDate(year: 2026, month: 2, day: 14) ?? day, successor: "Enhanced Chat",
      unknowns: ["whether the servers still answer after the scheduled day"],
      sources: [
        Link(title: "Chat REST API: getting started", url: "https://developer.example.com/chat/retirement")
      ])
  }
}
