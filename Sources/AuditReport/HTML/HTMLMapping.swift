import AuditModel

/// How much of each deployment has a counterpart, and what takes the place of which feature.
struct HTMLMapping {
  private let digest: MappingDigest
  private let calls: RecordCalls
  private let anchors: HTMLAnchors

  init(_ report: Report, anchors: HTMLAnchors) {
    digest = MappingDigest(report.plan)
    calls = RecordCalls(report)
    self.anchors = anchors
  }

  var parts: HTML { "\(mapped)\(programs)" }

  private var mapped: HTML {
    guard !digest.deployments.isEmpty else { return "" }
    let order =
      digest.knowsUse
      ? "The most used stand first."
      : "Nobody told how much they are used; the counting queries of the manifest command do."
    return """
      <h3>Deployments and their counterparts</h3>
      <p>Counted in features that are in use, each once for a deployment. \(order)</p>
      \(deployments)\(features)
      """
  }

  private var deployments: HTML {
    let rows = digest.deployments.map { row -> HTML in
      let shares = MappingKind.allCases.map { maps -> HTML in
        let share = row.share(maps)
        return "<td>\(share.percent) % <span class=\"quiet\">(\(share.features))</span></td>"
      }
      let use: [HTML] =
        digest.knowsUse
        ? [row.chats30, row.chats90].map { "<td>\(DeploymentMapping.use($0))</td>" } : []
      return """
        <tr><th scope="row">\(name(row))</th><td>\(PlainText.cut(row.kind, to: 60))</td>\
        <td>\(row.features.count)</td>\(shares)\(use)</tr>

        """
    }
    let use: HTML =
      digest.knowsUse
      ? "<th scope=\"col\">Chats in 30 days</th><th scope=\"col\">In 90 days</th>" : ""
    return """
      <div class="scroll" tabindex="0" role="group" aria-label="Deployments and their counterparts">
      <table>
      <thead><tr><th scope="col">Deployment</th><th scope="col">Kind</th><th scope="col">Features</th>\
      <th scope="col">Direct</th><th scope="col">Rebuild</th><th scope="col">No equivalent</th>\(use)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>

      """
  }

  private var features: HTML {
    let rows = digest.features.map { entry -> HTML in
      let users = entry.users.map { "\(PlainText.cut($0.name, to: 60)) (\(Words.grouped($0.findings)))" }
      return """
        <tr><th scope="row">\(PlainText.cut(entry.feature.feature, to: 100))</th>\
        <td class="way">\(Words.title(of: entry.feature.maps))</td><td>\(PlainText.cut(entry.feature.replacement, to: 400))</td>\
        <td>\(users.joined(separator: ", "))</td></tr>

        """
    }
    return """
      <details class="boxed"><summary>What takes the place of which feature</summary>
      <div class="scroll" tabindex="0" role="group" aria-label="What takes the place of which feature">
      <table>
      <thead><tr><th scope="col">Feature</th><th scope="col">Way</th><th scope="col">Instead</th>\
      <th scope="col">Used by (findings)</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>
      </details>

      """
  }

  private var programs: HTML {
    guard !calls.rows.isEmpty else { return "" }
    let rows = calls.rows.map { row -> HTML in
      """
      <tr><th scope="row">\(PlainText.cut(row.client, to: 100))</th><td>\(PlainText.cut(row.object, to: 100))</td>\
      <td>\(Words.grouped(row.calls))</td></tr>

      """
    }
    return """
      <details class="boxed"><summary>Programs that call chat records</summary>
      <table>
      <thead><tr><th scope="col">Program</th><th scope="col">Object</th><th scope="col">Calls</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </details>

      """
  }

  private func name(_ row: DeploymentMapping) -> HTML {
    let name = PlainText.cut(row.name, to: 100)
    return row.deployment.flatMap(anchors.node).map { "<a href=\"#\($0)\">\(name)</a>" } ?? "\(name)"
  }
}
