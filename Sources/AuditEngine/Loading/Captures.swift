import AuditModel

extension Condition {
  /// The captures that a match of this condition can have, those of every rule included; nothing where
  /// a pattern does not compile.
  package var captureNames: Set<String>? {
    var names: Set = ["component", "type", "name", "path"]
    switch kind {
    case .text: names.insert("match")
    case .xml(let xml):
      let paths = xml.clauses.map(\.path) + xml.anyTrue + xml.captures
      names.formUnion(paths.map(xml.captureName))
    case .relation(let relation): if !relation.with.isEmpty { names.insert("other") }
    case .component, .path: break
    }
    for pattern in capturingPatterns {
      guard let check = try? PatternCheck(pattern) else { return nil }
      names.formUnion(check.groups)
      names.insert("match")
    }
    return names
  }

  /// The patterns whose match a finding is made of.
  private var capturingPatterns: [String] {
    switch kind {
    case .text(let text): [text.pattern].compactMap(\.self)
    case .xml(let xml):
      xml.clauses.compactMap { if case .matches(let pattern) = $0.test { pattern } else { nil } }
        + [xml.component].compactMap(\.self)
    case .component(let component): [component.name].compactMap(\.self)
    case .path(let path): [path.pattern]
    case .relation: []
    }
  }
}

extension XMLCondition {
  /// The capture that a child path gives: its last part, without an attribute's sign.
  ///
  /// An element's own text, `.`, is called like the element; a root's is `text`.
  package func captureName(of path: String) -> String {
    let path = path == "." ? (element.isEmpty ? "text" : element) : path
    if path.isPlainPath { return path }
    let last = path.utf8.split(separator: UInt8(ascii: "/")).last ?? "text"[...].utf8
    return String(Substring(last.first == UInt8(ascii: "@") ? last.dropFirst() : last))
  }
}

extension String {
  /// Whether a child path is the name of one element, as most are: taking one apart takes ten times as long.
  var isPlainPath: Bool {
    !isEmpty && !utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ".") }
  }
}
