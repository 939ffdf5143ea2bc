import AuditModel
import Testing

@testable import AuditEngine

@Suite struct `Rules compiled into the binary` {
  /// A pack with every kind of condition, test and value.
  private let pack: RulePack

  init() throws {
    let relation = """
      id: acme-relation
      title: "Tips & tricks: '{}', \\"quotes\\", ä\\t\\r\\u0001 and \\\\##(signs)"
      class: review
      confidence: possible
      surface: settings
      silent: true
      aggregate: file
      when:
        - relation:
            subject: AcmeSite
            present: any
            with: [{in: any, kind: [AcmeButton, product], name: x, present: false}]
            without: [{out: has, with: [{in: uses, kind: AcmeSite}], without: [{out: any}]}]
        - component: {type: [AcmeSite, AcmeButton]}
        - component: {type: AcmeSite, name: ^A}
        - path: {pattern: a$}
        - xml:
            root: AcmeSite
            component: ^Shop
            where:
              a: {not: b}
              c: {absent-or-not: [d, e]}
              f: {not-pattern: g}
              h: {present: true}
              "@i": {absent: true}
              any-true: [j, k]
            keywords: [acme]
        - text:
            languages: [apex, objective-c]
            keywords: [acme]
            contexts: [code, list]
            requires: [one]
            excludes: [two, three]
            unless: four
            disguises: true
      remediation: Do.
      links: [{title: A page, url: 'https://example.com'}]
      """
    pack = try SamplePack.pack(["settings/acme-relation.yaml": relation])
  }

  @Test func `are the rules that were read`() throws {
    #expect(try RulePack.decodeEmbedded(Array(RulePack.encodeEmbedded([pack, pack]).utf8)) == [pack, pack])
  }

  @Test func `hold a longer text once`() throws {
    let written = RulePack.encodeEmbedded([pack, pack])
    #expect(written.split(separator: "Tips & tricks").count == 2)
    #expect(throws: EmbeddedRulesError.self) { try RulePack.decodeEmbedded(Array("1;=0;".utf8)) }
  }

  @Test func `are an error when a piece is missing or changed, and never a crash`() throws {
    let bytes = Array(RulePack.encodeEmbedded([pack]).utf8)
    for count in 0..<bytes.count {
      #expect(throws: EmbeddedRulesError.self) { try RulePack.decodeEmbedded(Array(bytes[..<count])) }
    }
    for offset in bytes.indices {
      var changed = bytes
      changed[offset] = UInt8(ascii: "9")
      // Most changes stay texts; only a crash would be wrong.
      _ = try? RulePack.decodeEmbedded(changed)
    }
  }
}
