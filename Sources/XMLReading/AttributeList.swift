/// The attributes of the tag at hand, as libxml2 hands them over: five pointers each.
@safe struct AttributeList: ~Copyable {
  typealias Fields = UnsafeMutablePointer<UnsafePointer<UInt8>?>

  enum Field: Int {
    case localName, prefix, namespaceURI
    /// First byte of the value, and the one behind its last.
    case value, valueEnd
  }

  private var fields: Fields?
  private(set) var count = 0
  /// The values if one of them needed decoding, else empty.
  private var decodedValues = ByteStore()
  private var decodedRanges: [Range<Int>] = []

  /// Takes over the attributes of a new tag.
  mutating func set(_ fields: Fields?, count: Int) {
    unsafe self.fields = fields
    self.count = count
    guard count > 0 else { return }
    if !decodedRanges.isEmpty {
      decodedRanges.removeAll(keepingCapacity: true)
      decodedValues.removeAll()
    }
    if (0..<count).contains(where: { unsafe writtenValue(at: $0).contains(ampersand) }) {
      decode()
    }
  }

  func field(_ field: Field, at index: Int) -> UnsafePointer<UInt8>? {
    unsafe fields?[index * 5 + field.rawValue]
  }

  func value(at index: Int) -> UnsafeBufferPointer<UInt8> {
    if decodedRanges.isEmpty { return unsafe writtenValue(at: index) }
    return unsafe UnsafeBufferPointer(rebasing: decodedValues.bytes[decodedRanges[index]])
  }

  private func writtenValue(at index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let start = unsafe field(.value, at: index), let end = unsafe field(.valueEnd, at: index) else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeBufferPointer(start: start, count: end - start)
  }

  /// libxml2 leaves an ampersand in a value as `&#38;`, for a later step that users of SAX don't have.
  private mutating func decode() {
    for index in 0..<count {
      let start = decodedValues.count
      let value = unsafe writtenValue(at: index)
      var copied = 0
      while copied < value.count, let base = value.baseAddress {
        let next = unsafe value[copied...].firstIndex(of: ampersand).map { $0 + 1 }
        unsafe decodedValues.append(base + copied, (next ?? value.count) - copied)
        copied = next.map { $0 + escapedAmpersandTail } ?? value.count
      }
      decodedRanges.append(start..<decodedValues.count)
    }
  }
}

private let ampersand = UInt8(ascii: "&")
/// Length of `#38;`.
private let escapedAmpersandTail = 4
