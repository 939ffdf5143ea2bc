import AuditModel

extension Surface {
  /// What the surface is, in words that stand alone.
  var meaning: String {
    switch self {
    case .endpoint: "Hosts and base addresses of the chat servers."
    case .restAPI: "Resources, request bodies and message types of the Chat REST API."
    case .header: "The headers of the Chat REST API."
    case .deploymentAPI: "The Deployment API in web pages: its script and its object."
    case .prechat: "Forms before and after a chat, and their inputs."
    case .embeddedService: "Embedded Service (Snap-ins) snippets, configurations and components."
    case .visualforce: "Chat windows built with Visualforce."
    case .console: "Agent consoles and their toolkits."
    case .lightningComponent: "Aura and Lightning web components."
    case .mobileSDK: "The mobile SDKs for iOS and Android, and their wrappers."
    case .connector: "Packages and bot platforms that connect to the product."
    case .chatConfiguration: "Chat buttons, deployments, agent configurations and sensitive data rules."
    case .settings: "Org-wide settings and scratch-org definitions."
    case .routing: "Channels, queues, presence, skills and routing."
    case .bot: "Bots."
    case .flow: "Flows and processes."
    case .dataModel: "Objects and fields, and code that reads or writes them."
    case .userInterface: "Pages, layouts, applications, tabs and actions."
    case .permission: "Profiles, permission sets and licences."
    case .analytics: "Reports, report types and dashboards."
    case .automation: "E-mail templates, workflow and platform events."
    case .networkAccess: "Remote sites, content security policy, CORS and named credentials."
    case .experienceSite: "Experience Cloud and Salesforce Sites."
    case .storedText: "Labels, custom metadata and other stored texts that hold chat settings."
    case .identifier: "Record ids of chat objects."
    }
  }
}
