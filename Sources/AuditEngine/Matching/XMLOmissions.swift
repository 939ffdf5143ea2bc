import AuditModel
import BytePrefilter
import XMLReading

/// What documents of each root may leave out of their reading; for one worker.
final class XMLOmissions {
  private let rules: RuleSet
  private var known: [String: Plan?] = [:]

  /// What documents of one root may leave out; there is one for each root that conditions are about.
  final class Plan {
    private let children: XMLKnownChildren
    /// By keyword, whether conditions on documents of the root need it, so that an element with it must be read.
    let counts: [Bool]

    fileprivate init(_ children: XMLKnownChildren, counts: [Bool]) {
      self.children = children
      self.counts = counts
    }

    /// Keeps the places of hits that matter, if they are not too many to be kept.
    func note(_ hits: some Sequence<Prefilter.Hit>, base: Int = 0, in places: inout ContiguousArray<Int>) {
      for hit in hits where counts[hit.keyword] && places.count < XMLOmissions.maxPlaces {
        places.append(base + hit.offset)
      }
    }

    /// - Parameter places: All that were noted in the document.
    func omission(_ places: ContiguousArray<Int>) -> XMLOmission? {
      places.count < XMLOmissions.maxPlaces ? XMLOmission(children: children, places: places) : nil
    }
  }

  /// With more places than this a document is read as a whole: they would take more memory than is worth it.
  private static let maxPlaces = 1 << 20

  init(_ rules: RuleSet) {
    self.rules = rules
  }

  /// What a document may leave out, or nothing where it has to be read as a whole.
  ///
  /// - Parameter root: The name of its root element, where it is known.
  func plan(for root: String?) -> Plan? {
    guard let root else { return nil }
    if let known = known[root] { return known }
    let names = rules.xmlIndex.names
    let conditions = names.id(of: Array(root.utf8).span).flatMap { rules.xmlIndex.roots[$0] }
    let plan = conditions.map { conditions in
      let counts = rules.targets.map { targets in
        targets.contains { target in
          guard case .elements(let kind) = target else { return false }
          return kind.roots.contains(root)
        }
      }
      let wanted = wantedNames(conditions) { [self] in holds($0, keywordsOf: counts) }
      return Plan(XMLKnownChildren(ofRoot: root, wanted: wanted), counts: counts)
    }
    known[root] = .some(plan)
    return plan
  }

  /// The names of elements that conditions look at whatever stands in them.
  private func wantedNames(_ root: XMLIndex.Root, holdsKeyword: @escaping (String) -> Bool) -> Set<String> {
    let elements = rules.xmlIndex.elements
    var names: Set<String> = []
    for place in root.onRoot {
      for path in elements[place].compiled.recorded {
        names.formUnion(path.split(separator: "/").prefix(1).map(String.init))
      }
    }
    for place in root.onElement {
      let compiled = elements[place].compiled
      if let name = compiled.reversedPath.first, !compiled.xml.needs(holdsKeyword) { names.insert(name) }
    }
    for part in root.parts.values { names.insert(part.child.element) }
    return names
  }

  private func holds(_ text: String, keywordsOf counts: [Bool]) -> Bool {
    let bytes = Array(text.utf8)
    // Beyond ASCII, equal letters of another case are other bytes.
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
    var hits: ContiguousArray<Prefilter.Hit> = []
    rules.prefilter.scan(bytes.span, into: &hits)
    return hits.contains { counts[$0.keyword] }
  }
}

extension XMLCondition {
  /// Whether an element can only match if such a text stands in it, in small letters or large ones.
  fileprivate func needs(_ isMeant: @escaping (String) -> Bool) -> Bool {
    clauses.contains { clause in
      switch clause.test {
      case .isOneOf(let texts): !texts.isEmpty && texts.allSatisfy { isMeant($0.lowercased()) }
      case .matches(let pattern): PatternLiterals.everyMatch(of: pattern, holds: isMeant)
      case .isNoneOf, .absentOrNoneOf, .matchesNot, .present, .absent: false
      }
    }
  }
}
