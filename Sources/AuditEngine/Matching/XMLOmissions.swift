import AuditModel
import BytePrefilter
import XMLReading

/// What documents of each root may leave out of their reading; for one worker.
final class XMLOmissions {
  private let rules: RuleSet
  private var known: [String: Plan?] = [:]
  /// The root of the document that was looked at last, and the bytes up to behind its name: the files of a folder
  /// mostly begin alike.
  private var latest: (name: String, start: [UInt8], plan: Plan?)?

  /// What documents of one root may leave out; there is one for each root that conditions are about.
  final class Plan {
    private let children: XMLKnownChildren
    /// By keyword, whether conditions on documents of the root need it, so that an element with it must be read.
    let counts: [Bool]
    /// By keyword, whether one of these conditions is on documents of any name.
    let suffices: [Bool]

    fileprivate init(_ children: XMLKnownChildren, counts: [Bool], suffices: [Bool]) {
      self.children = children
      self.counts = counts
      self.suffices = suffices
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

  /// The name of a document's root element, where it can be told, and what the document may leave out.
  func root(of bytes: Span<UInt8>) -> (name: String?, plan: Plan?) {
    if let latest, bytes.hasPrefix(latest.start, at: 0) { return (latest.name, latest.plan) }
    guard let place = documentRootPlace(in: bytes) else { return (nil, nil) }
    let name = bytes.text(in: place, atMost: 256)
    let plan = plan(for: name)
    // With the byte that ends the name.
    latest = (name, (0...place.upperBound).map { bytes[$0] }, plan)
    return (name, plan)
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
      let kinds = rules.targets.map { targets in
        targets.compactMap { target -> DocumentKind? in
          guard case .elements(let kind) = target, kind.roots.contains(root) else { return nil }
          return kind
        }
      }
      let counts = kinds.map { !$0.isEmpty }
      let wanted = wantedNames(conditions) { [self] in holds($0, keywordsOf: counts) }
      return Plan(
        XMLKnownChildren(ofRoot: root, wanted: wanted), counts: counts,
        suffices: kinds.map { $0.contains { $0.component == nil } })
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
