/// The document's bytes on their way to the parser: those in memory, or what a source delivers, without what may
/// be left out.
@safe struct DocumentInput: ~Copyable {
  typealias Source = (UnsafeMutableRawBufferPointer) -> Int

  /// The parser asks for a few kilobytes more than a token needs; a limit must not trip over them.
  static let readAhead = 64 << 10
  private static let readSize = 32 << 10

  var window: RawWindow
  private let source: Source?
  private(set) var hasEnded: Bool
  private(set) var hasFailed = false

  /// The offset in the document of the next byte for the parser.
  private(set) var fedOffset = 0
  /// How many bytes the parser has been given.
  private var fedCount = 0
  private var scanner: ChildScanner?
  /// Where the next byte for the parser may not be the next one of the document.
  private var keptEnd = Int.max
  /// What lies between that and this is left out.
  private var scannedEnd = 0
  var places = FedPlaces()

  /// The input of a document in memory or, if that is nil, of one that a source delivers.
  init(_ document: UnsafeBufferPointer<UInt8>?, source: Source?, leavingOut omission: XMLOmission?) {
    window = unsafe RawWindow(document: document)
    unsafe self.source = source
    hasEnded = unsafe source == nil
    if let omission {
      scanner = ChildScanner(omission)
      keptEnd = 0
    }
  }

  /// Where what the parser was given would end, were nothing left out behind the place at which it stands.
  var fedEnd: Int { fedCount + places.shift }

  /// The first bytes, enough to tell the encoding.
  mutating func start() -> UnsafeBufferPointer<UInt8> {
    while window.end < 1_024, !hasEnded { readSource(keeping: 0) }
    return unsafe window.bytes(in: 0..<min(window.end, 1_024))
  }

  /// Gives the parser its next bytes; none at the end.
  ///
  /// - Parameter keepFrom: What stands from here on may still be asked for.
  mutating func feed(_ target: UnsafeMutablePointer<UInt8>, _ capacity: Int, keeping keepFrom: Int) -> Int {
    if fedOffset == keptEnd { chooseWhatFollows(keeping: keepFrom) }
    let capacity = min(capacity, keptEnd - fedOffset)
    // As much as is asked for, so that nothing depends on how a source cuts the document: what libxml2
    // says of damaged bytes depends on how many it sees at once.
    while window.end - fedOffset < capacity, !hasEnded { readSource(keeping: keepFrom) }
    guard let bytes = unsafe window.pointer(at: fedOffset) else { return 0 }
    let count = min(capacity, window.end - fedOffset)
    unsafe target.update(from: bytes, count: count)
    fedOffset += count
    fedCount += count
    return count
  }

  /// Whether some of a document in memory may be left out.
  var isPartial: Bool { unsafe source == nil && scanner != nil }

  /// Gives the parser all that it is to be given of a document in memory; the target has room for the document.
  mutating func feedAll(_ target: UnsafeMutablePointer<UInt8>, _ capacity: Int) -> Int {
    var total = 0
    while true {
      let count = unsafe feed(target + total, capacity - total, keeping: 0)
      if count == 0 { return total }
      total += count
    }
  }

  private mutating func readSource(keeping keepFrom: Int) {
    guard let source = unsafe source else { return }
    let room = unsafe window.room(keeping: keepFrom, atLeast: Self.readSize)
    let count = unsafe source(room)
    precondition(count <= room.count, "a source writes no more than it has room for")
    if count > 0 {
      window.append(count)
    } else {
      hasEnded = true
      hasFailed = count < 0
    }
  }

  /// Decides behind a child of the root what the parser is to be given next: more children, or all the rest.
  private mutating func chooseWhatFollows(keeping keepFrom: Int) {
    if keptEnd == 0 {
      let start = rootStart(keeping: keepFrom) ?? 0..<Int.max
      give(from: start.lowerBound, to: start.upperBound)
      scannedEnd = keptEnd
      return
    }
    var start: Int?
    let first = scannedEnd
    while true {
      let end = min(window.end, scannedEnd + 2 * ChildScanner.maxChildBytes)
      switch unsafe scanner?.child(at: scannedEnd, window.bytes(in: scannedEnd..<end)) ?? .other {
      case .unimportant(let length):
        // Now and then one is read, so that the parser goes on and the window can follow it.
        if start == nil, scannedEnd - first > Self.readAhead {
          start = scannedEnd
        } else if let start {
          give(from: start, to: scannedEnd)
          scannedEnd += length
          return
        }
        scannedEnd += length
      case .wanted(let length):
        let begin = start ?? scannedEnd
        start = begin
        scannedEnd += length
        if scannedEnd - begin >= Self.readSize { return give(from: begin, to: scannedEnd) }
      case .cutOff where !hasEnded:
        if let start { return give(from: start, to: scannedEnd) }
        readSource(keeping: keepFrom)
      case .cutOff, .other:
        scanner = nil
        return give(from: start ?? scannedEnd, to: .max)
      }
    }
  }

  private mutating func give(from start: Int, to end: Int) {
    if start != fedOffset { places.add(fed: fedCount, document: start) }
    fedOffset = start
    keptEnd = end
  }

  /// What is to be read up to the end of the root's start tag, if what stands before that is short and simple.
  private mutating func rootStart(keeping keepFrom: Int) -> Range<Int>? {
    while true {
      let start = 0..<min(window.end, Self.readAhead)
      if let start = unsafe scanner?.rootStart(in: window.bytes(in: start)) { return start }
      if hasEnded || window.end >= Self.readAhead { return nil }
      readSource(keeping: keepFrom)
    }
  }
}
