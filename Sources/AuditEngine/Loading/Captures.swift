import AuditModel

extension Condition {
  /// The captures that a match of this condition can have, those of every rule included.
  package var captureNames: Set<String> {
    var names: Set = ["component", "type", "name", "path"]
    switch kind {
    case .text(let text):
      names.insert("match")
      text.pattern.map { names.formUnion(groupNames(in: $0)) }
    case .xml(let xml):
      let paths = xml.clauses.map(\.path) + xml.anyTrue + xml.captures
      names.formUnion(paths.map(xml.captureName))
      for case .matches(let pattern) in xml.clauses.map(\.test) { names.formUnion(groupNames(in: pattern)) }
    case .component(let component):
      component.name.map { names.formUnion(groupNames(in: $0)) }
    case .path(let path):
      names.formUnion(groupNames(in: path.pattern))
    case .relation:
      break
    }
    return names
  }

  private func groupNames(in pattern: String) -> Set<String> {
    // A pattern that doesn't compile was reported where it stands.
    Set((try? PatternCheck(pattern))?.groups ?? []).union(["match"])
  }
}

extension XMLCondition {
  /// The capture that a child path gives: its last part, without an attribute's sign.
  ///
  /// An element's own text, `.`, is called like the element; a root's is `text`.
  package func captureName(of path: String) -> String {
    let path = path == "." ? (element.isEmpty ? "text" : element) : path
    let last = path.split(separator: "/").last ?? "text"
    return String(last.first == "@" ? last.dropFirst() : last)
  }
}
