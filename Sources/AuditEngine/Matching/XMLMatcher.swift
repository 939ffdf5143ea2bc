import AuditModel
import XMLReading

/// Matches element conditions while one document is read.
///
/// A profile has a million elements with a condition on most of them, so what is seen of an element goes
/// into two flat stores, and becomes text only where everything matches.
struct XMLMatcher: XMLEventHandler, ~Copyable {
  private let index: XMLIndex
  private let patterns: PatternCache
  private let spare: XMLSpareStores
  private let parentName: String
  private var open: [XMLNameID]
  /// The conditions of the document's root, and the decomposed part that is open.
  private var document: XMLIndex.Root?
  private var part: Part?
  private var records: [Record]
  /// What was seen of the children of all open records, in the order of the document.
  private var values: [Value]
  /// The texts of the values.
  private var texts: [UInt8]
  /// The values that the start tag read last added, whose text comes next, and how many elements were open.
  private var awaiting: (values: Range<Int>, depth: Int) = (0..<0, 0)
  private(set) var matches: [Match] = []
  private(set) var gaveUp = GivenUpRules()

  /// A decomposed part that is open: a component of its own.
  private struct Part {
    var kind: XMLIndex.PartKind
    var root: XMLIndex.Root?
    var range: Range<Int>
    var name: String?
    /// The number of matches before the part; those after it belong to it.
    var firstMatch: Int

    /// How many elements are open outside it.
    static let depth = 1
  }

  /// An element that a condition looks at.
  fileprivate struct Record {
    var condition: XMLIndex.Element
    /// How many elements are open outside it.
    var depth: Int
    var range: Range<Int>
    /// How many values were there before its own.
    var firstValue: Int
    /// Whether the condition's root is the part that is open, and not the document.
    var isInPart: Bool
  }

  /// A child that a record keeps; its text is empty until it comes.
  fileprivate struct Value {
    var record: Int
    var path: Int
    /// Its bytes in the store, without white space at either end.
    var text: Range<Int>
    /// Its place in the document.
    var range: Range<Int>
  }

  /// - Parameters:
  ///   - spare: Keeps the stores for the next document.
  ///   - artifact: The document's artifact; decomposed parts are named after its component.
  init(_ index: XMLIndex, patterns: PatternCache, reusing spare: XMLSpareStores, artifact: Artifact) {
    self.index = index
    self.patterns = patterns
    self.spare = spare
    parentName = artifact.component?.name ?? ""
    (open, records, values, texts) = spare.take()
  }

  deinit { spare.keep(open, records, values, texts) }

  mutating func startElement(_ element: borrowing XMLStartElement) {
    let name = element.name
    open.append(name)
    guard open.count > 1 else {
      document = index.roots[name]
      if let document {
        for condition in document.onRoot { begin(condition, isInPart: false, element) }
      } else {
        element.skipContent()
      }
      return
    }
    guard let document else { return }
    if element.attributeCount > 0 {
      for record in records.indices { noteAttributes(element, for: record) }
    }
    let known = records.count
    if open.count == 2, let kind = document.parts[name] {
      let root = index.roots[kind.name]
      part = Part(kind: kind, root: root, range: element.range, firstMatch: matches.count)
      for condition in root?.onRoot ?? [] { begin(condition, isInPart: true, element) }
    }
    noteChild(element)
    for place in document.conditions(on: name) where hasPath(of: document.onElement[place], below: 0) {
      begin(document.onElement[place], isInPart: false, element)
    }
    if open.count > 2, let root = part?.root {
      for place in root.conditions(on: name) where hasPath(of: root.onElement[place], below: Part.depth) {
        begin(root.onElement[place], isInPart: true, element)
      }
    }
    // A condition on this element may want its own text.
    if records.count > known { awaiting.depth = 0 }
  }

  mutating func text(_ text: borrowing XMLText) {
    if part != nil, open.count == Part.depth + 2, part?.name == nil, part?.kind.nameElement == open.last {
      part?.name = text.string.trimmed
    }
    if awaiting.depth == open.count {
      fill(awaiting.values, with: text)
    } else {
      fillAll(with: text)
    }
    awaiting.depth = 0
  }

  /// Gives its text to the children just opened.
  private mutating func fill(_ places: Range<Int>, with text: borrowing XMLText) {
    if places.isEmpty { return }
    let stored = store(text.bytes)
    let range = text.range
    for place in places {
      values[place].text = stored
      values[place].range = range
    }
  }

  /// Gives a text to all that want it, also behind a child's end and in the condition's own element.
  private mutating func fillAll(with text: borrowing XMLText) {
    var stored: Range<Int>?
    for number in records.indices {
      let (condition, depth, first) = (records[number].condition, records[number].depth, records[number].firstValue)
      for path in condition.paths.indices where isOpen(path, of: condition, below: depth) {
        let isOwnText = depth == open.count - 1
        let place = values.indices.last { $0 >= first && values[$0].record == number && values[$0].path == path }
        guard isOwnText || place.map({ values[$0].text.isEmpty }) == true else { continue }
        let range = stored ?? store(text.bytes)
        stored = range
        if let place, values[place].text.isEmpty {
          values[place].text = range
          values[place].range = text.range
        } else {
          values.append(Value(record: number, path: path, text: range, range: text.range))
        }
      }
    }
  }

  mutating func endElement(_ element: borrowing XMLEndElement) {
    open.removeLast()
    awaiting.depth = 0
    while let last = records.last, last.depth == open.count { close() }
    if part != nil, open.count == Part.depth { finishPart() }
  }

  /// Judges what the document's first error left open by what was there so far.
  mutating func finishDamaged() {
    while !records.isEmpty { close() }
    finishPart()
  }

  // MARK: Parts

  private mutating func finishPart() {
    guard let part else { return }
    let component = part.name.map { part.kind.child.component($0, of: parentName) }
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
      var captures: CapturedTexts = [:]
      if let pattern = compiled.component.name {
        guard let groups = self.captures(pattern, in: component.name, of: compiled.rule) else { continue }
        captures = groups
      }
      matches.append(
        Match(
          rule: compiled.rule, condition: compiled.condition, range: range, captures: captures, component: component,
          isElement: true))
    }
  }

  /// Whether a component is called as a match's condition wants it; what its pattern captures joins the match.
  private mutating func name(_ name: String?, suits match: inout Match) -> Bool {
    match.isUnnamed = false
    guard case .xml(let xml) = match.condition.kind, let pattern = xml.component else { return true }
    guard let name, var captures = captures(pattern, in: name, of: match.rule) else { return false }
    captures["match"] = nil
    match.captures.merge(captures)
    return true
  }

  private mutating func captures(_ pattern: String, in name: String, of rule: Int) -> CapturedTexts? {
    var isUnknown = false
    let captures = patterns[pattern]?.captures(in: name, gaveUp: &isUnknown)
    if isUnknown { gaveUp.add(rule) }
    return captures
  }

  // MARK: Records

  private mutating func begin(_ condition: Int, isInPart: Bool, _ start: borrowing XMLStartElement) {
    let record = records.count
    records.append(
      Record(
        condition: index.elements[condition], depth: open.count - 1, range: start.range, firstValue: values.count,
        isInPart: isInPart))
    if start.attributeCount > 0 { noteAttributes(start, for: record) }
  }

  /// Whether a condition's path is that of the element just opened, counted from its end.
  private func hasPath(of condition: Int, below depth: Int) -> Bool {
    let path = index.elements[condition].reversedPath
    guard path.count <= open.count - 1 - depth else { return false }
    for step in path.indices where open[open.count - 1 - step] != path[step] { return false }
    return true
  }

  /// Remembers that a recorded child is there; its text follows, unless it is nil.
  private mutating func noteChild(_ element: borrowing XMLStartElement) {
    let first = values.count
    defer { awaiting = (first..<values.count, open.count) }
    if element.attributeCount > 0, element.attribute(index.nilAttribute)?.string == "true" { return }
    let name = element.name
    for number in records.indices {
      let (condition, depth) = (records[number].condition, records[number].depth)
      for path in condition.lastNames.indices
      where condition.lastNames[path] == name && isOpen(path, of: condition, below: depth) {
        values.append(Value(record: number, path: path, text: texts.count..<texts.count, range: element.range))
      }
    }
  }

  private mutating func noteAttributes(_ element: borrowing XMLStartElement, for record: Int) {
    let condition = records[record].condition
    for path in condition.paths.indices {
      guard let name = condition.paths[path].attribute,
        isPathOpen(path, of: condition, below: records[record].depth), let attribute = element.attribute(name)
      else { continue }
      values.append(Value(record: record, path: path, text: store(attribute.value), range: element.range))
    }
  }

  /// Whether a path without an attribute leads from a depth's element to the one just opened.
  private func isOpen(_ path: Int, of condition: XMLIndex.Element, below depth: Int) -> Bool {
    isPathOpen(path, of: condition, below: depth) && condition.paths[path].attribute == nil
  }

  private func isPathOpen(_ path: Int, of condition: XMLIndex.Element, below depth: Int) -> Bool {
    let count = condition.paths[path].elements.count
    guard open.count - depth - 1 == count else { return false }
    for step in 0..<count where open[depth + 1 + step] != condition.paths[path].elements[step] { return false }
    return true
  }

  /// Keeps a text without the white space at its ends.
  private mutating func store(_ text: Span<UInt8>) -> Range<Int> {
    var (start, end) = (0, text.count)
    while start < end, text[start].isWhiteSpace { start += 1 }
    while end > start, text[end - 1].isWhiteSpace { end -= 1 }
    let first = texts.count
    unsafe text.extracting(start..<end).withUnsafeBufferPointer { unsafe texts.append(contentsOf: $0) }
    return first..<texts.count
  }

  // MARK: Judging

  /// Judges the last record and forgets it.
  private mutating func close() {
    let number = records.count - 1
    let record = records.removeLast()
    evaluate(record, number)
    // What records outside this one keep of the same children stays.
    while let last = values.last, values.count > record.firstValue, last.record == number {
      values.removeLast()
    }
    // With many values about, looking at each would cost more than the memory is worth.
    if values.count < 32 { texts.removeLast(texts.count - values.reduce(0) { max($0, $1.text.upperBound) }) }
  }

  private mutating func evaluate(_ record: Record, _ number: Int) {
    let condition = record.condition
    var held: [(clause: XMLIndex.Clause, value: Int)] = []
    for clause in condition.clauses {
      switch judge(clause, of: record, number) {
      case .fails: return
      case .holds: continue
      case .holdsAt(let value): held.append((clause, value))
      }
    }
    let isAnyTrue = condition.anyTrue.isEmpty || condition.anyTrue.contains { path in
      firstValue(of: record, number, path) { isTrue.isEqual(to: $0) } != nil
    }
    guard isAnyTrue else { return }
    let compiled = condition.compiled
    var match = Match(
      rule: compiled.rule, condition: compiled.condition,
      range: held.first.map { values[$0.value].range } ?? record.range,
      captures: captures(of: record, number, held), order: compiled.index, isElement: true)
    // A part's name may come behind what was matched in it.
    match.isUnnamed = record.isInPart
    if match.isUnnamed || name(parentName, suits: &match) { matches.append(match) }
  }

  /// - Parameter held: The clauses that hold for a value, each with the value's number.
  private func captures(
    of record: Record, _ number: Int, _ held: [(clause: XMLIndex.Clause, value: Int)]
  ) -> CapturedTexts {
    let condition = record.condition
    var captures: CapturedTexts = [:]
    // Those of the clauses follow.
    let named = held.map { condition.captureNames[$0.clause.path] }
    for (path, name) in condition.captureNames.enumerated() where !named.contains(name) {
      captures[name] = firstValue(of: record, number, path) { !$0.isEmpty }.map { string(values[$0].text) }
    }
    for (clause, value) in held {
      let text = string(values[value].text)
      captures[condition.captureNames[clause.path]] = text
      // What matched a moment ago is matched again for its groups.
      var isUnknown = false
      if case .matches = clause.test, let groups = patterns[clause]?.captures(in: text, gaveUp: &isUnknown) {
        captures.merge(groups)
      }
    }
    return captures
  }

  private enum Judgement {
    case fails
    case holds
    /// The number of the value that it holds for.
    case holdsAt(Int)
  }

  private mutating func judge(_ clause: XMLIndex.Clause, of record: Record, _ number: Int) -> Judgement {
    let rule = record.condition.compiled.rule
    var isUnknown = gaveUp.isTooOften(rule)
    defer { if isUnknown { gaveUp.add(rule) } }
    func first(where condition: (Span<UInt8>) -> Bool) -> Int? {
      firstValue(of: record, number, clause.path, where: condition)
    }
    func isListed(_ text: Span<UInt8>) -> Bool { clause.texts.contains { $0.isEqual(to: text) } }
    func isMatched(_ text: Span<UInt8>) -> Bool {
      !isUnknown && patterns[clause]?.matches(text, gaveUp: &isUnknown) == true
    }
    switch clause.test {
    case .isOneOf:
      return first(where: isListed).map(Judgement.holdsAt) ?? .fails
    case .isNoneOf:
      guard let any = first(where: { _ in true }), first(where: isListed) == nil else { return .fails }
      return .holdsAt(any)
    case .absentOrNoneOf:
      return first(where: isListed) == nil ? .holds : .fails
    case .matches:
      return first(where: isMatched).map(Judgement.holdsAt) ?? .fails
    case .matchesNot:
      guard let any = first(where: { _ in true }), first(where: isMatched) == nil else { return .fails }
      return .holdsAt(any)
    case .present:
      return first { _ in true }.map(Judgement.holdsAt) ?? .fails
    case .absent:
      return first { _ in true } == nil ? .holds : .fails
    }
  }

  /// The number of a record's first value at a path whose text meets a condition.
  private func firstValue(
    of record: Record, _ number: Int, _ path: Int, where condition: (Span<UInt8>) -> Bool
  ) -> Int? {
    values.indices[record.firstValue...].first { place in
      values[place].record == number && values[place].path == path
        && condition(texts.span.extracting(values[place].text))
    }
  }

  private func string(_ range: Range<Int>) -> String {
    let text = String(decoding: texts[range], as: UTF8.self)
    // The white space of ASCII is gone already.
    let ends = [texts[range].first, texts[range].last].compactMap(\.self)
    return ends.allSatisfy { $0 < 0x80 } ? text : text.trimmed
  }
}

private let isTrue = LowercaseText("true")

/// The stores of a matcher, kept from one document to the next by one worker.
///
/// To make them takes a small document as long as to read a third of its elements.
final class XMLSpareStores {
  fileprivate typealias Stores = (
    open: [XMLNameID], records: [XMLMatcher.Record], values: [XMLMatcher.Value], texts: [UInt8]
  )

  private var stores: Stores?

  fileprivate func take() -> Stores {
    guard var stores = stores.take() else { return ([], [], [], []) }
    stores.open.removeAll(keepingCapacity: true)
    stores.records.removeAll(keepingCapacity: true)
    stores.values.removeAll(keepingCapacity: true)
    stores.texts.removeAll(keepingCapacity: true)
    return stores
  }

  fileprivate func keep(
    _ open: [XMLNameID], _ records: [XMLMatcher.Record], _ values: [XMLMatcher.Value], _ texts: [UInt8]
  ) {
    // Those of a large document would stay large.
    guard max(open.capacity, records.capacity, values.capacity) <= 256, texts.capacity <= 4_096 else { return }
    stores = (open, records, values, texts)
  }
}

/// Patterns by their text, compiled on first use and owned by one worker.
final class PatternCache {
  private var patterns: [String: Pattern] = [:]
  private var ofClauses: [Pattern?] = []

  /// The pattern of a clause, found by its number.
  subscript(clause: XMLIndex.Clause) -> Pattern? {
    guard let pattern = clause.pattern else { return nil }
    if pattern.number >= ofClauses.count {
      ofClauses += Array(repeating: nil, count: pattern.number + 1 - ofClauses.count)
    }
    if let known = ofClauses[pattern.number] { return known }
    ofClauses[pattern.number] = self[pattern.text]
    return ofClauses[pattern.number]
  }

  /// The pattern of a text, letter case aside; packs are checked when they load, so it compiles.
  subscript(text: String) -> Pattern? {
    if let known = patterns[text] { return known }
    let pattern = try? Pattern(text, caseless: true)
    patterns[text] = pattern
    return pattern
  }
}

extension UInt8 {
  fileprivate var isWhiteSpace: Bool { self == space || self == newline || self == tab || self == carriageReturn }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
