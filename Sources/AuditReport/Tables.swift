import AuditModel

/// A table for spreadsheets: its name, its columns and its rows.
struct Table {
  /// A cell; numbers stay numbers where the format knows them.
  enum Cell {
    case text(String)
    case integer(Int)
    case number(Double)
  }

  var name: String
  var columns: [String]
  var rows: [[Cell]]

  /// A width in characters that shows most of a column without burying the others.
  func width(ofColumn column: Int) -> Double {
    let widths = rows.prefix(1_000).map { row -> Int in
      guard column < row.count, case .text(let text) = row[column] else { return 8 }
      return PlainText.width(PlainText.cut(text, to: 60))
    }
    return Double(min(60, max(widths.max() ?? 0, columns[column].count + 3)) + 1)
  }

  /// The table as comma-separated values, the names of the columns first.
  var csv: String {
    ([CSVText.row(columns)]
      + rows.map { row in
        CSVText.row(
          row.map { cell in
            switch cell {
            case .text(let text): text
            case .integer(let number): String(number)
            case .number(let number): Words.plain(number)
            }
          })
      }).joined()
  }
}

/// The tables of a report, the same for every spreadsheet format.
enum Tables {
  /// All tables in the order in which people need them.
  static func all(_ report: Report) -> [Table] {
    [checklist(report), deployments(report), findings(report), inventory(report), coverage(report)]
  }

  /// What the first screen of the other formats says.
  static func overview(_ report: Report, digest: Digest) -> Table {
    func row(_ what: String, _ value: Table.Cell, _ meaning: String = "") -> [Table.Cell] {
      [.text(what), value, .text(meaning)]
    }
    var rows = [row("Audit", .text(digest.title)), row("As of", .text(report.asOf.description))]
    rows += digest.statements.map { row("Retirement", .text($0)) }
    if let configuration = report.configuration {
      rows.append(row("Settings", .text(configuration.path), "the file; what it settled is below"))
    }
    if digest.isIncomplete {
      rows.append(row("Incomplete", .text("something could not be examined"), "see the sheet Coverage"))
    }
    rows += FindingClass.display.map { findingClass in
      row(
        Words.title(of: findingClass), .integer(digest.findings(of: findingClass).count),
        Words.meaning(of: findingClass))
    }
    rows.append(row("Accepted", .integer(digest.suppressed.count), "reasoned exceptions"))
    rows.append(row("Artifacts", .integer(report.coverage.artifacts), "examined"))
    rows.append(row("Hours from", .number(report.plan.total.low), "all steps"))
    rows.append(row("Hours to", .number(report.plan.total.high), "all steps"))
    rows += digest.settings.map { row($0.name, .text($0.value), "setting") }
    return Table(name: "Overview", columns: ["what", "value", "meaning"], rows: rows)
  }

  static func findings(_ report: Report) -> Table {
    let rules = Dictionary(report.rules.map { ($0.id, $0) }) { first, _ in first }
    let use = RealUse(report)
    let notes = Dictionary(report.plan.notes.filter { $0.subject == .finding }.map { ($0.id, $0) }) { first, _ in first }
    return Table(
      name: "Findings",
      columns: [
        "level", "class", "surface", "rule", "title", "message", "component type", "component name", "path",
        "line", "column", "context", "confidence", "count", "step", "evidence", "instead", "verdict",
        "accepted", "accepted until", "fingerprint", "chats", "in days",
        "done", "owner", "due", "note",
      ],
      rows: report.findings.map { finding in
        let (chats, note) = (use.chats(of: finding), notes[finding.fingerprint])
        return [
          .text(finding.level.rawValue), .text(finding.class.rawValue), .text(finding.surface.rawValue),
          .text(finding.rule.rawValue), .text(rules[finding.rule]?.title ?? ""), .text(finding.message),
          .text(finding.component?.type ?? ""), .text(finding.component?.name ?? ""),
          .text(finding.location.path), optional(finding.location.line), optional(finding.location.column),
          .text(finding.context.rawValue), .text(finding.confidence.rawValue), .integer(finding.count),
          .text(finding.step ?? ""), .text(finding.evidence), .text(rules[finding.rule]?.replacement ?? ""),
          .text(finding.verdict?.rawValue ?? ""), .text(finding.suppressed?.reason ?? ""),
          .text(finding.suppressed?.until?.description ?? ""), .text(finding.fingerprint),
          optional(chats?.count), optional(chats?.days), .text(note?.isTicked == true ? "x" : ""),
          .text(note?.owner ?? ""), .text(note?.due?.description ?? ""), .text(note?.note ?? ""),
        ]
      })
  }

  static func checklist(_ report: Report) -> Table {
    Table(
      name: "Checklist",
      columns: [
        "step", "done", "phase", "wave", "title", "state", "role", "needs", "findings", "hours from",
        "hours to",
        "owner", "due", "note", "details",
      ],
      rows: report.plan.items.inOrder.map { item in
        [
          .text(item.step.id), .text(item.isTicked || item.state == .done ? "x" : ""), .text(item.step.phase),
          .integer(item.wave), .text(item.step.title), .text(item.state.rawValue), .text(item.step.role),
          .text(item.step.needs.joined(separator: " ")), .integer(item.findings.count),
          .number(item.hours.low), .number(item.hours.high), .text(item.owner ?? ""),
          .text(item.due?.description ?? ""), .text(item.note ?? ""), .text(item.step.details ?? ""),
        ]
      })
  }

  /// A row per feature of a deployment.
  static func deployments(_ report: Report) -> Table {
    Table(
      name: "Deployments",
      columns: ["deployment", "kind", "chats 30 days", "chats 90 days", "feature", "way", "instead", "findings"],
      rows: report.plan.deployments.flatMap { row in
        row.features.map { feature in
          [
            .text(row.name), .text(row.kind), optional(row.chats30), optional(row.chats90), .text(feature.feature),
            .text(Words.title(of: feature.maps)), .text(feature.replacement), .integer(feature.findings.count),
          ]
        }
      })
  }

  /// A row per node, then a row per connection.
  static func inventory(_ report: Report) -> Table {
    let nodes = report.inventory.nodes.map { node -> [Table.Cell] in
      let attributes = node.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return [
        .text(node.id.kind.rawValue), .text(node.id.name), .text(node.isPresent ? "yes" : "only named"),
        .text(attributes.joined(separator: "; ")), .text(""), .text(""), .text(""), .text(""), .text(""),
        .text(""),
      ]
    }
    let edges = report.inventory.edges.map { edge -> [Table.Cell] in
      [
        .text(edge.from.kind.rawValue), .text(edge.from.name), .text(""), .text(""),
        .text(edge.relation.rawValue),
        .text(edge.to.kind.rawValue), .text(edge.to.name), .text(edge.location.path),
        optional(edge.location.line),
        .text(edge.provenBy),
      ]
    }
    return Table(
      name: "Inventory",
      columns: [
        "kind", "name", "in the export", "attributes", "relation", "other kind", "other name", "path", "line",
        "proven by",
      ],
      rows: nodes + edges)
  }

  /// What was examined, what was not, what that weakens, and the questions that are left.
  static func coverage(_ report: Report) -> Table {
    let coverage = report.coverage
    func row(
      _ topic: String, _ name: String, _ state: String, _ count: Int?, _ details: String, _ role: String = ""
    )
      -> [Table.Cell]
    {
      [.text(topic), .text(name), .text(state), optional(count), .text(details), .text(role)]
    }
    func counts(_ topic: String, _ counts: [Count]) -> [[Table.Cell]] {
      counts.map { row(topic, $0.name, "examined", $0.count, "") }
    }
    var rows = [row("artifacts", "all", "examined", coverage.artifacts, Words.size(coverage.bytes))]
    rows += counts("kind", coverage.kinds)
    rows += counts("language", coverage.languages)
    rows += counts("component", coverage.components)
    rows += coverage.types.map { row("metadata type", $0.type, $0.state.rawValue, $0.count, $0.weakens ?? "") }
    rows += coverage.skipped.map { skipped in
      row(
        "not examined", Words.title(of: skipped.reason), skipped.reason.rawValue, skipped.count,
        skipped.examples.joined(separator: "; "))
    }
    rows += report.diagnostics.map { diagnostic in
      row(
        "diagnostic", diagnostic.location?.description ?? "", diagnostic.severity.rawValue, nil,
        "\(diagnostic.message) [\(diagnostic.code)]")
    }
    rows += coverage.questions.map {
      row("question", $0.id, "open", nil, [$0.text, $0.how ?? ""].joined(separator: " "), $0.role)
    }
    return Table(name: "Coverage", columns: ["topic", "name", "state", "count", "details", "role"], rows: rows)
  }

  private static func optional(_ number: Int?) -> Table.Cell {
    number.map(Table.Cell.integer) ?? .text("")
  }
}
