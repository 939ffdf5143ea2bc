import AuditModel

/// The rules and findings of the typical sample report: one finding or more of every surface.
enum TypicalRows {
  /// A rule and the places where it matched.
  private struct Row {
    var rule: RuleID
    var title: String
    var surface: Surface
    var findingClass: FindingClass
    var confidence: Confidence
    var step: String
    var replacement: String?
    var places: [Place]
  }

  private struct Place {
    var path: String
    var line: Int?
    var column: Int
    var message: String
    var evidence: String
    var context: MatchContext
    var component: ComponentID?
    var count = 1

    init(
      _ path: String, _ line: Int?, _ column: Int, _ context: MatchContext, _ message: String,
      _ evidence: String,
      _ component: ComponentID? = nil, count: Int = 1
    ) {
      self.path = path
      self.line = line
      self.column = column
      self.message = message
      self.evidence = evidence
      self.context = context
      self.component = component
      self.count = count
    }
  }

  static var rules: [RuleDescriptor] {
    rows.map { row in
      RuleDescriptor(
        id: row.rule, pack: "legacy-chat", title: row.title, class: row.findingClass,
        confidence: row.confidence,
        because: row.confidence == .certain ? nil : "other products use the same word", surface: row.surface,
        why: "This part belongs to legacy Chat and stops with it.",
        remediation: "1. Find who owns this part.\n2. Build the replacement beside it.\n3. Remove this part.",
        replacement: row.replacement, step: row.step,
        effort: row.findingClass == .dependency
          ? Effort(low: 2, high: 8, role: "developer", per: "place") : nil,
        links: [Link(title: "How to move this", url: "https://help.example.com/\(row.rule)")])
    }
  }

  static var findings: [Finding] {
    var findings = rows.flatMap { row in row.places.map { finding(row, $0) } }.sorted {
      $0.location < $1.location
    }
    Fingerprint.assign(to: &findings)
    for index in findings.indices {
      if findings[index].location.line != nil {
        findings[index].lineHash = LineHashes(of: Array(findings[index].evidence.utf8).span, lines: [1])[1]
      }
      switch findings[index].rule.rawValue {
      case "chat-host":
        findings[index].verdict = .transportOnly
        findings[index].captures = ["host": "d.la1-c1.salesforceliveagent.com"]
        findings[index].references = [
          Reference(
            relation: .uses,
            node: NodeID(kind: .endpoint, name: "https://d.la1-c1.salesforceliveagent.com/chat/rest"))
        ]
      case "chat-record-id":
        findings[index].suppressed = Suppression(
          kind: .inline, reason: "kept for the archive job", until: CalendarDate(year: 2027, month: 3, day: 31))
      case "chat-permission":
        findings[index].related = [Location(path: findings[index].location.path, line: 41, column: 5)]
      default: break
      }
    }
    return findings
  }

  static var facts: [Finding] {
    var facts = [
      Finding(
        rule: "chat-button-exists", class: .residue, level: .note, confidence: .certain, context: .config,
        surface: .chatConfiguration, message: "the chat button 'Sales' exists",
        component: ComponentID(type: "LiveChatButton", name: "Sales"),
        location: Location(path: "force-app/liveChatButtons/Sales.liveChatButton-meta.xml"), evidence: "")
    ]
    Fingerprint.assign(to: &facts)
    return facts
  }

  private static func finding(_ row: Row, _ place: Place) -> Finding {
    Finding(
      rule: row.rule, class: row.findingClass,
      level: Level(class: row.findingClass, confidence: row.confidence, context: place.context, phase: .passed),
      confidence: row.confidence,
      confidenceReason: place.context == .comment ? "stands in a comment" : nil,
      context: place.context, surface: row.surface, message: place.message, component: place.component,
      location: Location(
        path: place.path, line: place.line, column: place.line == nil ? nil : place.column, endLine: place.line,
        endColumn: place.line == nil ? nil : place.column + 10),
      evidence: place.evidence, count: place.count, step: row.step)
  }

  private static let button = ComponentID(type: "LiveChatButton", name: "Sales")
  private static let deployment = ComponentID(type: "LiveChatDeployment", name: "Web_Shop")
  private static let page = ComponentID(type: "ApexPage", name: "PreChatForm")
  private static let controller = ComponentID(type: "ApexClass", name: "ChatHistoryController")

  private static func row(
    _ rule: RuleID, _ title: String, _ surface: Surface, _ findingClass: FindingClass, _ confidence: Confidence,
    _ step: String, replacement: String? = nil, _ places: Place...
  ) -> Row {
    Row(
      rule: rule, title: title, surface: surface, findingClass: findingClass, confidence: confidence,
      step: step,
      replacement: replacement, places: places)
  }

  private static let rows: [Row] = [
    row(
      "chat-host", "Code calls a chat server by its host", .endpoint, .dependency, .certain, "D11",
      replacement: "The endpoint of the Enhanced Chat API",
      Place(
        "website/src/chat-client.js", 12, 19, .string,
        "calls the chat server 'd.la1-c1.salesforceliveagent.com'",
        #"const base = "https://d.la1-c1.salesforceliveagent.com/chat/rest";"#),
      Place(
        "mobile-app/android/Chat.kt", 31, 23, .string,
        "calls the chat server 'd.la1-c1.salesforceliveagent.com'",
        #"private val pod = "d.la1-c1.salesforceliveagent.com""#)),
    row(
      "chat-rest-resource", "Code calls a resource of the Chat REST API", .restAPI, .dependency, .certain,
      "D11",
      replacement: "The conversation resources of the Enhanced Chat API",
      Place(
        "website/src/chat-client.js", 27, 31, .string, "calls 'System/SessionId' of the Chat REST API",
        "await fetch(`${base}/System/SessionId`, { headers });")),
    row(
      "chat-rest-headers", "Code sends the headers of the Chat REST API", .header, .dependency, .certain, "D11",
      Place(
        "website/src/chat-client.js", 20, 5, .code,
        "sends 'X-LIVEAGENT-API-VERSION', a header of the Chat REST API",
        #""X-LIVEAGENT-API-VERSION": "58","#)),
    row(
      "deployment-script", "A page loads the chat deployment script", .deploymentAPI, .dependency, .certain,
      "D10",
      replacement: "The snippet of the new deployment, bootstrap.min.js",
      Place(
        "website/index.html", 88, 15, .markup, "loads 'deployment.js' of legacy Chat",
        #"<script src="https://c.la1-c1.example.com/content/g/js/58.0/deployment.js"></script>"#),
      Place(
        "website/old/contact.html", 14, 6, .comment, "loads 'deployment.js' of legacy Chat",
        "<!-- <script src=\"…/deployment.js\"> -->")),
    row(
      "prechat-form", "A page is a pre-chat form", .prechat, .dependency, .likely, "D4",
      Place(
        "force-app/pages/PreChatForm.page", 3, 10, .markup,
        "sends the pre-chat field 'liveagent.prechat:Email'",
        #"<input name="liveagent.prechat:Email" />"#, page)),
    row(
      "embedded-snippet", "A page starts Embedded Service Chat", .embeddedService, .dependency, .certain, "D10",
      Place(
        "website/help.html", 41, 3, .code, "starts Embedded Service Chat for the deployment 'Web_Shop'",
        "embedded_svc.init('https://shop.example.com', …);")),
    row(
      "visualforce-chat-window", "A Visualforce page is a chat window", .visualforce, .dependency, .certain,
      "D6",
      Place(
        "force-app/pages/ChatWindow.page", 1, 1, .markup, "draws the chat window with 'liveAgent:clientChat'",
        "<liveAgent:clientChat>", ComponentID(type: "ApexPage", name: "ChatWindow"))),
    row(
      "console-toolkit", "A page uses the chat methods of the console toolkit", .console, .dependency, .certain,
      "E3",
      Place(
        "force-app/pages/AgentPanel.page", 22, 5, .code, "calls 'sforce.console.chat.onAgentSend'",
        "sforce.console.chat.onAgentSend(chatKey, log);", ComponentID(type: "ApexPage", name: "AgentPanel"))),
    row(
      "snapin-component", "A component replaces a part of the chat window", .lightningComponent, .dependency,
      .certain,
      "D6",
      Place(
        "force-app/aura/PreChat/PreChat.cmp", 1, 29, .markup, "implements 'lightningsnapin:prechatUI'",
        #"<aura:component implements="lightningsnapin:prechatUI">"#,
        ComponentID(type: "AuraDefinitionBundle", name: "PreChat"))),
    row(
      "mobile-sdk", "An app uses the Service Chat SDK", .mobileSDK, .dependency, .certain, "D11",
      replacement: "The Messaging In-App SDK",
      Place(
        "mobile-app/ios/Podfile", 9, 7, .config, "depends on 'ServiceSDK/Chat'",
        "pod 'ServiceSDK/Chat', '237.0.2'")),
    row(
      "connector-package", "A bot platform connects to legacy Chat", .connector, .review, .likely, "E4",
      Place(
        "website/package.json", 17, 6, .config, "depends on 'example-liveagent-connector'",
        #""example-liveagent-connector": "^2.1.0","#)),
    row(
      "chat-button", "A chat button", .chatConfiguration, .dependency, .certain, "H1",
      replacement: "A messaging channel with a fallback queue",
      Place(
        "force-app/liveChatButtons/Sales.liveChatButton-meta.xml", nil, 1, .config,
        "is the chat button 'Sales'", "",
        button),
      Place(
        "force-app/liveChatDeployments/Web_Shop.liveChatDeployment-meta.xml", nil, 1, .config,
        "is the chat deployment 'Web_Shop'", "", deployment)),
    row(
      "chat-enabled", "Chat is switched on for the org", .settings, .dependency, .certain, "H5",
      Place(
        "force-app/settings/LiveAgent.settings-meta.xml", 3, 5, .config, "switches Chat on",
        "<enableLiveAgent>true</enableLiveAgent>", ComponentID(type: "Settings", name: "LiveAgent"))),
    row(
      "queue-holds-chats", "A queue takes chats and no messaging sessions", .routing, .dependency, .likely,
      "C1",
      Place(
        "force-app/queues/Web_Chat.queue-meta.xml", 8, 9, .config, "takes 'LiveChatTranscript'",
        "<sobjectType>LiveChatTranscript</sobjectType>", ComponentID(type: "Queue", name: "Web_Chat"))),
    row(
      "bot-uses-button", "A bot hands chats to a chat button", .bot, .dependency, .certain, "E1",
      Place(
        "force-app/bots/Helper/Helper.bot-meta.xml", 20, 9, .config, "uses the chat button 'Sales'",
        "<chatButtonName>Sales</chatButtonName>", ComponentID(type: "Bot", name: "Helper"))),
    row(
      "routing-flow", "A flow routes chats", .flow, .dependency, .certain, "C4",
      Place(
        "force-app/flows/Route_Chats.flow-meta.xml", 112, 17, .config,
        "routes work of the channel 'sfdc_liveagent'",
        "<stringValue>sfdc_liveagent</stringValue>", ComponentID(type: "Flow", name: "Route_Chats"))),
    row(
      "apex-chat-object", "Apex reads or writes a chat object", .dataModel, .dependency, .certain, "E2",
      Place(
        "force-app/classes/ChatHistoryController.cls", 14, 24, .code, "queries 'LiveChatTranscript'",
        "return [SELECT Id, Body FROM LiveChatTranscript WHERE CaseId = :caseId];", controller),
      Place(
        "force-app/classes/ChatHistoryControllerTest.cls", 9, 9, .test, "creates a 'LiveChatTranscript'",
        "insert new LiveChatTranscript(LiveChatVisitorId = visitor.Id);",
        ComponentID(type: "ApexClass", name: "ChatHistoryControllerTest"))),
    row(
      "chat-page-component", "A record page shows a chat", .userInterface, .dependency, .certain, "E3",
      Place(
        "force-app/flexipages/Chat_Transcript.flexipage-meta.xml", 30, 13, .config,
        "shows 'runtime_service_liveagent:chatBody'",
        "<componentName>runtime_service_liveagent:chatBody</componentName>",
        ComponentID(type: "FlexiPage", name: "Chat_Transcript"))),
    row(
      "chat-permission", "A profile or permission set grants access to chat objects", .permission, .residue,
      .certain,
      "H3",
      Place(
        "force-app/profiles/Support.profile-meta.xml", 120, 5, .list,
        "grants access to chat objects in 14 places",
        "<object>LiveChatTranscript</object>", ComponentID(type: "Profile", name: "Support"), count: 14)),
    row(
      "chat-report", "A report reads chat objects", .analytics, .dependency, .certain, "F1",
      Place(
        "force-app/reports/Service/Chats_per_Day.report-meta.xml", 44, 17, .config,
        "reads 'LiveChatTranscript'",
        "<reportType>LiveChatTranscript</reportType>",
        ComponentID(type: "Report", name: "Service/Chats_per_Day"))),
    row(
      "chat-email-template", "An e-mail template shows a chat transcript", .automation, .residue, .likely, "E2",
      Place(
        "force-app/email/Service/Transcript.email", 5, 1, .markup, "shows '{!LiveChatTranscript.Body}'",
        "{!LiveChatTranscript.Body}", ComponentID(type: "EmailTemplate", name: "Service/Transcript"))),
    row(
      "chat-trusted-url", "A trusted URL allows a chat server", .networkAccess, .residue, .certain, "H3",
      Place(
        "force-app/cspTrustedSites/Chat_Pod.cspTrustedSite-meta.xml", 5, 5, .list,
        "allows 'https://*.salesforceliveagent.com'",
        "<endpointUrl>https://*.salesforceliveagent.com</endpointUrl>",
        ComponentID(type: "CspTrustedSite", name: "Chat_Pod"))),
    row(
      "site-embeds-chat", "An Experience site shows the chat component", .experienceSite, .dependency, .certain,
      "D9",
      Place(
        "force-app/experiences/Help1/views/home.json", 57, 30, .config,
        "shows 'forceCommunity:embeddedServiceSnapins'",
        #""componentName" : "forceCommunity:embeddedServiceSnapins""#,
        ComponentID(type: "ExperienceBundle", name: "Help1"))),
    row(
      "chat-label", "A custom label may hold a chat setting", .storedText, .review, .possible, "D10",
      Place(
        "force-app/labels/CustomLabels.labels-meta.xml", 210, 9, .config,
        "holds what looks like a chat button id",
        "<value>573000000000001</value>", ComponentID(type: "CustomLabel", name: "Chat_Button_Id"))),
    row(
      "chat-record-id", "A file holds the id of a chat record", .identifier, .review, .possible, "H1",
      Place(
        "website/src/archive.js", 3, 20, .string, "holds the id of a chat deployment",
        #"const old = "572000000000001";"#)),
    row(
      "messaging-channel", "A channel of Enhanced Chat", .chatConfiguration, .successor, .certain, "C5",
      Place(
        "force-app/messagingChannels/Web_Shop.messagingChannel-meta.xml", nil, 1, .config,
        "is the messaging channel 'Web_Shop'", "", ComponentID(type: "MessagingChannel", name: "Web_Shop"))),
  ]
}
