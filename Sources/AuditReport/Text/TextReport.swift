import AuditModel

/// The summary for the terminal: one screen of 80 columns and 40 lines, and on demand every finding below it.
struct TextReport {
  private let report: Report
  private let options: ReportOptions
  private let digest: Digest
  private let style: TextStyle
  private let width: Int

  init(_ report: Report, options: ReportOptions) {
    self.report = report
    self.options = options
    digest = Digest(report, options: options)
    style = TextStyle(isColored: options.isColored)
    width = min(max(options.width, 40), 240)
  }

  /// How much a section may say, so that the whole stays on one screen.
  private struct Room {
    var surfaces: Int
    var subjects: Int
    var troubles: Int
  }

  /// The lines of a screen without the one that the prompt needs.
  private static let screenLines = 39

  var document: String {
    let rooms = [(7, 4, 2), (6, 4, 2), (6, 3, 1), (5, 3, 1), (4, 2, 1)].map(Room.init)
    let screens = rooms.lazy.map { summary($0) }
    var lines =
      screens.first { $0.count <= TextReport.screenLines }
      ?? summary(Room(surfaces: 3, subjects: 1, troubles: 0))
    if options.listsFindings { lines += TextListing(report, digest: digest, style: style, width: width).lines }
    return lines.joined(separator: "\n") + "\n"
  }

  private func summary(_ room: Room) -> [String] {
    head + examined + mustChange(room) + rest + mapped + notExamined(room) + first
  }

  // MARK: Sections

  private var head: [String] {
    let day = "as of \(report.asOf)"
    let title = PlainText.cut("ChatSunset audit: \(digest.title)", to: width - day.count - 2)
    let gap = String(repeating: " ", count: max(2, width - day.count - PlainText.width(title)))
    var lines = [style.bold(title) + gap + day]
    if let preparedFor = options.preparedFor {
      lines.append(PlainText.cut("Prepared for \(preparedFor)", to: width))
    }
    lines += digest.statements.flatMap { Array(PlainText.wrapped($0, to: width).prefix(4)) }
    return lines + [""]
  }

  private var examined: [String] {
    let coverage = report.coverage
    let components = coverage.components.reduce(0) { $0 + $1.count }
    var sentence = "\(Words.count(coverage.artifacts, "artifact")), \(Words.size(coverage.bytes))"
    if components > 0 {
      sentence +=
        "; \(Words.count(components, "component")) "
        + "of \(Words.count(coverage.components.count, "metadata type"))"
    }
    if let shard = report.shard { sentence += "; only shard \(shard)" }
    var means = report.rulePacks.map { "\($0.name) \($0.version)" }
    // What a team settled can hide findings; that it did shall never be overlooked.
    if let configuration = report.configuration { means.append("settings of \(configuration.path)") }
    return section("EXAMINED", sentence)
      + (means.isEmpty ? [] : indented("with " + means.joined(separator: ", "), lines: 1))
  }

  private func mustChange(_ room: Room) -> [String] {
    let dependencies = digest.findings(of: .dependency)
    guard !dependencies.isEmpty else {
      return [""]
        + section(
          "MUST CHANGE",
          "nothing found in what was examined"
            + (digest.isIncomplete ? ", which is not everything: see below" : ""))
    }
    let counts = Level.allCases.reversed().compactMap { level -> String? in
      let count = dependencies.count { $0.level == level }
      return count == 0 ? nil : style.level(level, Words.count(count, level.rawValue))
    }
    let files = Words.count(Set(dependencies.map(\.location.path)).count, "file")
    var lines = ["", heading("MUST CHANGE") + counts.joined(separator: ", ") + " in \(files)"]
    lines.append(style.faint("error  warn  note  by surface"))
    lines += table(
      digest.groups(of: dependencies) { Words.title(of: $0.surface) }, noun: "surface", rows: room.surfaces)
    lines.append(style.faint("error  warn  note  by component or file"))
    lines += table(
      digest.groups(of: dependencies, by: \.subject), noun: "component or file", plural: "components and files",
      rows: room.subjects)
    return lines
  }

  /// What else was found, in one line.
  private var rest: [String] {
    let review = digest.findings(of: .review).count
    let residue = digest.findings(of: .residue).count
    let successor = digest.findings(of: .successor).count
    let parts = [
      review == 0 ? nil : "\(review) to look at",
      residue == 0 ? nil : "\(residue) left over, breaking nothing",
      successor == 0 ? nil : Words.count(successor, "sign") + " of the new product",
      digest.suppressed.isEmpty ? nil : Words.count(digest.suppressed.count, "accepted exception"),
    ].compactMap { $0 }
    return parts.isEmpty ? [] : section("ALSO", parts.joined(separator: "; "), lines: 2)
  }

  /// How much of the deployments has a counterpart, in two lines.
  private var mapped: [String] {
    let rows = report.plan.deployments.filter { $0.deployment != nil }
    let lines = rows.prefix(rows.count == 2 ? 2 : 1).map { row in
      let text = ": \(row.sentence)"
      return PlainText.cut(row.name, to: max(10, width - 14 - text.count)) + text
    }
    let left = rows.count - lines.count
    let more = left > 0 ? ["and \(Words.count(left, "more deployment")); the checklist has them"] : []
    return (lines + more).enumerated().map { index, line in
      (index == 0 ? heading("COUNTERPARTS") : String(repeating: " ", count: 14)) + PlainText.cut(line, to: width - 14)
    }
  }

  private func notExamined(_ room: Room) -> [String] {
    var lines = [""]
    let title = heading("NOT EXAMINED")
    let lost = report.coverage.skipped.filter { $0.reason.isLoss }
    let passed = report.coverage.skipped.filter { !$0.reason.isLoss }
    func list(_ skipped: [Skipped]) -> String {
      skipped.map { "\(Words.grouped($0.count)) \(Words.title(of: $0.reason))" }.joined(separator: ", ")
    }
    if digest.isIncomplete {
      lines.append(title + style.level(.warning, "something is missing: the audit is incomplete"))
      if !lost.isEmpty { lines += indented(list(lost), lines: 2) }
      for diagnostic in digest.incomplete.prefix(room.troubles) {
        let place = diagnostic.location.map { PlainText.cutFront($0.description, to: width / 2) + ": " } ?? ""
        lines += indented(place + diagnostic.message, lines: 2)
      }
      let left = digest.incomplete.count - room.troubles
      if left > 0 {
        let rest =
          room.troubles == 0 ? Words.count(left, "problem") : "and \(Words.count(left, "more problem"))"
        lines += indented("\(rest) in the full listing", lines: 1)
      }
      if !passed.isEmpty { lines += indented("passed over: \(list(passed))", lines: 2) }
    } else {
      lines.append(
        title + PlainText.cut(passed.isEmpty ? "nothing was passed over" : list(passed), to: width - 14))
    }
    if !digest.gaps.isEmpty {
      // The longest list that has room, so that it never ends in its middle.
      let names =
        digest.gaps.filter { $0.state == .absent }.map(\.type)
        + digest.gaps.filter { $0.state == .partial }.map { "\($0.type) (in part)" }
      let lists = [8, 7, 6, 5, 4, 3, 2, 1].map { limit in
        PlainText.wrapped(
          "not in the export, which never means not used: \(shortList(names, limit: limit))", to: width - 14)
      }
      lines += indented(lists.first { $0.count <= 3 } ?? lists[7])
    }
    if !report.coverage.questions.isEmpty {
      let questions = Words.count(report.coverage.questions.count, "question")
      lines += indented("\(questions) no export can answer; the checklist has them", lines: 1)
    }
    return lines
  }

  private var first: [String] {
    let open = report.plan.items.filter { !$0.isFinished }
    guard !open.isEmpty else { return [] }
    if let advice = digest.advice {
      return [""] + section("DO FIRST", advice)
        + indented("the steps of every migration are in the checklist: --format markdown", lines: 2)
    }
    var lines = [""]
    for (index, item) in digest.firstSteps.prefix(4).enumerated() {
      let details = [item.step.role, Words.hours(item.hours)].filter { !$0.isEmpty }.joined(separator: ", ")
      lines.append(
        (index == 0 ? heading("DO FIRST") : String(repeating: " ", count: 14))
          + PlainText.cut(
            "\(PlainText.cut(item.step.id, to: 5))  \(item.step.title) (\(details))", to: width - 14))
    }
    let waves = Set(open.map(\.wave)).count
    let half = open.count { $0.state == .halfDone }
    let begun = half == 0 ? "" : ", \(half) half done,"
    let hours = Words.hours(report.plan.total)
    return lines
      + indented(
        "then \(Words.count(open.count, "open step"))\(begun) in \(Words.count(waves, "wave"))"
          + (hours.isEmpty ? "" : ", \(hours) in all") + "; the checklist: --format markdown", lines: 2)
  }

  // MARK: Layout

  private func heading(_ text: String) -> String {
    style.heading(text) + String(repeating: " ", count: 14 - text.count)
  }

  private func section(_ title: String, _ text: String, lines: Int = 3) -> [String] {
    let wrapped = PlainText.wrapped(text, to: width - 14).prefix(lines)
    return [heading(title) + (wrapped.first ?? "")]
      + wrapped.dropFirst().map { String(repeating: " ", count: 14) + $0 }
  }

  private func indented(_ text: String, lines: Int) -> [String] {
    indented(Array(PlainText.wrapped(text, to: width - 14).prefix(lines)))
  }

  private func indented(_ lines: [String]) -> [String] {
    lines.map { String(repeating: " ", count: 14) + $0 }
  }

  private func shortList(_ names: [String], limit: Int) -> String {
    let shown = names.prefix(limit).map { PlainText.cut($0, to: 40) }.joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
  }

  private func table(_ groups: [Digest.Group], noun: String, plural: String? = nil, rows: Int) -> [String] {
    func cell(_ count: Int, _ level: Level) -> String {
      let text = count == 0 ? "·" : String(count)
      let gap = String(repeating: " ", count: max(1, (level == .error ? 5 : 6) - text.count))
      return gap + (count == 0 ? style.faint(text) : style.level(level, text))
    }
    let shown = groups.prefix(groups.count == rows + 1 ? rows + 1 : rows)
    var lines = shown.map { group in
      cell(group.errors, .error) + cell(group.warnings, .warning) + cell(group.notes, .note) + "  "
        + PlainText.cutFront(group.name, to: width - 19)
    }
    let left = groups.count - shown.count
    if left > 0 {
      let sum = groups.dropFirst(shown.count).reduce(0) { $0 + $1.total }
      let line = "and \(Words.count(left, noun, plural)) with \(Words.count(sum, "finding"))"
      lines.append(String(repeating: " ", count: 19) + style.faint(line))
    }
    return lines
  }
}

extension Skipped.Reason {
  /// Whether something that should have been examined was not.
  var isLoss: Bool {
    switch self {
    case .unreadable, .encrypted, .damagedArchive, .unsafeName, .unknownEncoding, .limit: true
    case .binary, .packed, .ignored, .excluded, .toolFolder, .link, .special, .otherShard, .unchanged: false
    }
  }
}
