import AuditEngine
import AuditModel


/// The text of one file of a rule pack, the first byte of which says which file.
///
/// What loads must compile, survive being compiled into the binary, and match without stalling.
struct RulesTarget: FuzzTarget {
  private static let paths = ["header/header.yaml", "data-model/field.yaml", "pack.yaml", "plan.yaml", "export.yaml"]
  private static let sample = Array(
    "X-ACME-KEY: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n<CustomObject><sharing><read>true</read></sharing></CustomObject>".utf8)
  private let day = CalendarDate("2026-11-23")
  /// What the file may name: steps and rules.
  private let base: [RulePack]

  init() throws {
    base = [try loadRulePack(FuzzPack.files, folder: "acme-chat")]
  }

  mutating func problem(with bytes: [UInt8]) -> String? {
    guard let first = bytes.first, let day else { return nil }
    let path = RulesTarget.paths[Int(first) % RulesTarget.paths.count]
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let pack: RulePack
    do {
      pack = try loadRulePack(FuzzPack.files(around: path, text), folder: "acme-chat", extending: base)
    } catch {
      if error.errors.isEmpty { return "a pack is refused without an error" }
      return error.errors.first { !$0.location.path.hasPrefix("acme-chat") || $0.message.isEmpty }
        .map { "'\($0.message)' has no place" }
    }
    guard let rules = try? RuleSet(packs: [pack], asOf: day) else { return nil }
    var scanner = ArtifactScanner(rules)
    for file in [TextTarget.File.javascript, .metadata] {
      _ = scanner.scan(RulesTarget.sample.span, of: file.artifact)
    }
    let compiled = Array(RulePack.encodeEmbedded([pack]).utf8)
    guard let again = try? RulePack.decodeEmbedded(compiled), again == [pack] else {
      return "the pack does not come back as it was written"
    }
    return nil
  }
}
