import AuditModel
import LenientJSON

extension ProbeReport {
  func json() -> JSONValue {
    [
      "schemaVersion": "1.0",
      "tool": ["name": .string(tool), "version": .string(version)],
      "isComplete": .bool(isComplete),
      "expected": .array(Verdict.allCases.filter(expected.contains).map { .string($0.rawValue) }),
      "summary": .object(counts.map { .init($0.verdict.rawValue, .integer($0.count)) }),
      "results": .array(results.map(json)),
      "conditions": .array(conditions.map { .string($0.rawValue) }),
    ]
  }

  private func json(_ result: ProbeResult) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("endpoint", .string(result.endpoint)),
      .init("verdict", .string(result.verdict.rawValue)),
      .init("reason", .string(result.reason)),
    ]
    if let movedTo = result.movedTo { members.append(.init("movedTo", .string(movedTo))) }
    members.append(.init("session", .string(result.session.rawValue)))
    members.append(.init("exchanges", .array(result.exchanges.map(json))))
    return .object(members)
  }

  private func json(_ exchange: ProbeExchange) -> JSONValue {
    let timing = exchange.timing
    var members: [JSONValue.Member] = [
      .init("method", .string(exchange.method)), .init("url", .string(exchange.url)),
    ]
    if let status = exchange.status { members.append(.init("status", .integer(status))) }
    if let failure = exchange.failure { members.append(.init("failure", .string(failure))) }
    members.append(
      .init(
        "timing",
        [
          "name": .integer(timing.name), "connect": .integer(timing.connect), "tls": .integer(timing.tls),
          "firstByte": .integer(timing.firstByte), "total": .integer(timing.total),
        ]))
    if let address = exchange.address { members.append(.init("address", .string(address))) }
    if let name = exchange.tlsName { members.append(.init("tlsName", .string(name))) }
    let headers = exchange.headers.sorted { $0.key < $1.key }
    members.append(.init("headers", .object(headers.map { .init($0.key, .string($0.value)) })))
    return .object(members)
  }
}
