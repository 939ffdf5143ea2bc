/// A text with captures in braces: `sends '{header}'`, `uses {package|a package}`.
package struct MessageTemplate: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case text(String)
    /// A capture, and what stands for it where it is missing or empty.
    case capture(String, fallback: String?)
  }

  package let parts: [Part]

  /// Reads a template; a brace that opens no capture is an error.
  package init(_ text: String) throws(MessageTemplateError) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw MessageTemplateError(offset: text.utf8.distance(from: text.startIndex, to: open))
      }
      let inside = rest[rest.index(after: open)..<close].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let name = inside[0]
      guard !name.isEmpty,
        name.utf8.allSatisfy({ byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (48...57).contains(byte)
            || byte == UInt8(ascii: "_")
        })
      else { throw MessageTemplateError(offset: text.utf8.distance(from: text.startIndex, to: open)) }
      parts.append(.capture(String(name), fallback: inside.count > 1 ? String(inside[1]) : nil))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The names of the captures, in their order.
  package var captures: [String] {
    parts.compactMap { if case .capture(let name, _) = $0 { name } else { nil } }
  }

  /// The text with its captures filled in, or nothing where one is missing that has no fallback.
  package func filledWhole(_ value: (String) -> String?) -> String? {
    for case .capture(let name, nil) in parts where (value(name) ?? "").isEmpty { return nil }
    return filled(value)
  }

  /// The text with its captures filled in; one that is missing leaves its fallback, or nothing.
  package func filled(_ value: (String) -> String?) -> String {
    parts.reduce(into: "") { result, part in
      switch part {
      case .text(let text): result += text
      case .capture(let name, let fallback):
        let text = value(name) ?? ""
        result += text.isEmpty ? fallback ?? "" : text
      }
    }
  }
}

/// A brace that opens no capture.
package struct MessageTemplateError: Error, Hashable, Sendable {
  /// The brace's place in the text, in bytes.
  package var offset: Int
}
