import AuditModel

/// How much people use what findings are about, as far as records tell it.
struct RealUse {
  /// Conversations of a period.
  struct Chats {
    var count: Int
    var days: Int

    /// `3,380 chats in 90 days`.
    var sentence: String { "\(Words.count(count, "chat")) in \(days) days" }
  }

  private var byFinding: [String: Chats] = [:]
  private var byNode: [NodeID: Chats] = [:]

  init(_ report: Report) {
    for node in report.inventory.nodes {
      byNode[node.id] = RealUse.chats(
        node.attributes["chats30"].flatMap { Int($0) }, node.attributes["chats90"].flatMap { Int($0) })
    }
    for row in report.plan.deployments {
      guard let chats = RealUse.chats(row.chats30, row.chats90) else { continue }
      for finding in row.features.flatMap(\.findings) where chats.count >= byFinding[finding]?.count ?? 0 {
        byFinding[finding] = chats
      }
    }
  }

  /// The conversations of the component itself, or else of the busiest deployment that the finding belongs to.
  func chats(of finding: Finding) -> Chats? { byNode[finding.node] ?? byFinding[finding.fingerprint] }

  /// Those of the busiest of some findings.
  func chats(of findings: some Sequence<Finding>) -> Chats? {
    findings.compactMap(chats).max { $0.count < $1.count }
  }

  private static func chats(_ month: Int?, _ quarter: Int?) -> Chats? {
    quarter.map { Chats(count: $0, days: 90) } ?? month.map { Chats(count: $0, days: 30) }
  }
}

/// Programs that call chat records, the busiest first.
struct RecordCalls {
  struct Row {
    var client: String
    var object: String
    var calls: Int
  }

  let rows: [Row]

  init(_ report: Report) {
    rows = report.facts.compactMap { fact in
      guard let client = fact.captures["client"], let object = fact.captures["object"],
        let calls = fact.captures["calls"].flatMap({ Int($0) })
      else { return nil }
      return Row(client: client, object: object, calls: calls)
    }.sorted { ($1.calls, $0.client, $0.object) < ($0.calls, $1.client, $1.object) }
  }
}
