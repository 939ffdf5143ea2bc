public import AuditModel

/// What records that no metadata export holds add to the inventory.
///
/// Results of a pack's queries name the components that ids stand for, the queues that work goes to, and how
/// much of it there was. They are facts like any other, with the file and line that prove them.
public struct RecordFacts: Sendable {
  /// The rule that all facts from records name.
  public static let rule: RuleID = "record-export"

  public private(set) var facts: [Finding] = []
  public private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - files: Paths and contents of CSV and JSON files.
  ///   - queries: The queries that the files may be results of.
  public init(files: [(path: String, bytes: [UInt8])], queries: [RecordQuery]) {
    var results: [(query: RecordQuery, file: RecordFile)] = []
    for (path, bytes) in files.sorted(by: { $0.path < $1.path }) {
      do {
        let file = try RecordFile(path: path, bytes: bytes)
        let own = queries.filter { $0.reads(file) }
        if own.isEmpty {
          complain(
            path, "unknown-records", "'\(path)' has not the columns of any query that 'manifest' prints")
        }
        results += own.map { ($0, file) }
      } catch {
        complain(path, "unreadable-records", "'\(path)': \(error.message)")
      }
    }
    var names: [String: ComponentID] = [:]
    for (query, file) in results {
      guard let type = query.component else { continue }
      for row in file.rows {
        guard let id = row[query.key], let name = row[query.name] else { continue }
        names[RecordID.canonical(id)] = ComponentID(type: type, name: name)
      }
    }
    for (query, file) in results {
      for row in file.rows { add(row, query, file.path, names) }
    }
  }

  /// The rule's descriptor, for the reports that hold its facts.
  public static func descriptor(pack: String) -> RuleDescriptor {
    RuleDescriptor(
      id: rule, pack: pack, title: "A record tells what an id stands for", class: .review,
      confidence: .certain,
      surface: .identifier, remediation: "1. Nothing to do; records only complete the inventory.")
  }

  private mutating func add(
    _ row: RecordFile.Row, _ query: RecordQuery, _ path: String, _ names: [String: ComponentID]
  ) {
    guard let id = row[query.key].map(RecordID.canonical), let component = names[id],
      component.type == query.component
    else { return }
    var references: [Reference] = []
    func refer(_ relation: Relation, _ kind: NodeKind, _ name: String) {
      references.append(Reference(relation: relation, node: NodeID(kind: kind, name: name)))
    }
    if let kind = query.identifies { refer(.identifies, kind, id) }
    for link in query.links {
      guard let other = row[link.column].map(RecordID.canonical) else { continue }
      refer(link.relation, NodeKind(rawValue: link.component), names[other]?.name ?? other)
    }
    for column in query.properties {
      if let value = row[column] { refer(.has, NodeKind(rawValue: column), value) }
    }
    guard !references.isEmpty else { return }
    facts.append(
      Finding(
        rule: RecordFacts.rule, class: .review, level: .note, confidence: .certain, context: .config,
        surface: .identifier, message: "'\(component)' is the record '\(id)'", component: component,
        location: Location(path: path, line: row.line), evidence: "\(query.object) \(id)",
        references: references))
  }

  private mutating func complain(_ path: String, _ code: String, _ message: String) {
    diagnostics.append(
      Diagnostic(code: code, severity: .incomplete, message: message, location: Location(path: path)))
  }
}

extension RecordQuery {
  /// Whether a file looks like this query's results: it has the key and, beside it, a name or a wanted column.
  fileprivate func reads(_ file: RecordFile) -> Bool {
    guard let first = file.rows.first else { return false }
    let isNamed = file.object ?? file.path.fileStem
    let own = object.prefix { $0 != " " }.lowercased()
    // Aggregates say no object, or the one that was counted.
    guard key != "Id" || isNamed.lowercased().hasPrefix(own) else { return false }
    func has(_ column: String) -> Bool { file.rows.contains { $0[column] != nil } }
    guard first[key] != nil || has(key) else { return false }
    return key == "Id" ? has(name) : properties.contains(where: has)
  }
}

extension String {
  /// The file's name without folders and its last suffix.
  fileprivate var fileStem: String {
    let name = split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? "")
  }
}
