/// Gives each name of one parser's documents its number.
///
/// libxml2 keeps every name once per parser, so the address of a name stands for it: looking at the
/// bytes is needed only the first time.
@safe struct NameTable {
  private let registered: XMLNames
  private var nextNumber: UInt32
  /// Open addressing by address; the count is a power of two, or 0 before the first name.
  private var slots: [(address: UInt, number: UInt32)] = []
  private var used = 0

  init(registered: XMLNames) {
    self.registered = registered
    nextNumber = UInt32(registered.count)
  }

  /// Whether the registered names of both are the same.
  func hasNames(of other: NameTable) -> Bool { registered.isCopy(of: other.registered) }

  /// The number of a name that is kept by the parser.
  mutating func id(of name: UnsafePointer<UInt8>) -> XMLNameID {
    if slots.isEmpty { return unsafe add(name) }
    let address = UInt(bitPattern: name)
    var slot = Self.slot(of: address, in: slots.count)
    while slots[slot].address != 0 {
      if slots[slot].address == address { return XMLNameID(rawValue: slots[slot].number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return unsafe add(name)
  }

  private mutating func add(_ name: UnsafePointer<UInt8>) -> XMLNameID {
    let number: UInt32
    if let known = unsafe registered.id(of: span(ofTerminated: name)) {
      number = known.rawValue
    } else {
      number = nextNumber
      nextNumber += 1
    }
    used += 1
    if used * 2 > slots.count { grow() }
    insert((UInt(bitPattern: name), number))
    return XMLNameID(rawValue: number)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: max(16, old.count * 4))
    for entry in old where entry.address != 0 { insert(entry) }
  }

  private mutating func insert(_ entry: (address: UInt, number: UInt32)) {
    var slot = Self.slot(of: entry.address, in: slots.count)
    while slots[slot].address != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private static func slot(of address: UInt, in count: Int) -> Int {
    // Fibonacci hashing; the multiplication's high half depends on all bits of the address.
    Int(truncatingIfNeeded: (UInt64(address) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
  }
}
