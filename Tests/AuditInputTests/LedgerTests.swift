import AuditModel
import Testing

@testable import AuditInput

@Suite struct LedgerTests {
  /// Names that begin alike for less, for just and for more than the bytes that are compared first.
  private static let names = [
    "", "a", "A", "a\u{0}", "ab", "Case.Field_0123456789", "Case.Field_0123456788", "Case.Field_012345678", "é",
    "e\u{301}", "ß", "💬", "Case.Field_0123456789\u{0}", "z", "~",
  ]

  @Test func `components stand by type in the byte order of their lower case, whoever saw them`() {
    let components = ["Q", "Queue", "CustomFieldTranslation", "Ä"].flatMap { type in
      Self.names.map { ComponentID(type: type, name: $0) }
    }
    // Of two spellings the smaller one stands.
    let names = Dictionary(grouping: Self.names) { $0.lowercased() }.values
      .compactMap { $0.min(by: inByteOrder) }.sorted { inByteOrder($0.lowercased(), $1.lowercased()) }
    let expected = ["CustomFieldTranslation", "Q", "Queue", "Ä"].map { HeldComponents(type: $0, names: names) }
    for workers in 1...3 {
      var whole = Tally()
      for worker in 0..<workers {
        var share = Tally()
        for (index, component) in components.enumerated() where index % workers == worker { share.add(component) }
        whole.merge(share)
      }
      let held = whole.ledger(roots: []).components
      #expect(held == expected)
      // Equal texts may be normalised in different ways.
      #expect(held.map { $0.names.map { Array($0.utf8) } } == expected.map { $0.names.map { Array($0.utf8) } })
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
      #expect(whole.ledger(roots: []).components == [HeldComponents(type: "Queue", names: ["Sales"])])
    }
  }
}
