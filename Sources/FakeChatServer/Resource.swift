/// A path under `/chat/rest/`, split.
struct Resource {
  var prefix: String
  var noun: String
  /// What follows the noun, percent-decoded; the session key of a DELETE.
  var rest: String?
  /// The same as it was sent.
  var rawRest: String?
  /// What stands before `/chat/rest/`; tells one fake endpoint from another.
  var home: String

  /// Nil where the path isn't under `/chat/rest/` or has no noun.
  init?(path: String) {
    guard let marker = path.range(of: "/chat/rest/") else { return nil }
    home = String(path[..<marker.lowerBound])
    let parts = path[marker.upperBound...]
      .split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return nil }
    prefix = String(parts[0])
    noun = String(parts[1])
    // A trailing slash without a key is allowed on GET.
    if parts.count == 3, !parts[2].isEmpty {
      rawRest = String(parts[2])
      rest = percentDecoded(parts[2])
    }
  }

  var name: String { "\(prefix)/\(noun)" }

  /// Every resource and its methods.
  static let methods: [String: Set<String>] = [
    "System/SessionId": ["GET", "DELETE"],
    "System/Messages": ["GET"],
    "System/ReconnectSession": ["GET"],
    "System/ResyncSession": ["GET"],
    "System/MultiNoun": ["POST"],
    "Chasitor/ChasitorInit": ["POST"],
    "Chasitor/ChasitorResyncState": ["POST"],
    "Chasitor/ChasitorTyping": ["POST"],
    "Chasitor/ChasitorNotTyping": ["POST"],
    "Chasitor/ChasitorSneakPeek": ["POST"],
    "Chasitor/ChatMessage": ["POST"],
    "Chasitor/CustomEvent": ["POST"],
    "Chasitor/ChatEnd": ["POST"],
    "Chasitor/ChasitorIdleTimeoutWarningEvent": ["POST"],
    "Chasitor/SensitiveDataRuleTriggered": ["POST"],
    "Agent/SensitiveDataRuleTriggered": ["POST"],
    "Visitor/Settings": ["GET"],
    "Visitor/Availability": ["GET"],
    "Visitor/Breadcrumb": ["POST"],
    "Visitor/VisitorId": ["GET"],
    // Not documented; the agent's side, which shares the transport.
    "Presence/PresenceLogin": ["POST"],
    "Presence/PresenceStatus": ["POST"],
    "Presence/AcceptWork": ["POST"],
    "Presence/DeclineWork": ["POST"],
    "Presence/CloseWork": ["POST"],
    "Presence/PresenceLogout": ["POST"],
    "Conversational/ConversationEnd": ["POST"],
  ]
}

extension String {
  /// The first place of a text; the standard library has it for patterns only.
  func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
