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
    /// Conditions on elements below the root, grouped by the last name of their paths.
    let onElement: [Int]
    /// Where the group of a name's number begins; one more at the end. Empty without conditions.
    private let starts: [UInt16]

    init(onRoot: [Int], onElement: [XMLNameID: [Int]], parts: [XMLNameID: PartKind], nameCount: Int) {
      self.onRoot = onRoot
      self.parts = parts
      var conditions: [Int] = []
      var starts: [UInt16] = []
      if !onElement.isEmpty {
        starts.reserveCapacity(nameCount + 1)
        for (name, own) in onElement.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          while starts.count <= Int(name.rawValue) { starts.append(UInt16(conditions.count)) }
          conditions += own
        }
        while starts.count <= nameCount { starts.append(UInt16(conditions.count)) }
      }
      self.onElement = conditions
      self.starts = starts
    }

    /// The places in ``onElement`` of the conditions on elements of a name.
    func conditions(on name: XMLNameID) -> Range<Int> {
      let number = Int(name.rawValue)
      return number + 1 < starts.count ? Int(starts[number])..<Int(starts[number + 1]) : 0..<0
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
  ///
  /// This and ``Clause`` are classes, because a value with so many parts costs more to look at than to judge by.
  final class Element: Sendable {
    let compiled: CompiledXML
    /// The element's path from its end; empty for the root.
    let reversedPath: [XMLNameID]
    /// The children whose texts are kept.
    let paths: [RecordedPath]
    /// The names that the paths end in, nothing where that is the element itself.
    let lastNames: [XMLNameID?]
    /// What their texts are called as captures, in the same order.
    let captureNames: [String]
    let clauses: [Clause]
    /// Paths, one of whose texts must be `true`.
    let anyTrue: [Int]

    fileprivate init(_ compiled: CompiledXML, _ names: inout XMLNames, _ patternCount: inout Int) {
      self.compiled = compiled
      reversedPath = compiled.reversedPath.map { names.register($0) }
      paths = compiled.recorded.map { RecordedPath($0, &names) }
      lastNames = paths.map(\.elements.last)
      captureNames = compiled.recorded.map { compiled.xml.captureName(of: $0) }
      var clauses: [Clause] = []
      for clause in compiled.xml.clauses {
        guard let path = compiled.recorded.firstIndex(of: clause.path) else { continue }
        clauses.append(Clause(clause.test, path: path, patternNumber: patternCount))
        if clause.test.pattern != nil { patternCount += 1 }
      }
      self.clauses = clauses
      anyTrue = compiled.xml.anyTrue.compactMap { compiled.recorded.firstIndex(of: $0) }
    }
  }

  /// A child whose text is kept.
  struct RecordedPath: Sendable {
    var elements: [XMLNameID]
    /// The attribute's name, where the path ends in one.
    var attribute: XMLNameID?
  }

  /// A demand on one of an element's recorded paths.
  final class Clause: Sendable {
    let path: Int
    let test: XMLClause.Test
    /// The texts of the test, in lower case.
    let texts: [LowercaseText]
    /// The pattern of the test, with a number of its own.
    let pattern: (text: String, number: Int)?

    fileprivate init(_ test: XMLClause.Test, path: Int, patternNumber: Int) {
      self.path = path
      self.test = test
      texts = test.texts.map { LowercaseText($0) }
      pattern = test.pattern.map { ($0, patternNumber) }
    }
  }

  /// - Parameters:
  ///   - conditions: Element conditions by root element.
  ///   - components: Conditions on the existence of components, by lower-case type.
  init(_ conditions: [String: [CompiledXML]], components: [String: [CompiledComponent]]) {
    var names = XMLNames()
    var patternCount = 0
    var elements: [Element] = []
    var onRoot: [String: [Int]] = [:]
    var onElement: [String: [XMLNameID: [Int]]] = [:]
    for (type, ofType) in conditions.sorted(by: { $0.key < $1.key }) {
      names.register(type)
      for compiled in ofType {
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
    componentConditions = components
    var parts: [String: [XMLNameID: PartKind]] = [:]
    for child in MetadataTypes.allChildren
    where conditions[child.name] != nil || conditions[child.parent] != nil
      || componentConditions[child.name.lowercased()] != nil
    {
      names.register(child.parent)
      parts[child.parent, default: [:]][names.register(child.element)] = PartKind(
        child: child, name: names.register(child.name), nameElement: names.register(child.nameElement))
    }
    nilAttribute = names.register("nil")
    roots = Set(conditions.keys).union(parts.keys).reduce(into: [:]) { roots, type in
      roots[names.register(type)] = Root(
        onRoot: onRoot[type] ?? [], onElement: onElement[type] ?? [:], parts: parts[type] ?? [:],
        nameCount: names.count)
    }
    self.elements = elements
    self.names = names
  }
}

extension XMLIndex.RecordedPath {
  fileprivate init(_ text: String, _ names: inout XMLNames) {
    elements = []
    if text.isPlainPath {
      elements.append(names.register(text))
      return
    }
    for part in text.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      if part.first == UInt8(ascii: "@") {
        attribute = names.register(String(Substring(part.dropFirst())))
      } else {
        elements.append(names.register(String(Substring(part))))
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
