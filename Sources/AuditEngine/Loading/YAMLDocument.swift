import AuditModel

/// A YAML file of a pack or a configuration, parsed, with the errors found in it so far.
///
/// They use the plain part of YAML: no anchors, aliases or tags, and every key once.
package final class YAMLDocument {
  /// The path that errors name.
  let path: String
  package private(set) var errors: [RulePackError] = []

  /// The file's lines; asked for only where an error's place lies inside a text.
  private(set) lazy var lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }

  /// What such files are, in the plural, as messages name them.
  private let files: String
  private var text: String

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
    let (root, problems) = text.withUTF8 { unsafe YAMLDocument.compose($0, files: files) }
    for problem in problems { report(problem.code, problem.message, at: problem.mark) }
    guard problems.isEmpty else { return nil }
    guard let root, root.text?.isEmpty != true else {
      report(.syntax, "the file is empty", at: nil)
      return nil
    }
    return YAMLValue(node: root, name: "", document: self)
  }

  private static func compose(
    _ bytes: UnsafeBufferPointer<UInt8>, files: String
  ) -> (root: YAMLNode?, problems: [YAMLProblem]) {
    do throws(YAMLProblem) {
      var composer = try unsafe YAMLComposer(bytes, files: files)
      do throws(YAMLProblem) {
        return (try composer.root(), composer.problems)
      } catch {
        return (nil, composer.problems + [error])
      }
    } catch {
      return (nil, [error])
    }
  }

  func report(_ code: RulePackError.Code, _ message: String, at mark: YAMLMark?) {
    errors.append(
      RulePackError(
        code: code, message: message, location: Location(path: path, line: mark?.line, column: mark?.column)))
  }
}
