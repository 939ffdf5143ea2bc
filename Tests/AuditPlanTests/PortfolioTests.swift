import AuditModel
import AuditPlan
import Testing

@Suite struct PortfolioTests {
  private func entry(_ name: String, day: Int = 0, errors: Int, ids: [String] = []) -> PortfolioEntry {
    PortfolioEntry(
      name: name, day: CalendarDate(daysSinceEpoch: 20_000 + day),
      areas: [.init(surface: .endpoint, errors: errors)],
      identities: ids.map(Specimen.node))
  }

  @Test func `the worst stand first, and what several have is shared`() {
    let portfolio = Portfolio([
      entry("Acme", errors: 2, ids: ["host:D.example.com", "button-id:1"]),
      entry("Birch", errors: 9, ids: ["host:d.example.com"]),
      entry("Cedar", errors: 0),
    ])
    #expect(portfolio.rows.map(\.name) == ["Birch", "Acme", "Cedar"])
    #expect(portfolio.shared.map(\.organizations) == [["Acme", "Birch"]])
  }

  @Test func `reports of several days are a trend, and only the latest counts`() {
    let entries = [
      entry("Acme", day: 2, errors: 5, ids: ["host:new"]),
      entry("acme", day: 1, errors: 8, ids: ["host:old"]),
      entry("Birch", errors: 6, ids: ["host:old"]),
    ]
    let portfolio = Portfolio(entries)
    #expect(portfolio.rows.map(\.name) == ["Birch", "Acme"])
    #expect(portfolio.rows[1].trend.map(\.errors) == [8, 5])
    #expect(portfolio.shared == [])
    #expect(Portfolio(entries.reversed()) == portfolio)
  }

  @Test(arguments: [
    ("reports/acme-2026-11-23.json", "acme"), ("acme_2026-11.json", "acme"), ("acme.20261123.JSON", "acme"),
    ("acme-eu-1.json", "acme-eu-1"), ("2026-11-23.json", "2026"), ("acme", "acme"),
  ]) func `a file name stands for an organisation`(_ path: String, _ name: String) {
    #expect(Portfolio.name(ofFile: path) == name)
  }
}
