import AuditEngine
import AuditKit
import AuditModel
import AuditPlan
import AuditTestSupport
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The drafts for the example org: well-formed, of known elements, and read again by the audit itself.
@Suite struct ExampleScaffoldTests {
  /// Elements by the path of their parents, with the words an element may hold; none where it is text.
  ///
  /// Source: the WSDL of the Metadata API, version 66.0.
  private static let schema: [String: [String: [String]]] = [
    "CorsWhitelistOrigin": ["urlPattern": []],
    "CspTrustedSite": [
      "context": ["All", "LEX", "Communities", "FieldServiceMobileExtension", "LightningOut", "VisualForce"],
      "endpointUrl": [], "isActive": booleans,
    ],
    "EmbeddedServiceConfig": [
      "deploymentFeature": ["None", "EmbeddedMessaging", "LiveAgent", "Flows", "FieldService"],
      "deploymentType": ["Web", "Mobile", "API", "InternalCopilot"], "embeddedServiceMessagingChannel": [],
      "masterLabel": [],
    ],
    "EmbeddedServiceConfig/embeddedServiceMessagingChannel": [
      "isEnabled": booleans, "messagingChannel": [], "shouldShowAgentforceTagline": booleans,
      "shouldShowDeliveryReceipts": booleans, "shouldShowEmojiSelection": booleans,
      "shouldShowReadReceipts": booleans, "shouldShowTypingIndicators": booleans,
      "shouldStartNewLineOnEnter": booleans,
    ],
    "LiveMessageSettings": ["enableLiveMessage": booleans],
    "MessagingChannel": [
      "automatedResponses": [], "embeddedConfig": [], "masterLabel": [],
      "messagingChannelType": ["EmbeddedMessaging"], "sessionHandlerQueue": [],
      "sessionHandlerType": ["Queue", "Flow", "User", "AgentforceServiceAgent"],
    ],
    "MessagingChannel/automatedResponses": [
      "autoResponseContentType": ["TextResponse", "MessageDefinition"], "language": [], "response": [],
      "type": ["InitialResponse", "AgentEngagedResponse", "AgentEndEngagementResponse", "EndUserIdleResponse"],
    ],
    "MessagingChannel/embeddedConfig": [
      "authMode": ["Auth", "UnAuth"], "isAgentAvlCheckEnabled": booleans,
      "queueLimitType": ["QueueLength", "QueueLengthPerAgent"], "queueThreshold": [],
    ],
    "Package": ["types": [], "version": ["66.0"]],
    "Package/types": ["members": [], "name": []],
    "PermissionSet": [
      "hasActivationRequired": booleans, "label": [], "license": ["EmbeddedServiceMessagingUserPsl"],
      "objectPermissions": [], "userPermissions": [],
    ],
    "PermissionSet/objectPermissions": [
      "allowCreate": booleans, "allowDelete": booleans, "allowEdit": booleans, "allowRead": booleans,
      "modifyAllRecords": booleans, "object": ["MessagingEndUser", "MessagingSession"], "viewAllRecords": booleans,
    ],
    "PermissionSet/userPermissions": ["enabled": booleans, "name": ["EmbeddedMessagingAgent"]],
    "Queue": ["name": [], "queueSobject": []],
    "Queue/queueSobject": ["sobjectType": []],
    "ServicePresenceStatus": ["channels": [], "label": []],
    "ServicePresenceStatus/channels": ["channel": []],
  ]
  private static let booleans = ["true", "false"]

  private func files(for report: Report) throws -> [Scaffold.File] {
    try RulePack.builtIn().flatMap { Scaffold($0.scaffold, mapping: $0.mapping, report: report).files }
  }

  @Test(arguments: ["example", "hostile"]) func `every element of a draft is one of the schema`(_ name: String) throws {
    let report = name == "example" ? try ExampleOrg.whole.get() : SampleReports.hostile()
    let files = try files(for: report)
    for file in files where file.path.hasSuffix(".xml") {
      let reader = ElementReader()
      let parser = XMLParser(data: Data(file.text.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(file.path) is not well-formed")
      for (path, text) in reader.leaves {
        let parts = path.split(separator: "/").map(String.init)
        let parent = parts.dropLast().joined(separator: "/")
        let words = try #require(Self.schema[parent]?[parts.last ?? ""], "\(file.path): \(path)")
        #expect(words.isEmpty || words.contains(text), "\(file.path): \(path) is '\(text)'")
      }
    }
    #expect(files.contains { $0.path == "README.md" })
  }

  @Test func `each button and deployment of the example has its drafts`() throws {
    let paths = Set(try files(for: ExampleOrg.whole.get()).map(\.path))
    let source = "force-app/main/default"
    #expect(
      paths.isSuperset(of: [
        "\(source)/messagingChannels/Orders_and_Returns.messagingChannel-meta.xml",
        "\(source)/messagingChannels/Fitting_Advice.messagingChannel-meta.xml",
        "\(source)/EmbeddedServiceConfig/Alder_Finch_Web_API.EmbeddedServiceConfig-meta.xml",
        "\(source)/EmbeddedServiceConfig/Alder_Finch_Mobile_Mobile.EmbeddedServiceConfig-meta.xml",
        "\(source)/queues/Chat_Fitting.queue-meta.xml",
        "\(source)/servicePresenceStatuses/Available_Chat.servicePresenceStatus-meta.xml",
        "\(source)/permissionsets/Enhanced_Chat_Agents_Draft.permissionset-meta.xml",
        "\(source)/corsWhitelistOrigins/shop_example_com.corsWhitelistOrigin-meta.xml",
        "\(source)/cspTrustedSites/shop_example_com.cspTrustedSite-meta.xml",
        "pre-chat/Alder_Finch_Web.md", "snippets/Alder_Finch_Web.html", "web-deployments/Alder_Finch_Web.md",
        "destructive/destructiveChanges.xml", "destructive/package.xml",
      ]))
    // Inactive buttons and invitations get no channel, and no web deployment is drafted as metadata.
    #expect(!paths.contains { $0.contains("Wholesale_2016") || $0.contains("messagingChannels/Checkout_Invite") })
    let drafts = try files(for: ExampleOrg.whole.get()).filter { $0.path.contains("/EmbeddedServiceConfig/") }
    #expect(!drafts.isEmpty && !drafts.contains { $0.text.contains("<deploymentType>Web<") })
  }

  @Test func `what uses a thing is removed before it`() throws {
    let files = try files(for: ExampleOrg.whole.get())
    let text = try #require(files.first { $0.path == "destructive/destructiveChanges.xml" }?.text)
    let order = text.split(separator: "\n").compactMap { line -> String? in
      let parts = line.split(separator: "<name>").last?.split(separator: "</name>")
      return line.contains("<name>") ? parts?.first.map(String.init) : nil
    }
    #expect(
      order == [
        "QuickAction", "EmbeddedServiceBranding", "EmbeddedServiceLiveAgent", "EmbeddedServiceConfig",
        "LiveChatAgentConfig", "LiveChatButton", "LiveChatDeployment",
      ])
    #expect(!text.contains("<members>Finch_Kids_Web</members>"), "a part of the new product is to be removed")
  }

  @Test func `an audit of the drafts sees the new product and nothing that is damaged`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("drafts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in try files(for: ExampleOrg.whole.get()) where !file.path.hasPrefix("destructive/") {
      let url = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
    let report = try ExampleOrg.report(ofFolder: folder.path)
    #expect(report.diagnostics == [])
    let signals = Set(report.findings.filter { $0.class == .successor }.map(\.rule))
    #expect(
      signals.isSuperset(of: [
        "messaging-switched-on", "enhanced-chat-permission", "queue-of-messaging", "presence-status-with-messaging",
        "messaging-channel", "embedded-configuration-of-messaging", "enhanced-web-snippet",
      ]))
    let old = report.findings.filter { $0.class == .dependency && !$0.location.path.hasSuffix(".md") }
    #expect(old.map { "\($0.rule) \($0.location)" } == [])
  }

  /// The leaves of a document with the paths of their elements.
  private final class ElementReader: NSObject, XMLParserDelegate {
    private(set) var leaves: [(path: String, text: String)] = []
    private var path: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
      attributes attributeDict: [String: String] = [:]
    ) {
      path.append(elementName)
      if path.count > 1 { leaves.append((path.joined(separator: "/"), "")) }
      text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName qName: String?
    ) {
      if leaves.last?.path == path.joined(separator: "/") { leaves[leaves.count - 1].text = text }
      path.removeLast()
    }
  }
}
