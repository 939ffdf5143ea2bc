import AuditModel

/// A rule as SARIF's reporting descriptor, with the help that code scanning shows beside an alert.
struct SARIFRule {
  var id: RuleID
  /// Nothing where a report names a rule that it doesn't describe.
  var descriptor: RuleDescriptor?

  var value: JSONValue {
    let title = PlainText.cut(descriptor?.title ?? id.rawValue, to: 1_000)
    return .object([
      ("id", .string(id.rawValue)),
      ("name", .string(PlainText.cut(id.rawValue, to: 255))),
      ("shortDescription", .object([("text", .string(title))])),
      ("fullDescription", .object([("text", .string(PlainText.cut(descriptor?.why ?? title, to: 1_000)))])),
      ("help", .object([("text", .string(plainHelp)), ("markdown", .string(markdownHelp))])),
      ("helpUri", descriptor?.links.lazy.compactMap { WebAddress.safe($0.url) }.first.map(JSONValue.string)),
      ("defaultConfiguration", .object([("level", .string(defaultLevel.rawValue))])),
      (
        "properties",
        .object([
          ("tags", .array(tags.map(JSONValue.string))),
          ("precision", .string(precision)),
          ("problem.severity", .string(severity)),
        ])
      ),
    ])
  }

  private var defaultLevel: Level {
    guard let descriptor else { return .warning }
    return Level(
      class: descriptor.class, confidence: descriptor.confidence, context: .code, phase: .passed)
  }

  /// At most ten, as code scanning shows no more.
  private var tags: [String] {
    guard let descriptor else { return ["chatsunset"] }
    return ["chatsunset", descriptor.pack, descriptor.class.rawValue, descriptor.surface.rawValue].map {
      PlainText.cut($0, to: 100)
    }
  }

  private var precision: String {
    switch descriptor?.confidence {
    case .certain: "very-high"
    case .likely: "high"
    case .possible, nil: "medium"
    }
  }

  private var severity: String {
    switch defaultLevel {
    case .error: "error"
    case .warning: "warning"
    case .note: "recommendation"
    }
  }

  // MARK: Help

  private var plainHelp: String {
    guard let descriptor else { return id.rawValue }
    return [descriptor.why, descriptor.replacement.map { "Instead: \($0)" }, descriptor.remediation]
      .compactMap { $0 }.map { PlainText.lines($0).joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var markdownHelp: String {
    guard let descriptor else { return MarkdownText.prose(id.rawValue) }
    var blocks = ["# \(MarkdownText.prose(descriptor.title))"]
    if let why = descriptor.why { blocks.append(RichText(why).markdown) }
    if let replacement = descriptor.replacement {
      blocks += ["## Instead", RichText(replacement).markdown]
    }
    blocks += ["## What to do", RichText(descriptor.remediation).markdown]
    for (title, code) in [("Before", descriptor.before), ("After", descriptor.after)] {
      if let code { blocks += ["## \(title)", MarkdownText.codeBlock(code)] }
    }
    if !descriptor.links.isEmpty {
      blocks.append(descriptor.links.map { "- \(MarkdownText.link($0.title, $0.url))" }.joined(separator: "\n"))
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
