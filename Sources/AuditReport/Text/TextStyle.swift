import AuditModel

/// Colours for the terminal, by SGR sequences; no sequence at all where colour is off.
struct TextStyle {
  var isColored: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func faint(_ text: String) -> String { wrap(text, "2") }
  func heading(_ text: String) -> String { wrap(text, "1;36") }
  func good(_ text: String) -> String { wrap(text, "32") }

  func level(_ level: Level, _ text: String) -> String {
    switch level {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "33")
    case .note: wrap(text, "2")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
