import AuditModel
import XMLReading

/// Element conditions by numbers instead of names, shared by all documents.
final class XMLIndex: Sendable {
  let names: XMLNames
  /// What to do in a document or in a decomposed part, by the number of its root element.
  let roots: [XMLNameID: Root]
  /// The conditions, which roots name by their places here.
  let elements: [Element]
  /// The attribute `nil` of `xsi:nil="true"`, which says that an element is there and empty.
  let nilAttribute: XMLNameID
  /// Conditions on the existence of components, by lower-case type.
  let componentConditions: [String: [CompiledComponent]]

  /// The conditions of one root element.
  final class Root: Sendable {
    /// Conditions on the root itself.
    let onRoot: [Int]
    /// Elements that are components of their own, by name.
    let parts: [XMLNameID: PartKind]
    /// By the number of an element's name, where in `lists` the conditions on it stand.
    private let places: [UInt16]
    private let lists: [[Int]]

    init(onRoot: [Int], onElement: [XMLNameID: [Int]], parts: [XMLNameID: PartKind], nameCount: Int) {
      self.onRoot = onRoot
      self.parts = parts
      var places = [UInt16](repeating: 0, count: onElement.isEmpty ? 0 : nameCount)
      var lists: [[Int]] = [[]]
      for (name, elements) in onElement {
        places[Int(name.rawValue)] = UInt16(lists.count)
        lists.append(elements)
      }
      self.places = places
      self.lists = lists
    }

    /// Conditions on elements below the root whose path ends in a name.
    func elements(named name: XMLNameID) -> [Int] {
      let number = Int(name.rawValue)
      return number < places.count ? lists[Int(places[number])] : lists[0]
    }
  }

  /// A kind of decomposed part.
  final class PartKind: Sendable {
    let child: MetadataChild
    let name: XMLNameID
    let nameElement: XMLNameID

    init(child: MetadataChild, name: XMLNameID, nameElement: XMLNameID) {
      self.child = child
      self.name = name
      self.nameElement = nameElement
    }
  }

  /// One condition with its paths as numbers.
  struct Element: Sendable {
    var compiled: CompiledXML
    /// The element's path from its end; empty for the root.
    var reversedPath: [XMLNameID]
    /// The children whose texts are kept.
    var paths: [RecordedPath]
    /// What their texts are called as captures, in the same order.
    var captureNames: [String]
    var clauses: [Clause]
    /// Paths, one of whose texts must be `true`.
    var anyTrue: [Int]
  }

  /// A child whose text is kept.
  struct RecordedPath: Sendable {
    var elements: [XMLNameID]
    /// The attribute's name, where the path ends in one.
    var attribute: XMLNameID?
  }

  /// A demand on one of an element's recorded paths.
  struct Clause: Sendable {
    var path: Int
    var test: XMLClause.Test
    /// The texts of the test, in lower case.
    var texts: [LowercaseText]
    /// The pattern of the test, with a number of its own.
    var pattern: (text: String, number: Int)?
  }

  init(_ rules: RuleSet) {
    var names = XMLNames()
    var patternCount = 0
    var elements: [Element] = []
    var onRoot: [String: [Int]] = [:]
    var onElement: [String: [XMLNameID: [Int]]] = [:]
    for (type, conditions) in rules.xmlConditions.sorted(by: { $0.key < $1.key }) {
      names.register(type)
      for compiled in conditions {
        let element = Element(compiled, &names, &patternCount)
        if let last = element.reversedPath.first {
          onElement[type, default: [:]][last, default: []].append(elements.count)
        } else {
          onRoot[type, default: []].append(elements.count)
        }
        elements.append(element)
      }
    }
    // A document whose parts are components of their own must be read for their sake; and what a rule about
    // the whole document finds in a part belongs to the part.
    componentConditions = rules.componentConditions
    var parts: [String: [XMLNameID: PartKind]] = [:]
    for child in MetadataTypes.allChildren
    where rules.xmlConditions[child.name] != nil || rules.xmlConditions[child.parent] != nil
      || componentConditions[child.name.lowercased()] != nil
    {
      names.register(child.parent)
      parts[child.parent, default: [:]][names.register(child.element)] = PartKind(
        child: child, name: names.register(child.name), nameElement: names.register(child.nameElement))
    }
    nilAttribute = names.register("nil")
    roots = Set(rules.xmlConditions.keys).union(parts.keys).reduce(into: [:]) { roots, type in
      roots[names.register(type)] = Root(
        onRoot: onRoot[type] ?? [], onElement: onElement[type] ?? [:], parts: parts[type] ?? [:],
        nameCount: names.count)
    }
    self.elements = elements
    self.names = names
  }
}

extension XMLIndex.Element {
  fileprivate init(_ compiled: CompiledXML, _ names: inout XMLNames, _ patternCount: inout Int) {
    self.compiled = compiled
    reversedPath = compiled.reversedPath.map { names.register($0) }
    paths = compiled.recorded.map { XMLIndex.RecordedPath($0, &names) }
    captureNames = compiled.recorded.map { compiled.xml.captureName(of: $0) }
    clauses = []
    for clause in compiled.xml.clauses {
      guard let path = compiled.recorded.firstIndex(of: clause.path) else { continue }
      clauses.append(
        XMLIndex.Clause(
          path: path, test: clause.test, texts: clause.test.texts.map { LowercaseText($0) },
          pattern: clause.test.pattern.map { ($0, patternCount) }))
      if clause.test.pattern != nil { patternCount += 1 }
    }
    anyTrue = compiled.xml.anyTrue.compactMap { compiled.recorded.firstIndex(of: $0) }
  }
}

extension XMLIndex.RecordedPath {
  fileprivate init(_ text: String, _ names: inout XMLNames) {
    elements = []
    for part in text.split(separator: "/") where part != "." {
      if part.first == "@" {
        attribute = names.register(String(part.dropFirst()))
      } else {
        elements.append(names.register(String(part)))
      }
    }
  }
}

/// A text that others are compared with, letter case aside.
struct LowercaseText: Sendable {
  private let bytes: [UInt8]
  private let isASCII: Bool

  init(_ text: String) {
    bytes = Array(text.lowercased().utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  func isEqual(to text: Span<UInt8>) -> Bool {
    guard isASCII else {
      return text.text(in: text.indices, atMost: text.count).lowercased().utf8.elementsEqual(bytes)
    }
    guard text.count == bytes.count else { return false }
    for offset in text.indices where lowercasedASCII(text[offset]) != bytes[offset] { return false }
    return true
  }
}

extension XMLClause.Test {
  fileprivate var texts: [String] {
    switch self {
    case .isOneOf(let texts), .isNoneOf(let texts), .absentOrNoneOf(let texts): texts
    case .matches, .matchesNot, .present, .absent: []
    }
  }

  fileprivate var pattern: String? {
    switch self {
    case .matches(let pattern), .matchesNot(let pattern): pattern
    case .isOneOf, .isNoneOf, .absentOrNoneOf, .present, .absent: nil
    }
  }
}
