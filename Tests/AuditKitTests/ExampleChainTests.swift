import AuditEngine
import AuditKit
import AuditModel
import AuditPlan
import AuditReport
import AuditTestSupport
import Foundation
import Testing

/// What hangs together in the example org, from the web shop to the people who answer.
@Suite struct ExampleChainTests {
  @Test func `a fetch call in the web shop leads to the queue, and each link opens its file and line`() throws {
    let report = try ExampleOrg.whole.get()
    let finder = ChainFinder(report.inventory)
    let calls = report.findings.filter {
      $0.location.path.hasPrefix("web-shop/") && $0.context != .docs
        && ($0.evidence.contains("fetch(") || $0.surface == .endpoint)
    }
    let fetches = calls.filter { $0.evidence.contains("fetch(") }
    #expect(fetches.contains { finder.chains(of: $0).contains { $0.nodes.last?.kind.rawValue == "Queue" } })
    let toQueue = calls.flatMap { finder.chains(of: $0) }.filter {
      $0.nodes.last == NodeID(kind: NodeKind(rawValue: "Queue"), name: "Chat_Fitting")
    }
    // By the button's id, which only records explain, and by the server that an embedded chat names.
    let ways = Set(toQueue.map { $0.nodes.map(\.kind.rawValue) })
    #expect(
      ways.isSuperset(of: [
        ["artifact", "button-id", "LiveChatButton", "Queue"],
        ["artifact", "host", "EmbeddedServiceLiveAgent", "LiveChatButton", "Queue"],
      ]), "\(ways)")
    let known = Set((report.findings + report.facts).map(\.fingerprint))
    for link in toQueue.flatMap(\.links) {
      #expect(known.contains(link.edge.provenBy), "\(link.edge.location) is proven by nothing")
      let path = link.edge.location.path
      let file = path.hasPrefix("export/") ? "source/data/\(path)" : path
      let text = try String(contentsOfFile: Repository.path("Examples/alder-finch/\(file)"), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = try #require(link.edge.location.line)
      try #require(lines.count >= line)
      // A component's file proves what it is set to as a whole, from the line of its root on.
      let place = path.hasSuffix(".xml") || path.hasPrefix("export/") ? lines[(line - 1)...] : lines[line - 1...line - 1]
      // Pages write ids with 15 characters.
      let names = [link.edge.to, link.edge.from].map { node in
        (node.kind == .buttonID ? String(node.name.prefix(15)) : node.name).lowercased()
      }
      let isProven = place.contains { text in names.contains { text.lowercased().contains($0) } }
      #expect(isProven || path.hasPrefix("export/"), "\(path):\(line) names neither end of the link")
    }
    let printed = String(decoding: try render(report, as: .chains), as: UTF8.self)
    #expect(printed.contains("  routes to Queue Chat_Fitting  (export/LiveChatButton.json:26)"))
  }

  @Test func `an id in the web shop leads to the button that only records name`() throws {
    let report = try ExampleOrg.whole.get()
    let chains = ChainFinder(report.inventory).chains(
      of: try #require(
        report.findings.first {
          $0.location.path == "web-shop/src/chat/loadChat.ts" && $0.rule == "chat-rest-visitor"
        }))
    let kinds = try #require(chains.first).nodes.map(\.kind.rawValue)
    #expect(kinds == ["artifact", "button-id", "LiveChatButton", "Skill"])
  }

  @Test func `no chain passes a thing twice`() throws {
    let report = try ExampleOrg.whole.get()
    let finder = ChainFinder(report.inventory)
    for chain in report.findings.flatMap({ finder.chains(of: $0) }) {
      #expect(Set(chain.nodes).count == chain.nodes.count)
      #expect(chain.links.count { $0.isReversed && $0.edge.relation != .identifies } <= 1)
    }
  }

  @Test func `the half-migrated corner is done, half done and open`() throws {
    let report = try ExampleOrg.report(of: "Examples/alder-finch/half-migrated")
    let states = Dictionary(grouping: report.plan.items, by: \.state).mapValues { Set($0.map(\.step.id)) }
    #expect(states[.done]?.isSuperset(of: ["B2", "B4", "C1", "C2", "D3", "D7", "E3"]) == true)
    #expect(states[.halfDone]?.isSuperset(of: ["C4", "C5", "D1", "D6", "D9", "D10", "E2"]) == true)
    #expect(states[.open]?.isSuperset(of: ["D4", "D8", "H1", "H2"]) == true)
  }

  @Test func `records tell which deployment is used, which is not, and who calls chat records`() throws {
    let report = try ExampleOrg.report(of: "Examples/alder-finch", records: "Examples/alder-finch-records")
    let rows = report.plan.deployments
    #expect(rows.map { $0.deployment?.name } == ["Alder_Finch_Web", "Alder_Finch_Mobile", "Kids_Web", nil])
    #expect(rows.map(\.chats90) == [9120, 64, 0, nil] && rows.map(\.chats30) == [2841, 17, 0, nil])
    // The ids that only records explain name the deployment and the button, so neither is unused any more.
    let unused = report.findings.filter { ["chat-deployment-unused", "chat-button-unused"].contains($0.rule) }
    #expect(unused.compactMap(\.component?.name) == ["Wholesale_2016"])
    let calls = report.facts.compactMap { fact in fact.captures["client"].map { "\($0) \(fact.captures["calls"] ?? "")" } }
    #expect(calls == ["Alder Warehouse 2", "Alder Warehouse 1", "Call Quality Desk 1"])
    let checklist = String(decoding: try render(report, as: .markdown), as: UTF8.self)
    let busy = try #require(checklist.firstRange(of: "; 9,120 chats in 90 days"))
    let idle = try #require(checklist.firstRange(of: "; 0 chats in 90 days"))
    #expect(busy.lowerBound < idle.lowerBound)
    #expect(checklist.contains("| Alder Warehouse | LiveChatTranscript | 2 |"))
  }

  @Test func `each deployment of the example is mapped, and every finding that counts stands in a row`() throws {
    let report = try ExampleOrg.whole.get()
    let rows = report.plan.deployments
    #expect(
      rows.map { $0.deployment?.name } == [
        "Alder_Finch_Web", "Kids_Web", "5729A0000004KdWQAU", "Alder_Finch_Mobile", nil,
      ])
    let web = try #require(rows.first)
    #expect(web.shares.map(\.maps) == [.direct, .rebuild, .none])
    #expect(web.shares.map(\.percent).reduce(0, +) == 100)
    let ways = Dictionary(uniqueKeysWithValues: web.features.map { ($0.id, $0.maps) })
    #expect(ways["snippet"] == .rebuild && ways["queue-limits"] == .direct && ways["visualforce-window"] == .some(.none))
    let mobile = try #require(rows.first { $0.deployment?.name == "Alder_Finch_Mobile" })
    #expect(mobile.features.map(\.id).contains("mobile-sdk") && !mobile.features.map(\.id).contains("look"))
    let features = try RulePack.builtIn().flatMap(\.mapping.features)
    let mapped = Set(features.flatMap(\.rules))
    let counted = Set(rows.flatMap { $0.features.flatMap(\.findings) })
    for finding in report.findings + report.facts
    where mapped.contains(finding.rule) && ![.comment, .docs, .vendored].contains(finding.context) {
      #expect(counted.contains(finding.fingerprint), "\(finding.rule) at \(finding.location)")
    }
  }
}
