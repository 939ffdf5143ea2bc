import LenientJSON

/// One session as the server knows it.
struct FakeSession {
  /// How far the chat is, by what the client has received.
  enum Phase: Int, Comparable {
    case none, requested, routed, established, ended

    static func < (one: Phase, other: Phase) -> Bool { one.rawValue < other.rawValue }
  }

  let id: String
  let key: String
  var affinity: String
  /// The end of the last poll, or the opening where there was none.
  var lastPoll: Duration
  /// The number of the poll being held, to recognise a second one.
  var poll: Int?
  /// The last sequence number taken; numbers count from 1.
  var sequence = 0
  var phase = Phase.none
  /// Everything ever queued; the index is the number that `ack` speaks of.
  var events: [(type: String, message: JSONValue)] = []
  /// The number of the last event that went out.
  var delivered = -1
  /// What the script will queue, in the order of time.
  var scheduled: [(at: Duration, step: Scenario.ScriptStep)] = []

  mutating func schedule(_ steps: [Scenario.ScriptStep], now: Duration) {
    for step in steps { scheduled.append((now + step.after, step)) }
    // Stable by hand: steps of one time keep the order of the script.
    scheduled = scheduled.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// Queues what is due.
  mutating func advance(to now: Duration) {
    while let next = scheduled.first, next.at <= now {
      scheduled.removeFirst()
      guard phase != .ended else { continue }
      events.append((next.step.type, next.step.message))
    }
  }

  /// The events after a number, and the effect of their being received; nil when there are none.
  mutating func deliver(after acknowledged: Int) -> JSONValue? {
    let first = max(0, acknowledged + 1)
    guard first < events.count else { return nil }
    for event in events[first...] {
      switch event.type {
      case "ChatRequestSuccess": phase = max(phase, .routed)
      case "ChatEstablished": phase = max(phase, .established)
      case "ChatRequestFail", "ChatEnded": phase = .ended
      default: break
      }
    }
    delivered = max(delivered, events.count - 1)
    let messages = events[first...].map { event in
      JSONValue.object([.init("type", .string(event.type)), .init("message", event.message)])
    }
    return [
      "messages": .array(messages), "sequence": .integer(events.count - 1),
      "offset": .integer(events.count * 100),
    ]
  }
}
