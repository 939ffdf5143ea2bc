import AuditReport
import AuditTestSupport
import Foundation
import Testing

/// What a report of any format may show of secrets, of people and of ids.
@Suite struct PrivacyTests {
  /// One of each kind, in a text that rules find something in.
  private static let secrets = [
    "f0e1d2c3-0000-4000-8000-aabbccddeeff!1700000000000!Abc", "c0ffee42decaf", "correct-horse-battery",
    "00D000000000001AAA!AR8AQ.abcdefghijKLMNOP", "ada.lovelace@visitor.test", "pa55w0rd",
  ]
  private static let ids = ["00D000000000009", "572000000000009", "573000000000009"]

  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    let (secrets, ids) = (PrivacyTests.secrets, PrivacyTests.ids)
    try folder.write(
      "in/client.py",
      """
      headers = {'X-LIVEAGENT-SESSION-KEY': '\(secrets[0])', 'X-LIVEAGENT-AFFINITY': '\(secrets[1])'}
      url = 'https://agent:\(secrets[5])@d.la1-c1-iad.salesforceliveagent.com/chat/rest/System/SessionId/\(secrets[0])'
      login = 'https://d.la1-c1-iad.salesforceliveagent.com/?password=\(secrets[2])&sid=\(secrets[3])&visitor=\(secrets[4])'

      """)
    try folder.write(
      "in/page.html",
      """
      <script src='https://c.la1-c1-iad.salesforceliveagent.com/content/g/js/60.0/deployment.js'></script>
      <script>liveagent.init('https://d.la1-c1-iad.salesforceliveagent.com/chat', '\(ids[1])', '\(ids[0])');
      liveagent.showWhenOnline('\(ids[2])', document.getElementById('a')); // ask \(secrets[4])
      // chatsunset-ignore[no-such-rule]: as \(secrets[4]) wished, with password=\(secrets[2])
      </script>

      """)
  }

  @Test func `no format shows a secret or a person`() throws {
    for (format, text) in try reports() {
      for secret in PrivacyTests.secrets { #expect(!text.contains(secret), "\(format) shows '\(secret)'") }
    }
  }

  @Test func `ids are shown, and masked in every format where that is asked for`() throws {
    let shown = try reports()
    for format in ["json", "html", "csv", "sarif", "csv-inventory"] {
      #expect(PrivacyTests.ids.allSatisfy { shown[format]?.contains($0) == true }, "\(format)")
    }
    for (format, text) in try reports(["--redact-ids"]) {
      for id in PrivacyTests.ids { #expect(!text.contains(id), "\(format) shows '\(id)'") }
    }
  }

  @Test func `a person can ask for the evidence as it is`() throws {
    let json = try reports(["--unsafe-show"])["json"] ?? ""
    for secret in PrivacyTests.secrets { #expect(json.contains(secret), "'\(secret)' is masked") }
  }

  /// One audit's report in every format there is; a format that is added is covered by being there.
  private func reports(_ flags: [String] = []) throws -> [String: String] {
    let formats = ReportFormat.allCases.map(\.rawValue)
    let outputs = formats.flatMap { ["--output", "\($0)=\(folder.path($0))"] }
    let run = try CommandProcess(
      ["audit", folder.path("in"), "--details", "--as-of", "2026-11-23"] + flags + outputs).finish()
    #expect(run.status == 0, "\(run.errors)")
    var texts: [String: String] = [:]
    for format in formats {
      let data = try Data(contentsOf: URL(filePath: folder.path(format)))
      texts[format] = format == "xlsx" ? try unpacked(folder.path(format)) : String(decoding: data, as: UTF8.self)
    }
    texts["standard error"] = run.errors
    return texts
  }

  /// All parts of a workbook as one text.
  private func unpacked(_ path: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print('\\n'.join(z.read(n).decode('utf-8', 'replace') for n in z.namelist()))",
      path,
    ]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
