/// What a finding is, apart from how sure we are of it.
public enum FindingClass: String, Codable, Hashable, Sendable, CaseIterable {
  /// Breaks or silently stops with the retired product.
  case dependency
  /// History, data or permissions of the retired product; breaks nothing.
  case residue
  /// Shared with other products; a person must look.
  case review
  /// The new product: proof of migration, never a problem.
  case successor
}

/// How sure a rule is that what it found is what it says.
public enum Confidence: String, Codable, Hashable, Sendable, CaseIterable {
  /// Nothing else looks like this.
  case certain
  /// Something else could look like this, but rarely does.
  case likely
  /// Other things look like this too.
  case possible
}

/// Where in an artifact a match stands.
public enum MatchContext: String, Codable, Hashable, Sendable, CaseIterable {
  /// Code that runs.
  case code
  /// A string literal in code.
  case string
  /// A comment, also commented-out code.
  case comment
  /// Markup: HTML, Visualforce, Aura, XML that describes a page.
  case markup
  /// Configuration: org metadata, settings, build and environment files.
  case config
  /// Prose for people: Markdown, text, change logs.
  case docs
  /// Test code and test data.
  case test
  /// Somebody else's code kept in the tree, or a minified or generated copy.
  case vendored
  /// One entry of a long list of many: allow and block lists, object lists, stored headers.
  case list
}

/// How loudly a finding is reported; SARIF's words.
public enum Level: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
  case note
  case warning
  case error

  public static func < (left: Level, right: Level) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// One level quieter, and never below a note.
  package var lowered: Level {
    self == .error ? .warning : .note
  }
}

/// The part of the retired product's surface that a rule looks at; the list is closed.
public enum Surface: String, Codable, Hashable, Sendable, CaseIterable {
  /// Hosts and base URLs of the chat servers.
  case endpoint
  /// Resources, request bodies and message types of the Chat REST API.
  case restAPI = "rest-api"
  /// The headers of the Chat REST API.
  case header
  /// The Deployment API in web pages: deployment.js and the liveagent object.
  case deploymentAPI = "deployment-api"
  /// Pre-chat and post-chat forms and their inputs.
  case prechat
  /// Embedded Service (snap-in) snippets, configurations and components.
  case embeddedService = "embedded-service"
  /// Visualforce chat windows.
  case visualforce
  /// Agent consoles and their toolkits.
  case console
  /// Aura and Lightning web components.
  case lightningComponent = "lightning-component"
  /// The mobile SDKs for iOS and Android and their wrappers.
  case mobileSDK = "mobile-sdk"
  /// Packages and bot platforms that connect to the product.
  case connector
  /// Chat buttons, deployments, agent configurations and sensitive data rules.
  case chatConfiguration = "chat-configuration"
  /// Org-wide settings and scratch-org definitions.
  case settings
  /// Channels, queues, presence, skills and routing.
  case routing
  /// Bots.
  case bot
  /// Flows and processes.
  case flow
  /// Objects and fields, and code that reads or writes them.
  case dataModel = "data-model"
  /// Pages, layouts, applications, tabs and actions.
  case userInterface = "user-interface"
  /// Profiles, permission sets and licences.
  case permission
  /// Reports, report types and dashboards.
  case analytics
  /// E-mail templates, workflow and platform events.
  case automation
  /// Remote sites, content security policy, CORS and named credentials.
  case networkAccess = "network-access"
  /// Experience Cloud and Salesforce Sites.
  case experienceSite = "experience-site"
  /// Labels, custom metadata and other stored texts that hold chat settings.
  case storedText = "stored-text"
  /// Record ids of chat objects.
  case identifier
}

/// What an artifact is, which decides the rules that look at it.
public enum ArtifactKind: String, Codable, Hashable, Sendable, CaseIterable {
  /// Program code.
  case code
  /// Markup with or without code in it.
  case markup
  /// Configuration, data and build files.
  case config
  /// Org metadata in XML.
  case metadata
  /// Prose.
  case docs
  /// Recognised as not text; counted, not matched.
  case binary
}
