import AuditModel

/// The first screen: how much depends on the product, how much was seen, and what to do first.
struct HTMLOverview {
  private let report: Report
  private let digest: Digest
  private let anchors: HTMLAnchors

  init(_ report: Report, digest: Digest, anchors: HTMLAnchors) {
    self.report = report
    self.digest = digest
    self.anchors = anchors
  }

  var section: HTML {
    """
    <section id="overview" aria-labelledby="overview-title">
    <h2 id="overview-title">Overview</h2>
    <ul class="cards">
    \(FindingClass.display.map(card))
    </ul>
    \(warning)
    <div class="columns">
    <div>
    \(first)
    \(seen)
    </div>
    \(surfaces)
    </div>
    </section>
    """
  }

  private func card(_ findingClass: FindingClass) -> HTML {
    let findings = digest.findings(of: findingClass)
    let errors = findings.count { $0.level == .error }
    let detail: HTML = findingClass == .dependency && errors > 0 ? "\(Words.count(errors, "error")); " : ""
    return """
      <li class="card \(findingClass.rawValue)">
      <p class="number">\(Words.grouped(findings.count))</p>
      <p class="name">\(Words.title(of: findingClass))</p>
      <p class="meaning">\(detail)\(Words.meaning(of: findingClass))</p>
      </li>

      """
  }

  private var warning: HTML {
    guard digest.isIncomplete else { return "" }
    return """
      <p class="alert"><strong>The audit is incomplete.</strong> Something could not be examined, \
      so there may be more than this report says. <a href="#coverage">See what was not examined.</a></p>
      """
  }

  private var first: HTML {
    let open = report.plan.items.filter { !$0.isFinished }
    guard !open.isEmpty else { return "" }
    if let advice = digest.advice {
      return """
        <h3>Do first</h3>
        <p>\(advice.prefix(1).uppercased() + advice.dropFirst()).</p>
        <p class="quiet"><a href="#checklist">The steps of every migration</a></p>
        """
    }
    let items = digest.firstSteps.prefix(5).map { item -> HTML in
      let role = [item.step.role, Words.hours(item.hours)].filter { !$0.isEmpty }.joined(separator: ", ")
      return """
        <li>\(anchors.link(toStep: item.step.id)) \(PlainText.cut(item.step.title, to: 200)) \
        <span class="quiet">\(PlainText.cut(role, to: 100))</span></li>

        """
    }
    let hours = Words.hours(report.plan.total)
    let waves = Set(open.map(\.wave)).count
    let sum =
      "\(Words.count(open.count, "open step")) in \(Words.count(waves, "wave"))"
      + (hours.isEmpty ? "" : ", \(hours)")
    return """
      <h3>Do first</h3>
      <ul class="plain first">
      \(items)</ul>
      <p class="quiet">\(sum) in all. <a href="#checklist">The whole checklist</a></p>
      """
  }

  /// How far the statements reach.
  private var seen: HTML {
    let coverage = report.coverage
    let components = coverage.components.reduce(0) { $0 + $1.count }
    var rows: [HTML] = [
      "<li>\(Words.count(coverage.artifacts, "artifact")), \(Words.size(coverage.bytes))</li>\n"
    ]
    if components > 0 {
      let types = Words.count(coverage.components.count, "metadata type")
      rows.append("<li>\(Words.count(components, "component")) of \(types)</li>\n")
    }
    if !digest.gaps.isEmpty {
      let types = Words.count(digest.gaps.count, "metadata type")
      rows.append("<li>\(types) missing or in part, which never means not used</li>\n")
    }
    if !coverage.questions.isEmpty {
      rows.append("<li>\(Words.count(coverage.questions.count, "question")) that no export can answer</li>\n")
    }
    return """
      <h3>How far this reaches</h3>
      <ul>
      \(rows)</ul>
      <p class="quiet"><a href="#coverage">What was examined and what was not</a></p>
      """
  }

  private var surfaces: HTML {
    let groups = digest.groups(of: digest.findings(of: .dependency)) { Words.title(of: $0.surface) }
    guard let most = groups.map(\.total).max() else {
      return "<div><h3>What must change</h3><p>Nothing was found in what was examined.</p></div>"
    }
    let rows = groups.map { group -> HTML in
      """
      <tr><th scope="row">\(group.name)</th>\
      <td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">\
      <rect class="track" width="100" height="10"/>\
      <rect class="error" width="\(100 * group.errors / most)" height="10"/>\
      <rect class="warning" x="\(100 * group.errors / most)" \
      width="\(100 * group.warnings / most)" height="10"/>\
      <rect class="note" x="\(100 * (group.errors + group.warnings) / most)" \
      width="\(100 * group.notes / most)" height="10"/></svg></td>\
      <td>\(group.errors)</td><td>\(group.warnings)</td><td>\(group.notes)</td></tr>

      """
    }
    return """
      <div>
      <h3>What must change, by area</h3>
      <div class="scroll" tabindex="0" role="group" aria-label="What must change, by area">
      <table class="areas">
      <thead><tr><th scope="col">Area</th><td class="bar"></td><th scope="col">Errors</th>\
      <th scope="col">Warnings</th><th scope="col">Notes</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>
      </div>
      """
  }
}

extension FindingClass {
  /// The order in which people read the classes.
  static let display: [FindingClass] = [.dependency, .review, .residue, .successor]
}
