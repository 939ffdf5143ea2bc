import AuditModel

/// How much of each deployment has a counterpart, and what takes the place of which feature.
struct MarkdownMapping {
  private let digest: MappingDigest
  private let calls: RecordCalls

  init(_ report: Report) {
    digest = MappingDigest(report.plan)
    calls = RecordCalls(report)
  }

  /// How much of each deployment has a counterpart.
  var overview: [String] { mapped + programs }

  private var mapped: [String] {
    guard !digest.deployments.isEmpty else { return [] }
    let order =
      digest.knowsUse
      ? "The most used stand first."
      : "Nobody told how much they are used; `--records` with the counting queries of `manifest` does."
    return [
      "## Deployments and their counterparts\n",
      "Counted in features that are in use, each once for a deployment. \(order)\n",
      deployments,
    ] + unused
  }

  /// Deployments that records call idle; whether they need a counterpart at all is the first question.
  private var unused: [String] {
    let names = digest.deployments.filter { $0.chats90 == 0 }.map { MarkdownText.prose($0.name, cutTo: 60) }
    return names.isEmpty ? [] : ["No chat in 90 days, so perhaps only to remove: \(names.joined(separator: ", ")).\n"]
  }

  private var programs: [String] {
    guard !calls.rows.isEmpty else { return [] }
    let rows = calls.rows.map { row in
      "| \(MarkdownText.prose(row.client, cutTo: 100)) | \(MarkdownText.prose(row.object, cutTo: 100)) "
        + "| \(Words.grouped(row.calls)) |\n"
    }
    return [
      "### Programs that call chat records\n",
      "| program | object | calls in the log |\n|---|---|--:|\n" + rows.joined(),
    ]
  }

  /// What takes the place of which feature.
  var details: [String] {
    digest.deployments.isEmpty ? [] : ["### What takes the place of which feature\n", features]
  }

  private var deployments: String {
    var head = "| deployment | kind | features | direct | rebuild | no equivalent |"
    var rule = "|---|---|--:|--:|--:|--:|"
    if digest.knowsUse {
      head += " chats in 30 days | in 90 days |"
      rule += "--:|--:|"
    }
    let rows = digest.deployments.map { row -> String in
      let shares = MappingKind.allCases.map { maps in
        let share = row.share(maps)
        return "\(share.percent) % (\(share.features))"
      }
      var cells = [
        MarkdownText.prose(row.name, cutTo: 100), MarkdownText.prose(row.kind, cutTo: 60), "\(row.features.count)",
      ]
      cells += shares
      if digest.knowsUse {
        cells += [DeploymentMapping.use(row.chats30), DeploymentMapping.use(row.chats90)]
      }
      return "| \(cells.joined(separator: " | ")) |"
    }
    return ([head, rule] + rows).joined(separator: "\n") + "\n"
  }

  private var features: String {
    let rows = digest.features.map { entry -> String in
      let users = entry.users.map {
        "\(MarkdownText.prose($0.name, cutTo: 60)) (\(Words.grouped($0.findings)))"
      }
      let cells = [
        MarkdownText.prose(entry.feature.feature, cutTo: 100), Words.title(of: entry.feature.maps),
        MarkdownText.prose(entry.feature.replacement, cutTo: 400), users.joined(separator: ", "),
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    return (["| feature | way | instead | used by (findings) |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n") + "\n"
  }
}
