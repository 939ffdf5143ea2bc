import AuditModel

@testable import AuditInput

/// A path, a line end, and the first bytes of the file: what it is and which component it names.
struct NamesTarget: FuzzTarget {
  mutating func problem(with bytes: [UInt8]) -> String? {
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let path = String(decoding: parts[0], as: UTF8.self)
    guard let plain = NamesTarget.identity(path, Array(parts[1])) else { return nil }
    if let component = plain.component, component.type.isEmpty || component.name.isEmpty {
      return "a component without a type or a name"
    }
    if plain.isPrimary, plain.component == nil { return "a primary file of no component" }
    // A folder that means nothing, above everything else, moves the path and changes nothing.
    guard !path.hasPrefix("/"), let below = NamesTarget.identity("qqq/" + path, Array(parts[1])) else { return nil }
    if below.component != plain.component || below.kind != plain.kind || below.language != plain.language {
      return "below a folder it is \(below), else \(plain)"
    }
    return nil
  }

  private static func identity(_ path: String, _ bytes: [UInt8]) -> Artifact? {
    let found = try? examine([MemoryFile(path: path, bytes: bytes)], examiner: SizeExaminer())
    return found?.results.first?.artifact
  }
}
