/// The texts that a match captured, by name.
///
/// A match has a handful and a large file has thousands of matches, so they stand in a list that takes half of the
/// memory of a table.
struct CapturedTexts: ExpressibleByDictionaryLiteral, Sendable {
  private(set) var all: [(name: String, text: String)] = []

  init(dictionaryLiteral captures: (String, String)...) {
    for (name, text) in captures { self[name] = text }
  }

  subscript(name: String) -> String? {
    get { all.first { $0.name == name }?.text }
    set {
      all.removeAll { $0.name == name }
      if let newValue { all.append((name, newValue)) }
    }
  }

  /// Adds others; of two with one name theirs stands.
  mutating func merge(_ others: CapturedTexts) {
    for (name, text) in others.all { self[name] = text }
  }
}
