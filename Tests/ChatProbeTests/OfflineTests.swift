import AuditTestSupport
import FakeChatServer
import Foundation
import Testing

/// Only the probe opens a socket, and this is how it would be noticed.
@Suite struct OfflineTests {
  @Test(arguments: [["--version"], ["audit", "--help"], ["audit", "{folder}"], ["lint", "{folder}"], ["fake-server", "--list"]])
  func `no other verb opens a network socket`(arguments: [String]) throws {
    let folder = temporaryPath("")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let page = "<apex:page><script src=\"https://c.la1-c1-iad.salesforceliveagent.com/content/g/js/40.0/deployment.js\"/></apex:page>"
    try Data(page.utf8).write(to: URL(filePath: folder + "/Chat.page"))
    defer { try? FileManager.default.removeItem(atPath: folder) }  // the system empties the folder, too
    let command = try CommandProcess(
      arguments.map { $0.replacingOccurrences(of: "{folder}", with: folder) }, isOffline: true)
    let end = try command.finish()
    #expect(end.status >= 0, "killed: \(end.errors)")
    #expect(end.status < 125, "\(end.errors)")
  }

  @Test func `the helper does stop the probe`() throws {
    let server = try FakeChatServer(Scenario())
    defer { server.stop() }
    let command = try CommandProcess(
      ["probe", server.url, "--allow-local", "--no-journal", "--timeout", "2"], isOffline: true)
    let end = try command.finish()
    #expect(end.status != 0)
    #expect(server.tally.requests.isEmpty)
  }
}
