import AuditModel

extension ProbeReport {
  /// The text format 0.0.4: one series for each endpoint and verdict, 1 for the one that holds.
  func prometheus() -> String {
    var text = """
      # HELP chatsunset_probe_verdict Whether the endpoint got this verdict.
      # TYPE chatsunset_probe_verdict gauge

      """
    for result in results {
      let endpoint = escaped(result.endpoint)
      for verdict in Verdict.allCases {
        text += #"chatsunset_probe_verdict{endpoint="\#(endpoint)",verdict="\#(verdict.rawValue)"} "#
        text += "\(verdict == result.verdict ? 1 : 0)\n"
      }
    }
    text += """
      # HELP chatsunset_probe_duration_seconds Time spent in requests to the endpoint.
      # TYPE chatsunset_probe_duration_seconds gauge

      """
    for result in results {
      let milliseconds = result.exchanges.reduce(0) { $0 + $1.timing.total }
      text += #"chatsunset_probe_duration_seconds{endpoint="\#(escaped(result.endpoint))"} "#
      text += "\(seconds(milliseconds))\n"
    }
    text += """
      # HELP chatsunset_probe_session_left Whether a session was started that could not be ended.
      # TYPE chatsunset_probe_session_left gauge

      """
    for result in results {
      text += #"chatsunset_probe_session_left{endpoint="\#(escaped(result.endpoint))"} "#
      text += "\(result.session == .left ? 1 : 0)\n"
    }
    return text
  }

  private func escaped(_ label: String) -> String {
    printable(label, limit: 1000).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
