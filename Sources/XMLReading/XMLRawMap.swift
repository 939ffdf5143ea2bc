/// Finds where decoded text stands in the document as written.
///
/// Decoding makes text shorter: a reference becomes a character, CRLF becomes LF, the marks of a CDATA
/// section and comments within the text become nothing. Questions in ascending order cost one pass over
/// the raw text in all; one that goes back starts anew.
public struct XMLRawMap: ~Escapable {
  /// What stands for something else in the raw text.
  enum Syntax {
    /// Between tags: references, CDATA sections, comments and instructions.
    case content
    /// In the value of an attribute: references.
    case attribute
    /// In a comment or instruction: line ends only.
    case literal
  }

  private let raw: Span<UInt8>
  private let start: Int
  private let syntax: Syntax
  private var rawIndex = 0
  private var decodedIndex = 0
  private var isInCDATA = false

  @_lifetime(copy raw)
  init(raw: Span<UInt8>, start: Int, syntax: Syntax) {
    self.raw = raw
    self.start = start
    self.syntax = syntax
  }

  /// The byte offsets in the document of a range of the decoded text.
  ///
  /// It begins with the character or reference that gave the first byte and ends with the one that gave
  /// the last; what gives no text stands within it only in its middle. An empty range is where its
  /// next byte begins; what lies past the end is the end.
  @_lifetime(self: copy self)
  public mutating func range(of decoded: Range<Int>) -> Range<Int> {
    if decoded.lowerBound < decodedIndex {
      (rawIndex, decodedIndex, isInCDATA) = (0, 0, false)
    }
    while rawIndex < raw.count {
      let unit = unit(at: rawIndex, isInCDATA)
      if decodedIndex + unit.decoded > decoded.lowerBound { break }
      step(over: unit)
    }
    let lower = rawIndex
    guard !decoded.isEmpty else { return start + lower..<start + lower }
    // The place is kept at the lower bound, so that ranges may overlap.
    let place = (rawIndex, decodedIndex, isInCDATA)
    while rawIndex < raw.count, decodedIndex < decoded.upperBound {
      step(over: unit(at: rawIndex, isInCDATA))
    }
    let upper = rawIndex
    (rawIndex, decodedIndex, isInCDATA) = place
    return start + lower..<start + upper
  }

  private typealias Unit = (raw: Int, decoded: Int, isInCDATA: Bool)

  @_lifetime(self: copy self)
  private mutating func step(over unit: Unit) {
    rawIndex += unit.raw
    decodedIndex += unit.decoded
    isInCDATA = unit.isInCDATA
  }

  /// The smallest piece at a place that is decoded as one, with what holds after it.
  private func unit(at index: Int, _ isInCDATA: Bool) -> Unit {
    switch raw[index] {
    case UInt8(ascii: "\r"):
      let isPair = index + 1 < raw.count && raw[index + 1] == UInt8(ascii: "\n")
      return (isPair ? 2 : 1, 1, isInCDATA)
    case UInt8(ascii: "]") where isInCDATA && has("]]>", at: index):
      return (3, 0, false)
    case UInt8(ascii: "&") where !isInCDATA && syntax != .literal:
      return reference(at: index)
    case lessThan where !isInCDATA && syntax == .content:
      if has("<![CDATA[", at: index) { return (9, 0, true) }
      return (length(from: index, through: has("<!--", at: index) ? "-->" : "?>"), 0, false)
    default:
      return (1, 1, isInCDATA)
    }
  }

  private func reference(at index: Int) -> Unit {
    let length = length(from: index, through: ";")
    let name = raw.extracting(index + 1..<max(index + 1, index + length - 1))
    if name.count > 1, name[0] == UInt8(ascii: "#") { return (length, scalarLength(name), false) }
    let isPredefined = ["lt", "gt", "amp", "quot", "apos"].contains { (entity: StaticString) in
      name.count == entity.utf8CodeUnitCount && has(entity, at: index + 1)
    }
    // Any other entity is unknown here and gave nothing.
    return (length, isPredefined ? 1 : 0, false)
  }

  private func scalarLength(_ name: Span<UInt8>) -> Int {
    let isHexadecimal = name[1] == UInt8(ascii: "x")
    var value = 0
    for index in (isHexadecimal ? 2 : 1)..<max(name.count, 2) where index < name.count && value < 0x110000 {
      let digit = Int(name[index] & 0x0F) + (name[index] > UInt8(ascii: "9") ? 9 : 0)
      value = value * (isHexadecimal ? 16 : 10) + digit
    }
    return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
  }

  private func has(_ literal: StaticString, at index: Int) -> Bool {
    guard index + literal.utf8CodeUnitCount <= raw.count else { return false }
    for offset in 0..<literal.utf8CodeUnitCount {
      if unsafe raw[index + offset] != literal.utf8Start[offset] { return false }
    }
    return true
  }

  private func length(from index: Int, through end: StaticString) -> Int {
    var current = index + 1
    while current < raw.count, !has(end, at: current) { current += 1 }
    return min(current + end.utf8CodeUnitCount, raw.count) - index
  }
}
