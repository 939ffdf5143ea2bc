/// A number that stands for a name within one document.
///
/// Names registered in ``XMLNames`` have the number that they were given there; any other name gets the
/// next free number when it is first asked for, and keeps it as long as the parser is kept. Within one
/// document two names are equal if their numbers are.
public struct XMLNameID: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }
}

/// The names that a handler looks for, each with a small number, so that events are matched by number.
///
/// Fill it once, then share it between all documents and tasks.
public struct XMLNames: Sendable {
  private var names: [[UInt8]] = []
  /// Open addressing: the number plus one, or 0 for a free place. Its count is a power of two.
  private var slots: [UInt32] = []

  public init() {}

  public init(_ names: some Sequence<String>) {
    for name in names { register(name) }
  }

  /// How many names are registered; their numbers are those below it.
  public var count: Int { names.count }

  /// The number of a name; registers the name if it is new.
  @discardableResult
  public mutating func register(_ name: String) -> XMLNameID {
    let bytes = Array(name.utf8)
    if let known = id(of: bytes.span) { return known }
    names.append(bytes)
    if names.count * 2 > slots.count {
      slots = Array(repeating: 0, count: max(16, slots.count * 2))
      for index in names.indices { insert(UInt32(index)) }
    } else {
      insert(UInt32(names.count - 1))
    }
    return XMLNameID(rawValue: UInt32(names.count - 1))
  }

  /// The number of a registered name, or nil.
  public func id(of name: Span<UInt8>) -> XMLNameID? {
    guard !slots.isEmpty else { return nil }
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if name.isEqual(to: names[Int(number)]) { return XMLNameID(rawValue: number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether both are one and the same, which is seen without a look at the names.
  func isCopy(of other: XMLNames) -> Bool {
    guard names.count == other.names.count else { return false }
    return unsafe names.withUnsafeBufferPointer { names in
      unsafe other.names.withUnsafeBufferPointer { unsafe names.baseAddress == $0.baseAddress }
    }
  }

  private mutating func insert(_ number: UInt32) {
    let name = names[Int(number)]
    var slot = Self.hash(name.span) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number + 1
  }

  /// FNV-1a, folded so that the low bits depend on all bytes.
  private static func hash(_ name: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x0000_0100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}

extension Span<UInt8> {
  /// Whether the span holds these bytes.
  func isEqual(to other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
