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
}
