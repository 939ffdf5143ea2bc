import LenientJSON

extension ProbePlan {
  /// The requests that a probe would make of a healthy service, one text each, without sending any.
  ///
  /// The same state machine as in a real run, answered from memory: what it asks is what is shown.
  package func dryRun(_ policy: HostPolicy) -> [String] {
    var machine = ProbeMachine(plan: self, policy: policy)
    var texts: [String] = []
    var action = machine.start()
    while true {
      switch action {
      case .finish(let conclusion):
        if texts.isEmpty { texts.append("nothing: \(conclusion.reason)") }
        return texts
      case .send(let request):
        texts.append(request.redactedText)
        let (status, body) = idealAnswer(to: request)
        action = machine.received(.response(status: status, headers: [:], body: Array(body.utf8)))
      }
    }
  }

  private func idealAnswer(to request: ProbeRequest) -> (Int, String) {
    if request.query.contains(where: { $0.value == ImpossibleID.organization }) { return (503, "") }
    return switch request.resource {
    case "Visitor/Settings":
      (200, #"{"messages":[{"type":"Settings","message":{"buttons":[{"id":"\#(button ?? "")"}]}}]}"#)
    case "Visitor/Availability": (200, #"{"messages":[{"type":"Availability","message":{"results":[]}}]}"#)
    case "System/SessionId" where request.method == "GET":
      (200, #"{"id":"{id}","key":"{key}","affinityToken":"{affinity}"}"#)
    case "System/Messages":
      (200, #"{"messages":[{"type":"ChatRequestSuccess"},{"type":"ChatEstablished"}],"sequence":1}"#)
    default: (200, "OK")
    }
  }
}

extension ProbeRequest {
  /// The request as people may see it.
  var redactedText: String {
    var lines = ["\(method) \(redactedURL)"]
    lines += redactedHeaderLines.filter { !$0.hasSuffix(":") }
    if let body { lines.append(body.text()) }
    return lines.joined(separator: "\n  ")
  }
}
