import AuditModel
import Testing

@testable import AuditEngine

@Suite struct `Describing rules` {
  private let catalogue: RuleCatalogue

  init() throws {
    let relation = """
      id: acme-unused
      title: A button that nothing names
      class: residue
      confidence: likely
      surface: settings
      when:
        - relation:
            subject: AcmeButton
            with: [{in: uses, kind: AcmeSite, name: Main, present: true}]
            without: [{out: any, kind: product}]
        - component: {type: [AcmeSite, AcmePage], name: ^A}
        - path: {pattern: 'a[.]js$'}
        - xml:
            root: AcmeSite
            where: {a: {absent-or-not: b}, c: {present: true}, any-true: [d, e]}
      message: unused
      remediation: Remove it.
      links: [{title: A page, url: 'https://example.com'}]
      """
    catalogue = RuleCatalogue(packs: [try SamplePack.pack(["settings/acme-unused.yaml": relation])])
  }

  @Test func `a list has a line for each rule, by surface`() {
    #expect(
      catalogue.list() == """
        header
          acme-header  dependency  certain   Code sends the headers of Acme Chat

        settings
          acme-unused  residue     likely    A button that nothing names

        2 rules of acme-chat 1.2.0: 1 dependency, 1 residue

        """)
    #expect(!catalogue.list(surfaces: [.settings]).contains("acme-header"))
    #expect(catalogue.list(classes: [.successor]) == "0 rules of acme-chat 1.2.0\n")
  }

  @Test func `a rule is found by its id and by older ones`() throws {
    #expect(try catalogue.rule("acme-header").id == "acme-header")
    #expect(try catalogue.rule("acme-headers").id == "acme-header")
    let error = #expect(throws: UnknownRuleError.self) { try catalogue.rule("acme-heder") }
    #expect(error?.message == "unknown rule 'acme-heder'; did you mean 'acme-header'?")
  }

  @Test func `an explanation says all that the rule knows`() throws {
    #expect(
      catalogue.explanation(of: try catalogue.rule("acme-header")) == """
        acme-header: Code sends the headers of Acme Chat

          class       dependency: breaks or silently stops with the retired product
          confidence  certain: no other product has them
          surface     header
          step        D2, Move the clients
          effort      4 to 16 hours, developer, per client
          pack        acme-chat 1.2.0
          once called acme-headers

        Why
          The servers read them.

        Looks for
          - text in code, config with 'x-acme-'
            that matches (?i)\\bX-ACME-(?<header>KEY|AFFINITY)\\b
          - 'headers' in a AcmeSite or AcmePage
            whose 'name' matches ^X-ACME
            whose 'value/text' is 'one' or 'two'
            then likely: a page can be unused

        Replacement
          No equivalent is known.

        What to do
          Remove the call.

        Read more
          The announcement
            https://example.com/end

        """)
  }

  @Test func `every kind of condition has words`() throws {
    #expect(
      try catalogue.rule("acme-unused").conditions.map(\.description) == [
        """
        - a AcmeButton
          with AcmeSite called 'Main' that is there that uses it
          without 'any relation' to product
        """,
        "- a component of type AcmeSite or AcmePage\n  whose name matches ^A",
        "- a path that matches a[.]js$",
        "- a AcmeSite\n  whose 'a' is missing or is not 'b'\n  whose 'c' is there\n  with 'd' or 'e' true",
      ])
  }

  @Test func `the reference has a page for each surface`() throws {
    let pages = catalogue.reference()
    #expect(pages.map(\.name) == ["Rule-reference.md", "Rules-header.md", "Rules-settings.md"])
    #expect(pages[0].text.contains("| <doc:Rules-header> | 1 | The headers of the Chat REST API. |"))
    #expect(
      pages[2].text == """
        # Rules for settings

        Org-wide settings and scratch-org definitions.

        ## acme-unused

        A button that nothing names.

        - **Class**: residue, history, data or permissions of the retired product; breaks nothing.
        - **Confidence**: likely.

        **What to do.**

        Remove it.

        Read more: [A page](<https://example.com>).

        """)
  }

  @Test(arguments: [
    ("*.example.com <a> `b` [c] d|e", #"\*.example.com \<a> \`b\` \[c\] d\|e"#),
    ("1. one\n2. two", "1. one\n2. two"),
  ])
  func `text is no markup`(_ text: String, markdown: String) {
    #expect(MarkdownText.plain(text) == markdown)
  }

  @Test func `a block of code keeps its backticks`() {
    #expect(MarkdownText.block("a\n```\nb\n\n") == "````\na\n```\nb\n````")
  }

  @Test func `coverage tells which things have a rule and why others have none`() throws {
    let yaml = """
      - section: Headers
        rows:
          - {thing: [X-ACME-KEY, X-ACME-AFFINITY], class: dependency, rules: [acme-header]}
          - {thing: X-OTHER, why-not: Other products send it.}
      """
    let pack = catalogue.packs[0]
    let coverage = try #require(
      try loadSurfaceCoverage([RulePackFile(path: "coverage.yaml", text: yaml)], folder: "p", pack: pack))
    #expect(
      coverage.page(for: pack).text == """
        # Coverage of the surface

        Which parts of Acme Chat have a rule, and why the others have none.

        ## Overview

        3 things are known: 2 have a rule, 1 have none for the stated reason. This page is generated from \
        `coverage.yaml` of the pack acme-chat 1.2.0.

        ## Headers

        | Thing | Class | Found by |
        | --- | --- | --- |
        | `X-ACME-KEY`, `X-ACME-AFFINITY` | dependency | `acme-header` |
        | `X-OTHER` |  | no rule: Other products send it. |

        ## Rules beyond these things

        `acme-unused`.

        """)
  }

  @Test(arguments: [
    ("{thing: a, rules: [acme-heder]}", "2:31: unknown rule 'acme-heder'; did you mean 'acme-header'?"),
    ("{thing: a}", "2:12: 'rows' must have one answer: 'rules', 'why-not'"),
    ("{thing: a, rules: [acme-header], why-not: b}", "2:12: 'rows' must have one answer: 'rules', 'why-not'"),
  ])
  func `coverage is checked`(_ row: String, error: String) {
    let file = RulePackFile(path: "coverage.yaml", text: "- section: A\n  rows: [  \(row)]")
    let errors = #expect(throws: RulePackErrors.self) {
      try loadSurfaceCoverage([file], folder: "p", pack: catalogue.packs[0])
    }
    #expect(errors?.description == "p/coverage.yaml:\(error)")
  }
}
