@testable import AuditReport
import AuditModel
import AuditTestSupport
import Testing

@Suite struct HTMLReportTests {
  /// The first three are example values of FIPS 180.
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
    (String(repeating: "a", count: 1_000), "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="),
  ]) func `the hash of a text is right`(text: String, hash: String) {
    #expect(SHA256.base64(of: text) == hash)
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
  func `Base64 is padded`(text: String, expected: String) {
    #expect(Base64.encoded(Array(text.utf8)) == expected)
  }

  @Test func `what is interpolated is text and what is written is markup`() {
    let name = "<b onclick='x'>&\"\u{1B}"
    let html: HTML = "<p title=\"\(name)\">\(name)\("<i>", if: true)\("<u>", if: false)</p>"
    let text = "&lt;b onclick=&#39;x&#39;&gt;&amp;&quot;\\u{1B}"
    #expect(html.markup == "<p title=\"\(text)\">\(text)<i></p>")
  }

  @Test func `only pictures become logos`() throws {
    #expect(Logo(Array("<html>".utf8)) == nil)
    #expect(Logo([]) == nil)
    let logo = try #require(Logo([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00]))
    let page = String(
      decoding: try render(SampleReports.empty, as: .html, options: ReportOptions(logo: logo)), as: UTF8.self)
    #expect(page.contains("src=\"data:image/png;base64,iVBORw0KGgoA\""))
  }

  @Test func `the countdown speaks of the day`() throws {
    var report = SampleReports.empty
    for (day, words) in [
      ("2025-11-23", "<strong>83</strong> days to the scheduled retirement"),
      ("2026-02-13", "<strong>1</strong> day to the scheduled retirement"),
      ("2026-02-14", "<strong>Today</strong> is the scheduled retirement date"),
      ("2026-11-23", "<strong>282</strong> days since the scheduled retirement date"),
    ] {
      report.asOf = try #require(CalendarDate(day))
      let page = String(decoding: try render(report, as: .html), as: UTF8.self)
      #expect(page.contains(words))
    }
  }

  @Test func `a picture of many things counts those without room`() {
    let nodes = (0..<300).map { number in
      InventoryNode(id: NodeID(kind: .artifact, name: "file-\(number)"), isPresent: true)
    }
    let host = InventoryNode(id: NodeID(kind: .host, name: "chat.example.com"), isPresent: true)
    let edges = nodes.map { node in
      InventoryEdge(
        from: node.id, to: host.id, relation: .uses, provenBy: "", location: Location(path: node.id.name))
    }
    let picture = InventoryPicture(Inventory(nodes: nodes + [host], edges: edges))
    #expect(picture.columns == ["Pages and code", "Servers and ids"])
    #expect(picture.boxCount == 12 + 1)
    #expect(picture.lines.count == 11, "what has no room has no lines")
    guard case .rest(let count)? = picture.stops.first(where: { $0.y == picture.height - 40 })?.content else {
      Issue.record("the lowest box stands for the rest")
      return
    }
    #expect(count == 300 - 11)
  }

  @Test func `a line to a far column goes through gaps and never through a box`() {
    let page = NodeID(kind: .artifact, name: "page")
    let host = NodeID(kind: .host, name: "host")
    let queue = NodeID(kind: NodeKind(rawValue: "Queue"), name: "queue")
    let picture = InventoryPicture(
      Inventory(
        nodes: [page, host, queue].map { InventoryNode(id: $0, isPresent: true) },
        edges: [
          InventoryEdge(from: page, to: queue, relation: .uses, provenBy: "", location: Location(path: "a")),
          InventoryEdge(from: queue, to: page, relation: .uses, provenBy: "", location: Location(path: "a")),
        ]))
    #expect(picture.lines.map(\.stops.count) == [3, 3])
    for line in picture.lines {
      guard case .gap = picture.stops[line.stops[1]].content else {
        Issue.record("the middle of the line is no gap")
        continue
      }
    }
  }
}
