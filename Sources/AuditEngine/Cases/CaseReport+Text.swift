extension CaseReport {
  /// The report for people: one line for each problem, then the totals.
  public func text() -> String {
    var lines = problems.map { problem in
      "\(problem.location): \(problem.kind.heading): \(problem.message)"
    }
    if !lines.isEmpty { lines.append("") }
    let counts = CaseProblem.Kind.allCases.compactMap { kind -> String? in
      let count = problems.filter { $0.kind == kind }.count
      return count == 0 ? nil : "\(count) \(kind.summary)"
    }
    lines.append(
      "\(cases) \(cases == 1 ? "case" : "cases") of \(rules) \(rules == 1 ? "rule" : "rules") in \(runs) runs: "
        + (counts.isEmpty ? "all as they should be" : counts.joined(separator: ", ")))
    return lines.joined(separator: "\n") + "\n"
  }
}

extension CaseProblem.Kind {
  fileprivate var heading: String {
    switch self {
    case .missing: "Missing"
    case .noisy: "Noisy"
    case .context: "Context"
    case .unproven: "Unproven"
    case .passes: "Passes"
    case .untested: "Untested"
    }
  }

  fileprivate var summary: String {
    switch self {
    case .missing: "missing"
    case .noisy: "noisy"
    case .context: "in another context"
    case .unproven: "unproven"
    case .passes: "known gaps closed"
    case .untested: "parts untested"
    }
  }
}
