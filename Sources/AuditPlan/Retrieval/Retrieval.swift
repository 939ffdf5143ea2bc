public import AuditModel

/// What to retrieve from an org so that an audit sees everything: manifests, queries and commands.
public struct Retrieval: Sendable {
  /// The most files that one retrieve returns.
  /// - SeeAlso: Salesforce, Developer Limits and Allocations, Metadata limits: files in a retrieve.
  public static let maxFiles = 10_000

  /// A type with the members to ask for.
  public struct Request: Hashable, Sendable {
    public var type: String
    public var members: [String]
    /// How many files it is likely to return.
    public var files: Int
    /// Whether the type's members differ from org to org, so that a list from the org must complete them.
    public var needsNames: Bool
  }

  /// Requests that fit into one retrieve, in the order of their types.
  public private(set) var packages: [[Request]]
  public let queries: [RecordQuery]

  /// Types whose files list only what stands in the same manifest.
  private static let sparseTypes: Set<String> = [
    "Profile", "PermissionSet", "MutingPermissionSet", "CustomObject",
  ]

  /// - Parameters:
  ///   - types: The types that a pack wants.
  ///   - queries: The pack's queries.
  ///   - report: An audit; only what its export lacked is asked for, under the names that it mentions. Without
  ///     one, everything.
  public init(_ types: [ExportType], queries: [RecordQuery], missingFrom report: Report? = nil) {
    self.queries = queries
    let states = Dictionary((report?.coverage.types ?? []).map { ($0.type, $0.state) }) { first, _ in first }
    let wanted = types.filter { report == nil || states[$0.type] != .present }
    let counts = Dictionary((report?.coverage.components ?? []).map { ($0.name, $0.count) }) { first, _ in
      first
    }
    let mentioned = Dictionary(grouping: report?.inventory.nodes ?? [], by: \.id.kind.rawValue)
    let requests = wanted.map { type in
      let names = type.allowsWildcard ? [] : (mentioned[type.type] ?? []).map(\.id.name)
      let members = Set(type.members + names).sorted()
      return Request(
        type: type.type, members: members, files: max(counts[type.type] ?? 0, members.count),
        needsNames: !type.allowsWildcard)
    }
    packages = Retrieval.packed(requests.flatMap(Retrieval.pieces))
  }

  /// A request in pieces that each fit; a wildcard can't be divided.
  private static func pieces(_ request: Request) -> [Request] {
    guard request.members.count > maxFiles else { return [request] }
    return stride(from: 0, to: request.members.count, by: maxFiles).map { start in
      let members = Array(request.members[start..<min(start + maxFiles, request.members.count)])
      return Request(
        type: request.type, members: members, files: members.count, needsNames: request.needsNames)
    }
  }

  /// Requests in as few packages as a simple rule finds: the largest first, each where there is room.
  private static func packed(_ requests: [Request]) -> [[Request]] {
    var packages: [(files: Int, requests: [Request])] = []
    func place(_ group: [Request]) {
      let files = group.reduce(0) { $0 + $1.files }
      if let index = packages.firstIndex(where: { $0.files + files <= maxFiles }) {
        packages[index].files += files
        packages[index].requests += group
      } else if !group.isEmpty {
        packages.append((files, group))
      }
    }
    // Profiles and permission sets stay with the objects that they are about, or come back without them.
    place(requests.filter { sparseTypes.contains($0.type) })
    for request in requests.filter({ !sparseTypes.contains($0.type) }).sorted(by: { $0.files > $1.files }) {
      place([request])
    }
    return packages.map {
      $0.requests.sorted { ($0.type, $0.members.first ?? "") < ($1.type, $1.members.first ?? "") }
    }
  }
}
