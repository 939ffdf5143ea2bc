import AuditModel

extension ProbeReport {
  func plainText(showsExchanges: Bool) -> String {
    var text = ""
    for result in results {
      text += "\(padded(result.verdict.rawValue))  \(printable(result.endpoint))\n"
      text += "\(padded(""))  \(printable(result.reason, limit: 600))\n"
      if showsExchanges {
        for exchange in result.exchanges { text += "\(padded(""))  \(line(exchange))\n" }
      }
    }
    return text + summaryLine
  }

  private var summaryLine: String {
    let verdicts = counts.map { "\($0.count) \($0.verdict.rawValue)" }.joined(separator: ", ")
    let ended = results.count { $0.session == .ended }
    let left = results.count { $0.session == .left }
    let unknown = results.count { $0.session == .unknown }
    var line = "\(results.count) endpoint\(results.count == 1 ? "" : "s")"
    if !verdicts.isEmpty { line += ": \(verdicts)" }
    line += "; \(ended) session\(ended == 1 ? "" : "s") started and ended"
    if left > 0 { line += ", \(left) could not be ended" }
    if unknown > 0 { line += ", \(unknown) may have started without an answer" }
    if !isComplete { line += "; the run was cut short" }
    return line + "\n"
  }

  private func line(_ exchange: ProbeExchange) -> String {
    var parts = [exchange.method, printable(exchange.url, limit: 400)]
    parts.append(exchange.status.map(String.init) ?? "no status")
    let timing = exchange.timing
    let phases = "name \(timing.name), connect \(timing.connect), tls \(timing.tls), first byte \(timing.firstByte)"
    parts.append("\(timing.total) ms (\(phases))")
    if let address = exchange.address { parts.append("at \(address)") }
    if let name = exchange.tlsName { parts.append("as '\(name)'") }
    for header in exchange.headers.sorted(by: { $0.key < $1.key }) {
      parts.append("\(header.key)='\(header.value)'")
    }
    if let failure = exchange.failure { parts.append("- \(failure)") }
    return parts.joined(separator: " ")
  }

  private func padded(_ word: String) -> String {
    word + String(repeating: " ", count: max(0, 14 - word.count))
  }
}
