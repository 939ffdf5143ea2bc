package import LenientJSON

/// How one fake server behaves, as data.
///
/// Read from JSON: the catalogue that is built in, or a file of the user's. Every key is optional;
/// without any the server is a healthy one.
package struct Scenario: Hashable, Sendable {
  package var name = "live"
  /// What it stands for, in a sentence.
  package var summary = ""
  /// The verdict that a correct client reaches.
  package var verdict = "live"
  package var tls = TLS.none
  package var organization = "00D000000000001"
  package var deployment = "572000000000001"
  /// Buttons and whether each is online.
  package var buttons = ["573000000000001": true]
  package var session = SessionShape()
  /// Where `Visitor` requests are sent on to by SwitchServer, home after home; `{self}` is this server.
  package var movedTo: [String] = []
  /// How long `Messages` is held open.
  package var pollTimeout = Duration.seconds(40)
  /// A session without a poll for so long is gone; one integrator's observation, not a contract.
  package var silenceLimit = Duration.seconds(45)
  /// True refuses requests without an API version, and a first affinity that isn't `null`.
  package var isStrict = true
  /// POST answers 202 without a body instead of 200 with `OK`.
  package var acceptsWith202 = false
  /// Faults by `METHOD Prefix/Noun`, used up in order; the last one stays.
  var faults: [String: [Fault]] = [:]
  /// What the agent's side does after a request, by `Prefix/Noun`.
  package var script: [String: [ScriptStep]] = Scenario.patientAgent

  /// Which certificate is shown.
  package enum TLS: String, Hashable, Sendable {
    case none, valid, expired
    case wrongName = "wrong-name"
  }

  /// The spelling of the answer to `System/SessionId`.
  package struct SessionShape: Hashable, Sendable {
    package var affinity = "878a1fa0"
    /// Puts `/`, `+` and `=` into the key, as its base64 tail can have.
    package var keyHasSlash = false
    /// The key as one path segment is answered 404, so that only the raw key ends the session.
    package var onlyRawKey = false
    /// Sends `clientPollTimeout` as the documentation shows it, a string.
    package var timeoutIsText = false
    /// Sends the official sample's form: keys without quotes.
    package var unquotedKeys = false
  }

  /// One step of what the other side does.
  package struct ScriptStep: Hashable, Sendable {
    /// Time since the request that set the script off.
    package var after: Duration
    package var type: String
    package var message: JSONValue
  }

  package init() {}

  /// Success at once, an agent a moment later.
  package static let patientAgent = [
    "Chasitor/ChasitorInit": [
      ScriptStep(
        after: .zero, type: "ChatRequestSuccess",
        message: ["queuePosition": 1, "estimatedWaitTime": -1, "connectionTimeout": 150_000]),
      ScriptStep(
        after: .milliseconds(50), type: "ChatEstablished",
        message: [
          "name": "Agent A", "userId": "005000000000001", "sneakPeekEnabled": true,
          "chasitorIdleTimeout": ["isEnabled": false],
        ]),
    ]
  ]
}

/// One way to misbehave.
struct Fault: Hashable, Sendable {
  /// The answer; nil lets the request through to the real behaviour first.
  var response: FakeResponse?
  /// The wait before anything else happens.
  var delay = Duration.zero
  /// How the answer is delivered.
  var delivery = FakeResponse.Delivery.whole
  /// The session's affinity changes before the request is looked at, as in a hand-over of servers.
  var movesAffinity = false

  /// No fault: the request is answered as a healthy server does.
  static let none = Fault()
}
