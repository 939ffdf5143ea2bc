import AuditModel

extension Condition {
  /// What the condition looks for, in words and as many lines as it takes; the first begins with a dash.
  var description: String {
    var lines: [String]
    switch kind {
    case .text(let text): lines = text.description
    case .xml(let xml): lines = xml.description
    case .component(let component):
      lines = ["a component of type \(component.types.joined(separator: " or "))"]
      component.name.map { lines.append("whose name matches \($0)") }
    case .path(let path): lines = ["a path that matches \(path.pattern)"]
    case .relation(let relation): lines = relation.description
    }
    if let confidence { lines.append("then \(confidence.rawValue)" + (because.map { ": \($0)" } ?? "")) }
    return "- " + lines.joined(separator: "\n  ")
  }
}

extension TextCondition {
  fileprivate var description: [String] {
    var first = "text"
    if !kinds.isEmpty { first += " in \(kinds.map(\.rawValue).joined(separator: ", "))" }
    if !languages.isEmpty { first += " (\(languages.map(\.rawValue).joined(separator: ", ")))" }
    var lines = [first + " with \(quoted(keywords, "or"))"]
    if let pattern { lines.append("that matches \(pattern)") }
    if !contexts.isEmpty { lines.append("as \(contexts.map(\.rawValue).joined(separator: ", "))") }
    if !requires.isEmpty { lines.append("where the artifact also holds \(quoted(requires, "or"))") }
    if !excludes.isEmpty { lines.append("where the artifact holds no \(quoted(excludes, "or"))") }
    if let unless { lines.append("unless the line matches \(unless)") }
    if seesDisguises { lines.append("also encoded or split") }
    return lines
  }
}

extension XMLCondition {
  fileprivate var description: [String] {
    let names = roots.joined(separator: " or ")
    var lines = [element.isEmpty ? "a \(names)" : "'\(element)' in a \(names)"]
    if let component { lines.append("of a component whose name matches \(component)") }
    lines += clauses.map { "whose '\($0.path)' \($0.test.description)" }
    if !anyTrue.isEmpty { lines.append("with \(quoted(anyTrue, "or")) true") }
    return lines
  }
}

extension XMLClause.Test {
  fileprivate var description: String {
    switch self {
    case .isOneOf(let values): "is \(quoted(values, "or"))"
    case .isNoneOf(let values): "is not \(quoted(values, "or"))"
    case .absentOrNoneOf(let values): "is missing or is not \(quoted(values, "or"))"
    case .matches(let pattern): "matches \(pattern)"
    case .matchesNot(let pattern): "does not match \(pattern)"
    case .present: "is there"
    case .absent: "is missing"
    }
  }
}

extension RelationCondition {
  fileprivate var description: [String] {
    let presence = isPresent.map { $0 ? "" : " that is named and not there" } ?? " that is there or named"
    return ["a \(subject.rawValue)\(presence)"] + with.map { "with \($0.description)" }
      + without.map { "without \($0.description)" }
  }
}

extension EdgePattern {
  fileprivate var description: String {
    let other = kinds.isEmpty ? "anything" : kinds.map(\.rawValue).joined(separator: " or ")
    let name = names.isEmpty ? "" : " called \(quoted(names, "or"))"
    let presence = isPresent.map { $0 ? " that is there" : " that is not there" } ?? ""
    let edge =
      switch direction {
      case .in: "\(other)\(name)\(presence) that \(relation?.rawValue ?? "has to do with") it"
      case .out: "'\(relation?.rawValue ?? "any relation")' to \(other)\(name)\(presence)"
      }
    let more = with.map { "with \($0.description)" } + without.map { "without \($0.description)" }
    return more.isEmpty ? edge : "\(edge), itself \(more.joined(separator: " and "))"
  }
}

private func quoted(_ values: [String], _ word: String) -> String {
  let values = values.map { "'\($0)'" }
  guard let last = values.last, values.count > 1 else { return values.first ?? "" }
  return values.dropLast().joined(separator: ", ") + " \(word) " + last
}
