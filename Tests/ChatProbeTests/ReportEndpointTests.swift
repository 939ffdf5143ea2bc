import AuditModel
@testable import ChatProbe
import Testing

@Suite struct ReportEndpointTests {
  private func node(_ kind: NodeKind, _ name: String, _ attributes: [String: String] = [:]) -> InventoryNode {
    InventoryNode(id: NodeID(kind: kind, name: name), isPresent: true, attributes: attributes)
  }

  private func edge(_ from: InventoryNode, _ to: InventoryNode) -> InventoryEdge {
    InventoryEdge(from: from.id, to: to.id, relation: .uses, provenBy: "f", location: Location(path: "a"))
  }

  @Test func `each endpoint is asked once, with the ids of its node or its neighbours`() throws {
    let first = node(.endpoint, "https://d.la1.example.com/chat", ["organization": "00D000000000001"])
    let again = node(.endpoint, "https://D.la1.example.com/chat/rest/")
    let other = node(.endpoint, "d.la2.example.com")
    let scripts = node(.endpoint, "https://c.la1.example.com/content")
    let odd = node(.endpoint, "{host}")
    let deployment = node(.deploymentID, "572000000000001")
    let wrong = node(.buttonID, "not an id")
    let inventory = Inventory(
      nodes: [first, again, other, scripts, odd, deployment, wrong], edges: [edge(again, deployment), edge(first, wrong)])
    let endpoints = ReportEndpoints(inventory, apiVersion: "60")
    #expect(endpoints.plans.map(\.endpoint.host) == ["d.la1.example.com", "d.la2.example.com"])
    #expect(endpoints.plans[0].organization == "00D000000000001")
    #expect(endpoints.plans[0].deployment == "572000000000001")
    #expect(endpoints.plans[0].button == nil)
    #expect(endpoints.skipped.map(\.name) == ["https://c.la1.example.com/content", "{host}"])
  }

  private func finding(_ nodes: InventoryNode...) -> Finding {
    Finding(
      rule: RuleID(rawValue: "chat-endpoint"), class: .dependency, level: .error, confidence: .certain, context: .code,
      surface: .endpoint, message: "m", location: Location(path: "a"), evidence: "e",
      references: nodes.map { Reference(relation: .uses, node: $0.id) })
  }

  @Test func `verdicts go to the findings and nodes of their endpoint, the most urgent one wins`() throws {
    let live = node(.endpoint, "https://d.la1.example.com/chat")
    let again = node(.endpoint, "https://d.la1.example.com/chat/rest")
    let gone = node(.endpoint, "d.la2.example.com")
    let product = node(.product, "chat")
    var report = Report(
      tool: .init(name: "t", version: "0"), asOf: try #require(CalendarDate(year: 2026, month: 11, day: 23)),
      findings: [finding(again), finding(live, gone), finding(product)],
      inventory: Inventory(nodes: [live, again, gone, product]))
    let endpoints = ReportEndpoints(report.inventory, apiVersion: "60")
    let results = zip(endpoints.plans, [Verdict.live, .retired]).map { plan, verdict in
      ProbeResult(endpoint: plan.endpoint.description, verdict: verdict, reason: "r")
    }
    endpoints.join(results, to: &report)
    #expect(report.findings.map(\.verdict) == [.live, .retired, nil])
    #expect(report.inventory.nodes.map { $0.attributes["verdict"] } == ["live", "live", "retired", nil])
  }
}
