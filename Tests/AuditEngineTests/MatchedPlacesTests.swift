import AuditModel
import Testing

@testable import AuditEngine

/// Questions about many places have the answers that each match by itself gives.
@Suite struct MatchedPlacesTests {
  @Test(arguments: [
    [], [(1, 5..<9)], [(1, 5..<9), (2, 7..<12)], [(1, 9..<12), (1, 0..<3), (1, 3..<4)],
    [(1, 0..<20), (1, 2..<4), (1, 19..<22), (1, 25..<25)],
  ] as [[(Int, Range<Int>)]])
  func `a place is in a match of its rule or in none`(ranges: [(Int, Range<Int>)]) {
    let condition = SharedCondition(Condition(kind: .text(TextCondition(keywords: ["hit"]))))
    let matches = ranges.map { Match(rule: $0.0, condition: condition, range: $0.1, captures: [:]) }
    let places = MatchedPlaces(matches)
    for start in 0..<26 {
      #expect(places.contains(start, of: 1) == matches.contains { $0.rule == 1 && $0.range.contains(start) })
      for length in 0..<6 {
        let range = start..<(start + length)
        #expect(places.overlap(range, of: 1) == matches.contains { $0.rule == 1 && $0.range.overlaps(range) }, "\(range)")
      }
    }
  }

  @Test func `a run of base64 that holds many servers is followed once and shows them all`() throws {
    let servers = (0..<30).map { "d.la\($0)-c1-abc.acmechat.example.com " }.joined(separator: String(repeating: "#", count: 900))
    let text = Array("x = \"\(base64(servers))\"".utf8)
    var run = Disguise.Run(), fresh = 0
    for offset in stride(from: 10, to: text.count - 10, by: 37) {
      var none = Disguise.Run()
      let known = Disguise.layers(of: text.span, in: offset..<offset, round: offset, after: &run)
      let alone = Disguise.layers(of: text.span, in: offset..<offset, round: offset, after: &none)
      #expect(known.map(\.text) == alone.map(\.text))
      #expect(known.map(\.origins) == alone.map(\.origins))
      fresh += alone.count
    }
    #expect(fresh > 100)
  }

  private func base64(_ text: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count - 2, by: 3).map { start in
      let group = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
      return String([18, 12, 6, 0].map { alphabet[group >> $0 & 63] })
    }.joined()
  }
}
