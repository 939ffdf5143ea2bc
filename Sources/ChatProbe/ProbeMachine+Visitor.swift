import AuditModel
import LenientJSON

/// The part that leaves no trace: Settings and Availability, and the same with impossible ids.
extension ProbeMachine {
  mutating func askSettings() -> Action {
    move(to: .settings, visitorRequest("Settings", button: plan.button))
  }

  mutating func receivedVisitor(_ answer: ProbeAnswer) -> Action {
    switch answer {
    case .failure(let failure):
      seen.visitorFailure = failure
      return finish(isCancelled ? seen.cancelled() : seen.conclusion(plan))
    case .response(let status, _, let body):
      if isCancelled { return finish(seen.cancelled()) }
      if state == .control {
        receivedControl(status, body)
        return openSession()
      }
      seen.note(visitorStatus: status)
      guard status == 200 else { return openSession() }
      if let action = followSwitch(body) { return action }
      let answer = MessagesAnswer(body: body)
      if state == .settings {
        guard let settings = answer?["Settings"] else {
          seen.visitorOddity = oddity(answer, body)
          return openSession()
        }
        seen.settingsAnswered = true
        if let button = plan.button, has(button, in: settings["buttons"]) { seen.knowsButton = true }
        return plan.button == nil ? askControl() : askAvailability()
      }
      receivedAvailability(answer, body)
      return askControl()
    }
  }

  private mutating func askAvailability() -> Action {
    var request = visitorRequest("Availability", button: nil)
    // One impossible id among the real one: it must not be available.
    let ids = [plan.button ?? "", ImpossibleID.button].map { $0.prefix(15) }.joined(separator: ",")
    request.query.append(("Availability.ids", ids))
    return move(to: .availability, request)
  }

  private mutating func receivedAvailability(_ answer: MessagesAnswer?, _ body: [UInt8]) {
    guard let results = answer?["Availability"]?["results"]?.array else {
      seen.visitorOddity = oddity(answer, body)
      return
    }
    for result in results where result["isAvailable"]?.bool == true {
      let id = result["id"]?.string ?? ""
      if same(id, ImpossibleID.button) { seen.controlSaidYes = true }
      if let button = plan.button, same(id, button) {
        seen.knowsButton = true
        seen.isAvailable = true
      }
    }
  }

  private mutating func askControl() -> Action {
    var request = request("GET", "Visitor/Settings")
    request.query = [
      ("org_id", ImpossibleID.organization), ("deployment_id", ImpossibleID.deployment),
      ("Settings.buttonIds", ImpossibleID.button),
    ]
    return move(to: .control, request)
  }

  /// The control must fail: an answer that knows the impossible button knows nothing.
  private mutating func receivedControl(_ status: Int, _ body: [UInt8]) {
    guard status == 200, let settings = MessagesAnswer(body: body)?["Settings"] else { return }
    if settings["buttons"]?.array?.isEmpty == false { seen.controlSaidYes = true }
  }

  private func visitorRequest(_ noun: String, button: String?) -> ProbeRequest {
    var request = request("GET", "Visitor/\(noun)")
    // 15 characters, as documented; the three after them are a checksum.
    request.query = [
      ("org_id", String(plan.organization?.prefix(15) ?? "")),
      ("deployment_id", String(plan.deployment?.prefix(15) ?? "")),
    ]
    if let button { request.query.append(("Settings.buttonIds", String(button.prefix(15)))) }
    return request
  }

  /// Handles SwitchServer wherever it comes; nil where the answer isn't one.
  mutating func followSwitch(_ body: [UInt8]) -> Action? {
    guard let message = MessagesAnswer(body: body)?["SwitchServer"] else { return nil }
    let newURL = message["newUrl"]?.string ?? ""
    guard seen.movedTo == nil else {
      seen.switchProblem = "which names yet another server, '\(printable(newURL))'; followed only once"
      return finish(seen.conclusion(plan))
    }
    seen.movedTo = printable(newURL)
    do {
      let next = try Endpoint(newURL)
      if let refusal = policy.refusal(of: next) {
        seen.switchProblem = "not followed: \(refusal)"
      } else {
        endpoint = next
      }
    } catch {
      seen.switchProblem = "not followed: \(error.message)"
    }
    if seen.switchProblem != nil { return finish(seen.conclusion(plan)) }
    seen.forgetVisitor()
    return plan.hasIDs ? askSettings() : openSession()
  }

  private func oddity(_ answer: MessagesAnswer?, _ body: [UInt8]) -> String {
    guard let answer else { return kind(ofBody: body) }
    let types = answer.messages.map { printable($0.type, limit: 40) }
    return types.isEmpty ? "no message" : "the message '\(types[0])'"
  }

  private func has(_ button: String, in buttons: JSONValue?) -> Bool {
    buttons?.array?.contains { same($0["id"]?.string ?? "", button) } ?? false
  }

  private func same(_ one: String, _ other: String) -> Bool {
    !one.isEmpty && one.prefix(15) == other.prefix(15)
  }
}

/// The host of a redirect's target; its path may repeat what mustn't be shown.
func hostOnly(_ location: String) -> String {
  guard let marker = location.ranges(of: "//").first else { return "the same host" }
  return "'" + printable(String(location[marker.upperBound...].prefix { !"/?#".contains($0) })) + "'"
}
