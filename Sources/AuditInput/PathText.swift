#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Paths are bytes inside this target; this makes the texts that reports show.
package enum PathText {
  /// The bytes as text; those that are no UTF-8 percent-encoded, `caf%E9.js`.
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    // Nearly all are ASCII, which takes a third of the time that UTF-8 takes to be validated.
    let ascii = bytes.withContiguousStorageIfAvailable { bytes in
      unsafe bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
    }
    if let ascii, let ascii { return ascii }
    if let text = String(validating: Array(bytes), as: UTF8.self) { return text }
    var text = ""
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let valid = validPrefix(rest)
      text += String(decoding: rest.prefix(valid), as: UTF8.self)
      rest = rest.dropFirst(valid)
      guard let byte = rest.popFirst() else { break }
      text += "%" + hexadecimal(byte)
    }
    return text
  }

  /// The bytes of a name that ends in a zero, without it.
  static func bytes(of name: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(
      start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), count: strlen(name))
  }

  /// The text without percent-encoding, `%28` becoming `(`. What wouldn't be UTF-8 then stays as it is.
  static func percentDecoded(_ text: String) -> String {
    var text = text
    guard text.withUTF8({ unsafe $0.contains(UInt8(ascii: "%")) }) else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? text
  }

  private static func validPrefix(_ bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      length += UTF8.width(scalar)
    }
    return length
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// Compares texts byte by byte: a total order, also for names that differ only in Unicode normalisation.
func inByteOrder(_ left: String, _ right: String) -> Bool {
  let order = unsafe left.utf8.withContiguousStorageIfAvailable { left in
    unsafe right.utf8.withContiguousStorageIfAvailable { right in
      guard let first = left.baseAddress, let second = right.baseAddress else {
        return left.count < right.count
      }
      let order = unsafe memcmp(first, second, min(left.count, right.count))
      return order == 0 ? left.count < right.count : order < 0
    }
  }
  // Only bridged texts have no storage of their own, and none of those comes here.
  return (order ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
}
