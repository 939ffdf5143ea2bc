import AuditModel
import AuditPlan
import Testing

@Suite struct RecordTests {
  static let queries = [
    RecordQuery(
      object: "LiveChatButton", soql: "", why: "", component: "LiveChatButton", identifies: .buttonID,
      links: [.init(column: "QueueId", relation: .routes, component: "Queue")], properties: ["IsActive"]),
    RecordQuery(object: "Group", soql: "", why: "", component: "Queue"),
    RecordQuery(
      object: "LiveChatTranscript by button", soql: "", why: "", key: "LiveChatButtonId",
      component: "LiveChatButton",
      properties: ["chats90"]),
    RecordQuery(
      object: "EventLog", soql: "", why: "",
      calls: .init(client: ["ClientName", "CLIENT_NAME", "CONNECTED_APP_NAME"], object: ["ObjectName", "ENTITY_NAME"],
        objects: ["LiveChatTranscript", "LiveChatVisitor"])),
  ]

  static let buttons = """
    {"status": 0, "result": {"records": [
      {"attributes": {"type": "LiveChatButton"}, "Id": "5739A0000008OrDQAU", "DeveloperName": "Orders", "QueueId": null},
      {"attributes": {"type": "LiveChatButton"}, "Id": "5739A0000008FtGQAU", "DeveloperName": "Fitting",
       "IsActive": true, "QueueId": "00G9A0000003ChFUAU"}
    ]}}
    """
  static let queues = "DeveloperName;Id\r\nChat_Fitting;00G9A0000003ChF\r\n"
  static let counts = "\"chats90\",\"LiveChatButtonId\"\n120,5739A0000008FtG\n7,\n"

  static func facts(_ files: [(String, String)]) -> RecordFacts {
    RecordFacts(files: files.map { ($0.0, Array($0.1.utf8)) }, queries: queries)
  }

  @Test func `records name ids, routes and use, each at its line`() {
    let records = Self.facts([
      ("r/buttons.json", Self.buttons), ("r/Group.csv", Self.queues), ("r/use.csv", Self.counts),
    ])
    #expect(records.diagnostics == [])
    let inventory = Inventory(of: records.facts, components: [])
    let fitting = inventory.nodes.first { $0.id == Specimen.node("LiveChatButton:fitting") }
    #expect(fitting?.attributes == ["IsActive": "true", "chats90": "120"])
    let route = inventory.edges.first { $0.relation == .routes }
    #expect(route?.to.name == "Chat_Fitting")
    #expect(route?.location == Location(path: "r/buttons.json", line: 3))
    let chain = inventory.chains(
      of: Specimen.finding("a.js", finds: [Specimen.reference(.uses, "button-id:5739A0000008FtG")]))
    #expect(chain == [], "code that nobody found is in no chain")
  }

  @Test func `what a count by records does not list was not used`() {
    let records = Self.facts([("r/buttons.json", Self.buttons), ("r/use.csv", Self.counts)])
    let inventory = Inventory(of: records.facts, components: [])
    let use = Dictionary(uniqueKeysWithValues: inventory.nodes.map { ($0.id.name, $0.attributes["chats90"]) })
    #expect(use["Fitting"] == "120" && use["Orders"] == "0")
    // Without the counts nothing is known, which is not nothing.
    let unknown = Inventory(of: Self.facts([("r/buttons.json", Self.buttons)]).facts, components: [])
    #expect(unknown.nodes.allSatisfy { $0.attributes["chats90"] == nil })
  }

  @Test(arguments: [
    "ClientName,ObjectName\nWarehouse,LiveChatTranscript\nWarehouse,LiveChatTranscript\n,Account\nDesk,livechatvisitor\n",
    """
    "EVENT_TYPE","CLIENT_NAME","CONNECTED_APP_NAME","ENTITY_NAME"
    "ApiTotalUsage","","Warehouse","LiveChatTranscript;Account"
    "ApiTotalUsage","Warehouse","Another name","LiveChatTranscript"
    "ApiTotalUsage","Desk","","LiveChatVisitor"
    "ApiTotalUsage","Desk","","Case"
    """,
  ]) func `a log of calls tells which programs use which objects`(_ log: String) {
    let records = Self.facts([("r/2026-11-01_ApiTotalUsage.csv", log)])
    #expect(records.diagnostics == [])
    let uses = records.facts.map { "\($0.captures["client"] ?? "") \($0.captures["object"] ?? "") \($0.captures["calls"] ?? "")" }
    #expect(uses == ["Warehouse LiveChatTranscript 2", "Desk LiveChatVisitor 1"])
    #expect(records.facts.map(\.location.line) == [2, log.contains("EVENT") ? 4 : 5])
  }

  @Test func `code that knows an id meets its queue through records`() {
    let code = Specimen.finding("a.js", finds: [Specimen.reference(.uses, "button-id:5739A0000008FtG")])
    let records = Self.facts([("buttons.json", Self.buttons), ("Group.csv", Self.queues)])
    let chain = Inventory(of: [code] + records.facts, components: []).chains(of: code).first
    #expect(chain?.nodes.last?.name == "Chat_Fitting")
  }

  @Test func `a queue that no file names keeps its id`() {
    let edges = Inventory(of: Self.facts([("buttons.json", Self.buttons)]).facts, components: []).edges
    #expect(edges.first { $0.relation == .routes }?.to.name == "00G9A0000003ChFUAU")
  }

  @Test(arguments: [
    ("a.json", "{"), ("a.json", "{\"a\": 1}"), ("a.csv", "x,y\n1,2\n"), ("LiveChatButton.csv", "Name\nA\n"),
    ("a.csv", ""),
  ]) func `a file that is no result of a query is said to be unread`(_ path: String, _ text: String) {
    let records = Self.facts([(path, text)])
    #expect(records.facts.isEmpty)
    #expect(records.diagnostics.map(\.severity) == [.incomplete])
  }
}
