import AuditEngine

/// A small pack about an invented product, for tests to load and to break.
enum SamplePack {
  static let header = """
    name: acme-chat
    version: 1.2.0
    title: Acme Chat
    retirement:
      product: Acme Chat
      also-known-as: [Acme Talk]
      announced: 2025-01-31
      retired: 2026-02-14
      successor: Acme Messaging
      unknowns: [whether the servers still answer]
      sources:
        - {title: The announcement, url: https://example.com/end}
    switched-off: {has: visitor, name: nobody, because: the servers are off}
    """

  static let plan = """
    - id: D1
      phase: Discover
      title: Find the clients
      role: developer
      always: true
      effort: {hours: [1, 2.5], role: developer, per: org}
    - id: D2
      phase: Discover
      title: Move the clients
      role: developer
      needs: [D1]
      done-when: [acme-header]
    """

  static let export = """
    types:
      - type: AcmeButton
        members: [Sales, Service]
        wildcard: false
        weakens: no button can be named
    questions:
      - {id: agents, text: Who answers chats?, role: admin, how: Ask the manager., step: D1}
    """

  static let mapping = """
    deployments: [AcmeSite, deployment-id]
    parts: [AcmeButton]
    features:
      - id: headers
        feature: Headers of the API
        maps: rebuild
        replacement: A token.
        rules: [acme-header]
        properties: {visitor: [guest]}
        links:
          - {title: The announcement, url: 'https://example.com/end'}
    """

  static let scaffold = """
    drafts:
      - path: 'sites/{{name}}.xml'
        for: AcmeSite
        rules: [acme-header]
        features: [headers]
        text: |
          <a>{{#visitor}}{{visitor}}{{/visitor}}</a>
      - {path: README.md, text: Read.}
    removals:
      - {type: AcmeSite, rules: [acme-header], review: look first}
    """

  static let rule = """
    id: acme-header
    title: Code sends the headers of Acme Chat
    class: dependency
    confidence: certain
    because: no other product has them
    surface: header
    when:
      - text:
          in: [code, config]
          keywords: [x-acme-]
          pattern: '(?i)\\bX-ACME-(?<header>KEY|AFFINITY)\\b'
      - xml:
          root: AcmeSite | AcmePage
          element: headers
          where:
            name: {pattern: '^X-ACME'}
            value/text: [one, two]
          capture: [kind/header]
        confidence: likely
        because: a page can be unused
    finds:
      - {uses: product, name: Acme REST}
      - {has: acme-header, name: '{header}'}
    message: "sends '{header}'"
    plan: D2
    effort: {hours: [4, 16], role: developer, per: client}
    why: |
      The servers read them.
    remediation: |
      Remove the call.
    links:
      - {title: The announcement, url: 'https://example.com/end'}
    aliases: [acme-headers]
    """

  /// The pack's files, some of them replaced; nothing as a text removes a file.
  static func files(_ changed: [String: String?] = [:]) -> [RulePackFile] {
    var texts = [
      "pack.yaml": header, "plan.yaml": plan, "export.yaml": export, "mapping.yaml": mapping,
      "scaffold.yaml": scaffold,
      "header/acme-header.yaml": rule,
    ]
    for (path, text) in changed { texts[path] = text }
    return texts.map { RulePackFile(path: $0.key, text: $0.value) }
  }

  static func pack(_ changed: [String: String?] = [:]) throws -> RulePack {
    try loadRulePack(files(changed), folder: "Rules/acme-chat")
  }

  /// What loading says, a line for each error, without the folder.
  static func errors(_ changed: [String: String?] = [:]) -> [String] {
    do {
      _ = try loadRulePack(files(changed), folder: "Rules/acme-chat")
      return []
    } catch {
      return error.errors.map { "\($0)".replacing("Rules/acme-chat/", with: "") }
    }
  }
}
