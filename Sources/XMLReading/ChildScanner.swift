/// Finds where the next child of a document's root ends, and whether it may be left out.
///
/// It does not replace the parser. What it lets pass it has seen to be well-formed, byte by byte; of what it
/// hands on it only has to know the end, and only if it is well-formed: else the parser stops there.
@safe struct ChildScanner {
  /// What stands at a place behind a child of the root, or behind the root's start tag.
  enum Child {
    /// Blanks and a child that need not be read, up to an offset.
    case unimportant(end: Int)
    /// Blanks and a child that must be read, up to an offset.
    case wanted(end: Int)
    /// Too little to tell.
    case cutOff
    /// Something else than a child, or one that is too long to look ahead for its end.
    case other
  }

  /// The longest child that is looked through, in bytes.
  static let maxChildBytes = 64 << 10
  static let maxDepth = 16

  private let children: XMLKnownChildren
  private let places: ContiguousArray<Int>
  private var nextPlace = 0

  init(_ omission: XMLOmission) {
    children = omission.children
    places = omission.places
  }

  /// The declaration that nearly all documents begin with. It says what holds without it.
  private static let declaration: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

  /// What is to be read up to the end of the root's start tag, if the document begins with nothing but a
  /// declaration, blanks, comments and instructions before it.
  func rootStart(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let base = bytes.baseAddress else { return nil }
    if let latest = children.latest, unsafe has(latest.beginning, base, bytes.count) { return latest.start }
    // Directly behind it, where none may stand, another one would be taken for the first.
    let length = Self.declaration.utf8CodeUnitCount
    let isDeclared = unsafe length < bytes.count && base[length].isBlank && has(Self.declaration, base, at: 0, length)
    let start = isDeclared ? length : 0
    var place = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
    while true {
      place = unsafe skipBlanks(base, place, bytes.count)
      guard place + 4 < bytes.count, unsafe base[place] == lessThan else { return nil }
      if unsafe base[place + 1] == UInt8(ascii: "?") {
        guard let end = unsafe find("?>", base, from: place + 2, bytes.count) else { return nil }
        place = end
      } else if unsafe base[place + 1] == UInt8(ascii: "!") {
        guard unsafe has("<!--", base, at: place, bytes.count),
          let end = unsafe find("-->", base, from: place + 4, bytes.count)
        else { return nil }
        place = end
      } else {
        break
      }
    }
    let name = place + 1..<place + 1 + children.root.count
    guard name.upperBound < bytes.count, unsafe bytes[name].elementsEqual(children.root),
      unsafe base[name.upperBound].isBlank || base[name.upperBound] == greaterThan,
      let tag = unsafe tagEnd(base, name.upperBound, bytes.count), !tag.isEmptyElement
    else { return nil }
    children.latest = unsafe (Array(bytes[..<tag.end]), start..<tag.end)
    return start..<tag.end
  }

  /// Tells what stands at an offset of the document.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the document from the offset on, as far as they are there.
  mutating func child(at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Child {
    guard let base = bytes.baseAddress else { return .cutOff }
    if let end = unsafe children.shapes.pointee.length(of: base, atMost: min(bytes.count, Self.maxChildBytes)) {
      return hasPlace(offset..<offset + end) ? .wanted(end: end) : .unimportant(end: end)
    }
    let start = unsafe skipBlanks(base, 0, bytes.count)
    guard start + 8 <= bytes.count else { return .cutOff }
    let mark = unsafe base[start + 1]
    if unsafe base[start] != lessThan || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "!")
      || mark == UInt8(ascii: "?")
    {
      return .other
    }
    switch unsafe plainElement(base, start, bytes.count) {
    case .unimportant(let end):
      unsafe children.shapes.pointee.learn(UnsafeBufferPointer(rebasing: bytes[..<end]))
      return hasPlace(offset..<offset + end) ? .wanted(end: end) : .unimportant(end: end)
    case .wanted(let end): return .wanted(end: end)
    case .cutOff: return bytes.count > Self.maxChildBytes ? .other : .cutOff
    case .other: break
    }
    let end = unsafe elementEnd(base, start, bytes.count)
    return end.map { $0 > Self.maxChildBytes ? .other : .wanted(end: $0) }
      ?? (bytes.count > Self.maxChildBytes ? .other : .cutOff)
  }

  /// Whether a wanted place is in a range that begins where the last one ended, or behind.
  private mutating func hasPlace(_ range: Range<Int>) -> Bool {
    while nextPlace < places.count, places[nextPlace] < range.lowerBound { nextPlace &+= 1 }
    return nextPlace < places.count && places[nextPlace] < range.upperBound
  }

  // MARK: Plain elements

  /// Reads an element and proves on the way that it is well-formed; `other` where that would take a parser.
  private mutating func plainElement(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Child {
    let open = unsafe children.open
    var place = start
    var depth = 0
    var isWanted = false
    while true {
      // At the mark of a tag.
      guard place &+ 10 <= count else { return .cutOff }
      if unsafe base[place &+ 1] == UInt8(ascii: "/") {
        let (name, length) = unsafe open[depth &- 1]
        let end = place &+ 2 &+ length
        guard end < count else { return .cutOff }
        guard unsafe base[end] == greaterThan, unsafe isEqual(base + name, base + (place &+ 2), length) else {
          return .other
        }
        depth &-= 1
        place = end &+ 1
      } else {
        let name = place &+ 1
        guard let end = unsafe nameEnd(base, name, count) else { return .cutOff }
        let isEmptyElement = unsafe base[end] == UInt8(ascii: "/")
        if isEmptyElement ? unsafe end &+ 1 >= count || base[end &+ 1] != greaterThan : unsafe base[end] != greaterThan {
          return .other
        }
        switch unsafe children.meaning(of: base + name, length: end &- name) {
        case .unimportant: break
        case .wanted: isWanted = true
        case .unknown: return .other
        }
        if isEmptyElement {
          place = end &+ 2
        } else {
          guard depth < Self.maxDepth else { return .other }
          unsafe open[depth] = (name, end &- name)
          depth &+= 1
          place = end &+ 1
        }
      }
      if depth == 0 { return isWanted ? .wanted(end: place) : .unimportant(end: place) }
      if place > Self.maxChildBytes { return .other }
      guard let next = unsafe plainTextEnd(base, place, count) else { return .cutOff }
      guard unsafe base[next] == lessThan else { return .other }
      place = next
    }
  }

  /// The offset of the first byte that ends a name in a plain tag, `>` or `/`, or of one that is in no such tag.
  @inline(__always)
  private func nameEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var place = start
    while place &+ 8 <= count {
      let word = unsafe loadWord(base + place)
      let ends = zeroBytes(word ^ repeated(greaterThan)) | zeroBytes(word ^ repeated(UInt8(ascii: "/")))
      if ends != 0 { return place &+ ends.trailingZeroBitCount / 8 }
      // No name that is let pass is so long.
      if place &- start > 64 { return place }
      place &+= 8
    }
    return nil
  }

  // MARK: Any elements

  /// The offset behind an element, if it is well-formed; nil where it isn't all there.
  private func elementEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var place = start
    var depth = 0
    while true {
      if unsafe has("<!--", base, at: place, count) {
        guard let end = unsafe find("-->", base, from: place + 4, count) else { return nil }
        place = end
      } else if unsafe has("<![CDATA[", base, at: place, count) {
        guard let end = unsafe find("]]>", base, from: place + 9, count) else { return nil }
        place = end
      } else if unsafe has("<?", base, at: place, count) {
        guard let end = unsafe find("?>", base, from: place + 2, count) else { return nil }
        place = end
      } else if unsafe has("</", base, at: place, count) {
        guard let tag = unsafe tagEnd(base, place + 2, count) else { return nil }
        place = tag.end
        depth -= 1
      } else {
        guard let tag = unsafe tagEnd(base, place + 1, count) else { return nil }
        place = tag.end
        if !tag.isEmptyElement { depth += 1 }
      }
      if depth <= 0 { return place }
      while place < count, unsafe base[place] != lessThan { place += 1 }
      // What is cut off here may be the mark of anything.
      guard place + 10 <= count else { return nil }
    }
  }

  /// The offset behind a tag, from an offset in it and outside its quotes.
  private func tagEnd(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) -> (end: Int, isEmptyElement: Bool)? {
    var place = start
    var quote: UInt8 = 0
    while place < count {
      let byte = unsafe base[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == greaterThan {
        return (place + 1, unsafe base[place - 1] == UInt8(ascii: "/"))
      }
      place += 1
    }
    return nil
  }

  private func skipBlanks(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    var place = start
    while place < count, unsafe base[place].isBlank { place &+= 1 }
    return place
  }

  private func has(_ beginning: [UInt8], _ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    unsafe beginning.withUnsafeBufferPointer { known in
      guard let start = known.baseAddress, known.count <= count else { return false }
      return unsafe isEqual(base, start, known.count)
    }
  }

  private func has(_ mark: StaticString, _ base: UnsafePointer<UInt8>, at place: Int, _ count: Int) -> Bool {
    guard place + mark.utf8CodeUnitCount <= count else { return false }
    for index in 0..<mark.utf8CodeUnitCount {
      if unsafe base[place + index] != mark.utf8Start[index] { return false }
    }
    return true
  }

  /// The offset behind the first of these marks.
  private func find(_ mark: StaticString, _ base: UnsafePointer<UInt8>, from start: Int, _ count: Int) -> Int? {
    let first = unsafe mark.utf8Start[0]
    var place = start
    while place < count {
      if unsafe base[place] == first && has(mark, base, at: place, count) { return place + mark.utf8CodeUnitCount }
      place += 1
    }
    return nil
  }
}
