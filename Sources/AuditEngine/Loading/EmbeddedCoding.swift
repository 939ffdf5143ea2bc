// The form in which packs are compiled into the binary.
//
// Values stand one after the other without names: a text is its length, a colon and its bytes, a number
// its digits and a semicolon, a list its count and its elements. A longer text that stood before is the
// number of that one and a semicolon behind an equals sign: two of five are links, roles and the like. A
// case is its place among all cases, since telling the names of many apart takes longer than reading them. The
// same build writes and reads it, so it needs no version. Decoding 250 rules from it takes a millisecond;
// from JSON it took 20.

/// A value of a rule pack that can be compiled into the binary.
protocol Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError)
  func write(to writer: inout EmbeddedWriter)
}

/// The rules in the binary are damaged.
public struct EmbeddedRulesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The byte at which something else was expected.
  public var offset: Int

  public var description: String { "the built-in rules are damaged at byte \(offset)" }
}

struct EmbeddedWriter {
  private(set) var text = ""
  /// The numbers of the texts that are written once.
  private var numberOfText: [String: Int] = [:]

  mutating func write<each Value: Embeddable>(_ values: repeat each Value) {
    for value in repeat each values { value.write(to: &self) }
  }

  mutating func put(_ piece: String) {
    text += piece
  }

  mutating func put(text: String) {
    if EmbeddedText.isShared(text.utf8.count) {
      if let number = numberOfText[text] { return put("=\(number);") }
      numberOfText[text] = numberOfText.count
    }
    put("\(text.utf8.count):")
    put(text)
  }
}

private enum EmbeddedText {
  /// Whether texts of a length are written once; shorter ones fit into a `String` itself.
  static func isShared(_ length: Int) -> Bool { length > 15 }
}

@safe struct EmbeddedReader {
  /// Not copied: these 400,000 bytes were a fifteenth of the pages that a start touches.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let count: Int
  private var offset = 0
  /// The texts that may stand again.
  private var texts: [String] = []

  /// - Parameter bytes: What outlives the reader.
  @unsafe init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
    count = bytes.count
  }

  var isAtEnd: Bool { offset == count }

  /// How many values there may still be, since each takes a byte at least.
  fileprivate var maxCount: Int { count - offset }

  mutating func read<Value: Embeddable>() throws(EmbeddedRulesError) -> Value {
    try Value(from: &self)
  }

  mutating func byte() throws(EmbeddedRulesError) -> UInt8 {
    guard offset < count else { throw failure() }
    defer { offset += 1 }
    return unsafe bytes[offset]
  }

  mutating func number(before end: Unicode.Scalar) throws(EmbeddedRulesError) -> Int {
    var value = 0
    while true {
      let next = try byte()
      if next == UInt8(ascii: end) { return value }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard (48...57).contains(next), !overflow, product < Int.max - 9 else { throw failure() }
      value = product + Int(next) - 48
    }
  }

  mutating func string() throws(EmbeddedRulesError) -> String {
    if offset < count, unsafe bytes[offset] == UInt8(ascii: "=") {
      offset += 1
      let number = try number(before: ";")
      guard number < texts.count else { throw failure() }
      return texts[number]
    }
    let length = try number(before: ":")
    guard length <= count - offset else { throw failure() }
    let text = unsafe String(
      decoding: UnsafeBufferPointer(rebasing: bytes[offset..<(offset + length)]), as: UTF8.self)
    offset += length
    if EmbeddedText.isShared(length) { texts.append(text) }
    return text
  }

  func failure() -> EmbeddedRulesError {
    EmbeddedRulesError(offset: offset)
  }
}

// MARK: Plain values

extension String: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self = try reader.string()
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.put(text: self)
  }
}

extension Bool: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self = try reader.byte() == UInt8(ascii: "+")
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.put(self ? "+" : "-")
  }
}

extension Int: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self = try reader.number(before: ";")
  }

  func write(to writer: inout EmbeddedWriter) {
    precondition(self >= 0, "there is no sign in the form that packs are compiled in")
    writer.put("\(self);")
  }
}

/// Nearly all are whole hours, and reading a fraction takes a thousand instructions.
extension Double: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    if let whole: Int = try reader.read() {
      self = Double(whole)
    } else {
      guard let number = Double(try reader.string()) else { throw reader.failure() }
      self = number
    }
  }

  func write(to writer: inout EmbeddedWriter) {
    let whole = self >= 0 ? Int(exactly: self) : nil
    writer.write(whole)
    if whole == nil { writer.write("\(self)") }
  }
}

extension Optional: Embeddable where Wrapped: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    let isPresent: Bool = try reader.read()
    self = isPresent ? try Wrapped(from: &reader) : nil
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(self != nil)
    if let self { self.write(to: &writer) }
  }
}

extension Array: Embeddable where Element: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    let count = try reader.number(before: ";")
    self = []
    reserveCapacity(Swift.min(count, reader.maxCount))
    for _ in 0..<count { append(try reader.read()) }
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.put("\(count);")
    for element in self { element.write(to: &writer) }
  }
}

extension Embeddable where Self: RawRepresentable, RawValue == String {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    guard let value = Self(rawValue: try reader.string()) else { throw reader.failure() }
    self = value
  }

  func write(to writer: inout EmbeddedWriter) {
    rawValue.write(to: &writer)
  }
}

extension Embeddable where Self: CaseIterable & RawRepresentable, RawValue == String, AllCases == [Self] {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    let place: Int = try reader.read()
    guard place < Self.allCases.count else { throw reader.failure() }
    self = Self.allCases[place]
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(Self.allCases.prefix { $0.rawValue != rawValue }.count)
  }
}
