public import AuditModel

extension Portfolio {
  /// Puts reports together; the order they come in does not matter.
  ///
  /// Reports of one name are one organisation at several days. A host of the vendor that all tenants share is
  /// shared like any other; ids that two organisations share are a copied snippet or one org counted twice.
  public init(_ entries: [PortfolioEntry]) {
    let rows = Dictionary(grouping: entries) { $0.name.lowercased() }.values.compactMap { entries -> Row? in
      let ordered = entries.sorted {
        ($0.day, $0.errors, $0.warnings, $0.name) < ($1.day, $1.errors, $1.warnings, $1.name)
      }
      guard let latest = ordered.last else { return nil }
      return Row(
        name: latest.name, latest: latest,
        trend: ordered.map { Point(day: $0.day, errors: $0.errors, warnings: $0.warnings) })
    }.sorted { left, right in
      (right.latest.errors, right.latest.warnings, left.name) < (
        left.latest.errors, left.latest.warnings, right.name
      )
    }
    var owners: [NodeID: [String]] = [:]
    for row in rows {
      for node in Set(row.latest.identities) { owners[node, default: []].append(row.name) }
    }
    let shared = owners.filter { $0.value.count > 1 }.map {
      Shared(node: $0.key, organizations: $0.value.sorted())
    }
    self.init(
      rows: rows,
      shared: shared.sorted { ($1.organizations.count, $0.node.key) < ($0.organizations.count, $1.node.key) })
  }

  /// The organisation that a report's file name stands for: without folders, suffix and a day at its end.
  public static func name(ofFile path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.lowercased().hasSuffix(".json") { name.removeLast(5) }
    let parts = name.split(whereSeparator: { "-_. ".contains($0) })
    var kept = parts[...]
    while kept.count > 1, let last = kept.last, last.allSatisfy(\.isNumber), [2, 4, 8].contains(last.count) {
      kept = kept.dropLast()
    }
    guard let end = kept.last?.endIndex, kept.count < parts.count else { return name }
    return String(name[..<end])
  }
}
