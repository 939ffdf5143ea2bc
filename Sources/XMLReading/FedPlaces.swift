/// Where in the document the bytes stand that the parser was given, when some were left out between them.
@safe struct FedPlaces {
  /// The jumps that the parser has not come to yet: offsets in what it was given, and in the document.
  private var jumps: [(fed: Int, document: Int)] = []
  private var first = 0
  /// The next jump's offset in what the parser was given.
  private var next = Int.max
  /// How much further on in the document the parser's bytes stand than it counts.
  private(set) var shift = 0

  /// Notes that the parser's bytes from an offset on stand elsewhere in the document.
  mutating func add(fed: Int, document: Int) {
    if next == .max {
      next = fed
      // Most small documents have a handful.
      jumps.reserveCapacity(4)
    }
    jumps.append((fed, document))
  }

  /// Goes on to an offset of the parser, whose byte is the first of something; where a jump was on the way,
  /// its place in the document.
  @inline(__always)
  mutating func pass(to fed: Int) -> Int? { fed >= next ? jump(to: fed) : nil }

  @inline(never)
  private mutating func jump(to fed: Int) -> Int {
    var document = 0
    while fed >= next {
      document = jumps[first].document
      shift = document &- jumps[first].fed
      first += 1
      next = first < jumps.count ? jumps[first].fed : .max
    }
    if first == jumps.count {
      jumps.removeAll(keepingCapacity: true)
      first = 0
    }
    return document
  }

  /// The place in the document of an offset of the parser behind something.
  func document(behind fed: Int) -> Int {
    var shift = shift
    for jump in jumps[first...] where fed > jump.fed { shift = jump.document - jump.fed }
    return fed + shift
  }
}
