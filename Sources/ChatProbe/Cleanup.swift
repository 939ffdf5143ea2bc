package import AuditModel

extension Prober {
  /// Ends sessions that another process started and could not end.
  ///
  /// - Returns: For each session its fate, in their order: ended, gone or left.
  package func end(_ sessions: [OpenSession]) async -> [ProbeSession] {
    var fates: [ProbeSession] = []
    for session in sessions {
      fates.append(await end(session))
    }
    return fates
  }

  private func end(_ session: OpenSession) async -> ProbeSession {
    guard let endpoint = try? Endpoint(session.endpoint) else { return .left }  // not written by us
    let plan = ProbePlan(endpoint: endpoint, apiVersion: session.apiVersion)
    var machine = ProbeMachine(resuming: session, plan: plan, policy: policy)
    var action = machine.start()
    while case .send(let request) = action {
      action = machine.received(await exchange(request).answer)
    }
    guard case .finish(let conclusion) = action else { return .left }
    return conclusion.session == .none ? .left : conclusion.session
  }
}
