import AuditModel

/// What a file is by its name, before anybody has read it.
enum FileType: Hashable, Sendable {
  /// Text of a known kind.
  case text(ArtifactKind, Language)
  /// Never text: pictures, sound, fonts, compiled code.
  case binary
  /// Packed files that are opened when their first bytes agree.
  case archive
  /// Packed in a format that isn't opened.
  case unreadArchive
  /// The name says nothing; the content decides.
  case unknown
}

extension FileType {
  /// What a file is by its name alone.
  static func named(_ name: UnsafeBufferPointer<UInt8>) -> FileType {
    if let type = unsafe byName[hash(name[...])] { return type }
    guard let dot = unsafe name.lastIndex(of: UInt8(ascii: ".")) else { return .unknown }
    if dot > 0 {
      if let type = unsafe bySuffix[hash(name[(dot + 1)...])] { return type }
      // `Dockerfile.web`, `.env.production`: what stands before the first dot decides.
      if let first = unsafe name[1...].firstIndex(of: UInt8(ascii: ".")) {
        return unsafe byStem[hash(name[..<first])] ?? .unknown
      }
    }
    return .unknown
  }

  /// What a file is by the last component of its path.
  static func named(path: UnsafeBufferPointer<UInt8>) -> FileType {
    guard let slash = unsafe path.lastIndex(of: UInt8(ascii: "/")) else { return unsafe named(path) }
    return unsafe named(UnsafeBufferPointer(rebasing: path[(slash + 1)...]))
  }

  static func named(_ name: String) -> FileType {
    var name = name
    return name.withUTF8 { unsafe named($0) }
  }

  private static let bySuffix = table(suffixes)
  private static let byName = table(names)
  private static let byStem = table(stems)

  /// FNV-1a over the ASCII lower case of a name. Two names of the tables never meet (a test says so), and
  /// that another name meets one of them has odds of one to 10^17.
  static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name {
      let lower = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x0000_0100_0000_01b3
    }
    return hash
  }

  private static func table(_ rows: [(FileType, String)]) -> HashTable {
    var table = HashTable()
    for (type, words) in rows {
      for word in words.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
        table[hash(word)] = type
      }
    }
    return table
  }
}

/// File types by numbers that are hashes already; to hash them again would take longer than to look them up.
private struct HashTable {
  /// Open addressing; the count is a power of two and at least twice that of the types.
  private var slots: [(hash: UInt64, type: FileType)?] = Array(repeating: nil, count: 64)
  private var count = 0

  subscript(hash: UInt64) -> FileType? {
    get {
      var slot = place(of: hash)
      while let entry = slots[slot] {
        if entry.hash == hash { return entry.type }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
    set {
      guard let newValue else { return }
      if 2 * count >= slots.count { grow() }
      var slot = place(of: hash)
      while let entry = slots[slot], entry.hash != hash { slot = (slot + 1) & (slots.count - 1) }
      if slots[slot] == nil { count += 1 }
      slots[slot] = (hash, newValue)
    }
  }

  private func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1) }

  private mutating func grow() {
    let entries = slots
    slots = Array(repeating: nil, count: 4 * entries.count)
    count = 0
    for entry in entries { if let entry { self[entry.hash] = entry.type } }
  }
}
