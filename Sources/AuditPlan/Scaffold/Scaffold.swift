public import AuditModel

/// Drafts of the successor's metadata for what a report found, and the list of what to remove at the end.
///
/// Nothing of it can be deployed unread: every file says what has to be done by hand. Paths are relative, made
/// of letters, digits and `_-./` only, and never lead out of a folder.
public struct Scaffold: Hashable, Sendable {
  /// One file.
  public struct File: Hashable, Sendable {
    /// With forward slashes.
    public var path: String
    public var text: String
  }

  /// In the order of their paths; every path is there once, whatever the letter case.
  public private(set) var files: [File] = []

  /// - Parameters:
  ///   - scaffold: What a pack knows about the successor's metadata.
  ///   - mapping: What the same pack knows about features and parts of deployments.
  public init(_ scaffold: ScaffoldFacts, mapping: MappingFacts, report: Report) {
    let context = ScaffoldContext(report, mapping, scaffold.drafts)
    var taken: Set<String> = []
    for draft in scaffold.drafts {
      // Both were read when the pack was loaded; a text that can't be read draws nothing.
      guard let path = try? DraftText(draft.path), let text = try? DraftText(draft.text) else { continue }
      for subject in context.subjects(of: draft) {
        func values(_ key: String) -> [DraftText.Value] { context.values(key, of: subject) }
        let plain = SafeName.path(path.filled(escape: SafeName.fileName, values))
        let format = DraftFormat(path: plain)
        files.append(File(
          path: SafeName.unique(plain, among: &taken), text: text.filled(escape: format.escaped, values)))
      }
    }
    files += Removals(scaffold.removals, report).files.map { file in
      File(path: SafeName.unique(file.path, among: &taken), text: file.text)
    }
    files.sort { $0.path < $1.path }
  }
}

/// What a draft's values must be made harmless for.
enum DraftFormat {
  case xml
  /// A page with a script; values stand in strings of the script.
  case page
  case markdown
  case json

  init(path: String) {
    self =
      path.hasSuffix(".xml") ? .xml : path.hasSuffix(".html") ? .page : path.hasSuffix(".json") ? .json : .markdown
  }

  func escaped(_ text: String) -> String {
    switch self {
    case .xml: DraftFormat.xml(text)
    case .page, .json: DraftFormat.script(text)
    case .markdown: DraftFormat.markdown(text)
    }
  }

  /// Text of an element or a comment: no control character, and no second hyphen as it is, which ends a comment.
  static func xml(_ text: String) -> String {
    var output = ""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&apos;"
      case "-" where last == "-": output += "&#45;"
      case _ where !isWritable(scalar): output += " "
      default: output.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return output
  }

  /// The inside of a string between single or double quotes.
  private static func script(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { output, scalar in
      let isPlain =
        scalar == " " || (scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F
          && !"\\\"'<>&`".unicodeScalars.contains(scalar))
        || (scalar.value > 0x9F && isWritable(scalar) && ![0x2028, 0x2029].contains(scalar.value))
      if isPlain {
        output.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
  }

  /// Prose in one line that no reader takes for markup.
  private static func markdown(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { output, scalar in
      if "\\`*_[]<>#|!&~".unicodeScalars.contains(scalar) { output += "\\" }
      output.unicodeScalars.append(isWritable(scalar) && scalar.value >= 0x20 ? scalar : " ")
    }
  }

  /// Whether a file may hold the character; what XML forbids and what turns a line's direction may not stand anywhere.
  private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069, 0x200B...0x200F: false
    default: true
    }
  }
}
