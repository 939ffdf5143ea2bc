/// The writer as a value that stands inside so many containers sees it.
struct SortedJSONEncoder: Encoder, SingleValueEncodingContainer {
  let document: SortedJSONDocument
  let depth: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    document.writer.beginContainer(isObject: true, inside: depth)
    return KeyedEncodingContainer(SortedJSONObject(document: document, depth: depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    document.writer.beginContainer(isObject: false, inside: depth)
    return SortedJSONList(document: document, depth: depth)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  // Of whole numbers of every size and of the two other ones.
  func encode(_ value: some FixedWidthInteger & Encodable) { document.writer.write(value) }
  func encode(_ value: Double) throws { try document.writer.write(value) }
  func encode(_ value: Float) throws { try document.writer.write(value) }
  func encode(_ value: Bool) { document.writer.write(value) }
  func encode(_ value: String) { document.writer.write(value) }
  func encode(_ value: some Encodable) throws { try document.write(value, inside: depth) }
  func encodeNil() { document.writer.writeNull() }
}

/// An object that stands inside so many containers.
private struct SortedJSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let document: SortedJSONDocument
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    document.writer.beginMember(key.stringValue, ofContainerInside: depth)
    try document.write(value, inside: depth + 1)
  }

  func encode(_ value: String, forKey key: Key) {
    document.writer.beginMember(key.stringValue, ofContainerInside: depth)
    document.writer.write(value)
  }

  func encodeNil(forKey key: Key) {
    document.writer.beginMember(key.stringValue, ofContainerInside: depth)
    document.writer.writeNull()
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    encoder(forKey: key.stringValue).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(forKey: key.stringValue).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder(forKey: "super") }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(forKey: key.stringValue) }

  private func encoder(forKey key: String) -> SortedJSONEncoder {
    document.writer.beginMember(key, ofContainerInside: depth)
    return SortedJSONEncoder(document: document, depth: depth + 1)
  }
}

/// A list that stands inside so many containers.
private struct SortedJSONList: UnkeyedEncodingContainer {
  let document: SortedJSONDocument
  let depth: Int
  private(set) var count = 0

  var codingPath: [any CodingKey] { [] }

  init(document: SortedJSONDocument, depth: Int) {
    self.document = document
    self.depth = depth
  }

  mutating func encode(_ value: some Encodable) throws {
    try document.write(value, inside: next().depth)
  }

  mutating func encode(_ value: String) {
    _ = next()
    document.writer.write(value)
  }

  mutating func encodeNil() {
    _ = next()
    document.writer.writeNull()
  }

  mutating func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
    next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }

  mutating func superEncoder() -> any Encoder { next() }

  private mutating func next() -> SortedJSONEncoder {
    document.writer.beginElement(ofContainerInside: depth)
    count += 1
    return SortedJSONEncoder(document: document, depth: depth + 1)
  }
}
