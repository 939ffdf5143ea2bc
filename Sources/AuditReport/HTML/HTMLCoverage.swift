import AuditModel

/// What was examined, what was not, what that weakens, and what no export can answer.
struct HTMLCoverage {
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
    <section id="coverage" aria-labelledby="coverage-title">
    <h2 id="coverage-title">Coverage</h2>
    <h3>What was examined</h3>
    <p>\(Words.count(report.coverage.artifacts, "artifact")), \(Words.size(report.coverage.bytes)).</p>
    \(counts("By kind", report.coverage.kinds))
    \(counts("By language", report.coverage.languages))
    \(counts("Components", report.coverage.components))
    \(settings)
    <h3>What was not examined</h3>
    \(skipped)
    \(diagnostics)
    \(types)
    \(questions)
    </section>
    """
  }

  private func counts(_ title: String, _ counts: [Count]) -> HTML {
    guard !counts.isEmpty else { return "" }
    let list = counts.map { count -> HTML in
      "<span>\(PlainText.cut(count.name, to: 80)) \(Words.grouped(count.count))</span>"
    }
    return "<p class=\"facts\"><strong>\(title)</strong> \(list)</p>\n"
  }

  private var settings: HTML {
    guard let configuration = report.configuration else { return "" }
    let rows = digest.settings.map { setting -> HTML in
      """
      <tr><th scope="row">\(PlainText.cut(setting.name, to: 100))</th>\
      <td>\(PlainText.cut(setting.value, to: 1_000))</td></tr>

      """
    }
    return """
      <h3>Settings</h3>
      <p>From <code>\(PlainText.cutFront(configuration.path, to: 300))</code>; they can change levels, accept findings \
      and leave out files.</p>
      <div class="scroll" tabindex="0" role="group" aria-label="Settings">
      <table>
      <thead><tr><th scope="col">Setting</th><th scope="col">Value</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>

      """
  }

  private var skipped: HTML {
    let rows = report.coverage.skipped.map { skipped -> HTML in
      let examples = skipped.examples.map { path -> HTML in
        "<li><code>\(PlainText.cutFront(path, to: 200))</code></li>"
      }
      let list: HTML = examples.isEmpty ? "" : "<ul>\(examples)</ul>"
      return """
        <li\(" class=\"loss\"", if: skipped.reason.isLoss)>\
        \(Words.grouped(skipped.count)) \(Words.title(of: skipped.reason))\(list)</li>

        """
    }
    return rows.isEmpty ? "<p>Nothing was passed over.</p>\n" : "<ul>\n\(rows)</ul>\n"
  }

  private var diagnostics: HTML {
    guard !report.diagnostics.isEmpty else { return "" }
    let rows = report.diagnostics.map { diagnostic -> HTML in
      let place: HTML =
        diagnostic.location.map { "<code>\(PlainText.cutFront($0.description, to: 300))</code> " } ?? ""
      return """
        <li\(" class=\"loss\"", if: diagnostic.severity == .incomplete)>\
        \(place)\(PlainText.cut(diagnostic.message, to: 1_000))</li>

        """
    }
    return "<h4>What the run says</h4>\n<ul>\n\(rows)</ul>\n"
  }

  private var types: HTML {
    guard !report.coverage.types.isEmpty else { return "" }
    let sorted =
      report.coverage.types.filter { $0.state != .present }
      + report.coverage.types.filter { $0.state == .present }
    let rows = sorted.map { type -> HTML in
      let state =
        switch type.state {
        case .absent: "not in the export"
        case .partial: "in part"
        case .present: "present"
        }
      return """
        <tr><th scope="row">\(PlainText.cut(type.type, to: 100))</th>\
        <td class="state \(type.state.rawValue)">\(state)</td>\
        <td>\(type.count)</td><td>\(PlainText.cut(type.weakens ?? "", to: 500))</td></tr>

        """
    }
    return """
      <h4>Metadata types</h4>
      <p>Not in the export never means not used.</p>
      <div class="scroll" tabindex="0" role="group" aria-label="Metadata types">
      <table>
      <thead><tr><th scope="col">Type</th><th scope="col">In the export</th><th scope="col">Components</th>\
      <th scope="col">What that weakens</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>
      """
  }

  private var questions: HTML {
    guard !report.coverage.questions.isEmpty else { return "" }
    let rows = report.coverage.questions.enumerated().map { number, question -> HTML in
      let note = digest.note(on: question)
      let kept = note.map { $0.sentence }.flatMap { $0.isEmpty ? nil : $0 }
      let keptPart: HTML = kept.map { "<span>\(PlainText.cut($0, to: 2_000))</span>" } ?? ""
      let how: HTML = question.how.map { "<span>\(PlainText.cut($0, to: 500))</span>" } ?? ""
      let step: HTML = question.step.map { "<span>step \(anchors.link(toStep: $0))</span>" } ?? ""
      return """
        <li class="step"><div class="step-head">
        <input type="checkbox" id="question-\(number)" data-tick="question:\(question.id)" data-aside\(" checked", if: note?.isTicked == true)>
        <label for="question-\(number)">\(PlainText.cut(question.text, to: 500))</label></div>
        <p class="facts"><span>ask: \(PlainText.cut(question.role, to: 100))</span>\(how)\(step)\(keptPart)</p></li>

        """
    }
    return "<h3>Questions that no export can answer</h3>\n<ul class=\"plain steps\">\n\(rows)</ul>\n"
  }
}
