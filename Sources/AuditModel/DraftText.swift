/// A text with fields in double braces, which a draft is filled from.
///
/// `{{key}}` is the first value of a key, and nothing where it has none. `{{#key}}…{{/key}}` stands once for each
/// value, `{{?key}}…{{/key}}` once where there is any, `{{^key}}…{{/key}}` once where there is none. A line that
/// holds nothing but the mark of a section leaves no line.
public struct DraftText: Hashable, Sendable {
  /// One value: its text under an empty key, and what else is known about it.
  public typealias Value = [String: String]

  private indirect enum Part: Hashable, Sendable {
    case text(String)
    case field(String)
    case section(Mark, String, [Part])
  }

  private enum Mark: Character {
    case each = "#"
    case any = "?"
    case none = "^"
  }

  private let parts: [Part]

  /// Reads a text.
  public init(_ text: String) throws(DraftTextError) {
    var open: [(mark: Mark, key: String, parts: [Part])] = []
    var parts: [Part] = []
    var rest = DraftText.withoutMarkLines(text)[...]
    while let start = rest.firstRange(of: "{{") {
      if start.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<start.lowerBound]))) }
      let inside = rest[start.upperBound...]
      guard let end = inside.firstRange(of: "}}") else { throw DraftTextError("'{{' is not closed by '}}'") }
      let tag = inside[..<end.lowerBound]
      rest = inside[end.upperBound...]
      guard let first = tag.first else { throw DraftTextError("'{{}}' names nothing") }
      if let mark = Mark(rawValue: first) {
        open.append((mark, String(tag.dropFirst()), parts))
        parts = []
      } else if first == "/" {
        guard let section = open.popLast(), section.key == tag.dropFirst() else {
          throw DraftTextError("'{{\(tag)}}' closes nothing that is open")
        }
        parts = section.parts + [.section(section.mark, section.key, parts)]
      } else {
        parts.append(.field(String(tag)))
      }
    }
    if let section = open.last { throw DraftTextError("'{{\(section.mark.rawValue)\(section.key)}}' is not closed") }
    self.parts = rest.isEmpty ? parts : parts + [.text(String(rest))]
  }

  /// The text with its fields filled in.
  ///
  /// - Parameters:
  ///   - escape: Makes a value harmless where it will stand.
  ///   - values: The values of a key, none where it has none.
  public func filled(escape: (String) -> String, _ values: (String) -> [Value]) -> String {
    var output = ""
    DraftText.fill(parts, [:], into: &output, escape, values)
    return output
  }

  private static func fill(
    _ parts: [Part], _ current: Value, into output: inout String, _ escape: (String) -> String,
    _ values: (String) -> [Value]
  ) {
    for part in parts {
      switch part {
      case .text(let text): output += text
      case .field(let key): output += escape(current[key] ?? values(key).first?[""] ?? "")
      case .section(.each, let key, let inner):
        for value in values(key) {
          var scope = current.merging(value) { _, new in new }
          scope[key] = value[""]
          fill(inner, scope, into: &output, escape, values)
        }
      case .section(.any, let key, let inner):
        if current[key] != nil || !values(key).isEmpty { fill(inner, current, into: &output, escape, values) }
      case .section(.none, let key, let inner):
        if current[key] == nil, values(key).isEmpty { fill(inner, current, into: &output, escape, values) }
      }
    }
  }

  /// Takes the line ends and blanks away around marks that stand alone on their lines.
  private static func withoutMarkLines(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var output = ""
    for (index, line) in lines.enumerated() {
      let bare = String(line.drop { $0 == " " })
      let isMark =
        bare.hasPrefix("{{") && bare.hasSuffix("}}") && bare.dropFirst(2).first.map { "#?^/".contains($0) } == true
        && !bare.dropLast(2).contains("}}")
      output += isMark ? bare : String(line)
      if !isMark, index < lines.count - 1 { output += "\n" }
    }
    return output
  }
}

/// A text whose fields can't be read.
public struct DraftTextError: Error, Hashable, Sendable {
  /// Which field is wrong, and how.
  public var message: String

  init(_ message: String) {
    self.message = message
  }
}
