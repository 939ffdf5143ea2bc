import AuditModel
import XMLReading

/// Matches element conditions while one document is read.
struct XMLMatcher: XMLEventHandler, ~Copyable {
  private let index: XMLIndex
  private let patterns: PatternCache
  private var open: [XMLNameID] = []
  /// The conditions of the document's root, and of the decomposed part that is open.
  private var document: XMLIndex.Root?
  private var part: Part?
  private var records: [Record] = []
  private(set) var matches: [Match] = []

  /// A decomposed part that is open: a component of its own.
  private struct Part {
    var child: MetadataChild
    var root: XMLIndex.Root?
    var depth: Int
    var range: Range<Int>
    var name: String?
    /// The number of matches before the part; those after it belong to it.
    var firstMatch: Int
  }

  /// An element that a condition looks at, with what was seen of it so far.
  private struct Record {
    var element: XMLIndex.Element
    /// How many elements are open outside it.
    var depth: Int
    var range: Range<Int>
    var values: [[Value]]
    /// Whether the condition's root is the part that is open, and not the document.
    var isInPart: Bool
  }

  struct Value {
    var text: String
    var range: Range<Int>
  }

  private let parentName: String

  /// - Parameter artifact: The document's artifact; decomposed parts are named after its component.
  init(_ index: XMLIndex, patterns: PatternCache, artifact: Artifact) {
    self.index = index
    self.patterns = patterns
    parentName = artifact.component?.name ?? ""
  }

  mutating func startElement(_ element: borrowing XMLStartElement) {
    let name = element.name
    let range = element.range
    open.append(name)
    if open.count == 1 {
      document = index.roots[name]
      if let document { begin(document.onRoot, at: 0, isInPart: false, range, element) }
      return
    }
    if open.count == 2, let child = document?.parts[name] {
      let root = index.names.id(of: Array(child.name.utf8).span).flatMap { index.roots[$0] }
      part = Part(child: child, root: root, depth: 1, range: range, firstMatch: matches.count)
      if let root { begin(root.onRoot, at: 1, isInPart: true, range, element) }
    }
    noteChild(element, range)
    if let candidates = document?.onElement[name] { beginMatching(candidates, below: 0, isInPart: false, range, element) }
    if let part, open.count > 2, let candidates = part.root?.onElement[name] {
      beginMatching(candidates, below: part.depth, isInPart: true, range, element)
    }
  }

  mutating func text(_ text: borrowing XMLText) {
    guard let name = open.last else { return }
    if var part, open.count == part.depth + 2, part.name == nil, index.names.id(of: Array(part.child.nameElement.utf8).span) == name {
      part.name = text.string.trimmed
      self.part = part
    }
    for number in records.indices {
      let depth = records[number].depth
      for (path, recorded) in records[number].element.recorded.enumerated() where recorded.attribute == nil {
        guard isOpen(recorded.elements, below: depth) else { continue }
        let value = Value(text: text.string.trimmed, range: text.range)
        if let last = records[number].values[path].indices.last, records[number].values[path][last].text.isEmpty {
          records[number].values[path][last] = value
        } else if recorded.elements.isEmpty {
          records[number].values[path].append(value)
        }
      }
    }
  }

  mutating func endElement(_ element: borrowing XMLEndElement) {
    open.removeLast()
    while let last = records.last, last.depth == open.count {
      evaluate(last, isComplete: true)
      records.removeLast()
    }
    if let part, open.count == part.depth { finish(part) }
  }

  /// Judges what the document's first error left open by what was there so far.
  mutating func finishDamaged() {
    while let last = records.popLast() { evaluate(last, isComplete: false) }
    if let part { finish(part) }
  }

  private mutating func finish(_ part: Part) {
    let component = part.name.map { part.child.component($0, of: parentName) }
    for number in (part.firstMatch..<matches.count).reversed() where matches[number].component == nil {
      var match = matches[number]
      match.component = component
      if !match.isUnnamed || name(component?.name, suits: &match) {
        matches[number] = match
      } else {
        matches.remove(at: number)
      }
    }
    if let component { noteExistence(of: component, at: part.range) }
    self.part = nil
  }

  /// Matches conditions that only ask whether a component is there.
  private mutating func noteExistence(of component: ComponentID, at range: Range<Int>) {
    for compiled in index.componentConditions[component.type.lowercased()] ?? [] {
      var captures: [String: String] = [:]
      if let pattern = compiled.component.name {
        guard let groups = patterns[pattern]?.captures(in: component.name) else { continue }
        captures = groups
      }
      matches.append(
        Match(
          rule: compiled.rule, condition: compiled.condition, range: range, captures: captures, component: component))
    }
  }

  /// Whether a component is called as a match's condition wants it; what its pattern captures joins the match.
  private func name(_ name: String?, suits match: inout Match) -> Bool {
    match.isUnnamed = false
    guard case .xml(let xml) = match.condition.kind, let pattern = xml.component else { return true }
    guard let name, let captures = patterns[pattern]?.captures(in: name) else { return false }
    match.captures.merge(captures.filter { $0.key != "match" }) { $1 }
    return true
  }

  // MARK: Records

  private mutating func beginMatching(
    _ candidates: [XMLIndex.Element], below depth: Int, isInPart: Bool, _ range: Range<Int>,
    _ element: borrowing XMLStartElement
  ) {
    for candidate in candidates {
      let path = candidate.reversedPath
      guard path.count <= open.count - 1 - depth else { continue }
      var isSuffix = true
      for (step, name) in path.enumerated() where open[open.count - 1 - step] != name { isSuffix = false }
      if isSuffix { begin([candidate], at: open.count - 1, isInPart: isInPart, range, element) }
    }
  }

  private mutating func begin(
    _ elements: [XMLIndex.Element], at depth: Int, isInPart: Bool, _ range: Range<Int>,
    _ start: borrowing XMLStartElement
  ) {
    for element in elements {
      var record = Record(
        element: element, depth: depth, range: range,
        values: Array(repeating: [], count: element.recorded.count), isInPart: isInPart)
      for (path, recorded) in element.recorded.enumerated() where recorded.elements.isEmpty {
        if let attribute = recorded.attribute, let value = start.attribute(attribute)?.string {
          record.values[path].append(Value(text: value, range: range))
        }
      }
      records.append(record)
    }
  }

  /// Remembers that a recorded child is there; its text follows, unless it is nil.
  private mutating func noteChild(_ element: borrowing XMLStartElement, _ range: Range<Int>) {
    if records.isEmpty { return }
    let isNil = element.attribute(index.nilAttribute)?.string == "true"
    for number in records.indices {
      let depth = records[number].depth
      for (path, recorded) in records[number].element.recorded.enumerated() where !recorded.elements.isEmpty {
        guard isOpen(recorded.elements, below: depth) else { continue }
        if let attribute = recorded.attribute {
          guard let value = element.attribute(attribute)?.string else { continue }
          records[number].values[path].append(Value(text: value, range: range))
        } else if !isNil {
          records[number].values[path].append(Value(text: "", range: range))
        }
      }
    }
  }

  /// Whether exactly these elements are open below a depth's element.
  private func isOpen(_ elements: [XMLNameID], below depth: Int) -> Bool {
    guard open.count - depth - 1 == elements.count else { return false }
    for (step, name) in elements.enumerated() where open[depth + 1 + step] != name { return false }
    return true
  }

  // MARK: Judging

  private mutating func evaluate(_ record: Record, isComplete: Bool) {
    let compiled = record.element.compiled
    var captures: [String: String] = [:]
    var place: Range<Int>?
    for (path, name) in compiled.recorded.enumerated() {
      captures[compiled.xml.captureName(of: name)] = record.values[path].first { !$0.text.isEmpty }?.text
    }
    for clause in compiled.xml.clauses {
      guard let path = compiled.recorded.firstIndex(of: clause.path) else { return }
      let values = record.values[path]
      switch judge(clause.test, values) {
      case .fails: return
      case .holds: continue
      case .holdsAt(let value):
        captures[compiled.xml.captureName(of: clause.path)] = value.text
        if place == nil { place = value.range }
        if case .matches(let pattern) = clause.test, let groups = patterns[pattern]?.captures(in: value.text) {
          captures.merge(groups) { $1 }
        }
      }
    }
    if !compiled.xml.anyTrue.isEmpty {
      let isAnyTrue = compiled.xml.anyTrue.contains { name in
        guard let path = compiled.recorded.firstIndex(of: name) else { return false }
        return record.values[path].contains { $0.text.lowercased() == "true" }
      }
      guard isAnyTrue else { return }
    }
    var match = Match(
      rule: compiled.rule, condition: compiled.condition, range: place ?? record.range, captures: captures,
      order: compiled.index)
    // A part's name may come behind what was matched in it.
    match.isUnnamed = record.isInPart
    if match.isUnnamed || name(parentName, suits: &match) { matches.append(match) }
  }

  private enum Judgement {
    case fails
    case holds
    case holdsAt(Value)
  }

  private func judge(_ test: XMLClause.Test, _ values: [Value]) -> Judgement {
    func isOneOf(_ value: Value, _ texts: [String]) -> Bool {
      let text = value.text.lowercased()
      return texts.contains { $0.lowercased() == text }
    }
    switch test {
    case .isOneOf(let texts):
      return values.first { isOneOf($0, texts) }.map(Judgement.holdsAt) ?? .fails
    case .isNoneOf(let texts):
      guard let first = values.first, !values.contains(where: { isOneOf($0, texts) }) else { return .fails }
      return .holdsAt(first)
    case .absentOrNoneOf(let texts):
      return values.contains { isOneOf($0, texts) } ? .fails : .holds
    case .matches(let pattern):
      return values.first { patterns[pattern]?.matches($0.text) == true }.map(Judgement.holdsAt) ?? .fails
    case .matchesNot(let pattern):
      guard let first = values.first, !values.contains(where: { patterns[pattern]?.matches($0.text) == true })
      else { return .fails }
      return .holdsAt(first)
    case .present:
      return values.first.map(Judgement.holdsAt) ?? .fails
    case .absent:
      return values.isEmpty ? .holds : .fails
    }
  }
}

/// Patterns by their text, compiled on first use and owned by one worker.
final class PatternCache {
  private var patterns: [String: Pattern] = [:]

  /// The pattern of a text, letter case aside; packs are checked when they load, so it compiles.
  subscript(text: String) -> Pattern? {
    if let known = patterns[text] { return known }
    let pattern = try? Pattern(text, caseless: true)
    patterns[text] = pattern
    return pattern
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
