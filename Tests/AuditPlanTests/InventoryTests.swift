import AuditModel
import AuditPlan
import Testing

@Suite struct InventoryTests {
  @Test(arguments: [
    ("button-id:5739A0000008OrD", "button-id:5739A0000008OrDQAU"),
    ("deployment-id:5729A0000004WbS", "deployment-id:5729A0000004WbSQAU"),
    ("button-id:5739A0000008OrDQAU", "button-id:5739A0000008OrDQAU"),
    ("button-id:not an id", "button-id:not an id"),
    ("host:D.LA1.example.com:443", "host:d.la1.example.com"),
    ("endpoint:https://d.la1.example.com/chat/rest/?a=1", "endpoint:https://d.la1.example.com/chat/rest"),
    ("LiveChatButton:Sales", "LiveChatButton:Sales"),
  ]) func `two spellings of an identity are one`(_ text: String, _ expected: String) {
    #expect(Specimen.node(text).canonical.name == Specimen.node(expected).name)
  }

  @Test func `ids that differ in letter case stay two ids`() {
    let nodes = ["5739A0000008FtG", "5739A0000008Ftg"].map { Specimen.node("button-id:\($0)").canonical }
    #expect(nodes[0] != nodes[1])
  }

  @Test func `names in any letter case are one node, spelt as the component`() {
    let inventory = Inventory(
      of: [
        Specimen.finding("a.js", finds: [Specimen.reference(.uses, "livechatbutton:SALES")]),
        Specimen.finding("LiveChatButton:sales", finds: [Specimen.reference(.has, "active:true")]),
      ], components: [HeldComponents(type: "LiveChatButton", names: ["Sales"])])
    let button = inventory.nodes.filter { $0.id.kind.rawValue.lowercased() == "livechatbutton" }
    #expect(button.map(\.id.name) == ["Sales"])
    #expect(button.map(\.isPresent) == [true])
    #expect(button.first?.attributes == ["active": "true"])
  }

  @Test func `what is only mentioned is not present`() {
    let inventory = Inventory(
      of: [Specimen.finding("Queue:A", finds: [Specimen.reference(.uses, "QueueRoutingConfig:B")])],
      components: [])
    #expect(inventory.nodes.map(\.isPresent) == [true, false])
  }

  @Test func `an inventory does not depend on the order of findings`() {
    let findings = ChainTests.org.shuffled()
    #expect(Inventory(of: findings, components: []) == Inventory(of: ChainTests.org, components: []))
  }
}

@Suite struct ChainTests {
  /// A shop that calls chat, a deployment and a button known by id, and the way on to a queue.
  static let org = [
    Specimen.finding(
      "shop/chat.ts", line: 15, rule: "deployment-id",
      finds: [Specimen.reference(.uses, "deployment-id:5729A0000004WbS")]),
    Specimen.finding(
      "shop/chat.ts", line: 16, rule: "button-id",
      finds: [Specimen.reference(.uses, "button-id:5739A0000008FtG")]),
    Specimen.finding(
      "shop/server.js", line: 3, rule: "host", finds: [Specimen.reference(.uses, "host:D.la1.example.com")]),
    Specimen.finding(
      "shop/page.html", line: 4, rule: "snippet",
      finds: [Specimen.reference(.uses, "EmbeddedServiceLiveAgent:esw_1")]),
    Specimen.finding(
      "LiveChatButton:Fitting", line: 7, rule: "record",
      finds: [
        Specimen.reference(.identifies, "button-id:5739A0000008FtGQAU"),
        Specimen.reference(.routes, "Queue:Fitting"),
      ]),
    Specimen.finding(
      "LiveChatDeployment:Web", line: 9, rule: "record",
      finds: [Specimen.reference(.identifies, "deployment-id:5729A0000004WbSQAU")]),
    Specimen.finding(
      "EmbeddedServiceLiveAgent:ESW_1", line: 12, rule: "embedded",
      finds: [
        Specimen.reference(.uses, "LiveChatButton:fitting"),
        Specimen.reference(.uses, "LiveChatDeployment:web"),
        Specimen.reference(.uses, "endpoint:https://d.la1.example.com/chat"),
      ]),
    Specimen.finding(
      "Profile:Agents", rule: "access",
      finds: [Specimen.reference(.grants, "CustomObject:LiveChatTranscript")]),
    Specimen.finding(
      "Trigger.cls", rule: "apex", finds: [Specimen.reference(.uses, "CustomObject:LiveChatTranscript")]),
  ]

  @Test(arguments: [
    ("shop/chat.ts", "button-id", "shop/chat.ts > 5739A0000008FtGQAU > Fitting > Fitting"),
    ("shop/page.html", "snippet", "shop/page.html > ESW_1 > fitting > Fitting"),
    ("shop/server.js", "host", "shop/server.js > d.la1.example.com > ESW_1 > fitting > Fitting"),
    ("shop/chat.ts", "deployment-id", "shop/chat.ts > 5729A0000004WbSQAU > Web > ESW_1 > fitting > Fitting"),
    // What an org component is opened by comes first.
    ("LiveChatButton:Fitting", "record", "shop/chat.ts > 5739A0000008FtGQAU > Fitting > Fitting"),
    // Nothing is routed anywhere: only the reference itself.
    ("Trigger.cls", "apex", "Trigger.cls > LiveChatTranscript"),
    // A right to see records puts nobody on the way of a chat.
    ("Profile:Agents", "access", ""),
  ]) func `a finding shows its chain to the queue`(_ subject: String, _ rule: String, _ expected: String)
    throws
  {
    let inventory = Inventory(of: Self.org, components: [])
    let finding = try #require(
      Self.org.first { $0.node == Specimen.node(subject) && $0.rule.rawValue == rule })
    let names = inventory.chains(of: finding).map {
      $0.nodes.map { $0.name.lowercased() }.joined(separator: " > ")
    }
    #expect(names.first ?? "" == expected.lowercased())
  }

  @Test func `every link of a chain stands at a place and is proven by a finding`() {
    let inventory = Inventory(of: Self.org, components: [])
    let finder = ChainFinder(inventory)
    let links = Self.org.flatMap { finder.chains(of: $0) }.flatMap(\.links)
    #expect(links.count > 10)
    for link in links {
      #expect(link.edge.location.line != nil)
      #expect(Self.org.contains { $0.fingerprint == link.edge.provenBy && $0.location == link.edge.location })
    }
  }

  @Test func `what two things share connects them once, not twice`() {
    // A component on two pages, one of which names a deployment with chat settings of its own.
    let findings = [
      Specimen.finding("ApexPage:A", finds: [Specimen.reference(.uses, "AuraDefinitionBundle:Shared")]),
      Specimen.finding(
        "b.html",
        finds: [
          Specimen.reference(.uses, "AuraDefinitionBundle:Shared"),
          Specimen.reference(.uses, "EmbeddedServiceConfig:L"),
        ]),
      Specimen.finding(
        "EmbeddedServiceLiveAgent:C",
        finds: [Specimen.reference(.uses, "EmbeddedServiceConfig:L"), Specimen.reference(.routes, "Queue:Q")]),
    ]
    let finder = ChainFinder(Inventory(of: findings, components: []))
    #expect(finder.chains(of: findings[0]).map { $0.nodes.map(\.name) } == [["A", "Shared"]])
    #expect(finder.chains(of: findings[1]).first?.nodes.map(\.name) == ["b.html", "L", "C", "Q"])
  }

  @Test func `a circle of components ends`() {
    let findings = [
      Specimen.finding("Flow:A", finds: [Specimen.reference(.routes, "Flow:B")]),
      Specimen.finding("Flow:B", finds: [Specimen.reference(.routes, "Flow:A")]),
    ]
    let inventory = Inventory(of: findings, components: [])
    #expect(inventory.chains(of: findings[0]).allSatisfy { $0.links.count <= 2 })
  }
}
