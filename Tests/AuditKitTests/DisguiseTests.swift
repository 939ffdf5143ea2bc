import AuditModel
import AuditTestSupport
import Foundation
import Testing

/// One chat server, written in the ways that a plain search misses.
@Suite struct DisguiseTests {
  @Test(arguments: disguises) func `a server is found in every disguise`(disguise: Disguise) throws {
    let report = try report(on: [disguise.path: disguise.bytes])
    #expect(report.findings.contains { $0.class == .dependency && $0.captures["host"] == "d.la9-c1-abc.salesforceliveagent.com" })
  }

  /// No file says the whole name, so the finding is about the domain.
  @Test(arguments: parts) func `a server in parts is found by its domain`(disguise: Disguise) throws {
    let report = try report(on: [disguise.path: disguise.bytes])
    #expect(report.findings.map(\.rule) == ["chat-server-domain"])
  }

  @Test func `a server in a packed static resource is found`() throws {
    let zip = temporaryPath(".zip")
    defer { try? FileManager.default.removeItem(atPath: zip) }  // the system empties the folder, too
    let script = URL(filePath: temporaryPath(".js"))
    defer { try? FileManager.default.removeItem(at: script) }
    try Data("connect('https://d.la9-c1-abc.salesforceliveagent.com/chat');".utf8).write(to: script)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["zip", "-q", "-j", zip, script.path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "zip is needed; Tests/run.sh installs it")
    let resource = try Data(contentsOf: URL(filePath: zip))
    let report = try report(on: ["force-app/main/default/staticresources/Help.resource": resource])
    #expect(report.findings.map(\.rule) == ["chat-server-host"])
    #expect(report.findings.first?.component == ComponentID(type: "StaticResource", name: "Help"))
  }

  struct Disguise: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var path: String
    var bytes: Data

    init(_ name: String, _ path: String, _ text: String) {
      self.init(name, path, Data(text.utf8))
    }

    init(_ name: String, _ path: String, _ bytes: Data) {
      (testDescription, self.path, self.bytes) = (name, path, bytes)
    }
  }
}

private let disguises: [DisguiseTests.Disguise] = [
  .init(
    "a character reference", "pages/Chat.page",
    "<apex:page><a href=\"https://d.la9-c1-abc.sales&#102;orceliveagent.com/chat\">Chat</a></apex:page>"),
  .init(
    "a hexadecimal reference in XML", "config/chat.xml",
    "<?xml version=\"1.0\"?>\n<chat><url>https://d.la9-c1-abc.salesforce&#x6c;iveagent.com/chat</url></chat>"),
  .init(
    "percent-encoded", "web/index.html",
    "<a href=\"https://proxy.example.com/?to=https%3A%2F%2Fd.la9-c1-abc.salesforce%6Civeagent.com%2Fchat\">Chat</a>"),
  .init(
    "every letter percent-encoded", "web/all.html",
    "<a href=\"//d.la9-c1-abc.%73%61%6c%65%73%66%6f%72%63%65%6c%69%76%65%61%67%65%6e%74.com/chat\">Chat</a>"),
  .init(
    "JSON-escaped at its beginning", "config/chat.json",
    #"{"chat": "https:\/\/d.la9-c1-abc.\u0073alesforceliveagent.com\/chat"}"#),
  .init(
    "JSON-escaped at its end", "config/chat.json", #"{"chat": "https:\/\/d.la9-c1-abc.salesforceliveagent\u002ecom\/chat"}"#),
  .init(
    "escaped in JavaScript", "web/chat.js", #"const chat = 'https://d.la9-c1-abc.salesforcelive\x61gent.com/chat';"#),
  .init(
    "split by concatenation", "web/chat.js",
    "const chat = 'https://d.la9-c1-abc.salesforce' +\n  'liveagent.com/chat';"),
  .init(
    "split inside a word", "src/Chat.java", "String chat = \"https://d.la9-c1-abc.sales\" + \"forceliveagent.com/chat\";"),
  .init(
    "UTF-16", "web/chat.js",
    Data([0xFF, 0xFE])
      + "const chat = 'https://d.la9-c1-abc.salesforceliveagent.com/chat';".data(using: .utf16LittleEndian)!),
  .init(
    "a bundle of one line and two megabytes", "web/bundle.js",
    "!function(){" + String(repeating: "var a=1;f(a);", count: 120_000)
      + "c('https://d.la9-c1-abc.salesforceliveagent.com/chat');" + String(repeating: "g(b);", count: 60_000) + "}();"),
  .init(
    "a data URL", "web/data.html",
    "<script src=\"data:text/javascript;base64,"
      + Data("connect('https://d.la9-c1-abc.salesforceliveagent.com/chat');".utf8).base64EncodedString()
      + "\"></script>"),
  .init(
    "HTML in XML", "labels/CustomLabels.labels",
    "<CustomLabels xmlns=\"http://soap.sforce.com/2006/04/metadata\"><labels><fullName>Snippet</fullName><value>"
      + "&lt;a href=&quot;https://d.la9-c1-abc.salesforceliveagent.com/chat&quot;&gt;Chat&lt;/a&gt;"
      + "</value></labels></CustomLabels>"),
  .init(
    "markup in a site's JSON", "experiences/Shop/config/shop.json",
    #"{"headMarkup" : "\u003Ca href=\"https:\/\/d.la9-c1-abc.salesforceliveagent.com\/chat\"\u003EChat\u003C\/a\u003E"}"#),
]

private let parts: [DisguiseTests.Disguise] = [
  .init(
    "constants on other lines", "web/chat.js",
    "const domain = 'salesforceliveagent.com';\nconst pod = 'd.la9-c1-abc';\nconst chat = `https://${pod}.${domain}/chat`;"),
  .init(
    "the middle as a constant", "src/Chat.java",
    "class Chat {\n  static final String PRODUCT = \"salesforceliveagent\";\n"
      + "  static final String HOST = \"d.la9-c1-abc.\" + PRODUCT + \".com\";\n}"),
  .init("four parts", "web/chat.js", "const chat = 'd.la9-c1-abc.' + 'salesforce' + 'liveagent' + '.com';"),
]
