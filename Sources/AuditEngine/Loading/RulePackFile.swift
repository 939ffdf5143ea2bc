/// One file of a pack, as the caller read it.
public struct RulePackFile: Hashable, Sendable {
  /// The path below the pack's folder, with forward slashes: `header/chat-rest-headers.yaml`.
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// Upper bounds for packs, so that a wrong folder is a message and not a long wait.
public enum RulePackLimits {
  /// Bytes of one file; the largest of ours has a twentieth of that.
  public static let fileBytes = 256 * 1024
  /// Files of one pack.
  public static let files = 5_000
  /// Mappings and lists inside each other, in one file.
  public static let depth = 50
}

extension RulePackFile {
  /// What a file is, by its place in the pack.
  enum Role: Hashable {
    case pack, plan, export, mapping, scaffold
    /// Which known things have a rule; for the documentation only.
    case coverage
    /// A rule, with its folder and its stem.
    case rule(folder: String, stem: String)
    /// The cases of a rule.
    case cases(folder: String, stem: String)
    /// Nothing that belongs to a pack; the reason in words, or nothing where the file doesn't matter.
    case other(problem: String?)
  }

  var role: Role {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, !name.hasPrefix(".") else { return .other(problem: nil) }
    if name.hasSuffix(".yml") { return .other(problem: "the files of a pack end in '.yaml'") }
    guard name.hasSuffix(".yaml") else { return .other(problem: nil) }
    switch (parts.count, name) {
    case (1, "pack.yaml"): return .pack
    case (1, "plan.yaml"): return .plan
    case (1, "export.yaml"): return .export
    case (1, "mapping.yaml"): return .mapping
    case (1, "scaffold.yaml"): return .scaffold
    case (1, "coverage.yaml"): return .coverage
    case (1, _):
      let nearest = nearestName(
        to: name,
        among: ["pack.yaml", "plan.yaml", "export.yaml", "mapping.yaml", "scaffold.yaml", "coverage.yaml"])
      return .other(
        problem: nearest.map { "no pack has a file '\(name)'; did you mean '\($0)'?" }
          ?? "a rule stands in the folder of its surface")
    case (2, _):
      let cases = name.hasSuffix(RulePackFile.casesSuffix)
      let stem = String(name.dropLast(cases ? RulePackFile.casesSuffix.count : ".yaml".count))
      return cases ? .cases(folder: parts[0], stem: stem) : .rule(folder: parts[0], stem: stem)
    default:
      return .other(problem: "a rule stands in the folder of its surface, and no deeper")
    }
  }

  static let casesSuffix = ".examples.yaml"
}
