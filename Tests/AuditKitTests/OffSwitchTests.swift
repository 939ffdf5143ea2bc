import AuditModel
import Foundation
import Testing

/// An org in which Chat is switched off.
@Suite struct OffSwitchTests {
  @Test(arguments: [("false", Level.warning), ("true", Level.error)])
  func `dependencies in an org without Chat are quieter, and others keep their level`(isOn: String, inOrg: Level)
    throws
  {
    let report = try report(on: files(isOn))
    #expect(report.findings.filter { $0.rule == "chat-button" }.map(\.level) == [inOrg])
    #expect(report.findings.filter { $0.rule == "chat-server-host" }.map(\.level) == [.error])
  }

  @Test func `each is made quieter once, also in a saved report`() throws {
    let first = try report(on: files("false"))
    let again = try merged(first)
    #expect(again.findings == first.findings)
    let button = try #require(again.findings.first { $0.rule == "chat-button" })
    #expect(button.confidenceReason?.hasSuffix("Chat is switched off in the org") == true)
  }

  @Test func `findings of a saved report get their level back when Chat turns out to be on`() throws {
    let off = try report(on: files("false"))
    let on = try report(on: ["force-app/main/default/settings/LiveAgent.settings-meta.xml": settings("true")])
    let button = try #require(try merged(off, on).findings.first { $0.rule == "chat-button" })
    #expect(button.level == .error && button.confidenceReason?.contains("Chat is switched off") != true)
  }

  @Test func `one org with Chat is enough for all to keep their level`() throws {
    var files = files("false")
    files["other/force-app/main/default/settings/LiveAgent.settings-meta.xml"] = settings("true")
    let report = try report(on: files)
    #expect(report.findings.filter { $0.rule == "chat-button" }.map(\.level) == [.error])
  }

  private func files(_ isOn: String) -> [String: Data] {
    [
      "org/force-app/main/default/settings/LiveAgent.settings-meta.xml": settings(isOn),
      "org/force-app/main/default/liveChatButtons/Help.liveChatButton-meta.xml": Data(
        "<LiveChatButton xmlns=\"http://soap.sforce.com/2006/04/metadata\"><label>Help</label></LiveChatButton>".utf8),
      "web/chat.js": Data("connect('https://d.la1-c1-abc.salesforceliveagent.com/chat');".utf8),
    ]
  }

  private func settings(_ isOn: String) -> Data {
    Data(
      "<LiveAgentSettings xmlns=\"http://soap.sforce.com/2006/04/metadata\"><enableLiveAgent>\(isOn)</enableLiveAgent></LiveAgentSettings>"
        .utf8)
  }
}
