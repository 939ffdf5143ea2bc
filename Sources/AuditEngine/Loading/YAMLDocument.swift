import AuditModel
import Yams

/// A YAML file of a pack or a configuration, parsed, with the errors found in it so far.
///
/// They use the plain part of YAML: no anchors, aliases or tags, and every key once.
package final class YAMLDocument {
  /// The path that errors name.
  let path: String
  /// What such files are, in the plural, as messages name them.
  let files: String
  package private(set) var errors: [RulePackError] = []

  /// The file's lines; asked for only where an error's place lies inside a text.
  private(set) lazy var lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
  // Nodes hold their anchors weakly: without the parser, an anchor would go unseen.
  private var parser: Parser?

  private let text: String

  package init(path: String, text: String, files: String = "packs") {
    self.path = path
    self.files = files
    // The parser wants no byte-order mark where it is told the encoding.
    self.text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Parses the file; where that fails, `errors` says why.
  package func root() -> YAMLValue? {
    guard text.utf8.count <= RulePackLimits.fileBytes else {
      report(.unreadable, "the file has more than \(RulePackLimits.fileBytes) bytes", at: nil)
      return nil
    }
    if let mark = YAMLPrecheck.firstDanger(in: text) {
      report(
        .syntax, "\(files) use no anchors and aliases, and no more than \(RulePackLimits.depth) levels of nesting",
        at: mark)
      return nil
    }
    do {
      // The encoding is named, because the default one looks into the environment. The basic resolver
      // leaves it to the loader which texts are numbers.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      self.parser = parser
      guard let node = try parser.singleRoot(), !isEmpty(node) else {
        report(.syntax, "the file is empty", at: nil)
        return nil
      }
      return YAMLValue(node: node, name: "", document: self)
    } catch let error as YamlError {
      report(error)
    } catch {
      report(.syntax, "\(error)", at: nil)
    }
    return nil
  }

  func report(_ code: RulePackError.Code, _ message: String, at mark: YAMLMark?) {
    errors.append(
      RulePackError(
        code: code, message: message, location: Location(path: path, line: mark?.line, column: mark?.column)))
  }

  private func isEmpty(_ node: Node) -> Bool {
    node.scalar?.string.isEmpty ?? false
  }

  private func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      report(.syntax, [context?.text, problem].compactMap(\.self).joined(separator: ", "), at: YAMLMark(mark))
    case .reader(let problem, let offset, _, _):
      report(.syntax, problem, at: offset.map(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      for key in keys {
        report(
          .duplicateKey, "'\(key)' stands here twice", at: secondMark(of: key, after: YAMLMark(context.mark)))
      }
    default:
      report(.syntax, "\(error)", at: nil)
    }
  }

  private func mark(ofCharacter offset: Int) -> YAMLMark {
    let before = text.prefix(offset).unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
    return YAMLMark(line: before.count, column: (before.last?.count ?? 0) + 1)
  }

  /// The place of a key's second occurrence; the parser tells only the first one's.
  private func secondMark(of key: String, after first: YAMLMark) -> YAMLMark {
    for number in lines.indices.dropFirst(first.line) {
      let line = lines[number].dropFirst(first.column - 1)
      if String(line).hasPrefix("\(key):") { return YAMLMark(line: number + 1, column: first.column) }
    }
    return first
  }
}

/// A place in a YAML file; lines and columns count from 1, columns in Unicode scalars.
struct YAMLMark {
  var line: Int
  var column: Int
}

extension YAMLMark {
  init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }
}
