import AuditModel

/// How long it takes: by wave with the places to stop, by role, and what the hours assume.
struct MarkdownHours {
  private let plan: Plan

  init(_ plan: Plan) {
    self.plan = plan
  }

  var blocks: [String] { waves + roles + assumptions }

  private var waves: [String] {
    guard !plan.waves.isEmpty else { return [] }
    let rows = plan.waves.map { wave in
      let steps = MarkdownText.prose(wave.steps.joined(separator: ", "), cutTo: 300)
      let stop = wave.isSafeStop ? "nothing old is changed yet" : "old parts are changed by then"
      return "| \(wave.number) | \(steps) | \(Words.hours(wave.hours)) | \(stop) |\n"
    }
    return [
      "### Waves and where to stop\n",
      "| wave | steps | hours | stop after it |\n|--:|---|---|---|\n" + rows.joined(),
    ]
  }

  private var roles: [String] {
    guard !plan.roles.isEmpty else { return [] }
    let rows = plan.roles.map { role in
      "| \(MarkdownText.prose(role.role, cutTo: 100)) | \(Words.hours(role.hours)) |\n"
    }
    return ["### Hours by role\n", "| role | hours |\n|---|---|\n" + rows.joined()]
  }

  private var assumptions: [String] {
    guard !plan.assumptions.isEmpty else { return [] }
    return [
      "### What the hours assume\n",
      plan.assumptions.map { "- \(MarkdownText.prose($0))\n" }.joined(),
    ]
  }
}
