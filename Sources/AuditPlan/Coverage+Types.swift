public import AuditModel

/// What an examination tells about the export that it read.
public struct ExportEvidence: Sendable {
  /// The components that were there, by type.
  public var held: [HeldComponents]
  /// Findings and facts; a fact may say which types a manifest asked for by `*`.
  public var findings: [Finding]

  public init(held: [HeldComponents], findings: [Finding] = []) {
    self.held = held
    self.findings = findings
  }
}

extension TypeCoverage {
  /// The property by which a rule says that a manifest asks for every component of a type: `has: manifest-wildcard`.
  static let wildcardProperty = "manifest-wildcard"

  /// Types whose files only list what was retrieved together with them.
  /// - SeeAlso: Salesforce, Metadata API Developer Guide, Profile and PermissionSet.
  private static let sparseTypes: Set<String> = ["Profile", "PermissionSet", "MutingPermissionSet"]

  /// Says for every metadata type that a pack wants whether the export held it, and what its state weakens.
  ///
  /// A type is partial where components that the pack names are not there, where a manifest asked for it by
  /// a `*` that does not return all of it, and where its files only list what was retrieved with them and the
  /// named objects were not.
  public static func assess(_ types: [ExportType], evidence: ExportEvidence) -> [TypeCoverage] {
    let held = Dictionary(evidence.held.map { ($0.type, $0.names) }, uniquingKeysWith: +)
    let wildcards = Set(
      evidence.findings.flatMap(\.references)
        .filter { $0.relation == .has && $0.node.kind.rawValue == wildcardProperty }.map(\.node.name))
    let objects = types.filter { $0.type == "CustomObject" }
    let missingObjects = objects.flatMap { missing($0, held["CustomObject"] ?? []) }
    return types.map { type in
      let names = held[type.type] ?? []
      let count = names.count
      var reasons: [String] = []
      if count > 0 {
        let missing = missing(type, names)
        if !missing.isEmpty { reasons.append("not in the export: \(list(missing))") }
      }
      if !type.allowsWildcard, wildcards.contains(type.type) {
        reasons.append(
          "a manifest asks for it by '*', which does not return this type; its members must be named")
      }
      if count > 0, sparseTypes.contains(type.type), !missingObjects.isEmpty {
        reasons.append(
          "its files list permissions only for what was retrieved with them, and these objects were not: "
            + list(missingObjects))
      }
      let state: State = count == 0 ? .absent : reasons.isEmpty ? .present : .partial
      return TypeCoverage(
        type: type.type, state: state, count: count,
        weakens: state == .present ? nil : (reasons + [type.weakens]).joined(separator: "; "))
    }
  }

  /// The first names, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(6).joined(separator: ", ")
    return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
  }

  /// The members that a pack wants by name and that nobody holds.
  private static func missing(_ type: ExportType, _ names: [String]) -> [String] {
    let members = type.members.filter { $0 != "*" }
    // An export may hold a hundred thousand components of types whose members nobody asks for by name.
    guard !members.isEmpty else { return [] }
    let held = Set(names.map { $0.lowercased() })
    return members.filter { !held.contains($0.lowercased()) }
  }
}
