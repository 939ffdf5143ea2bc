import CLibXML2

/// How many bytes stand before the zero.
func terminatedLength(_ string: UnsafePointer<UInt8>) -> Int { Int(unsafe xmlStrlen(string)) }

/// The bytes of a zero-terminated string without the zero, none for nil.
///
/// The caller ties the span to what keeps the string alive.
@_lifetime(immortal)
func span(ofTerminated string: UnsafePointer<UInt8>?) -> Span<UInt8> {
  let length = unsafe string.map { unsafe terminatedLength($0) } ?? 0
  let bytes = unsafe Span(_unsafeElements: UnsafeBufferPointer(start: string, count: length))
  return unsafe _overrideLifetime(bytes, copying: ())
}
