import AuditModel

/// The checklist in Markdown: task boxes by phase and wave, with the findings below their steps.
///
/// Each box line ends in `<!-- step:ID -->`. The id survives editing, so that ticks can be read back.
struct MarkdownReport {
  private let report: Report
  private let options: ReportOptions
  private let digest: Digest

  init(_ report: Report, options: ReportOptions) {
    self.report = report
    self.options = options
    digest = Digest(report, options: options)
  }

  var document: String { blocks.joined(separator: "\n") }

  /// Paragraphs, tables and list items that may be torn apart between, each ending in a line end.
  var blocks: [String] {
    head + standing + MarkdownMapping(report).overview + checklist + unplanned + exceptions
      + MarkdownCoverage(report, digest: digest).blocks
  }

  // MARK: Head

  private var head: [String] {
    var facts = ["As of \(report.asOf)"]
    if let preparedFor = options.preparedFor {
      facts.append("prepared for \(MarkdownText.prose(preparedFor, cutTo: 200))")
    }
    facts.append("made by \(MarkdownText.prose("\(report.tool.name) \(report.tool.version)", cutTo: 80))")
    facts += report.rulePacks.map { "rules \(MarkdownText.prose("\($0.name) \($0.version)", cutTo: 80))" }
    return ["# Migration checklist: \(MarkdownText.prose(digest.title, cutTo: 200))\n"]
      + digest.statements.map { "> \(MarkdownText.prose($0))\n" }
      + [facts.joined(separator: " · ") + "\n"]
  }

  private var standing: [String] {
    var lines = ["| what | findings | meaning |", "|---|--:|---|"]
    for findingClass in FindingClass.allCases {
      let findings = digest.findings(of: findingClass)
      lines.append(
        "| \(Words.title(of: findingClass)) | \(Words.grouped(findings.count)) "
          + "| \(Words.meaning(of: findingClass)) |"
      )
    }
    if !digest.suppressed.isEmpty {
      lines.append(
        "| Accepted | \(Words.grouped(digest.suppressed.count)) | reasoned exceptions, listed below |")
    }
    var surfaces = ["| surface | errors | warnings | notes |", "|---|--:|--:|--:|"]
    let dependencies = digest.findings(of: .dependency)
    for group in digest.groups(of: dependencies, by: { Words.title(of: $0.surface) }) {
      surfaces.append("| \(group.name) | \(group.errors) | \(group.warnings) | \(group.notes) |")
    }
    let incomplete =
      !digest.isIncomplete
      ? [] : ["**The audit is incomplete:** something could not be examined. See *What was not examined*.\n"]
    return ["## Where things stand\n", lines.joined(separator: "\n") + "\n"] + incomplete
      + (dependencies.isEmpty
        ? [] : ["What must change, by surface:\n", surfaces.joined(separator: "\n") + "\n"])
  }

  // MARK: Checklist

  private var checklist: [String] {
    let items = report.plan.items.filter { $0.state != .notNeeded }
    guard !items.isEmpty else { return [] }
    let hours = Words.hours(report.plan.total)
    var blocks = [
      "## Checklist\n",
      "\(Words.count(items.count, "step"))\(hours.isEmpty ? "" : ", \(hours)"). "
        + "A step can begin when all steps of earlier waves that it needs are done.\n",
    ]
    let progress = digest.progress(report.plan)
    if !progress.isEmpty {
      blocks.append("Recognised by what is there of the old and of the new product:\n")
      blocks.append(
        progress.map { state, items in
          let steps = items.map { MarkdownText.prose("\($0.step.id) \($0.step.title)", cutTo: 200) }
          return "- \(state): \(steps.joined(separator: "; "))\n"
        }.joined())
    }
    for phase in items.inPhases {
      blocks.append("### \(MarkdownText.prose(phase.first?.step.phase ?? "", cutTo: 100))\n")
      for wave in Set(phase.map(\.wave)).sorted() {
        blocks.append("#### Wave \(wave)\n")
        blocks += phase.filter { $0.wave == wave }.map(block)
      }
    }
    blocks += report.plan.cycles.map { cycle in
      let ids = cycle.map { MarkdownText.code($0, cutTo: 40) }.joined(separator: ", ")
      return "These steps wait for each other in a circle: \(ids).\n"
    }
    blocks += MarkdownHours(report.plan).blocks
    blocks += MarkdownMapping(report).details
    let unneeded = report.plan.items.filter { $0.state == .notNeeded }
    if !unneeded.isEmpty {
      blocks.append("### Steps for which nothing was found\n")
      blocks.append(
        unneeded.map { "- \(MarkdownText.prose("\($0.step.id) \($0.step.title)", cutTo: 200))\n" }.joined())
    }
    return blocks
  }

  private func block(_ item: PlanItem) -> String {
    let step = item.step
    let isDone = item.isTicked || item.state == .done
    var facts = [step.role, Words.hours(item.hours), Words.title(of: item.state)].filter { !$0.isEmpty }
    if !step.needs.isEmpty { facts.append("needs \(step.needs.joined(separator: ", "))") }
    if let owner = item.owner { facts.append("owner \(owner)") }
    if let due = item.due { facts.append("due \(due)") }
    var lines = [
      "- [\(isDone ? "x" : " ")] **\(MarkdownText.prose(step.id, cutTo: 40))** "
        + "\(MarkdownText.prose(step.title, cutTo: 200)) <!-- step:\(MarkdownText.hiddenID(step.id)) -->",
      "  - \(MarkdownText.prose(facts.joined(separator: "; ")))",
    ]
    if let details = step.details { lines.append("  - \(MarkdownText.prose(details, cutTo: 2_000))") }
    if let rollback = step.rollback {
      lines.append("  - To go back: \(MarkdownText.prose(rollback, cutTo: 2_000))")
    }
    if let note = item.note { lines.append("  - Note: \(MarkdownText.prose(note, cutTo: 2_000))") }
    lines += MarkdownFindings(digest).lines(for: digest.findings(item.findings), indent: "  ")
    if !item.signals.isEmpty {
      lines.append("  - Shows it done or begun:")
      lines += MarkdownFindings(digest).lines(for: digest.findings(item.signals), indent: "    ")
    }
    lines += step.links.map { "  - See \(MarkdownText.link($0.title, $0.url))" }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: What stands outside the steps

  private var unplanned: [String] {
    let planned = Set(report.plan.items.filter { $0.state != .notNeeded }.flatMap { $0.findings + $0.signals })
    let others = digest.findings.filter { !planned.contains($0.fingerprint) }
    guard !others.isEmpty else { return [] }
    return ["## Findings outside the steps\n"]
      + FindingClass.allCases.flatMap { findingClass -> [String] in
        let findings = others.filter { $0.class == findingClass }
        guard !findings.isEmpty else { return [] }
        return ["### \(Words.title(of: findingClass))\n"]
          + [MarkdownFindings(digest).lines(for: findings, indent: "").joined(separator: "\n") + "\n"]
      }
  }

  private var exceptions: [String] {
    guard !digest.suppressed.isEmpty else { return [] }
    let lines = digest.suppressed.map { finding -> String in
      let reason = finding.suppressed.map { suppression in
        let until = suppression.until.map { " until \($0)" } ?? ""
        return "\(suppression.kind.rawValue)\(until): \(MarkdownText.prose(suppression.reason))"
      }
      return
        "- \(MarkdownText.path(finding.location.description)) "
        + "\(MarkdownText.prose(finding.message, cutTo: 300)) "
        + "(\(reason ?? ""))\n"
    }
    return ["## Accepted exceptions\n", lines.joined()]
  }
}
