import AuditEngine
import AuditModel

/// A pack with one rule of each way to match, about an invented product.
enum FuzzPack {
  static let header = """
    name: acme-chat
    version: 1.2.0
    title: Acme Chat
    retirement:
      product: Acme Chat
      retired: 2026-02-14
      successor: Acme Messaging
      sources: [{title: The announcement, url: https://example.com/end}]
    """

  static let plan = """
    - {id: D1, phase: Discover, title: Find the clients, role: developer, always: true}
    """

  static let export = """
    types: [{type: AcmeButton, members: [Sales], wildcard: false, weakens: no button can be named}]
    """

  static let tail = """

    plan: D1
    remediation: Remove it.
    links: [{title: A page, url: https://example.com}]
    """

  static let headerRule = """
    id: header
    title: A header
    class: dependency
    confidence: certain
    surface: header
    when:
      text:
        in: [code, config, markup, docs]
        keywords: [x-acme-]
        pattern: '(?i)\\bX-ACME-(?<header>KEY|AFFINITY)(?<value>[\\s:="'']{0,8}\\w{0,20})'
    finds: [{uses: product, name: '{header}'}]
    message: "sends '{header}'{value}"
    """

  static let hostRule = """
    id: host
    title: A host
    class: dependency
    confidence: likely
    because: a host can be moved
    surface: endpoint
    when:
      text:
        keywords: [acmechat.com]
        pattern: '(?i)[a-z0-9.-]{0,60}\\.acmechat\\.com'
        disguises: true
    message: "names '{match}'"
    """

  static let fieldRule = """
    id: field
    title: A field
    class: residue
    confidence: certain
    surface: data-model
    when:
      - xml: {root: CustomField, where: {referenceTo: [AcmeChat, AcmeSession]}}
      - xml: {root: CustomObject, element: sharing, where: {any-true: [read, edit], object: [AcmeChat]}}
    aggregate: file
    message: "points to '{referenceTo|Acme}'"
    """

  /// The pack's files.
  static var files: [RulePackFile] {
    let rules = [headerRule, hostRule, fieldRule].map { rule in
      func value(_ key: String) -> String {
        rule.split(separator: "\n").first { $0.hasPrefix(key) }.map { String($0.dropFirst(key.count)) } ?? ""
      }
      return ("\(value("surface: "))/\(value("id: ")).yaml", rule + tail)
    }
    let all = [("pack.yaml", header), ("plan.yaml", plan), ("export.yaml", export)] + rules
    return all.map { RulePackFile(path: $0.0, text: $0.1) }
  }

  /// The least that makes a pack of one file with a text from outside.
  static func files(around path: String, _ text: String) -> [RulePackFile] {
    let base = path == "pack.yaml" ? [] : [RulePackFile(path: "pack.yaml", text: header)]
    return base + [RulePackFile(path: path, text: text)]
  }

  static func ruleSet() throws -> RuleSet {
    try RuleSet(packs: [loadRulePack(files, folder: "acme-chat")], asOf: CalendarDate("2026-11-23").unwrapped)
  }
}

extension Optional {
  /// The value that a literal in a test has.
  fileprivate var unwrapped: Wrapped {
    get throws {
      guard let self else { throw MissingValue() }
      return self
    }
  }
}

private struct MissingValue: Error {}
