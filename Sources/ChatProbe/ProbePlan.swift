/// What to ask one endpoint.
public struct ProbePlan: Hashable, Sendable {
  public var endpoint: Endpoint
  /// `00D…`, of the org.
  public var organization: String?
  /// `572…`, of the deployment.
  public var deployment: String?
  /// `573…`, of the button.
  public var button: String?
  /// The version that is sent as `X-LIVEAGENT-API-VERSION`.
  public var apiVersion: String
  /// Set to request a real chat, which rings a person. Needs all three ids.
  public var chat: Chat?

  /// A chat for the proof that visitors reach people.
  public struct Chat: Hashable, Sendable {
    public var visitorName: String
    /// How long to wait for a person before the request is withdrawn.
    public var patience: Duration

    public init(visitorName: String = "ChatSunset probe", patience: Duration = .seconds(120)) {
      self.visitorName = visitorName
      self.patience = patience
    }
  }

  public init(
    endpoint: Endpoint, organization: String? = nil, deployment: String? = nil, button: String? = nil,
    apiVersion: String = "60", chat: Chat? = nil
  ) {
    self.endpoint = endpoint
    self.organization = organization
    self.deployment = deployment
    self.button = button
    self.apiVersion = apiVersion
    self.chat = chat
  }

  /// Whether the visitor plane can be asked at all.
  var hasIDs: Bool { organization != nil && deployment != nil }
}

/// Ids of the right shape that no org has: what is true of them is true of nothing.
enum ImpossibleID {
  static let organization = "00D000000000000"
  static let deployment = "572000000000000"
  static let button = "573000000000000"
}
