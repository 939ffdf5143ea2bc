import AuditModel

/// The checklist, the coverage and the diagnostics of the typical sample report.
enum TypicalPlan {
  private static let steps:
    [(id: String, phase: String, title: String, role: String, needs: [String], wave: Int)] = [
      ("A1", "Discover", "Freeze the scope with a complete export", "administrator", [], 1),
      ("A5", "Discover", "Decide how long transcripts are kept", "privacy officer", ["A1"], 2),
      ("B2", "Foundations", "Enable messaging and Omni-Channel", "administrator", ["A1"], 2),
      ("C1", "Routing", "Let queues take messaging sessions", "administrator", ["B2"], 3),
      ("C4", "Routing", "Rebuild the routing flows", "flow builder", ["C1"], 4),
      ("C5", "Routing", "Set up the messaging channels with a fallback queue", "administrator", ["C1"], 4),
      ("D4", "Front end", "Rebuild the pre-chat forms", "developer", ["C5"], 5),
      ("D6", "Front end", "Rewrite the custom chat windows", "developer", ["C5"], 5),
      ("D9", "Front end", "Replace the component on Experience sites", "administrator", ["C5"], 5),
      ("D10", "Front end", "Swap the snippet on web pages behind a switch", "web developer", ["C5"], 5),
      ("D11", "Front end", "Move apps and REST clients", "integration developer", ["C5"], 5),
      ("E1", "Bots and automation", "Move the bots", "bot builder", ["C4", "C5"], 5),
      ("E2", "Bots and automation", "Move code and automation on chat objects", "developer", ["C5"], 5),
      ("E3", "Bots and automation", "Rebuild the agents' pages", "administrator", ["C5"], 5),
      (
        "E4", "Bots and automation", "Move integrations that read transcripts", "integration developer", ["C5"],
        5
      ),
      ("F1", "Reporting", "Rebuild reports on messaging objects", "analyst", ["C5"], 5),
      ("G4", "Go-live", "Cut over all entry points", "release manager", ["D10", "D11", "E1"], 6),
      ("H1", "Decommission", "Remove buttons, deployments and snippets", "administrator", ["G4"], 7),
      ("H3", "Decommission", "Remove permissions, licences and trusted URLs", "administrator", ["H1"], 8),
      ("H5", "Decommission", "Switch Chat off, last of all", "administrator", ["H3"], 9),
    ]

  static func items(for findings: [Finding]) -> [PlanItem] {
    steps.map { entry in
      let always = ["A1", "G4"].contains(entry.id)
      let own = findings.filter { $0.step == entry.id && $0.suppressed == nil }
      let signals = own.filter { $0.class == .successor }
      let open = own.filter { $0.class != .successor }
      let state: PlanItem.State =
        switch (open.isEmpty, signals.isEmpty) {
        case (false, true): .open
        case (false, false): .halfDone
        case (true, false): .done
        case (true, true): always ? .always : .notNeeded
        }
      let weight = state == .notNeeded || state == .done ? 0 : Double(max(open.count, 1))
      return PlanItem(
        step: PlanStep(
          id: entry.id, phase: entry.phase, title: entry.title,
          details: "Build it beside the old part, test it, and note who can undo it.", role: entry.role,
          needs: entry.needs, always: always, doneWhen: entry.id == "C5" ? ["messaging-channel"] : [],
          effort: Effort(low: 2, high: 8, role: entry.role, per: "step"),
          rollback: entry.id == "G4" ? "Turn the switch back; the old buttons still stand." : nil,
          links: [Link(title: "Guide for \(entry.id)", url: "https://help.example.com/steps/\(entry.id)")]),
        wave: entry.wave, state: state, findings: open.map(\.fingerprint), signals: signals.map(\.fingerprint),
        hours: HourRange(low: 2, high: 8) * weight,
        efforts: weight == 0
          ? []
          : [
            PlanEffort(role: entry.role, per: "place", count: Int(weight), each: HourRange(low: 2, high: 8))
          ],
        owner: entry.id == "A1" ? "Ada Example" : nil,
        due: entry.id == "A1" ? CalendarDate(year: 2026, month: 12, day: 4) : nil,
        note: entry.id == "A1" ? "export ordered" : nil, isTicked: entry.id == "A1")
    }
  }

  static func waves(of items: [PlanItem]) -> [PlanWave] {
    Dictionary(grouping: items, by: \.wave).sorted { $0.key < $1.key }.map { number, items in
      PlanWave(
        number: number, steps: items.map(\.step.id), hours: items.reduce(HourRange()) { $0 + $1.hours },
        isSafeStop: number < 6, rollback: items.compactMap(\.step.rollback))
    }
  }

  static func roles(of items: [PlanItem]) -> [RoleHours] {
    Dictionary(grouping: items, by: \.step.role).sorted { $0.key < $1.key }.map { role, items in
      RoleHours(role: role, hours: items.reduce(HourRange()) { $0 + $1.hours })
    }
  }

  static func notes(for findings: [Finding]) -> [PlanNote] {
    [
      PlanNote(
        subject: .finding, id: findings[0].fingerprint, owner: "Ben Example", due: CalendarDate(year: 2026, month: 12, day: 11),
        note: "waits for the new client", isTicked: false),
      PlanNote(subject: .question, id: "button-routing", owner: "Ada Example", isTicked: true),
    ]
  }

  static func deployments(for findings: [Finding]) -> [DeploymentMapping] {
    func feature(_ id: String, _ name: String, _ maps: MappingKind, _ surface: Surface) -> DeploymentMapping.Feature {
      DeploymentMapping.Feature(
        id: id, feature: name, maps: maps, replacement: "Something new for '\(id)'.",
        findings: findings.filter { $0.surface == surface }.map(\.fingerprint))
    }
    return [
      DeploymentMapping(
        deployment: NodeID(kind: NodeKind(rawValue: "LiveChatDeployment"), name: "Web"),
        features: [
          feature("button", "Chat button", .rebuild, .chatConfiguration),
          feature("snippet", "Snippet in web pages", .rebuild, .deploymentAPI),
          feature("queues", "Queues of chats", .direct, .routing),
        ], chats30: 1_204, chats90: 3_380),
      DeploymentMapping(
        deployment: nil, features: [feature("visualforce", "Visualforce window", .none, .visualforce)]),
    ]
  }

  static let coverage = Coverage(
    artifacts: 412, bytes: 18_734_552,
    kinds: [
      Count(name: "code", count: 131), Count(name: "config", count: 40), Count(name: "docs", count: 9),
      Count(name: "markup", count: 28), Count(name: "metadata", count: 204),
    ],
    languages: [
      Count(name: "apex", count: 64), Count(name: "javascript", count: 67), Count(name: "xml", count: 204),
    ],
    components: [
      Count(name: "ApexClass", count: 64), Count(name: "ApexPage", count: 12), Count(name: "Flow", count: 19),
      Count(name: "LiveChatButton", count: 1), Count(name: "LiveChatDeployment", count: 1),
      Count(name: "Profile", count: 22), Count(name: "Queue", count: 6),
    ],
    held: [
      HeldComponents(type: "LiveChatButton", names: ["Sales"]),
      HeldComponents(type: "Queue", names: ["Chat_Sales", "Chat_Service"]),
    ],
    skipped: [
      Skipped(reason: .binary, count: 57, examples: ["website/img/logo.png"]),
      Skipped(reason: .toolFolder, count: 3, examples: ["website/node_modules", "website/.git"]),
      Skipped(reason: .unreadable, count: 1, examples: ["website/private/keys.js"]),
    ],
    types: [
      TypeCoverage(type: "LiveChatButton", state: .present, count: 1),
      TypeCoverage(type: "LiveChatDeployment", state: .present, count: 1),
      TypeCoverage(
        type: "Profile", state: .partial, count: 22,
        weakens: "profiles hold only the objects that were retrieved with them; permissions may be missing"),
      TypeCoverage(
        type: "LiveChatAgentConfig", state: .absent, count: 0,
        weakens: "who may chat, and with what capacity, can't be said"),
      TypeCoverage(
        type: "EmbeddedServiceConfig", state: .absent, count: 0,
        weakens: "snippets can't be tied to their deployment; a wildcard never retrieves this type"),
      TypeCoverage(
        type: "PresenceUserConfig", state: .absent, count: 0, weakens: "the agents' capacity can't be compared"),
    ],
    questions: [
      Question(
        id: "button-routing", text: "Which queue or skills does each chat button route to?",
        role: "administrator",
        how: "Setup, Chat Buttons; or the query that the manifest command prints", step: "C1"),
      Question(
        id: "tag-managers", text: "Does a tag manager put the chat snippet on pages?", role: "web developer",
        how: "search the tag manager for 'deployment.js' and 'embedded_svc'", step: "D10"),
      Question(id: "licences", text: "How many chat licences are paid for?", role: "contract owner"),
    ])

  static let diagnostics: [Diagnostic] = [
    Diagnostic(
      code: "xml-unparsable", severity: .incomplete,
      message: "the XML ends in the middle of 'flow'; what stands before was examined",
      location: Location(path: "force-app/flows/Old_Chat.flow-meta.xml", line: 310, column: 4)),
    Diagnostic(
      code: "unreadable", severity: .incomplete, message: "'keys.js' can't be read: permission denied",
      location: Location(path: "website/private/keys.js")),
    Diagnostic(
      code: "forceignore", severity: .information,
      message: "'.forceignore' names 3 paths that were examined all the same"),
  ]
}
