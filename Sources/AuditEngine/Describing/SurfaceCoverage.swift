public import AuditModel

/// Which known things of a product's surface have a rule, and why the others have none.
///
/// It is written by hand in a pack's `coverage.yaml`, and is no part of the pack: audits don't need it.
public struct SurfaceCoverage: Hashable, Sendable {
  public var sections: [Section]

  public struct Section: Hashable, Sendable {
    public var title: String
    public var rows: [Row]
  }

  /// One or several things that share an answer.
  public struct Row: Hashable, Sendable {
    /// Their exact names.
    public var things: [String]
    public var `class`: FindingClass?
    /// The rules that find them; empty where none does.
    public var rules: [RuleID]
    /// Why no rule finds them.
    public var whyNot: String?
  }
}

/// Reads a pack's `coverage.yaml`.
///
/// - Returns: Nothing where the pack has no such file.
/// - Throws: Every error, in the order of places; a rule that the pack doesn't have is one.
public func loadSurfaceCoverage(
  _ files: [RulePackFile], folder: String, pack: RulePack
) throws(RulePackErrors) -> SurfaceCoverage? {
  guard let file = files.first(where: { $0.role == .coverage }) else { return nil }
  let reader = PackReader(folder: folder, bases: [])
  let document = YAMLDocument(path: reader.fullPath(file.path), text: file.text)
  let names = pack.rules.map(\.id.rawValue).sorted()
  let sections = document.root()?.list().compactMap { value -> SurfaceCoverage.Section? in
    guard let mapping = value.mapping(["section", "rows"]) else { return nil }
    let title = mapping.required("section")?.filledText()
    let rows = mapping.required("rows")?.list().compactMap { readRow($0, names) }
    return title.map { SurfaceCoverage.Section(title: $0, rows: rows ?? []) }
  }
  guard document.errors.isEmpty else { throw RulePackErrors(document.errors) }
  return SurfaceCoverage(sections: sections ?? [])
}

private func readRow(_ value: YAMLValue, _ names: [String]) -> SurfaceCoverage.Row? {
  guard let mapping = value.mapping(["thing", "class", "rules", "why-not"]) else { return nil }
  let things = mapping.required("thing")?.oneOrMore().compactMap { $0.filledText() }
  let rules = mapping["rules"]?.oneOrMore().compactMap { value -> RuleID? in
    guard let name = value.filledText() else { return nil }
    if !names.contains(name) {
      value.report(.unknownID, "unknown rule '\(name)'" + suggestion(for: name, among: names))
    }
    return RuleID(rawValue: name)
  }
  let `class`: FindingClass? = mapping["class"]?.word("class")
  let whyNot = mapping["why-not"]?.filledText()
  _ = mapping.single(of: ["rules", "why-not"], "answer")
  return things.map { SurfaceCoverage.Row(things: $0, class: `class`, rules: rules ?? [], whyNot: whyNot) }
}

extension SurfaceCoverage {
  /// The article, for DocC.
  ///
  /// - Parameter pack: The pack whose rules the rows name; those that no row names are listed at the end.
  public func page(for pack: RulePack) -> GeneratedPage {
    let rows = sections.flatMap(\.rows)
    let all = rows.reduce(0) { $0 + $1.things.count }
    let covered = rows.reduce(0) { $0 + ($1.rules.isEmpty ? 0 : $1.things.count) }
    var parts = [
      "# Coverage of the surface",
      "Which parts of \(MarkdownText.line(pack.retirement.product)) have a rule, and why the others have none.",
      "## Overview",
      "\(all) things are known: \(covered) have a rule, \(all - covered) have none for the stated reason. This page "
        + "is generated from `coverage.yaml` of the pack \(pack.name) \(pack.version).",
    ]
    for section in sections {
      parts.append("## \(MarkdownText.line(section.title))")
      parts.append(MarkdownText.table(["Thing", "Class", "Found by"], section.rows.map(cells)))
    }
    let named = Set(rows.flatMap(\.rules))
    let others = pack.rules.map(\.id).filter { !named.contains($0) }.sorted()
    if !others.isEmpty {
      parts.append("## Rules beyond these things")
      parts.append(others.map { MarkdownText.code($0.rawValue) }.joined(separator: ", ") + ".")
    }
    return GeneratedPage(name: "Coverage-of-the-surface.md", text: parts.joined(separator: "\n\n") + "\n")
  }

  private func cells(_ row: Row) -> [String] {
    [
      row.things.map(MarkdownText.code).joined(separator: ", "), row.class?.rawValue ?? "",
      row.rules.isEmpty
        ? "no rule: \(MarkdownText.line(row.whyNot ?? ""))"
        : row.rules.map { MarkdownText.code($0.rawValue) }.joined(separator: ", "),
    ]
  }
}
