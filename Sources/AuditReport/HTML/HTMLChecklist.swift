import AuditModel

/// The checklist: boxes by phase and wave, with the findings of each step behind them.
struct HTMLChecklist {
  private let report: Report
  private let digest: Digest
  private let anchors: HTMLAnchors

  init(_ report: Report, digest: Digest, anchors: HTMLAnchors) {
    self.report = report
    self.digest = digest
    self.anchors = anchors
  }

  var section: HTML {
    let items = report.plan.items.filter { $0.state != .notNeeded }
    guard !items.isEmpty else {
      return """
        <section id="checklist" aria-labelledby="checklist-title">
        <h2 id="checklist-title">Checklist</h2>
        <p>There is nothing to do for what was found.</p>
        </section>
        """
    }
    let done = items.count { $0.isTicked || $0.state == .done }
    return """
      <section id="checklist" aria-labelledby="checklist-title">
      <h2 id="checklist-title">Checklist</h2>
      <p>A step can begin when all steps that it needs are done. \
      Waves are the steps that can go side by side.</p>
      \(progress)
      <div class="progress">
      <label for="progress"><span data-progress>\(done) of \(items.count)</span> steps done</label>
      <progress id="progress" max="\(items.count)" value="\(done)">\(done) of \(items.count)</progress>
      </div>
      <div class="toolbar" data-needs-script hidden>
      <p class="quiet">Ticks stay in this browser. Export them to share them.</p>
      <button type="button" data-action="export-ticks">Export ticks</button>
      <label class="button">Import ticks\
      <input type="file" accept=".json,application/json" data-action="import-ticks"></label>
      <button type="button" data-action="reset-ticks">Reset to the report</button>
      <p role="status" data-tick-status></p>
      </div>
      \(items.inPhases.map(phase))
      \(unneeded)
      \(HTMLMapping(report, anchors: anchors).parts)\(HTMLHours(report.plan, anchors: anchors).parts)
      </section>
      """
  }

  private var progress: HTML {
    let states = digest.progress(report.plan).map { state, items -> HTML in
      let links = items.map { item -> HTML in "\(anchors.link(toStep: item.step.id)) " }
      return "<span>\(state): \(links)</span> "
    }
    return states.isEmpty ? "" : "<p class=\"facts\"><strong>Recognised in the org and the code</strong> \(states)</p>"
  }

  private func phase(_ items: [PlanItem]) -> HTML {
    let name = PlainText.cut(items.first?.step.phase ?? "", to: 100)
    let waves = Set(items.map(\.wave)).sorted().map { wave -> HTML in
      """
      <h4>Wave \(wave)</h4>
      <ul class="plain steps">
      \(items.filter { $0.wave == wave }.map(step))</ul>

      """
    }
    return "<h3>\(name)</h3>\n\(waves)"
  }

  private func step(_ item: PlanItem) -> HTML {
    let step = item.step
    let anchor = anchors.step(step.id) ?? "step"
    let isDone = item.isTicked || item.state == .done
    let findings = digest.findings(item.findings)
    let signals = digest.findings(item.signals)
    let owner = item.owner ?? step.role
    let links = step.links.map { link -> HTML in "<li>\(HTML.link(link.title, link.url))</li>" }
    return """
      <li class="step" id="\(anchor)" data-owner="\(PlainText.cut(owner, to: 100))">
      <div class="step-head">
      <input type="checkbox" id="tick-\(anchor)" data-tick="\(step.id)"\(" checked", if: isDone)>
      <label for="tick-\(anchor)"><span class="step-id">\(PlainText.cut(step.id, to: 40))</span> \
      \(PlainText.cut(step.title, to: 200))</label>
      </div>
      <p class="facts">\(facts(item))</p>
      <details><summary>\(summary(findings, signals))</summary>
      <div class="step-body">
      \(step.details.map { HTML.rich($0) } ?? "")
      \(remark("To go back", step.rollback))
      \(remark("Note", item.note))
      \(list(findings, title: "Found for this step"))
      \(list(signals, title: "Shows it done or begun"))
      \(efforts(item))
      \("<p><strong>Further reading</strong></p><ul>\(links)</ul>", if: !links.isEmpty)
      </div>
      </details>
      </li>

      """
  }

  private func remark(_ title: String, _ text: String?) -> HTML {
    text.map { "<p><strong>\(title):</strong> \(PlainText.cut($0, to: 2_000))</p>" } ?? ""
  }

  private func facts(_ item: PlanItem) -> HTML {
    var facts: [HTML] = ["<span>\(PlainText.cut(item.step.role, to: 100))</span>"]
    let hours = Words.hours(item.hours)
    if !hours.isEmpty { facts.append("<span>\(hours)</span>") }
    facts.append("<span class=\"state \(item.state.rawValue)\">\(Words.title(of: item.state))</span>")
    if let owner = item.owner { facts.append("<span>owner \(PlainText.cut(owner, to: 100))</span>") }
    if let due = item.due { facts.append("<span>due \(due.description)</span>") }
    if !item.step.needs.isEmpty {
      let needs = item.step.needs.map { need -> HTML in " \(anchors.link(toStep: need))" }
      facts.append("<span>needs\(needs)</span>")
    }
    return "\(facts)"
  }

  private func summary(_ findings: [Finding], _ signals: [Finding]) -> String {
    findings.isEmpty ? "What to do" : "What to do, and \(Words.count(findings.count, "finding"))"
  }

  private func list(_ findings: [Finding], title: String) -> HTML {
    guard !findings.isEmpty else { return "" }
    var order: [RuleID] = []
    var groups: [RuleID: [Finding]] = [:]
    for finding in findings {
      if groups[finding.rule] == nil { order.append(finding.rule) }
      groups[finding.rule, default: []].append(finding)
    }
    let rules = order.map { rule -> HTML in
      let places = groups[rule] ?? []
      let title = PlainText.cut(digest.rules[rule]?.title ?? rule.rawValue, to: 200)
      let link: HTML = anchors.rule(rule).map { "<a href=\"#\($0)\">\(title)</a>" } ?? "\(title)"
      // The places stand once in the page, below their rule; here the first ones are enough.
      let paths = places.prefix(5).map { finding -> HTML in
        let facts = [digest.use.chats(of: finding)?.sentence, digest.note(on: finding)?.sentence].compactMap { $0 }
        let use = facts.isEmpty ? "" : ", " + PlainText.cut(facts.joined(separator: "; "), to: 500)
        return "<li><code>\(PlainText.cutFront(finding.location.description, to: 200))</code>\(use)</li>"
      }
      let more: HTML =
        places.count > 5 ? "<li>and \(Words.grouped(places.count - 5)) more below the rule</li>" : ""
      return """
        <li>\(link) <span class="quiet">\(Words.grouped(places.count))</span><ul class="where">\(paths)\(more)</ul></li>

        """
    }
    return "<p><strong>\(title)</strong></p>\n<ul>\n\(rules)</ul>\n"
  }

  /// What the hours of a step are made of.
  private func efforts(_ item: PlanItem) -> HTML {
    guard !item.efforts.isEmpty else { return "" }
    let rows = item.efforts.map { effort -> HTML in
      let cause = effort.rule.map { digest.rules[$0]?.title ?? $0.rawValue } ?? "the step itself"
      let count = "\(Words.grouped(effort.count)) × \(effort.per)"
      return """
        <li>\(Words.hours(effort.hours)) \(PlainText.cut(effort.role, to: 100)): \
        \(PlainText.cut(count, to: 100)), \(PlainText.cut(cause, to: 200))</li>

        """
    }
    return "<p><strong>Hours</strong></p>\n<ul>\n\(rows)</ul>\n"
  }

  private var unneeded: HTML {
    let items = report.plan.items.filter { $0.state == .notNeeded }
    guard !items.isEmpty else { return "" }
    let rows = items.inOrder.map { item -> HTML in
      let title = PlainText.cut("\(item.step.id) \(item.step.title)", to: 200)
      return "<li id=\"\(anchors.step(item.step.id) ?? "")\">\(title)</li>\n"
    }
    return """
      <details class="boxed"><summary>Steps for which nothing was found</summary><ul>
      \(rows)</ul></details>

      """
  }
}
