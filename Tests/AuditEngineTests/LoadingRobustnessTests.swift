import Testing

@testable import AuditEngine

@Suite struct `Names and patterns` {
  @Test(arguments: [
    ("elemnt", "element", 1), ("elmenet", "element", 2), ("recieve", "receive", 1), ("", "abc", 3),
    ("same", "same", 0),
    ("ab", "ba", 1), ("kitten", "sitting", 3),
  ])
  func `are as far apart as edits are needed`(_ left: String, right: String, distance: Int) {
    #expect(editDistance(left, right) == distance)
    #expect(editDistance(right, left) == distance)
  }

  @Test(arguments: [
    ("pluralised", "pluralized" as String?), ("headers", "header"), ("HEADER", "header"), ("hd", nil),
    ("x", nil),
  ])
  func `have a near name only when it is near`(_ name: String, nearest: String?) {
    #expect(nearestName(to: name, among: ["header", "pluralized", "d9"]) == nearest)
  }

  @Test(arguments: [
    (#"a|b"#, [["a", "b"]]),
    (#"x(?:a|bc|)y"#, [[#"x(?:a|bc|)y"#], ["a", "bc", ""]]),
    (#"(?i)(?<name>a|b)(?'other'c)"#, [[#"(?i)(?<name>a|b)(?'other'c)"#], ["a", "b"], ["c"]]),
    (#"[|(]\|\(\Q|(\E(?#|()x"#, [[#"[|(]\|\(\Q|(\E(?#|()x"#]]),
    (#"[]|]|[^]|]|[[:alpha:]|]"#, [["[]|]", "[^]|]", "[[:alpha:]|]"]]),
    (#"(?=a|b)(?<!c|d)(?>e)\x{7c}"#, [[#"(?=a|b)(?<!c|d)(?>e)\x{7c}"#], ["a", "b"], ["c", "d"], ["e"]]),
    (#"((a|b)|c"#, [["((a|b)|c"], ["(a|b)", "c"], ["a", "b"]]),
  ])
  func `are taken apart at their bars`(_ pattern: String, alternatives: [[String]]) {
    let bytes = Array(pattern.utf8)
    let parts = PatternOutline(pattern).groups.map { group in
      group.alternatives.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    #expect(parts == alternatives)
  }

  @Test(arguments: [
    ("(a+)+", 4 as Int?), ("(?:a*b)*", 7), ("(a{2,}){3,}", 7), ("((a+)b)+", 7), ("(a+|b){0,20}", nil),
    ("(a{1,9})+", nil),
    ("(a++b)+", nil), ("(?>a+)+", nil), ("a+(b)+", nil), (#"(\+\*)+"#, nil), ("([+*])+", nil),
    ("(a)+?(b+)?", nil),
  ])
  func `must not repeat a repetition without bound`(_ pattern: String, place: Int?) {
    #expect(PatternOutline(pattern).nestedRepetition == place)
  }
}

@Suite struct `A damaged rule file` {
  /// Whatever is wrong, it is an error and never a crash or a hang.
  @Test func `is an error wherever it is cut or changed`() {
    let text = Array(SamplePack.rule.unicodeScalars)
    for offset in stride(from: 0, to: text.count, by: 17) {
      var cut = String.UnicodeScalarView(text[..<offset])
      _ = SamplePack.errors(["header/acme-header.yaml": String(cut)])
      for scalar in ["{", "'", "&", "\t", "|"] as [Unicode.Scalar] {
        cut = String.UnicodeScalarView(text)
        cut.replaceSubrange(
          cut.index(cut.startIndex, offsetBy: offset)..<cut.index(cut.startIndex, offsetBy: offset + 1),
          with: [scalar])
        _ = SamplePack.errors(["header/acme-header.yaml": String(cut)])
      }
    }
  }
}
