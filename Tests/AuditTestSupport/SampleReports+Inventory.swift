import AuditModel

/// The inventory of the typical sample report: from the chat server to the web page and the queue.
enum TypicalInventory {
  private static let endpoint = NodeID(
    kind: .endpoint, name: "https://d.la1-c1.salesforceliveagent.com/chat/rest")
  private static let host = NodeID(kind: .host, name: "d.la1-c1.salesforceliveagent.com")

  private static func component(_ type: String, _ name: String) -> NodeID {
    NodeID(kind: NodeKind(rawValue: type), name: name)
  }

  private static func artifact(_ path: String) -> NodeID {
    NodeID(kind: .artifact, name: path)
  }

  private static let links: [(from: NodeID, to: NodeID, relation: Relation, rule: RuleID)] = [
    (endpoint, host, .has, "chat-host"),
    (component("LiveChatDeployment", "Web_Shop"), component("LiveChatButton", "Sales"), .uses, "chat-button"),
    (component("LiveChatButton", "Sales"), component("Queue", "Web_Chat"), .routes, "chat-button"),
    (component("Flow", "Route_Chats"), component("Queue", "Web_Chat"), .routes, "routing-flow"),
    (component("Bot", "Helper"), component("LiveChatButton", "Sales"), .uses, "bot-uses-button"),
    (component("ApexPage", "PreChatForm"), component("LiveChatButton", "Sales"), .uses, "prechat-form"),
    (artifact("website/src/chat-client.js"), endpoint, .uses, "chat-host"),
    (artifact("mobile-app/android/Chat.kt"), host, .uses, "chat-host"),
    (artifact("website/index.html"), component("LiveChatDeployment", "Web_Shop"), .uses, "deployment-script"),
    (artifact("website/help.html"), component("EmbeddedServiceConfig", "Web_Shop"), .uses, "embedded-snippet"),
    (
      component("ExperienceBundle", "Help1"), component("EmbeddedServiceConfig", "Web_Shop"), .uses,
      "site-embeds-chat"
    ),
    (
      component("Profile", "Support"), component("CustomObject", "LiveChatTranscript"), .grants,
      "chat-permission"
    ),
    (
      component("ApexClass", "ChatHistoryController"), component("CustomObject", "LiveChatTranscript"), .uses,
      "apex-chat-object"
    ),
    (
      component("MessagingChannel", "Web_Shop"), component("LiveChatDeployment", "Web_Shop"), .replaces,
      "messaging-channel"
    ),
  ]

  static func inventory(provenBy findings: [Finding]) -> Inventory {
    let edges = links.compactMap { link -> InventoryEdge? in
      let proofs = findings.filter { $0.rule == link.rule }
      guard let finding = proofs.first(where: { $0.location.path == link.from.name }) ?? proofs.first else {
        return nil
      }
      return InventoryEdge(
        from: link.from, to: link.to, relation: link.relation, provenBy: finding.fingerprint,
        location: finding.location)
    }
    let nodes = Set(edges.flatMap { [$0.from, $0.to] }).sorted().map { id in
      InventoryNode(
        id: id, isPresent: id.name != "LiveChatTranscript" && id.kind.rawValue != "EmbeddedServiceConfig",
        attributes: id.kind.rawValue == "LiveChatButton" ? ["active": "true", "label": "Sales"] : [:])
    }
    return Inventory(nodes: nodes, edges: edges.sorted { ($0.from, $0.to) < ($1.from, $1.to) })
  }
}
