import AuditModel
import Testing

@testable import AuditInput

@Suite struct LedgerTests {
  /// Names that begin alike for less, for just and for more than the bytes that are compared first.
  private static let names = [
    "", "a", "A", "a\u{0}", "ab", "Case.Field_0123456789", "Case.Field_0123456788", "Case.Field_012345678", "é",
    "e\u{301}", "ß", "💬", "Case.Field_0123456789\u{0}", "z", "~",
  ]

  @Test func `components stand in the byte order of their keys, whoever saw them`() {
    let components = ["Q", "Queue", "CustomFieldTranslation", "Ä"].flatMap { type in
      Self.names.map { ComponentID(type: type, name: $0) }
    }
    // Of two spellings the smaller one stands.
    let expected = Dictionary(grouping: components, by: \.key).values
      .compactMap { $0.min { inByteOrder($0.name, $1.name) }?.key }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for workers in 1...3 {
      var whole = Tally()
      for worker in 0..<workers {
        var share = Tally()
        for (index, component) in components.enumerated() where index % workers == worker { share.add(component) }
        whole.merge(share)
      }
      #expect(whole.ledger(roots: []).components.map { Array($0.key.utf8) } == expected.map { Array($0.utf8) })
    }
  }

  @Test func `of two spellings the smaller one stands, whoever saw it`() {
    for names in [["sales", "Sales"], ["Sales", "sales"]] {
      var whole = Tally()
      for name in names {
        var share = Tally()
        share.add(ComponentID(type: "Queue", name: name))
        whole.merge(share)
      }
      #expect(whole.ledger(roots: []).components.map(\.name) == ["Sales"])
    }
  }

  @Test func `components are counted by type, wherever they stand`() {
    var ledger = InputLedger()
    #expect(ledger.componentCounts.isEmpty)
    ledger.components = [("Queue", "a"), ("Queue", "b"), ("queue", "c"), ("Queue", "d"), ("Bot", "a")]
      .map { ComponentID(type: $0, name: $1) }
    #expect(ledger.componentCounts == ["Queue": 3, "queue": 1, "Bot": 1])
  }

  @Test func `first bytes are in the order of the texts`() {
    for left in Self.names {
      for right in Self.names where firstBytes(of: left) != firstBytes(of: right) {
        #expect((firstBytes(of: left) < firstBytes(of: right)) == inByteOrder(left, right), "\(left) \(right)")
      }
    }
  }
}
