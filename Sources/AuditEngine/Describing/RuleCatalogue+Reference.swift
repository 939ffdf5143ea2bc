import AuditModel

extension RuleCatalogue {
  /// The rule reference: an overview and an article for each surface, for DocC.
  public func reference() -> [GeneratedPage] {
    let groups = rulesBySurface()
    return [overview(groups)] + groups.map { article(on: $0.surface, $0.rules) }
  }

  private func overview(_ groups: [(surface: Surface, rules: [Rule])]) -> GeneratedPage {
    let rows = groups.map { surface, rules in
      ["<doc:\(Self.articleName(surface))>", "\(rules.count)", surface.meaning]
    }
    let names = packs.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    return GeneratedPage(
      name: "Rule-reference.md",
      text: """
        # Rule reference

        What each built-in rule finds, why that matters and what to do about it.

        ## Overview

        \(groups.reduce(0) { $0 + $1.rules.count }) rules of \(names). The same is printed by \
        `chatsunset rules explain ID`. This page and those below it are generated from the packs.

        \(MarkdownText.table(["Surface", "Rules", "What it is"], rows))

        """)
  }

  private static func articleName(_ surface: Surface) -> String { "Rules-\(surface.rawValue)" }

  private func article(on surface: Surface, _ rules: [Rule]) -> GeneratedPage {
    GeneratedPage(
      name: "\(Self.articleName(surface)).md",
      text: """
        # Rules for \(surface.rawValue)

        \(surface.meaning)

        \(rules.map { section(on: $0) }.joined(separator: "\n\n"))

        """)
  }

  private func section(on rule: Rule) -> String {
    let descriptor = rule.descriptor
    var parts = ["## \(rule.id)", MarkdownText.line(descriptor.title) + "."]
    var facts = [
      "**Class**: \(descriptor.class.rawValue), \(descriptor.class.meaning).",
      "**Confidence**: \(descriptor.confidence.rawValue)"
        + (descriptor.because.map { ", because \(MarkdownText.line($0))" } ?? "") + ".",
    ]
    if let step = descriptor.step {
      facts.append(
        "**Step**: \(step)" + (self.step(of: rule).map { ", \(MarkdownText.line($0.title))" } ?? "") + ".")
    }
    if let effort = descriptor.effort { facts.append("**Effort**: \(MarkdownText.line(effort.sentence)).") }
    if rule.isSilent { facts.append("**Silent**: its matches feed the inventory and are no findings.") }
    parts.append(facts.map { "- \($0)" }.joined(separator: "\n"))
    if let why = descriptor.why { parts.append(MarkdownText.plain(why.trimmingNewlines)) }
    if let before = descriptor.before { parts += ["Before:", MarkdownText.block(before)] }
    if let after = descriptor.after { parts += ["After:", MarkdownText.block(after)] }
    if let replacement = descriptor.replacement {
      parts.append("**Replacement.** " + MarkdownText.plain(replacement.trimmingNewlines))
    }
    parts += ["**What to do.**", MarkdownText.plain(descriptor.remediation.trimmingNewlines)]
    parts.append(
      "Read more: "
        + descriptor.links.map { "[\(MarkdownText.line($0.title))](<\($0.url)>)" }.joined(separator: ", ") + "."
    )
    return parts.joined(separator: "\n\n")
  }
}
