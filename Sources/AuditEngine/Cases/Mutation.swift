import AuditModel

/// A rule with one part dropped, to see whether any case notices.
struct Mutation {
  /// The dropped part in words.
  let dropped: String
  let rule: Rule
}

extension Rule {
  /// The rule without one of its conditions, keywords, alternatives or values, for each of them.
  var mutations: [Mutation] {
    var mutations: [Mutation] = []
    if conditions.count > 1 {
      for index in conditions.indices {
        mutations.append(
          Mutation(dropped: "condition \(index + 1)", rule: changing { $0.conditions.remove(at: index) }))
      }
    }
    for (index, condition) in conditions.enumerated() {
      for (dropped, kind) in condition.kind.mutations {
        let place = conditions.count > 1 ? " of condition \(index + 1)" : ""
        mutations.append(
          Mutation(dropped: dropped + place, rule: changing { $0.conditions[index].kind = kind }))
      }
    }
    return mutations
  }

  private func changing(_ change: (inout Rule) -> Void) -> Rule {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Condition.Kind {
  fileprivate typealias Change = (dropped: String, kind: Condition.Kind)

  fileprivate var mutations: [Change] {
    switch self {
    case .text(let text): text.mutations.map { ($0, .text($1)) }
    case .xml(let xml): xml.mutations.map { ($0, .xml($1)) }
    case .component(let component):
      droppingEach(of: component, \.types, "the type").map { ($0, .component($1)) }
        + droppingAlternatives(of: component, \.name, "'name'").map { ($0, .component($1)) }
    case .path(let path):
      patternsWithoutAlternatives(path.pattern).map {
        ("\($0) of 'pattern'", .path(PathCondition(pattern: $1)))
      }
    case .relation(let relation): relation.mutations.map { ($0, .relation($1)) }
    }
  }
}

extension TextCondition {
  fileprivate var mutations: [(String, TextCondition)] {
    droppingEach(of: self, \.keywords, "the keyword")
      + droppingAlternatives(of: self, \.pattern, "'pattern'")
      + droppingAlternatives(of: self, \.unless, "'unless'")
      + droppingEach(of: self, \.requires, "the required", keepingOne: false)
      + droppingEach(of: self, \.excludes, "the excluded", keepingOne: false)
  }
}

extension XMLCondition {
  fileprivate var mutations: [(String, XMLCondition)] {
    var mutations = droppingEach(of: self, \.roots, "the root")
    mutations += droppingAlternatives(of: self, \.component, "'component'")
    mutations += droppingEach(of: self, \.anyTrue, "the child")
    for (index, clause) in clauses.enumerated() {
      for (dropped, test) in clause.test.mutations {
        var copy = self
        copy.clauses[index].test = test
        mutations.append(("\(dropped) of '\(clause.path)'", copy))
      }
    }
    return mutations
  }
}

extension XMLClause.Test {
  fileprivate var mutations: [(String, XMLClause.Test)] {
    func values(_ values: [String], _ make: ([String]) -> XMLClause.Test) -> [(String, XMLClause.Test)] {
      guard values.count > 1 else { return [] }
      return values.indices.map { index in
        var rest = values
        return ("the value '\(rest.remove(at: index))'", make(rest))
      }
    }
    return switch self {
    case .isOneOf(let list): values(list) { .isOneOf($0) }
    case .isNoneOf(let list): values(list) { .isNoneOf($0) }
    case .absentOrNoneOf(let list): values(list) { .absentOrNoneOf($0) }
    case .matches(let pattern): patternsWithoutAlternatives(pattern).map { ($0, .matches($1)) }
    case .matchesNot(let pattern): patternsWithoutAlternatives(pattern).map { ($0, .matchesNot($1)) }
    case .present, .absent: []
    }
  }
}

extension RelationCondition {
  fileprivate var mutations: [(String, RelationCondition)] {
    edgeMutations(of: self, \.with, "'with'") + edgeMutations(of: self, \.without, "'without'")
  }
}

/// The value without each edge of a list, and with each edge without the edges that it asks for itself.
private func edgeMutations<Value>(
  of value: Value, _ list: WritableKeyPath<Value, [EdgePattern]>, _ what: String
) -> [(String, Value)] {
  var mutations = droppingEach(of: value, list, "the edge of \(what)", keepingOne: false)
  for (index, edge) in value[keyPath: list].enumerated() {
    let inner = edgeMutations(of: edge, \.with, "'with'") + edgeMutations(of: edge, \.without, "'without'")
    for (dropped, edge) in inner {
      var copy = value
      copy[keyPath: list][index] = edge
      mutations.append(("\(dropped) in \(what)", copy))
    }
  }
  return mutations
}

// MARK: Dropping

/// The value without each element of one of its lists.
///
/// - Parameter keepingOne: Whether a list of one element is left alone, because an empty one would mean
///   something else.
private func droppingEach<Value, Element>(
  of value: Value, _ list: WritableKeyPath<Value, [Element]>, _ what: String, keepingOne: Bool = true
) -> [(String, Value)] {
  let elements = value[keyPath: list]
  guard elements.count > (keepingOne ? 1 : 0) else { return [] }
  return elements.indices.map { index in
    var copy = value
    let element = copy[keyPath: list].remove(at: index)
    return ("\(what) '\(describe(element))'", copy)
  }
}

private func describe(_ element: some Any) -> String {
  guard let edge = element as? EdgePattern else { return "\(element)" }
  let words =
    [edge.direction.rawValue, edge.relation?.rawValue ?? "any"] + edge.kinds.map(\.rawValue) + edge.names
  return words.joined(separator: " ")
}

private func droppingAlternatives<Value>(
  of value: Value, _ pattern: WritableKeyPath<Value, String?>, _ what: String
) -> [(String, Value)] {
  guard let text = value[keyPath: pattern] else { return [] }
  return patternsWithoutAlternatives(text).map { dropped, rest in
    var copy = value
    copy[keyPath: pattern] = rest
    return ("\(dropped) of \(what)", copy)
  }
}

/// The pattern without each alternative of each of its groups.
private func patternsWithoutAlternatives(_ pattern: String) -> [(dropped: String, pattern: String)] {
  let bytes = Array(pattern.utf8)
  return PatternOutline(pattern).groups.flatMap { group -> [(String, String)] in
    guard group.alternatives.count > 1, !group.isConditional else { return [] }
    return group.alternatives.indices.map { index in
      let alternative = group.alternatives[index]
      // The bar behind goes with it, or for the last one the bar before.
      let isLast = index == group.alternatives.count - 1
      let range =
        isLast
        ? (alternative.lowerBound - 1)..<alternative.upperBound
        : alternative.lowerBound..<(alternative.upperBound + 1)
      let rest = bytes[..<range.lowerBound] + bytes[range.upperBound...]
      return (
        "the alternative '\(String(decoding: bytes[alternative], as: UTF8.self))'",
        String(decoding: rest, as: UTF8.self)
      )
    }
  }
}
