/// The components of one type that artifacts hold.
public struct HeldComponents: Codable, Hashable, Sendable {
  /// The Metadata API type, `LiveChatButton`.
  public var type: String
  /// Full names, each once whatever its letter case, in the byte order of their lower case.
  public var names: [String]

  public init(type: String, names: [String]) {
    self.type = type
    self.names = names
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type, forKey: .type)
    // Told that each is a text, JSON's encoder takes an eighth of what it takes to find that out.
    var list = container.nestedUnkeyedContainer(forKey: .names)
    for name in names { try list.encode(name) }
  }
}

/// Gathers components by type, each once.
///
/// Of two spellings of one name the one that sorts first stands, so what is gathered does not depend on
/// the order in which it was seen.
public struct ComponentGatherer: Sendable {
  /// The names of each type by their lower case.
  private var types: [(type: String, names: [String: String])] = []
  private var places: [String: Int] = [:]
  /// The place of the type that was added last: the files of a folder are mostly of one.
  private var latest = 0

  public init() {}

  public mutating func add(_ name: String, of type: String) { add(name, key: name.lowercased(), of: type) }

  /// Adds what another one gathered.
  public mutating func add(_ other: ComponentGatherer) {
    if types.isEmpty {
      self = other
      return
    }
    for (type, names) in other.types {
      for (key, name) in names { add(name, key: key, of: type) }
    }
  }

  /// What was gathered, in the byte order of the types.
  public var held: [HeldComponents] {
    types.map { HeldComponents(type: $0, names: ComponentGatherer.inOrder($1)) }
      .sorted { $0.type.utf8.lexicographicallyPrecedes($1.type.utf8) }
  }

  private mutating func add(_ name: String, key: String, of type: String) {
    if types.isEmpty || types[latest].type != type { latest = place(of: type) }
    ComponentGatherer.add(name, key: key, to: &types[latest].names)
  }

  private mutating func place(of type: String) -> Int {
    if let place = places[type] { return place }
    places[type] = types.count
    types.append((type, [:]))
    return types.count - 1
  }

  private static func add(_ name: String, key: String, to names: inout [String: String]) {
    // What is there is looked at in its place, for the sake of one search instead of two.
    func stands(_ known: inout String?) -> Bool {
      if let known { return !name.utf8.lexicographicallyPrecedes(known.utf8) }
      known = name
      return true
    }
    if stands(&names[key]) { return }
    // The key as well: a dictionary keeps the old one, which may be normalised in another way.
    names[key] = nil
    names[key] = name
  }

  /// The names in the byte order of their keys.
  private static func inOrder(_ names: [String: String]) -> [String] {
    // What is moved about is two numbers: moving an entry would count the owners of its texts.
    let entries = Array(names)
    var order = entries.indices.map { (head: firstBytes(of: entries[$0].key), index: $0) }
    order.sort { left, right in
      if left.head != right.head { return left.head < right.head }
      return entries[left.index].key.utf8.lexicographicallyPrecedes(entries[right.index].key.utf8)
    }
    return order.map { entries[$0.index].value }
  }

  /// The first bytes of a text as a number in the order of the texts; equal for texts that begin alike.
  private static func firstBytes(of text: String) -> UInt128 {
    var text = text
    return text.withUTF8 { bytes in
      var number: UInt128 = 0
      let first = unsafe UnsafeRawBufferPointer(start: bytes.baseAddress, count: min(bytes.count, 16))
      unsafe withUnsafeMutableBytes(of: &number) { unsafe $0.copyMemory(from: first) }
      return UInt128(bigEndian: number)
    }
  }
}
