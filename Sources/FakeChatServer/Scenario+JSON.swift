package import LenientJSON

/// A scenario that can't be used.
package struct ScenarioError: Error, Hashable, Sendable {
  /// What is wrong with which key.
  package var message: String
}

extension Scenario {
  /// Reads a scenario from JSON text.
  package init(text: String) throws(ScenarioError) {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: text)
    } catch {
      throw ScenarioError(message: "\(error.message) at byte \(error.byteOffset)")
    }
    try self.init(json: json)
  }

  /// Reads a scenario; durations are in milliseconds, unknown keys are errors.
  package init(json: JSONValue) throws(ScenarioError) {
    for member in json.members {
      let value = member.value
      switch member.key {
      case "name": name = try text(member)
      case "summary": summary = try text(member)
      case "verdict": verdict = try text(member)
      case "organization": organization = try text(member)
      case "deployment": deployment = try text(member)
      case "movedTo": movedTo = try list(member).compactMap(\.string)
      case "strict": isStrict = try flag(member)
      case "acceptsWith202": acceptsWith202 = try flag(member)
      case "pollTimeout": pollTimeout = try milliseconds(member)
      case "silenceLimit": silenceLimit = try milliseconds(member)
      case "tls":
        guard let tls = TLS(rawValue: try text(member)) else {
          throw ScenarioError(message: "unknown 'tls'; one of none, valid, expired, wrong-name")
        }
        self.tls = tls
      case "buttons":
        buttons = [:]
        for button in value.members { buttons[button.key] = try flag(button) }
      case "session": session = try SessionShape(json: value)
      case "faults":
        for fault in value.members {
          faults[fault.key] = try list(fault).map { value throws(ScenarioError) in
            try Fault(json: value)
          }
        }
      case "script":
        for steps in value.members {
          script[steps.key] = try list(steps).map { value throws(ScenarioError) in
            try ScriptStep(json: value)
          }
        }
      default: throw unknown(member)
      }
    }
  }
}

extension Scenario.SessionShape {
  fileprivate init(json: JSONValue) throws(ScenarioError) {
    for member in json.members {
      switch member.key {
      case "affinity": affinity = try text(member)
      case "keyHasSlash": keyHasSlash = try flag(member)
      case "onlyRawKey": onlyRawKey = try flag(member)
      case "timeoutIsText": timeoutIsText = try flag(member)
      case "unquotedKeys": unquotedKeys = try flag(member)
      default: throw unknown(member)
      }
    }
  }
}

extension Scenario.ScriptStep {
  fileprivate init(json: JSONValue) throws(ScenarioError) {
    self.init(after: .zero, type: "", message: .object([]))
    for member in json.members {
      switch member.key {
      case "after": after = try milliseconds(member)
      case "type": type = try text(member)
      case "message": message = member.value
      default: throw unknown(member)
      }
    }
    guard !type.isEmpty else { throw ScenarioError(message: "a script step needs a 'type'") }
  }
}

extension Fault {
  fileprivate init(json: JSONValue) throws(ScenarioError) {
    self.init()
    var status: Int?
    var body = ""
    var headers: [FakeResponse.HeaderField] = []
    for member in json.members {
      switch member.key {
      case "status": status = member.value.integer
      case "body": body = try text(member)
      case "bodyBytes":
        // For what a string can't hold, such as the head of a gzip stream.
        body = String(repeating: "0", count: max(0, member.value.integer ?? 0))
      case "headers":
        for field in member.value.members {
          headers.append(.init(name: field.key, value: try text(field)))
        }
      case "delay": delay = try milliseconds(member)
      case "movesAffinity": movesAffinity = try flag(member)
      case "deliver": delivery = try FakeResponse.Delivery(member)
      default: throw unknown(member)
      }
    }
    if let status {
      response = FakeResponse(status: status, headers: headers, body: Array(body.utf8))
    }
  }
}

extension FakeResponse.Delivery {
  fileprivate init(_ member: JSONValue.Member) throws(ScenarioError) {
    if let amount = member.value["cutAfter"]?.integer {
      self = .cut(after: amount)
    } else if let pause = member.value["trickleEvery"]?.integer {
      self = .trickle(every: .milliseconds(pause))
    } else {
      switch try text(member) {
      case "whole": self = .whole
      case "nothing": self = .nothing
      case "reset": self = .reset
      case "endless": self = .endless
      case "header-flood": self = .headerFlood
      case "silence": self = .silence
      case let other: throw ScenarioError(message: "unknown delivery '\(other)'")
      }
    }
  }
}

private func unknown(_ member: JSONValue.Member) -> ScenarioError {
  ScenarioError(message: "unknown key '\(member.key)'")
}

private func text(_ member: JSONValue.Member) throws(ScenarioError) -> String {
  guard let text = member.value.string else {
    throw ScenarioError(message: "'\(member.key)' must be a string")
  }
  return text
}

private func flag(_ member: JSONValue.Member) throws(ScenarioError) -> Bool {
  guard let flag = member.value.bool else {
    throw ScenarioError(message: "'\(member.key)' must be true or false")
  }
  return flag
}

private func list(_ member: JSONValue.Member) throws(ScenarioError) -> [JSONValue] {
  guard let list = member.value.array else {
    throw ScenarioError(message: "'\(member.key)' must be a list")
  }
  return list
}

private func milliseconds(_ member: JSONValue.Member) throws(ScenarioError) -> Duration {
  guard let count = member.value.integer, count >= 0 else {
    throw ScenarioError(message: "'\(member.key)' must be a number of milliseconds")
  }
  return .milliseconds(count)
}
