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

  @Test func `each endpoint is asked once, with the ids of one source that names it`() throws {
    let first = node(.endpoint, "https://d.la1.example.com/chat")
    let again = node(.endpoint, "https://D.la1.example.com/chat/rest/")
    let other = node(.endpoint, "d.la2.example.com", ["organization": "00D000000000002", "deployment": "572000000000002"])
    let scripts = node(.endpoint, "https://c.la1.example.com/content")
    let odd = node(.endpoint, "{host}")
    let organization = node(.organizationID, "00D000000000001")
    let deployment = node(.deploymentID, "572000000000001")
    let stray = node(.deploymentID, "572000000000009")
    let button = node(.buttonID, "573000000000001")
    let wrong = node(.buttonID, "not an id")
    let partial = node(.artifact, "a.js")
    let page = node(.artifact, "b.page")
    let inventory = Inventory(
      nodes: [first, again, other, scripts, odd, organization, deployment, stray, button, wrong, partial, page],
      edges: [
        edge(partial, first), edge(partial, stray),
        edge(page, again), edge(page, organization), edge(page, deployment), edge(page, wrong), edge(page, button),
      ])
    let endpoints = ReportEndpoints(inventory, apiVersion: "60")
    #expect(endpoints.plans.map(\.endpoint.host) == ["d.la1.example.com", "d.la2.example.com"])
    #expect(endpoints.plans.map(\.organization) == ["00D000000000001", "00D000000000002"])
    #expect(endpoints.plans.map(\.deployment) == ["572000000000001", "572000000000002"])
    #expect(endpoints.plans.map(\.button) == ["573000000000001", nil])
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
    #expect(report.conditions == [])
    #expect(report.inventory.nodes.map { $0.attributes["verdict"] } == ["live", "live", "retired", nil])
    endpoints.join([ProbeResult(endpoint: "e", verdict: .unreachable, reason: "r")], to: &report)
    #expect(report.conditions == [.inconclusive])
  }
}
