import AuditModel
import AuditTestSupport
import Testing

@testable import AuditEngine

/// A large text gives what it would give if it were in memory, also where one piece ends and the next begins.
@Suite struct PieceTests {
  @Test(
    arguments: [
      // A secret that the border cuts is masked whole, and evidence begins where it would.
      "f({'X-ACME-KEY': 'f0e1d2c3-0000-4000-8000-aabbccddeeff!1700000000000!abcdefghijklmnopqrstuvwxyz'}, 'X-ACME-ID')",
      // A long line, of which evidence shows a part.
      String(repeating: "let abc = 1; ", count: 40) + "f('X-ACME-KEY'); " + String(repeating: "let abc = 1; ", count: 40),
      // A list is one for what stands above and below.
      "'x-acme-id',",
    ], [0, 60, 100])
  func `a border between pieces changes nothing`(line: String, shift: Int) throws {
    let border = Pieces.size - Pieces.overlap
    let reach = 10_000
    var text = Array(repeating: UInt8(ascii: " "), count: border - reach + shift) + [UInt8(ascii: "\n")]
    while text.count < border + reach { text += Array("\(line)\n".utf8) }
    text += Array(repeating: UInt8(ascii: " "), count: Pieces.overlap)
    var scanner = ArtifactScanner(try rules())
    let artifact = Artifact(path: "a.js", kind: .code, language: .javascript)
    var whole = scanner.scan(text.span, of: artifact).findings
    // Only of a text in memory it is known.
    for index in whole.indices { whole[index].lineHash = nil }
    let large = scanner.scan(large: MemoryText(bytes: text), of: artifact).findings
    #expect(whole.count > 15)
    #expect(large.count == whole.count)
    for (large, whole) in zip(large, whole) { #expect(large == whole) }
    #expect(!large.contains { $0.evidence.contains("1700000000000") })
  }

  // The sizes end right before, at and behind the end of a piece.
  @Test(arguments: [-1, 0, 1]) func `nothing at the end of a text is lost`(more: Int) throws {
    let size = 2 * Pieces.size - Pieces.overlap + more
    let end = Array("\nf('X-ACME-ID')\n".utf8)
    let text = Array(repeating: UInt8(ascii: " "), count: size - end.count) + end
    var scanner = ArtifactScanner(try rules())
    let artifact = Artifact(path: "a.js", kind: .code, language: .javascript)
    let found = scanner.scan(large: MemoryText(bytes: text), of: artifact).findings
    #expect(found.map(\.location.line) == [2])
  }

  @Test(arguments: [
    (["acme-host"], [], true), (["Acme-Host"], [], true), (["nowhere"], [], false), (["nowhere", "acme-host"], [], true),
    ([], ["acme-host"], false), ([], ["nowhere"], true), (["zz"], [], true), (["qq"], [], false),
    (["x-acme-"], ["nowhere"], true), (["x-acme-"], ["zz"], false), (["nowhere"], ["zz"], false),
  ] as [([String], [String], Bool)])
  func `what a rule demands of the rest of a text may stand in any piece`(
    requires: [String], excludes: [String], isFound: Bool
  ) throws {
    var text = Array(repeating: UInt8(ascii: " "), count: 3 * Pieces.size)
    func put(_ word: String, at offset: Int) {
      text.replaceSubrange(offset..<(offset + word.utf8.count), with: Array(word.utf8))
    }
    for offset in [100, Pieces.size + 100, 3 * Pieces.size - 100] { put("\nf('X-ACME-ID')\n", at: offset) }
    put("ACME-HOST", at: 2 * (Pieces.size - Pieces.overlap) - 4)
    put("ZZ", at: 3 * Pieces.size - 20)
    var scanner = ArtifactScanner(try rules(requires: requires, excludes: excludes))
    let artifact = Artifact(path: "a.js", kind: .code, language: .javascript)
    #expect(scanner.scan(large: MemoryText(bytes: text), of: artifact).findings.count == (isFound ? 3 : 0))
    #expect(scanner.scan(text.span, of: artifact).findings.count == (isFound ? 3 : 0))
  }

  private func rules(requires: [String] = [], excludes: [String] = []) throws -> RuleSet {
    let text = TextCondition(
      keywords: ["x-acme-"], pattern: #"(?i)x-acme-(?:key|id)"#, requires: requires, excludes: excludes)
    return try RuleSet(packs: [.acme([.acme("acme", .text(text))])], asOf: SampleReports.day)
  }
}
