package import AuditModel

/// The endpoints of an audit that can be probed, and the way back to its findings.
package struct ReportEndpoints: Sendable {
  /// One for each distinct endpoint, in the order of the inventory.
  package var plans: [ProbePlan] = []
  /// Nodes that are no address of the REST service, with the reason.
  package var skipped: [(name: String, reason: String)] = []
  /// The nodes behind each plan.
  private var nodes: [[NodeID]] = []

  /// Takes ids from the endpoint's own node, or from the id nodes it is connected to.
  package init(_ inventory: Inventory, apiVersion: String, chat: ProbePlan.Chat? = nil) {
    var places: [Endpoint: Int] = [:]
    for node in inventory.nodes where node.id.kind == .endpoint {
      let endpoint: Endpoint
      do {
        endpoint = try Endpoint(node.id.name)
      } catch {
        skipped.append((node.id.name, error.message))
        continue
      }
      // Where scripts come from, not where sessions start.
      if endpoint.host.hasPrefix("c.") || node.id.name.contains("/content/") {
        skipped.append((node.id.name, "serves scripts, not the REST service"))
        continue
      }
      if let place = places[endpoint] {
        nodes[place].append(node.id)
        plans[place].fill(from: node, inventory)
        continue
      }
      places[endpoint] = plans.count
      var plan = ProbePlan(endpoint: endpoint, apiVersion: apiVersion, chat: chat)
      plan.fill(from: node, inventory)
      plans.append(plan)
      nodes.append([node.id])
    }
  }

  /// Writes each verdict to the findings that speak of its endpoint, and to the endpoint's node.
  package func join(_ results: [ProbeResult], to report: inout Report) {
    var verdicts: [NodeID: ProbeResult] = [:]
    for (place, result) in results.enumerated() where place < nodes.count {
      for node in nodes[place] { verdicts[node] = result }
    }
    for index in report.findings.indices {
      let known = report.findings[index].references.compactMap { verdicts[$0.node]?.verdict }
      // A finding about several endpoints carries the one that asks for the most attention.
      report.findings[index].verdict = known.min { $0.urgency < $1.urgency } ?? report.findings[index].verdict
    }
    for index in report.inventory.nodes.indices {
      guard let result = verdicts[report.inventory.nodes[index].id] else { continue }
      report.inventory.nodes[index].attributes["verdict"] = result.verdict.rawValue
      report.inventory.nodes[index].attributes["verdict-reason"] = result.reason
    }
  }
}

extension ProbePlan {
  /// Takes the ids that are still missing.
  fileprivate mutating func fill(from node: InventoryNode, _ inventory: Inventory) {
    func id(_ attribute: String, _ kind: NodeKind, _ prefix: String) -> String? {
      let own = node.attributes[attribute]
      let connected = inventory.edges.lazy.compactMap { edge -> String? in
        if edge.from == node.id, edge.to.kind == kind { return edge.to.name }
        if edge.to == node.id, edge.from.kind == kind { return edge.from.name }
        return nil
      }.first
      return (own ?? connected).flatMap { Self.isID($0, prefix) ? $0 : nil }
    }
    organization = organization ?? id("organization", .organizationID, "00D")
    deployment = deployment ?? id("deployment", .deploymentID, "572")
    button = button ?? id("button", .buttonID, "573")
  }

  /// Whether a text is an id of 15 or 18 characters with this key prefix.
  package static func isID(_ text: String, _ prefix: String) -> Bool {
    text.hasPrefix(prefix) && (text.utf8.count == 15 || text.utf8.count == 18)
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      }
  }
}

extension Verdict {
  /// The order in which verdicts matter to somebody who has to act, the first matters most.
  fileprivate var urgency: Int {
    switch self {
    case .retired: 0
    case .moved: 1
    case .refused: 2
    case .inconclusive: 3
    case .unreachable: 4
    case .transportOnly: 5
    case .live: 6
    }
  }
}
