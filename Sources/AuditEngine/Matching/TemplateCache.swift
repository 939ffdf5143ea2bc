/// The templates of rules, read on first use and owned by one worker.
final class TemplateCache {
  /// The templates of one rule; nothing for one that can't be read.
  struct Templates {
    var message: MessageTemplate?
    /// Those of the names of its edges, in their order.
    var finds: [MessageTemplate?]
  }

  private var templates: [Templates?] = []

  /// - Parameter number: The rule's number in the rule set.
  subscript(number: Int, of rule: Rule) -> Templates {
    if number < templates.count, let known = templates[number] { return known }
    while templates.count <= number { templates.append(nil) }
    // Packs are checked when they load, so a template that can't be read is one that a program made.
    let new = Templates(
      message: try? MessageTemplate(rule.message), finds: rule.finds.map { try? MessageTemplate($0.name) })
    templates[number] = new
    return new
  }
}
