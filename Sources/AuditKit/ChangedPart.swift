public import AuditModel

extension Report {
  /// Adds what there is to say about the run, before findings are judged.
  public mutating func add(_ more: [Diagnostic]) {
    diagnostics = (diagnostics + more).sorted()
    conditions = currentConditions
  }

  /// Leaves the findings that stand in changed files, and counts anew.
  ///
  /// Facts, inventory, coverage and plan stay those of everything that was examined. Where something else could
  /// not be examined that stays too, since relations and the baseline may need it.
  ///
  /// - Parameter changed: Paths of files; those of archives stand for their entries.
  public mutating func keepFindings(in changed: Set<String>) {
    acceptFirst { !changed.holds($0.location.path) }
    findings.removeAll { !changed.holds($0.location.path) }
    diagnostics.removeAll { diagnostic in
      guard diagnostic.severity == .information, let location = diagnostic.location else { return false }
      return !changed.holds(location.path)
    }
    let used = Set((findings + facts).map(\.rule))
    rules.removeAll { !used.contains($0.id) }
    summary = Summary(of: findings)
  }

  /// Has what a baseline accepts of several equal findings go to certain ones first.
  ///
  /// Equal findings are numbered in the order of places, so a copy that comes before an accepted place has the
  /// place's number.
  private mutating func acceptFirst(_ isFirst: (Finding) -> Bool) {
    let givers = findings.indices.filter { findings[$0].suppressed?.kind == .baseline && !isFirst(findings[$0]) }
    if givers.isEmpty { return }
    var takers = Dictionary(
      grouping: findings.indices.filter { findings[$0].suppressed == nil && isFirst(findings[$0]) },
      by: { Fingerprint.content(of: findings[$0]) })
    for giver in givers {
      guard let taker = takers[Fingerprint.content(of: findings[giver])]?.popLast() else { continue }
      findings[taker].suppressed = findings[giver].suppressed
      findings[giver].suppressed = nil
    }
  }
}

extension Set<String> {
  /// Whether a path is one of these, or that of an entry of an archive that is, `export.zip!profiles/A.profile`.
  fileprivate func holds(_ path: String) -> Bool {
    contains(path) || path.utf8.indices.contains { path.utf8[$0] == UInt8(ascii: "!") && contains(String(path[..<$0])) }
  }
}
