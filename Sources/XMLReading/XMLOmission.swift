/// What of a document may be left out of its reading: children of the root in which nothing matters.
///
/// In a profile of 50 MB nineteen children in twenty say nothing to the rules. A child is left out only where
/// reading it could neither fail nor give anything: its tags have no attributes and no prefixes, its text is
/// ASCII without references, none of its elements has a wanted name, and no wanted place lies in it. Anything
/// else is read, and so is every child from the first one on that can't be told from its neighbours so easily.
///
/// Errors of a reading with omissions may have the wrong words and the wrong line; who needs them reads again
/// without.
@safe public struct XMLOmission {
  let children: XMLKnownChildren
  let places: ContiguousArray<Int>

  /// - Parameters:
  ///   - children: Which names matter. Learns the names it meets, so that a task keeps it for many documents.
  ///   - places: Offsets of bytes whose elements are wanted, in ascending order.
  public init(children: XMLKnownChildren, places: ContiguousArray<Int>) {
    self.children = children
    self.places = places
  }
}

/// The names of elements below one kind of root, and whether they matter; for one task at a time.
@safe public final class XMLKnownChildren {
  /// The root's name as it stands in its tag; a document with another one is read as a whole.
  let root: [UInt8]
  /// Children that hold nothing of a wanted name.
  let shapes: UnsafeMutablePointer<ChildShapes>
  /// Where the names of a child's open elements begin, and their lengths.
  let open: UnsafeMutablePointer<(start: Int, length: Int)>
  /// How the latest document began, up to the end of its root's start tag, and what is to be read of that: those of
  /// a folder mostly begin alike.
  var latest: (beginning: [UInt8], start: Range<Int>)?
  private let wanted: XMLNames
  /// Open addressing; the count is a power of two.
  private let entries: UnsafeMutablePointer<Entry>
  private var used = 0

  private static let entryCount = 256
  /// A document that shows more names than this is not the regular one that leaving out is meant for.
  private static let maxNames = 128
  /// The longest name that is learned, in bytes.
  private static let maxLength = 64

  /// A name, by its first eight bytes and its last eight; those of a shorter name are its only ones.
  @safe private struct Entry {
    var first: UInt64 = 0
    var last: UInt64 = 0
    /// 0 for a free place.
    var length = 0
    var isWanted = false
    /// The whole name, where the sixteen bytes aren't.
    var bytes: UnsafePointer<UInt8>?
  }

  /// What a name means.
  enum Meaning {
    case unimportant
    case wanted
    /// No name, or not one that is left out.
    case unknown
  }

  /// - Parameters:
  ///   - root: The name of the root element, without a prefix.
  ///   - wanted: The names of the elements that have to be read with the child of the root that holds them.
  public init(ofRoot root: String, wanted: some Sequence<String>) {
    self.root = Array(root.utf8)
    self.wanted = XMLNames(wanted)
    unsafe shapes = .allocate(capacity: 1)
    unsafe shapes.initialize(to: ChildShapes())
    unsafe open = .allocate(capacity: ChildScanner.maxDepth)
    unsafe open.initialize(repeating: (0, 0), count: ChildScanner.maxDepth)
    unsafe entries = .allocate(capacity: Self.entryCount)
    unsafe entries.initialize(repeating: Entry(), count: Self.entryCount)
  }

  deinit {
    for index in 0..<Self.entryCount { unsafe entries[index].bytes?.deallocate() }
    unsafe entries.deallocate()
    unsafe open.deallocate()
    unsafe shapes.deinitialize(count: 1)
    unsafe shapes.deallocate()
  }

  /// Looks up a name.
  ///
  /// - Parameters:
  ///   - name: The name's first byte; eight bytes may be read from there.
  @inline(__always)
  func meaning(of name: UnsafePointer<UInt8>, length: Int) -> Meaning {
    guard length > 0, length <= Self.maxLength else { return .unknown }
    let start = unsafe UnsafeRawPointer(name)
    var first = unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    var last: UInt64 = 0
    if length < 8 {
      first &= (1 << (UInt64(length) &* 8)) &- 1
    } else {
      last = unsafe UInt64(littleEndian: (start + (length &- 8)).loadUnaligned(as: UInt64.self))
    }
    let mixed = (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93
    var slot = Int(truncatingIfNeeded: mixed >> 56)
    while unsafe entries[slot].length != 0 {
      if unsafe entries[slot].first == first && entries[slot].last == last && entries[slot].length == length,
        unsafe entries[slot].bytes.map({ unsafe isEqual($0, name, length) }) ?? true
      {
        return unsafe entries[slot].isWanted ? .wanted : .unimportant
      }
      slot = (slot &+ 1) & (Self.entryCount &- 1)
    }
    return unsafe learn(name, Entry(first: first, last: last, length: length), at: slot)
  }

  @inline(never)
  private func learn(_ name: UnsafePointer<UInt8>, _ entry: Entry, at slot: Int) -> Meaning {
    let bytes = unsafe UnsafeBufferPointer(start: name, count: entry.length)
    guard used < Self.maxNames, unsafe isPlainName(bytes) else { return .unknown }
    var entry = entry
    entry.isWanted = unsafe wanted.id(of: Span(_unsafeElements: bytes)) != nil
    if entry.length > 16 {
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: entry.length)
      unsafe copy.initialize(from: name, count: entry.length)
      unsafe entry.bytes = UnsafePointer(copy)
    }
    unsafe entries[slot] = entry
    used += 1
    return entry.isWanted ? .wanted : .unimportant
  }

  /// Whether bytes are a name of ASCII letters, digits and `_.-` without a prefix.
  private func isPlainName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isStart(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || (97...122).contains(byte | 0x20) }
    guard let first = unsafe bytes.first, isStart(first) else { return false }
    return unsafe bytes.allSatisfy {
      isStart($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }
}
