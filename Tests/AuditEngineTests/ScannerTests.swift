import AuditModel
import AuditTestSupport
import Testing

@testable import AuditEngine

/// Rules against single artifacts, from YAML to findings.
@Suite struct ScannerTests {
  @Test func `a text rule finds its pattern with captures and an exact place`() throws {
    try check(
      headerRule, path: "src/Client.java", language: .java, kind: .code,
      text: "class A {\n  // é\n  void f() { r.setHeader(\"x-liveagent-affinity\", \"null\"); }\n}\n",
      findings: ["3:27-3:47 string sends 'affinity'"])
  }

  @Test func `a comment is reported with its context and never as an error`() throws {
    let findings = try scan(
      headerRule, path: "a.js", language: .javascript, kind: .code, text: "// X-LIVEAGENT-SEQUENCE\n")
    #expect(findings.map(\.level) == [.note])
    #expect(findings.map(\.context) == [.comment])
  }

  @Test func `an artifact of another kind is left alone`() throws {
    try check(
      headerRule, path: "a.md", language: .markdown, kind: .docs, text: "X-LIVEAGENT-SEQUENCE", findings: [])
  }

  @Test func `an element rule finds the child that its first clause names`() throws {
    try check(
      queueRule, path: "queues/Q.queue", component: ComponentID(type: "Queue", name: "Q"),
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <Queue xmlns="http://soap.sforce.com/2006/04/metadata">
          <name>Q</name>
          <queueSobject>
            <sobjectType>livechattranscript</sobjectType>
          </queueSobject>
          <queueSobject><sobjectType>Case</sobjectType></queueSobject>
        </Queue>
        """,
      findings: ["5:18-5:36 config holds 'livechattranscript'"])
  }

  @Test func `a decomposed part is a component of its own in its parent's document`() throws {
    let text = """
      <CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
        <fields><fullName>Chat__c</fullName><referenceTo>LiveChatTranscript</referenceTo></fields>
        <fields><fullName>Other__c</fullName><referenceTo>Account</referenceTo></fields>
      </CustomObject>
      """
    let findings = try scan(
      fieldRule, path: "objects/Case.object", component: ComponentID(type: "CustomObject", name: "Case"), text: text)
    #expect(findings.map(\.component?.description) == ["CustomField:Case.Chat__c"])
  }

  @Test(arguments: [
    ("LiveChatTranscript", "<fields><fullName>A__c</fullName><type>Text</type></fields>", ["LiveChatTranscript"]),
    ("LiveChatTranscript", "<fields><type>Text</type><fullName>A__c</fullName></fields>", ["LiveChatTranscript"]),
    ("LiveChatTranscript", "<fields><fullName>Status</fullName></fields>", []),
    ("Case", "<fields><fullName>A__c</fullName></fields>", []),
    ("LiveChatTranscript", "<fields><label>Unnamed</label></fields>", []),
  ])
  func `a rule can ask for the component's name`(_ object: String, _ fields: String, _ names: [String]) throws {
    let findings = try scan(
      ownFieldRule, path: "objects/\(object).object", component: ComponentID(type: "CustomObject", name: object),
      text: "<CustomObject>\n\(fields)\n</CustomObject>")
    #expect(findings.map(\.message) == names)
  }

  @Test func `a component also exists as a part of its parent's document`() throws {
    let findings = try scan(
      viewRule, path: "objects/LiveChatTranscript.object",
      component: ComponentID(type: "CustomObject", name: "LiveChatTranscript"),
      text: "<CustomObject>\n<listViews><fullName>All</fullName></listViews>\n"
        + "<listViews>\n<fullName>Unhappy</fullName></listViews>\n</CustomObject>")
    #expect(findings.map(\.component?.description) == ["ListView:LiveChatTranscript.Unhappy"])
    #expect(findings.map(\.location.line) == [3])
    #expect(findings.map(\.message) == ["lists LiveChatTranscript"])
  }

  @Test func `of one rule the first condition speaks for a place`() throws {
    let findings = try scan(
      twiceRule, path: "queues/Q.queue", component: ComponentID(type: "Queue", name: "Q"),
      text: "<Queue><name>One</name></Queue>")
    #expect(findings.map(\.confidenceReason) == ["the first"])
  }

  @Test func `an aggregate keeps what each of its places refers to`() throws {
    let findings = try scan(
      ownFieldRule + "\naggregate: file", path: "objects/LiveChatTranscript/fields/A__c.field-meta.xml",
      component: ComponentID(type: "CustomField", name: "LiveChatTranscript.A__c"),
      text: "<CustomField><referenceTo>Case</referenceTo><referenceTo>Lead</referenceTo><referenceTo>Case</referenceTo>"
        + "</CustomField>")
    #expect(findings.map { $0.references.map(\.node.name) } == [["LiveChatTranscript", "Case", "Lead"]])
  }

  @Test func `an aggregated rule has one finding with a count`() throws {
    let permission = "<objectPermissions><allowRead>true</allowRead><object>LiveChatTranscript</object></objectPermissions>"
    let denied = "<objectPermissions><allowRead>false</allowRead><object>LiveAgentSession</object></objectPermissions>"
    let findings = try scan(
      permissionRule, path: "profiles/A.profile", component: ComponentID(type: "Profile", name: "A"),
      text: "<Profile>\n\(permission)\n\(denied)\n\(permission)\n</Profile>")
    #expect(findings.map(\.count) == [2])
    #expect(findings.map(\.location.line) == [2])
    #expect(findings.first?.related.map(\.line) == [4])
  }

  @Test func `findings before the damage stand, with a diagnostic`() throws {
    let scan = try scanned(
      permissionRule, path: "profiles/A.profile", component: ComponentID(type: "Profile", name: "A"),
      text: "<Profile>\n<objectPermissions><allowRead>true</allowRead><object>LiveChatTranscript</object>"
        + "</objectPermissions>\n<oops>")
    #expect(scan.findings.count == 1)
    #expect(scan.diagnostics.map(\.code) == ["xml-malformed"])
    #expect(scan.diagnostics.map(\.severity) == [.incomplete])
  }

  @Test(arguments: [
    "https://d.la1.salesforceliveagent.com/chat",
    "https://d.la1.salesforce&#108;iveagent.com/chat",
    "https://d.la1.salesforceliveagent&#x2e;com/chat",
    "https%3A%2F%2Fd.la1.%73%61lesforceliveagent.com",
    "d.la1.sales\\u0066orceliveagent.com",
    "\"https://d.la1.salesforce\" + \"liveagent.com/chat\"",
    "'https://d.la1.salesforceliveagent' .\n  '.com/chat'",
    "data:text/plain;base64,aHR0cHM6Ly9kLmxhMS5zYWxlc2ZvcmNlbGl2ZWFnZW50LmNvbS9jaGF0",
    "data:text/plain;base64,eGh0dHBzOi8vZC5sYTEuc2FsZXNmb3JjZWxpdmVhZ2VudC5jb20vY2hhdA==",
    "data:text/plain;base64,eHhodHRwczovL2QubGExLnNhbGVzZm9yY2VsaXZlYWdlbnQuY29tL2NoYXQ=",
  ])
  func `a host is found in disguise`(_ text: String) throws {
    let findings = try scan(hostRule, path: "a.js", language: .javascript, kind: .code, text: "x = \(text);\n")
    #expect(findings.map(\.rule) == ["host"])
  }

  @Test func `a pattern that would take for ever gives up with a diagnostic, and other rules go on`() throws {
    // A "y" further on: without one the pattern would know at once that it matches nowhere.
    let text = "x = \"\(String(repeating: "z", count: 2_000))\" + y\n"
    let slow = try scanned(slowRule, path: "a.js", language: .javascript, kind: .code, text: text)
    #expect(slow.findings.isEmpty)
    #expect(slow.diagnostics.map(\.code) == ["match-limit"])
    #expect(slow.diagnostics.map(\.severity) == [.incomplete])
    #expect(slow.diagnostics.first?.location?.path == "a.js")
    let found = try scan(slowRule, path: "a.js", language: .javascript, kind: .code, text: "x = zzzzy\n")
    #expect(found.map(\.rule) == ["slow"])
  }

  @Test func `a text of nothing but disguises is given up with a diagnostic`() throws {
    // "salesforceliveagent.com" and a letter: keywords everywhere, of which none is a host of its own.
    let text = "x = \"\(String(repeating: "c2FsZXNmb3JjZWxpdmVhZ2VudC5jb214", count: 10_000))\"\n"
    let scan = try scanned(hostRule, path: "a.js", language: .javascript, kind: .code, text: text)
    #expect(scan.diagnostics.map(\.code) == ["match-limit"])
  }

  @Test func `secrets never reach the evidence`() throws {
    let findings = try scan(
      headerRule, path: "a.py", language: .python, kind: .code,
      text: "h = {'X-LIVEAGENT-SESSION-KEY': 'f0e1d2c3-0000-4000-8000-aabbccddeeff!1700000000000!abc/def+ghi='}\n")
    #expect(findings.first?.evidence == "h = {'X-LIVEAGENT-SESSION-KEY': '•••'}")
  }

  // MARK: One function to call the layer

  private func check(
    _ rule: String, path: String, language: Language = .xml, kind: ArtifactKind = .metadata,
    component: ComponentID? = nil, text: String, findings expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let findings = try scan(rule, path: path, language: language, kind: kind, component: component, text: text)
    let found = findings.map { finding in
      let place = finding.location
      return "\(place.line ?? 0):\(place.column ?? 0)-\(place.endLine ?? 0):\(place.endColumn ?? 0) "
        + "\(finding.context.rawValue) \(finding.message)"
    }
    #expect(found == expected, sourceLocation: sourceLocation)
  }

  private func scan(
    _ rule: String, path: String, language: Language = .xml, kind: ArtifactKind = .metadata,
    component: ComponentID? = nil, text: String
  ) throws -> [Finding] {
    try scanned(rule, path: path, language: language, kind: kind, component: component, text: text).findings
  }

  private func scanned(
    _ rule: String, path: String, language: Language = .xml, kind: ArtifactKind = .metadata,
    component: ComponentID? = nil, text: String
  ) throws -> ArtifactScan {
    let id = rule.split(separator: "\n").first.map { $0.dropFirst("id: ".count) } ?? ""
    let surface = rule.split(separator: "\n").first { $0.hasPrefix("surface: ") }.map { $0.dropFirst("surface: ".count) } ?? ""
    let pack = try loadRulePack(
      [
        RulePackFile(path: "pack.yaml", text: packHeader),
        RulePackFile(path: "\(surface)/\(id).yaml", text: rule + ruleTail),
      ], folder: "test")
    let rules = try RuleSet(packs: [pack], asOf: try #require(CalendarDate("2026-11-23")))
    var scanner = ArtifactScanner(rules)
    let artifact = Artifact(path: path, kind: kind, language: language, component: component, isPrimary: component != nil)
    return scanner.scan(Array(text.utf8).span, of: artifact)
  }
}

private let packHeader = """
  name: test
  version: 1.0.0
  title: A pack for tests
  retirement:
    product: Old Chat
    retired: 2026-02-14
    successor: New Chat
    sources: [{title: A page, url: https://example.com}]
  """

private let ruleTail = """

  remediation: Do it.
  links: [{title: A page, url: https://example.com}]
  """

private let headerRule = """
  id: header
  title: A header
  class: dependency
  confidence: certain
  surface: header
  when:
    text:
      in: [code, config]
      keywords: [x-liveagent-]
      pattern: '(?i)\\bX-LIVEAGENT-(?<header>API-VERSION|AFFINITY|SESSION-KEY|SEQUENCE)\\b'
  message: "sends '{header}'"
  """

private let hostRule = """
  id: host
  title: A host
  class: dependency
  confidence: certain
  surface: endpoint
  when:
    text:
      keywords: [salesforceliveagent.com]
      pattern: '(?i)[a-z0-9.-]*\\.salesforceliveagent\\.com'
      disguises: true
  message: "names '{match}'"
  """

private let slowRule = """
  id: slow
  title: A slow pattern
  class: dependency
  confidence: certain
  surface: header
  when:
    text: {in: [code], keywords: [zzzz], pattern: '(?:z|zz|zzz){1,200}y'}
  message: "takes its time"
  """

private let queueRule = """
  id: queue
  title: A queue
  class: dependency
  confidence: certain
  surface: routing
  when:
    xml:
      root: Queue
      element: queueSobject
      where: {sobjectType: [LiveChatTranscript, LiveAgentSession]}
  message: "holds '{sobjectType}'"
  """

private let fieldRule = """
  id: field
  title: A field
  class: residue
  confidence: certain
  surface: data-model
  when: {xml: {root: CustomField, where: {referenceTo: [LiveChatTranscript]}}}
  message: "points to '{referenceTo}'"
  """

private let ownFieldRule = """
  id: own-field
  title: A field
  class: residue
  confidence: certain
  surface: data-model
  when:
    - xml: {root: CustomField, component: '^(?<object>LiveChat\\w+)\\.\\w+__c$'}
    - xml: {root: CustomField, component: '^LiveChat', element: referenceTo, where: {'.': {present: true}}}
  finds:
    - {uses: CustomObject, name: "{object}"}
    - {uses: CustomObject, name: "{referenceTo}"}
  message: "{object|a field}"
  """

private let viewRule = """
  id: view
  title: A list view
  class: residue
  confidence: certain
  surface: data-model
  when: {component: {type: [ListView], name: '^(?<object>LiveChat\\w+)\\.(?!All$)'}}
  message: "lists {object}"
  """

private let twiceRule = """
  id: twice
  title: A queue
  class: residue
  confidence: certain
  surface: routing
  when:
    - xml: {root: Queue, where: {name: [One]}}
      because: the first
    - xml: {root: Queue, where: {name: [One, Two]}}
      because: the second
  message: "a queue"
  """

private let permissionRule = """
  id: permission
  title: A permission
  class: residue
  confidence: certain
  surface: permission
  when:
    xml:
      root: Profile | PermissionSet
      element: objectPermissions
      where: {object: [LiveChatTranscript, LiveAgentSession], any-true: [allowRead, allowEdit]}
  aggregate: file
  message: "grants access to '{object}'"
  """
