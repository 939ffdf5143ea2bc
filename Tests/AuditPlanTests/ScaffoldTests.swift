import AuditModel
import AuditPlan
import Testing

/// Drafts of what takes the place of what was found.
@Suite struct ScaffoldTests {
  private static let facts = ScaffoldFacts(
    drafts: [
      .init(path: "once.md", text: "{{#deployment}}{{deployment}} {{/deployment}}"),
      .init(
        path: "channels/{{name}}.channel-meta.xml", scope: .component("Button"), rules: ["old"],
        text: "<!-- {{label}} --><a>{{greeting}}</a>{{#Queue}}<q>{{Queue}}</q>{{/Queue}}"),
      .init(
        path: "pages/{{name}}.html", scope: .deployment, features: ["page"],
        text: "init('{{label}}'){{#drafted.Button}} {{drafted.Button}}{{/drafted.Button}} {{#found.page}}{{found.page}}{{/found.page}}"),
      .init(path: "origins/{{name}}.xml", scope: .property("web-site"), text: "<o>https://{{label}}</o>"),
    ],
    removals: [
      .init(type: "Page", rules: ["old"], review: "look first"), .init(type: "Button", rules: ["old", "off"]),
    ])
  private static let mapping = MappingFacts(
    deployments: [NodeKind(rawValue: "Deployment")],
    parts: [NodeKind(rawValue: "Deployment"), NodeKind(rawValue: "Button")],
    features: [FeatureMapping(id: "page", feature: "page", maps: .rebuild, replacement: "r", rules: ["page"])])

  /// The files of a scaffold by their paths.
  private func files(_ findings: [Finding]) -> [String: String] {
    let inventory = Inventory(of: findings, components: [])
    var report = Report(
      tool: .init(name: "t", version: "1"), asOf: CalendarDate(daysSinceEpoch: 20_000), findings: findings,
      inventory: inventory)
    report.plan.deployments = DeploymentMapping.rows(of: [Self.mapping], inventory: inventory, findings: findings)
    let files = Scaffold(Self.facts, mapping: Self.mapping, report: report).files
    #expect(files.map(\.path) == files.map(\.path).sorted())
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
  }

  private static func finding(_ subject: String, _ rule: RuleID, _ finds: (Relation, String)...) -> Finding {
    Specimen.finding(subject, rule: rule, finds: finds.map { Specimen.reference($0.0, $0.1) })
  }

  @Test func `each button, deployment and web site has its file, and what can go is listed in order`() {
    let files = files([
      Self.finding("Deployment:Web", "page", (.has, "web-site:https://shop.example.com/a")),
      Self.finding("shop.html", "page", (.uses, "Deployment:Web")),
      Self.finding("Button:Sales", "old", (.uses, "Deployment:Web"), (.routes, "Queue:Desk"), (.has, "greeting:Hi & bye")),
      Self.finding("Button:Gone", "off"), Self.finding("Page:Chat", "old"),
    ])
    #expect(files["once.md"] == "Web ")
    #expect(files["channels/Sales.channel-meta.xml"] == "<!-- Sales --><a>Hi &amp; bye</a><q>Desk</q>")
    #expect(files["channels/Gone.channel-meta.xml"] == nil)
    #expect(files["pages/Web.html"] == "init('Web') Sales org/Deployment/Web.xml:1:1shop.html:1:1")
    #expect(files["origins/shop_example_com.xml"] == "<o>https://shop.example.com</o>")
    let lines = (files["destructive/destructiveChanges.xml"] ?? "").split(separator: "\n").map {
      $0.drop { $0 == " " }
    }
    let page = lines.firstIndex(of: "Chat")
    let button = lines.firstIndex(of: "<members>Gone</members>")
    #expect(page != nil && button != nil && page ?? 0 < button ?? 0)
    #expect(lines.contains("<members>Sales</members>") && !lines.contains("<members>Chat</members>"))
    #expect(files["destructive/package.xml"]?.contains("<types>") == false)
  }

  @Test func `without anything found only what is written once is there`() {
    #expect(files([]).keys.sorted() == ["once.md"])
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "..", ".", "a/../../b", "C:\\windows", "con\u{0}trol", "--><evil/>", "a'b\"c",
    "</script><script>alert(1)</script>", "${HOME}", "`id`", "\u{202E}txt", "ünïcödé", "", "   ", "1st", "{{name}}",
    String(repeating: "long", count: 500), "\n\n", "-->", "--", "a--b-->c",
  ]) func `a name from outside leaves neither the folder nor its place in a file`(_ name: String) throws {
    let files = files([
      Self.finding("Deployment:\(name)", "page", (.has, "web-site:\(name)")),
      Self.finding("Button:\(name)", "old", (.uses, "Deployment:\(name)"), (.has, "greeting:\(name)")),
      Self.finding("Page:\(name)", "old"),
    ])
    for (path, text) in files {
      #expect(path.utf8.count < 120)
      #expect(
        path.utf8.allSatisfy { byte in
          (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "/._-".utf8.contains(byte)
        }, "\(path)")
      #expect(!path.split(separator: "/", omittingEmptySubsequences: false).contains { $0.isEmpty || $0.hasPrefix(".") })
      #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E })
      if path.hasSuffix(".xml") {
        #expect(!text.contains("<evil") && !text.contains("<script"))
        // A comment ends where the draft ends it, and nowhere else.
        #expect(text.ranges(of: "--").count == text.ranges(of: "<!--").count + text.ranges(of: "-->").count, "\(text)")
      }
      if path.hasSuffix(".html") {
        #expect(!text.contains("<") && text.count { $0 == "'" } == 2 && !text.contains("\""))
      }
    }
  }

  @Test func `names that differ in letter case or in forbidden letters do not share a file`() {
    let files = files([
      Self.finding("Button:a b", "old"), Self.finding("Button:a/b", "old"), Self.finding("Button:A_B", "old"),
    ])
    let names = files.keys.filter { $0.hasPrefix("channels/") }
    #expect(names.count == 3 && Set(names.map { $0.lowercased() }).count == 3)
  }
}
