import AuditEngine
import AuditKit
import AuditModel
import Testing

/// What the built-in packs say about an export that lacks something.
@Suite struct ExportCoverageTests {
  static let types = (try? RulePack.builtIn())?.flatMap(\.exportTypes) ?? []

  @Test func `every type that an export should hold is one that artifacts can be`() {
    #expect(Self.types.count > 60)
    let parts = Set(MetadataTypes.all.flatMap { MetadataTypes.children(of: $0.name) }.map(\.name))
    for type in Self.types.map(\.type) { #expect(MetadataTypes.named(type) != nil || parts.contains(type), "\(type)") }
  }

  @Test(arguments: types.map(\.type)) func `an export without a type weakens conclusions`(_ type: String) throws {
    let whole = try coverage(without: nil)
    let changed = try zip(coverage(without: type), whole).filter { $0 != $1 }.map(\.0)
    let statement = try #require(changed.first { $0.type == type })
    #expect(statement.state == .absent)
    #expect(statement.weakens?.isEmpty == false)
  }

  @Test func `a whole export weakens nothing, and what no export holds stays a question`() throws {
    #expect(try coverage(without: nil).filter { $0.state != .present }.map(\.type) == [])
    #expect(try report(without: nil).coverage.questions.count > 8)
  }

  private func coverage(without type: String?) throws -> [TypeCoverage] {
    try report(without: type).coverage.types
  }

  /// A report of an export that holds what the packs want, but for one type.
  private func report(without missing: String?) throws -> Report {
    let rules = try RuleSet.compiling(RulePack.builtIn(), asOf: CalendarDate(daysSinceEpoch: 20_780))
    let held = Self.types.filter { $0.type != missing }.map { type in
      let names = type.members.filter { $0 != "*" }
      return HeldComponents(type: type.type, names: names.isEmpty ? ["One"] : names)
    }
    let evidence = Evidence(coverage: Coverage(artifacts: 1, held: held))
    return Report(concluding: evidence, rules: rules, tool: .init(name: "chatsunset", version: "0"))
  }
}
