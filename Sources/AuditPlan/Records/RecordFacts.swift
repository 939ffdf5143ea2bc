public import AuditModel

/// What records that no metadata export holds add to the inventory.
///
/// Results of a pack's queries name the components that ids stand for, the queues that work goes to, and how
/// much of it there was. They are facts like any other, with the file and line that prove them.
public struct RecordFacts: Sendable {
  /// The rule that all facts from records name.
  public static let rule: RuleID = "record-export"
  /// The rule that facts from logs of calls name; their captures are `client`, `object` and `calls`.
  public static let callRule: RuleID = "record-calls"
  /// The rules of every fact here.
  public static let rules: Set<RuleID> = [rule, callRule]

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
      if let calls = query.calls {
        count(calls, in: file, query)
      } else {
        for row in file.rows { add(row, query, file.path, names) }
        addIdle(query, file, names)
      }
    }
  }

  /// Counts of nothing: a query that groups by records has no row for one without any.
  private mutating func addIdle(_ query: RecordQuery, _ file: RecordFile, _ names: [String: ComponentID]) {
    guard query.key != "Id" else { return }
    let counted = Set(file.rows.compactMap { $0[query.key].map(RecordID.canonical) })
    for (id, component) in names.sorted(by: { $0.key < $1.key })
    where component.type == query.component && !counted.contains(id) {
      let cells = Dictionary(uniqueKeysWithValues: query.properties.map { ($0.lowercased(), "0") })
      let row = RecordFile.Row(line: 1, cells: cells.merging([query.key.lowercased(): id]) { old, _ in old })
      add(row, query, file.path, names)
    }
  }

  /// The rules' descriptors, for the reports that hold their facts.
  public static func descriptors(pack: String) -> [RuleDescriptor] {
    [
      (rule, "A record tells what an id stands for", Surface.identifier),
      (callRule, "A log of calls tells which programs use chat records", .dataModel),
    ].map { id, title, surface in
      RuleDescriptor(
        id: id, pack: pack, title: title, class: .review, confidence: .certain, surface: surface,
        remediation: "1. Nothing to do; records only complete the inventory.")
    }
  }

  /// One fact for each program and object, at the first line that names them.
  private mutating func count(_ calls: RecordQuery.Calls, in file: RecordFile, _ query: RecordQuery) {
    struct Use: Hashable {
      var object: String
      var client: String
    }
    let objects = Dictionary(calls.objects.map { ($0.lowercased(), $0) }) { first, _ in first }
    var uses: [Use: (calls: Int, line: Int)] = [:]
    for row in file.rows {
      // One call can name several objects.
      let names = calls.object.compactMap { row[$0] }.first ?? ""
      let named = names.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      for object in Set(named.compactMap { objects[$0.lowercased()] }) {
        let client = calls.client.compactMap { row[$0] }.first ?? "a program without a name"
        uses[Use(object: object, client: client), default: (0, row.line)].calls += 1
      }
    }
    for (use, count) in uses.sorted(by: { ($0.key.object, $0.key.client) < ($1.key.object, $1.key.client) }) {
      facts.append(
        Finding(
          rule: RecordFacts.callRule, class: .review, level: .note, confidence: .certain, context: .config,
          surface: .dataModel, message: "'\(use.client)' called '\(use.object)' \(count.calls) times",
          component: ComponentID(type: "CustomObject", name: use.object),
          location: Location(path: file.path, line: count.line), evidence: "\(query.object) \(use.client)",
          captures: ["client": use.client, "object": use.object, "calls": String(count.calls)],
          references: [
            Reference(relation: .has, node: NodeID(kind: NodeKind(rawValue: "api-client"), name: use.client))
          ]))
    }
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
    if let calls {
      return [calls.client, calls.object].allSatisfy { columns in
        columns.contains { column in file.rows.contains { $0[column] != nil } }
      }
    }
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
