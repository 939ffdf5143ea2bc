package import AuditModel

/// The endpoints of an audit that can be probed, and the way back to its findings.
package struct ReportEndpoints: Sendable {
  /// One for each distinct endpoint, in the order of the inventory.
  package var plans: [ProbePlan] = []
  /// Nodes that are no address of the REST service, with the reason.
  package var skipped: [(name: String, reason: String)] = []
  /// The nodes behind each plan.
  private var nodes: [[NodeID]] = []

  /// Takes the ids of one page, component or file that names both the endpoint and them.
  ///
  /// Ids of two sources are never mixed: a deployment belongs to its org. Of several sources the first
  /// with the most ids counts, in the order of the inventory.
  package init(_ inventory: Inventory, apiVersion: String, chat: ProbePlan.Chat? = nil) {
    var places: [Endpoint: Int] = [:]
    let sources = IDSources(inventory)
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
        plans[place].take(sources.ids(of: node))
        continue
      }
      places[endpoint] = plans.count
      var plan = ProbePlan(endpoint: endpoint, apiVersion: apiVersion, chat: chat)
      plan.take(sources.ids(of: node))
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
    if results.contains(where: \.verdict.isVague), !report.conditions.contains(.inconclusive) {
      report.conditions.append(.inconclusive)
    }
  }
}

/// The ids that one source names.
private struct IDSet {
  var organization: String?
  var deployment: String?
  var button: String?

  /// How far a probe gets with them; a deployment without its org is of no use.
  var worth: Int {
    guard organization != nil, deployment != nil else { return 0 }
    return button == nil ? 1 : 2
  }

  mutating func take(_ kind: NodeKind, _ id: String) {
    switch kind {
    case .organizationID where organization == nil && ProbePlan.isID(id, "00D"): organization = id
    case .deploymentID where deployment == nil && ProbePlan.isID(id, "572"): deployment = id
    case .buttonID where button == nil && ProbePlan.isID(id, "573"): button = id
    default: break
    }
  }
}

/// Who names which endpoint, and which ids.
private struct IDSources {
  private var ids: [NodeID: IDSet] = [:]
  private var users: [NodeID: [NodeID]] = [:]

  init(_ inventory: Inventory) {
    for node in inventory.nodes {
      for (attribute, kind) in [
        ("organization", NodeKind.organizationID), ("deployment", .deploymentID), ("button", .buttonID),
      ] {
        if let id = node.attributes[attribute] { ids[node.id, default: IDSet()].take(kind, id) }
      }
    }
    for edge in inventory.edges {
      if edge.to.kind == .endpoint { users[edge.to, default: []].append(edge.from) }
      ids[edge.from, default: IDSet()].take(edge.to.kind, edge.to.name)
    }
  }

  /// The best set, of the endpoint's own node before those of its users.
  func ids(of endpoint: InventoryNode) -> IDSet {
    var best = ids[endpoint.id] ?? IDSet()
    for user in users[endpoint.id] ?? [] {
      if let set = ids[user], set.worth > best.worth { best = set }
    }
    return best
  }
}

extension ProbePlan {
  /// Takes a set of ids where it gets further than what is there.
  fileprivate mutating func take(_ ids: IDSet) {
    let own = IDSet(organization: organization, deployment: deployment, button: button)
    guard ids.worth > own.worth else { return }
    (organization, deployment, button) = (ids.organization, ids.deployment, ids.button)
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
