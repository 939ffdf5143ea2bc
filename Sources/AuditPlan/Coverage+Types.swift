public import AuditModel

extension TypeCoverage {
  /// Says for every metadata type that a pack wants whether the export held it.
  ///
  /// - Parameter counts: Components by type.
  public static func assess(_ types: [ExportType], counts: [String: Int]) -> [TypeCoverage] {
    types.map { type in
      let count = counts[type.type] ?? 0
      return TypeCoverage(
        type: type.type, state: count > 0 ? .present : .absent, count: count,
        weakens: count > 0 ? nil : type.weakens)
    }
  }
}
