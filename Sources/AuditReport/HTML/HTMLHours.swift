import AuditModel

/// How long it takes: by wave with the places to stop, by role, and what the hours assume.
struct HTMLHours {
  private let plan: Plan
  private let anchors: HTMLAnchors

  init(_ plan: Plan, anchors: HTMLAnchors) {
    self.plan = plan
    self.anchors = anchors
  }

  var parts: HTML { "\(cycles)\(waves)\(roles)\(assumptions)" }

  private var cycles: [HTML] {
    plan.cycles.map { cycle in
      let ids = PlainText.cut(cycle.joined(separator: ", "), to: 500)
      return "<p class=\"alert\">These steps wait for each other in a circle: \(ids)</p>\n"
    }
  }

  private var waves: HTML {
    guard !plan.waves.isEmpty else { return "" }
    let rows = plan.waves.map { wave -> HTML in
      let steps = wave.steps.map { step -> HTML in "\(anchors.link(toStep: step)) " }
      let stop = wave.isSafeStop ? "nothing old is changed yet" : "old parts are changed by then"
      let back = wave.rollback.map { text -> HTML in "<p>\(PlainText.cut(text, to: 500))</p>" }
      return """
        <tr><th scope="row">\(wave.number)</th><td class="links">\(steps)</td><td>\(Words.hours(wave.hours))</td>\
        <td class="state\(" done", if: wave.isSafeStop)">\(stop)</td><td>\(back)</td></tr>

        """
    }
    return """
      <details class="boxed"><summary>Waves and where to stop</summary>
      <div class="scroll" tabindex="0" role="group" aria-label="Waves and where to stop">
      <table>
      <thead><tr><th scope="col">Wave</th><th scope="col">Steps</th><th scope="col">Hours</th>\
      <th scope="col">Stop after it</th><th scope="col">To go back</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>
      </details>

      """
  }

  private var roles: HTML {
    guard !plan.roles.isEmpty else { return "" }
    let rows = plan.roles.map { role -> HTML in
      let name = PlainText.cut(role.role, to: 100)
      return "<tr><th scope=\"row\">\(name)</th><td>\(Words.hours(role.hours))</td></tr>\n"
    }
    return """
      <details class="boxed"><summary>Hours by role</summary>
      <table>
      <thead><tr><th scope="col">Role</th><th scope="col">Hours</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </details>

      """
  }

  private var assumptions: HTML {
    guard !plan.assumptions.isEmpty else { return "" }
    let rows = plan.assumptions.map { text -> HTML in "<li>\(PlainText.cut(text, to: 500))</li>\n" }
    return """
      <details class="boxed"><summary>What the hours assume</summary><ul>
      \(rows)</ul></details>

      """
  }
}
