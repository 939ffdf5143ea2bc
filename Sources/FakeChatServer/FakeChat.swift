import LenientJSON

/// The Chat REST service as a value: requests in, responses out, no sockets and no clock.
///
/// Times are durations since the server's start and are passed in. What is not documented anywhere
/// (wrong ids, versions, the status of DELETE) follows the scenario's data.
struct FakeChat {
  /// What to do with a request.
  enum Reply {
    case answer(FakeResponse)
    /// Keep the connection, and ask again with ``FakeChat/resume(_:now:)``.
    case hold(Hold)
  }

  /// A `Messages` request without news.
  struct Hold {
    var key: String
    var poll: Int
    var acknowledged: Int
    var until: Duration
  }

  let scenario: Scenario
  /// The address of this server, scheme to port, for SwitchServer.
  let selfURL: String
  var sessions: [String: FakeSession] = [:]
  var tally = Tally()
  /// Every key and token that was given out.
  var secrets: [String] = []
  private var random: SplitMix
  private var faultsUsed: [String: Int] = [:]
  private var polls = 0

  init(scenario: Scenario, selfURL: String, seed: UInt64) {
    self.scenario = scenario
    self.selfURL = selfURL
    self.random = SplitMix(state: seed)
  }

  /// Counts a request and says which fault it meets, which is used up thereby.
  mutating func arrived(_ request: FakeRequest) -> Fault {
    guard let resource = Resource(path: request.path) else { return .none }
    tally.requests["\(request.method) \(resource.name)", default: 0] += 1
    let names = ["\(request.method) \(resource.name)", "*"]
    guard let name = names.first(where: { scenario.faults[$0] != nil }),
      let faults = scenario.faults[name], !faults.isEmpty
    else { return .none }
    let used = faultsUsed[name, default: 0]
    faultsUsed[name] = used + 1
    return faults[min(used, faults.count - 1)]
  }

  mutating func reply(to request: FakeRequest, now: Duration, movingAffinity: Bool = false) -> Reply {
    advance(to: now)
    guard let resource = Resource(path: request.path), let methods = Resource.methods[resource.name]
    else { return .answer(.text("no such resource", status: 404)) }
    guard methods.contains(request.method) else {
      return .answer(.text("method not allowed", status: 405))
    }
    if scenario.isStrict, request.headers["x-liveagent-api-version"] == nil {
      return .answer(.text("X-LIVEAGENT-API-VERSION is required", status: 400))
    }
    if movingAffinity, let key = request.headers["x-liveagent-session-key"] ?? resource.rest {
      let affinity = hexadecimal(digits: 8)
      sessions[key]?.affinity = affinity
      secrets.append(affinity)
    }
    switch resource.prefix {
    case "System": return system(resource, request, now: now)
    case "Visitor": return .answer(visitor(resource, request))
    case "Agent": return .answer(success)
    default: return .answer(post(resource, request, now: now))
    }
  }

  /// Looks again at a held poll.
  mutating func resume(_ hold: Hold, now: Duration) -> Reply {
    advance(to: now)
    guard sessions[hold.key]?.poll == hold.poll else { return .answer(Self.noSession) }
    if let messages = sessions[hold.key]?.deliver(after: hold.acknowledged) {
      endPoll(hold, now: now)
      return .answer(.json(messages))
    }
    guard now < hold.until else {
      endPoll(hold, now: now)
      return .answer(FakeResponse(status: 204))
    }
    return .hold(hold)
  }

  /// A held poll's client has gone away.
  mutating func endPoll(_ hold: Hold, now: Duration) {
    guard sessions[hold.key]?.poll == hold.poll else { return }
    sessions[hold.key]?.poll = nil
    sessions[hold.key]?.lastPoll = now
  }

  mutating func beginPoll(key: String, acknowledged: Int, now: Duration) -> Reply {
    polls += 1
    sessions[key]?.poll = polls
    let hold = Hold(
      key: key, poll: polls, acknowledged: acknowledged, until: now + scenario.pollTimeout)
    return resume(hold, now: now)
  }

  /// Lets time pass: scripts run, silent sessions end.
  mutating func advance(to now: Duration) {
    for key in sessions.keys {
      sessions[key]?.advance(to: now)
      if let session = sessions[key], session.poll == nil,
        now - session.lastPoll > scenario.silenceLimit
      {
        sessions[key] = nil
        tally.expired += 1
      }
    }
    tally.open = sessions.count
  }

  static let noSession = FakeResponse.text(
    "Session required but was invalid or not found", status: 403)

  var success: FakeResponse { scenario.acceptsWith202 ? FakeResponse(status: 202) : .text("OK") }

  mutating func hexadecimal(digits: Int) -> String {
    var text = ""
    while text.count < digits { text += String(random.next() % 16, radix: 16) }
    return text
  }

  /// The base64 tail of a key.
  mutating func base64Tail() -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    let plain = (0..<25).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    return String(plain) + (scenario.session.keyHasSlash ? "/+=" : "9a=")
  }
}

/// A small random generator that a seed makes repeatable (SplitMix64, Steele and others 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
