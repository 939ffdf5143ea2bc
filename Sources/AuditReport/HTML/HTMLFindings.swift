import AuditModel

/// The findings: by class, then by rule with its explanation, then place by place.
struct HTMLFindings {
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
    <section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">Findings</h2>
    \("<p>Nothing was found in what was examined.</p>", if: report.findings.isEmpty)
    \(filters, if: !report.findings.isEmpty)
    \(groups)
    </section>
    """
  }

  // MARK: Filters

  private var filters: HTML {
    let findings = report.findings
    let classes = FindingClass.display.filter { wanted in findings.contains { $0.class == wanted } }
    let surfaces = Surface.allCases.filter { wanted in findings.contains { $0.surface == wanted } }
    let components = Set(findings.compactMap(\.component)).sorted { $0.key < $1.key }
    let places = [("-", "outside the org")] + components.map { ($0.key, $0.description) }
    let owners = Set(findings.map(anchors.owner)).subtracting([""]).sorted()
    return """
      <form class="toolbar filters" data-needs-script hidden role="search" aria-label="Filter the findings">
      <label>Search <input type="search" data-filter="text" autocomplete="off"></label>
      \(select("class", "Class", classes.map { ($0.rawValue, Words.title(of: $0)) }))
      \(select("surface", "Area", surfaces.map { ($0.rawValue, Words.title(of: $0)) }))
      \(select("component", "Component", places))
      \(select("owner", "Owner", owners.map { ($0, $0) }))
      <div class="buttons">
      <button type="button" data-action="clear-filters">Clear filters</button>
      <button type="button" data-action="open-all">Open all</button>
      <button type="button" data-action="close-all">Close all</button>
      </div>
      <p role="status" data-filter-status></p>
      </form>
      """
  }

  private func select(_ name: String, _ title: String, _ values: [(String, String)]) -> HTML {
    let options = values.map { value, title -> HTML in
      "<option value=\"\(PlainText.cut(value, to: 300))\">\(PlainText.cut(title, to: 80))</option>"
    }
    return """
      <label>\(title) <select data-filter="\(name)"><option value="">all</option>\(options)</select></label>
      """
  }

  // MARK: Groups

  private var groups: [HTML] {
    let classes = FindingClass.display.map { findingClass in
      (Words.title(of: findingClass), Words.meaning(of: findingClass), digest.findings(of: findingClass))
    }
    // A rule can stand in several groups; links lead to the first.
    var named: Set<RuleID> = []
    return
      (classes + [("Accepted exceptions", "left out of the totals, each with its reason", digest.suppressed)])
      .filter { !$0.2.isEmpty }.map { title, meaning, findings in
        let rules = sorted(findings).map { rule($0.key, $0.value, isNamed: named.insert($0.key).inserted) }
        return """
          <div class="group" data-group>
          <h3>\(title) <span class="quiet">\(Words.grouped(findings.count)); \(meaning)</span></h3>
          \(rules)</div>

          """
      }
  }

  /// The findings by rule, the loudest rules first, then those with the most findings.
  private func sorted(_ findings: [Finding]) -> [(key: RuleID, value: [Finding])] {
    Dictionary(grouping: findings, by: \.rule).sorted { left, right in
      let levels = (left.value.map(\.level).max() ?? .note, right.value.map(\.level).max() ?? .note)
      return levels.0 == levels.1
        ? (-left.value.count, left.key) < (-right.value.count, right.key) : levels.0 > levels.1
    }
  }

  private func rule(_ id: RuleID, _ findings: [Finding], isNamed: Bool) -> HTML {
    let descriptor = digest.rules[id]
    let level = findings.map(\.level).max() ?? .note
    return """
      <details class="rule"\(" id=\"\(anchors.rule(id) ?? "")\"", if: isNamed)>
      <summary><span class="level \(level.rawValue)">\(level.rawValue)</span> \
      <span class="title">\(PlainText.cut(descriptor?.title ?? id.rawValue, to: 200))</span> \
      <span class="quiet" data-count>\(Words.grouped(findings.count))</span></summary>
      <div class="rule-body">
      \(descriptor.map(explanation) ?? "")
      <ol class="plain places">
      \(findings.map(place))</ol>
      </div>
      </details>

      """
  }

  private func explanation(_ rule: RuleDescriptor) -> HTML {
    let links = rule.links.map { link -> HTML in "<li>\(HTML.link(link.title, link.url))</li>" }
    return """
      <div class="explanation">
      \(rule.why.map { HTML.rich($0) } ?? "")
      \(rule.replacement.map { text -> HTML in "<h4>Instead</h4>\n\(HTML.rich(text))" } ?? "")
      <h4>What to do</h4>
      \(HTML.rich(rule.remediation))
      <div class="aside">
      \(rule.before.map { text -> HTML in "<h4>Before</h4>\n\(HTML.code(text))" } ?? "")
      \(rule.after.map { text -> HTML in "<h4>After</h4>\n\(HTML.code(text))" } ?? "")
      \("<ul>\(links)</ul>", if: !links.isEmpty)
      </div>
      <p class="quiet">Rule \(PlainText.cut(rule.id.rawValue, to: 100)), \(rule.confidence.rawValue)\
      \(rule.because.map { text -> HTML in ": \(PlainText.cut(text, to: 300))" } ?? "")</p>
      </div>
      """
  }

  private func place(_ finding: Finding) -> HTML {
    """
    <li class="finding" data-class="\(finding.class.rawValue)" data-surface="\(finding.surface.rawValue)" \
    data-component="\(PlainText.cut(finding.component?.key ?? "-", to: 300))" \
    data-owner="\(PlainText.cut(anchors.owner(of: finding), to: 300))">
    <p><span class="level \(finding.level.rawValue)">\(finding.level.rawValue)</span> \
    \(PlainText.cut(finding.message, to: 1_000))</p>
    <p class="path"><code>\(PlainText.cutFront(finding.location.description, to: 400))</code></p>
    \(HTML.code(PlainText.cut(finding.evidence, to: 500)), if: !finding.evidence.isEmpty)
    <p class="facts">\(facts(finding))</p>
    </li>

    """
  }

  private func facts(_ finding: Finding) -> HTML {
    var facts: [HTML] = []
    if let component = finding.component {
      facts.append("<span>\(PlainText.cut(component.description, to: 200))</span>")
    }
    facts.append("<span>\(Words.title(of: finding.surface))</span>")
    if finding.context.isQuiet { facts.append("<span>in \(finding.context.rawValue)</span>") }
    if finding.confidence != .certain {
      let reason: HTML = finding.confidenceReason.map { ": \(PlainText.cut($0, to: 200))" } ?? ""
      facts.append("<span>\(finding.confidence.rawValue)\(reason)</span>")
    }
    if finding.count > 1 { facts.append("<span>\(Words.count(finding.count, "place"))</span>") }
    if let step = finding.step { facts.append("<span>step \(anchors.link(toStep: step))</span>") }
    let owner = anchors.owner(of: finding)
    if !owner.isEmpty { facts.append("<span>\(PlainText.cut(owner, to: 100))</span>") }
    if let verdict = finding.verdict { facts.append("<span>checked live: \(Words.title(of: verdict))</span>") }
    if let suppressed = finding.suppressed {
      let until: HTML = suppressed.until.map { " until \($0.description)" } ?? ""
      facts.append("<span>accepted\(until): \(PlainText.cut(suppressed.reason, to: 300))</span>")
    }
    return "\(facts)"
  }
}
