/// A growing run of bytes that is emptied without giving its memory back.
@safe struct ByteStore: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private(set) var count = 0

  /// Valid until the next change.
  var bytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: base, count: count) }

  mutating func removeAll() { count = 0 }

  mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    if let base = source.baseAddress { unsafe append(base, source.count) }
  }

  mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    if count + length > capacity { grow(to: count + length) }
    guard let base = unsafe base else { return }
    unsafe (base + count).update(from: source, count: length)
    count += length
  }

  private mutating func grow(to needed: Int) {
    let newCapacity = max(needed, capacity * 2, 256)
    let newBase = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
    if let base = unsafe base {
      unsafe newBase.update(from: base, count: count)
      unsafe base.deallocate()
    }
    unsafe base = newBase
    capacity = newCapacity
  }

  deinit { unsafe base?.deallocate() }
}
