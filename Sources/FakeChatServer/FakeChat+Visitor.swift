import LenientJSON

extension FakeChat {
  func visitor(_ resource: Resource, _ request: FakeRequest) -> FakeResponse {
    if let newURL = switchServer(from: resource.home) {
      return message("SwitchServer", ["newUrl": .string(newURL)])
    }
    let query = request.query
    guard knows(query["org_id"], query["deployment_id"]) else {
      return .text("Service Unavailable", status: 503)
    }
    switch resource.noun {
    case "Settings":
      let wanted = ids(query["Settings.buttonIds"])
      let buttons = scenario.buttons.keys.sorted().filter { wanted.isEmpty || wanted.contains($0) }
      return message(
        "Settings",
        [
          "pingRate": 50000, "contentServerUrl": .string(selfURL + "/content"),
          "buttons": .array(
            buttons.map { id in
              .object([.init("id", .string(id)), .init("type", "Standard")] + availability(id))
            }),
        ])
    case "Availability":
      let results = ids(query["Availability.ids"]).filter { scenario.buttons[$0] != nil }
      return message(
        "Availability",
        [
          "results": .array(
            results.map { id in
              var members = [JSONValue.Member("id", .string(id))] + availability(id)
              if query["Availability.needEstimatedWaitTime"] == "1" {
                members.append(.init("estimatedWaitTime", -1))
              }
              return .object(members)
            })
        ])
    case "VisitorId":
      return message("VisitorId", ["sessionId": "00000000-0000-4000-8000-000000000001"])
    default:
      return success
    }
  }

  /// The next home for a `Visitor` request that arrived at an old one.
  private func switchServer(from home: String) -> String? {
    let homes = scenario.movedTo.map { $0.replacing("{self}", with: selfURL) }
    let current = homes.firstIndex { $0 == "\(selfURL)\(home)/chat" }
    let next = current.map { $0 + 1 } ?? 0
    return next < homes.count ? homes[next] : nil
  }

  /// `isAvailable` is left out where it is false.
  private func availability(_ id: String) -> [JSONValue.Member] {
    scenario.buttons[id] == true ? [.init("isAvailable", true)] : []
  }

  /// A list of ids, with or without the brackets that some clients send, cut to 15 characters.
  private func ids(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { id in
      String(id.filter { !"[] ".contains($0) }.prefix(15))
    }
  }

  private func message(_ type: String, _ body: JSONValue) -> FakeResponse {
    .json(["messages": [["type": .string(type), "message": body]]])
  }
}
