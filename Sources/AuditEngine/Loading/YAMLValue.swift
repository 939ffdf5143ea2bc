package import AuditModel

/// A node of a YAML file with the name that errors give it, `when.xml`.
///
/// The accessors return nothing where the node is not what they ask for, and leave an error in the document.
package struct YAMLValue {
  let node: YAMLNode
  /// The keys that lead here, joined with dots; empty for the whole file.
  let name: String
  let document: YAMLDocument

  func report(_ code: RulePackError.Code, _ message: String) {
    document.report(code, message, at: mark)
  }

  /// The node's text; numbers, dates and truth values count as the text they are written with.
  func text() -> String? {
    guard case .text(let text, let style) = node.content else {
      reportType("a text")
      return nil
    }
    guard !text.isEmpty || style != .plain else {
      report(.wrongType, "\(phrase) has no value")
      return nil
    }
    return text
  }

  /// A text that is not blank.
  package func filledText() -> String? {
    guard let text = text() else { return nil }
    guard !text.allSatisfy(\.isWhitespace) else {
      report(.invalidValue, "\(phrase) is blank")
      return nil
    }
    return text
  }

  package func flag() -> Bool? {
    switch text() {
    case nil: return nil
    case "true": return true
    case "false": return false
    case let other?:
      report(.wrongType, "\(phrase) must be 'true' or 'false', not '\(other)'")
      return nil
    }
  }

  func number() -> Double? {
    guard let text = text() else { return nil }
    guard let number = Double(text), number.isFinite else {
      report(.wrongType, "\(phrase) must be a number, not '\(text)'")
      return nil
    }
    return number
  }

  func date() -> CalendarDate? {
    guard let text = text() else { return nil }
    guard let date = CalendarDate(text) else {
      report(.invalidValue, "\(phrase) must be a date as YYYY-MM-DD, not '\(text)'")
      return nil
    }
    return date
  }

  /// A word of a closed vocabulary.
  package func word<Word: RawRepresentable & CaseIterable>(_ what: String, of type: Word.Type = Word.self) -> Word?
  where Word.RawValue == String {
    word(what, of: Array(Word.allCases))
  }

  func word<Word: RawRepresentable>(_ what: String, of words: [Word]) -> Word? where Word.RawValue == String {
    guard let text = text() else { return nil }
    if let word = words.first(where: { $0.rawValue == text }) { return word }
    report(.invalidValue, "unknown \(what) '\(text)'" + suggestion(for: text, among: words.map(\.rawValue)))
    return nil
  }

  /// The elements of a list.
  func list() -> [YAMLValue] {
    guard let list = node.list else {
      reportType("a list")
      return []
    }
    return list.map { YAMLValue(node: $0, name: name, document: document) }
  }

  /// The elements of a list, or the value itself where it is no list.
  package func oneOrMore() -> [YAMLValue] {
    isList ? list() : [self]
  }

  /// The mapping's values by key; a key that is not allowed is an error.
  package func mapping(_ allowed: [String]) -> YAMLMapping? {
    guard var mapping = mapping() else { return nil }
    for entry in mapping.entries where !allowed.contains(entry.key) {
      mapping.misspelled.insert(nearestName(to: entry.key, among: allowed) ?? "")
      let place = name.isEmpty ? "" : " in '\(name)'"
      document.report(
        .unknownKey, "unknown key '\(entry.key)'\(place)" + suggestion(for: entry.key, among: allowed),
        at: entry.mark)
    }
    return mapping
  }

  /// The mapping's values by key, whatever the keys are.
  package func mapping() -> YAMLMapping? {
    guard let pairs = node.pairs else {
      reportType("keys and values")
      return nil
    }
    var entries: [YAMLMapping.Entry] = []
    for (key, value) in pairs {
      guard let text = key.text else {
        document.report(.syntax, "a key must be a plain word", at: key.mark)
        continue
      }
      let inner = name.isEmpty ? text : "\(name).\(text)"
      entries.append(
        .init(key: text, mark: key.mark, value: YAMLValue(node: value, name: inner, document: document)))
    }
    return YAMLMapping(value: self, entries: entries)
  }

  var mark: YAMLMark { node.mark }

  var isList: Bool { node.list != nil }

  var isMapping: Bool { node.pairs != nil }

  package var location: Location {
    Location(path: document.path, line: mark.line, column: mark.column)
  }

  /// The value's name as a message begins with it.
  var phrase: String { name.isEmpty ? "the file" : "'\(name)'" }

  private func reportType(_ expected: String) {
    report(.wrongType, "\(phrase) must be \(expected)")
  }
}

/// A mapping of a YAML file.
package struct YAMLMapping {
  package struct Entry {
    package let key: String
    let mark: YAMLMark
    package let value: YAMLValue
  }

  let value: YAMLValue
  package let entries: [Entry]
  /// The keys that unknown ones were probably meant to be; they are not missing as well.
  fileprivate(set) var misspelled: Set<String> = []

  package subscript(_ key: String) -> YAMLValue? {
    entries.first { $0.key == key }?.value
  }

  /// The value of a key that must be there.
  package func required(_ key: String) -> YAMLValue? {
    if let value = self[key] { return value }
    if misspelled.contains(key) { return nil }
    let place = value.name.isEmpty ? "" : " in '\(value.name)'"
    value.report(.missingKey, "missing key '\(key)'\(place)")
    return nil
  }

  /// The one entry whose key is among these, where exactly one must be.
  func single(of keys: [String], _ what: String) -> Entry? {
    let matching = entries.filter { keys.contains($0.key) }
    if matching.count == 1 { return matching[0] }
    if matching.isEmpty, !misspelled.isEmpty { return nil }
    let all = keys.map { "'\($0)'" }.joined(separator: ", ")
    value.report(
      matching.isEmpty ? .missingKey : .invalidValue,
      "\(value.phrase) must have one \(what): \(all)")
    return nil
  }
}
