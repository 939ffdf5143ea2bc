/// Shapes of children that were read before: their markup, with gaps where they hold text.
///
/// An export repeats one shape a hundred thousand times. A child with the markup of a plain one, byte for byte,
/// and with plain text in the gaps is plain too, which is seen in a fifth of the time that its tags take.
@safe struct ChildShapes: ~Copyable {
  private static let maxShapes = 16
  private static let maxPieces = 32
  private static let maxBytes = 2_048
  /// What learning a shape costs, in children that it lets pass.
  private static let price = 16

  private let shapes: UnsafeMutablePointer<Shape>
  private var count = 0
  private var latest = 0
  /// Room for the shape that is learned next.
  private var spare = Shape()
  /// Where nearly every child has a shape of its own, learning more of them is for nothing.
  private var credit = 64 * price

  @safe private struct Shape {
    /// The markup without the gaps.
    let bytes: UnsafeMutablePointer<UInt8>
    /// The lengths of the pieces of markup between gaps.
    let lengths: UnsafeMutablePointer<Int>
    var pieceCount = 0

    init() {
      unsafe bytes = .allocate(capacity: maxBytes)
      unsafe lengths = .allocate(capacity: maxPieces)
    }

    func free() {
      unsafe bytes.deallocate()
      unsafe lengths.deallocate()
    }
  }

  init() {
    unsafe shapes = .allocate(capacity: Self.maxShapes)
  }

  deinit {
    for index in 0..<count { unsafe shapes[index].free() }
    unsafe shapes.deallocate()
    spare.free()
  }

  /// The length of the child at a place, with the blanks before it, if it has a known shape.
  @inline(__always)
  mutating func length(of child: UnsafePointer<UInt8>, atMost limit: Int) -> Int? {
    if count == 0 { return nil }
    if let length = unsafe length(of: child, atMost: limit, shape: latest) {
      credit &+= 1
      return length
    }
    for index in 0..<count where index != latest {
      if let length = unsafe length(of: child, atMost: limit, shape: index) {
        latest = index
        credit &+= 1
        return length
      }
    }
    return nil
  }

  private func length(of child: UnsafePointer<UInt8>, atMost limit: Int, shape index: Int) -> Int? {
    let shape = unsafe shapes[index]
    var place = 0
    var known = unsafe UnsafePointer(shape.bytes)
    var piece = 0
    while true {
      let length = unsafe shape.lengths[piece]
      guard place &+ length &+ 8 <= limit, unsafe isEqual(child + place, known, length) else { return nil }
      place &+= length
      unsafe known += length
      piece &+= 1
      if piece == shape.pieceCount { return place }
      guard let end = unsafe plainTextEnd(child, place, limit), unsafe child[end] == lessThan else { return nil }
      place = end
    }
  }

  /// Learns the shape of a plain child, with the blanks before it.
  @inline(never)
  mutating func learn(_ child: UnsafeBufferPointer<UInt8>) {
    guard credit >= Self.price, child.count <= Self.maxBytes else { return }
    credit -= Self.price
    var shape = spare
    shape.pieceCount = 0
    var length = 0
    var used = 0
    var place = 0
    while place < child.count {
      // Markup up to the end of a tag, and the blanks before and behind it.
      let start = place
      while place < child.count, unsafe child[place] != greaterThan { place += 1 }
      place += 1
      let tagEnd = place
      while place < child.count, unsafe child[place].isBlank { place += 1 }
      let isGap = unsafe place < child.count && child[place] != lessThan
      if isGap { place = tagEnd }
      for offset in start..<place {
        unsafe shape.bytes[used] = child[offset]
        used += 1
      }
      length += place - start
      if isGap || place == child.count {
        if shape.pieceCount == Self.maxPieces { return }
        unsafe shape.lengths[shape.pieceCount] = length
        shape.pieceCount += 1
        length = 0
        while place < child.count, unsafe child[place] != lessThan { place += 1 }
      }
    }
    // The spare one changes places with one behind the latest.
    if count < Self.maxShapes {
      latest = count
      count += 1
      spare = Shape()
    } else {
      latest = (latest + 1) % Self.maxShapes
      spare = unsafe shapes[latest]
    }
    unsafe shapes[latest] = shape
  }
}

let greaterThan = UInt8(ascii: ">")
private let lineFeed = UInt8(ascii: "\n")

/// The offset of the first `<` behind plain text, or of the first byte that such text doesn't hold.
@inline(__always)
func plainTextEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
  var place = start
  while place &+ 8 <= count {
    let word = unsafe loadWord(base + place)
    // A `]` may be the beginning of `]]>`, which no text may hold.
    var ends = zeroBytes(word ^ repeated(lessThan)) | zeroBytes(word ^ repeated(UInt8(ascii: "&")))
    ends |= zeroBytes(word ^ repeated(UInt8(ascii: "]")))
    ends |= ((word &- repeated(0x20)) & ~word | word) & repeated(0x80)
    if ends == 0 {
      place &+= 8
      continue
    }
    place &+= ends.trailingZeroBitCount / 8
    let byte = unsafe base[place]
    if byte != lineFeed && byte != 0x09 && byte != 0x0D { return place }
    place &+= 1
  }
  return nil
}

@inline(__always)
func isEqual(_ one: UnsafePointer<UInt8>, _ two: UnsafePointer<UInt8>, _ length: Int) -> Bool {
  var index = 0
  while index &+ 8 <= length {
    if unsafe loadWord(one + index) != loadWord(two + index) { return false }
    index &+= 8
  }
  if index == length { return true }
  if length >= 8 { return unsafe loadWord(one + (length &- 8)) == loadWord(two + (length &- 8)) }
  while index < length {
    if unsafe one[index] != two[index] { return false }
    index &+= 1
  }
  return true
}

@inline(__always)
func loadWord(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
  unsafe UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
}

@inline(__always)
func repeated(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

/// The high bit of each byte that is 0, up to the first one at least.
@inline(__always)
func zeroBytes(_ word: UInt64) -> UInt64 { (word &- repeated(1)) & ~word & repeated(0x80) }
