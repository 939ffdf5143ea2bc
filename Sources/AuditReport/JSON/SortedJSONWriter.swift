import AuditModel

/// The text so far, and the containers in it that are not at their end.
struct SortedJSONWriter {
  private(set) var bytes: [UInt8] = []
  private var open: [Container] = []
  /// The members of the open objects, those of the innermost one last.
  private var members: [Member] = []
  /// Room for the members of an object while they are sorted.
  private var sorted: [UInt8] = []

  private struct Container {
    let isObject: Bool
    /// The place behind the bracket.
    let start: Int
    /// The place of an object's first member among all.
    let firstMember: Int
    var isEmpty = true
  }

  private struct Member {
    let key: String
    let start: Int
    /// Behind the value; known when the next member begins.
    var end: Int

    func stands(before other: Member) -> Bool { key.utf8.lexicographicallyPrecedes(other.key.utf8) }
  }

  // MARK: Containers

  /// Begins a container inside so many others, or goes on with the one that its value began before.
  mutating func beginContainer(isObject: Bool, inside depth: Int) {
    if open.count > depth, open[depth].isObject == isObject { return close(downTo: depth + 1) }
    bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    open.append(Container(isObject: isObject, start: bytes.count, firstMember: members.count))
  }

  /// Begins the next element of the list that stands inside so many containers.
  mutating func beginElement(ofContainerInside depth: Int) {
    close(downTo: depth + 1)
    separate()
  }

  /// Begins a member of the object that stands inside so many containers.
  mutating func beginMember(_ key: String, ofContainerInside depth: Int) {
    close(downTo: depth + 1)
    endMember()
    separate()
    members.append(Member(key: key, start: bytes.count, end: 0))
    write(key)
    bytes.append(0x20)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(0x20)
  }

  /// Ends what a value began that stands inside so many containers.
  mutating func endValue(from start: Int, inside depth: Int) {
    // A value that writes nothing is an object without members.
    if bytes.count == start { beginContainer(isObject: true, inside: depth) }
    close(downTo: depth)
  }

  private mutating func separate() {
    let isFirst = open[open.count - 1].isEmpty
    open[open.count - 1].isEmpty = false
    Self.separate(isFirst: isFirst, depth: open.count, in: &bytes)
  }

  private static func separate(isFirst: Bool, depth: Int, in bytes: inout [UInt8]) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * depth { bytes.append(0x20) }
  }

  private mutating func endMember() {
    if members.count > open[open.count - 1].firstMember { members[members.count - 1].end = bytes.count }
  }

  private mutating func close(downTo depth: Int) {
    while open.count > depth { close() }
  }

  private mutating func close() {
    if open[open.count - 1].isObject { endMember() }
    guard let container = open.popLast() else { return }
    if container.isObject {
      sortMembers(from: container.firstMember, behind: container.start)
      members.removeLast(members.count - container.firstMember)
    }
    if container.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    Self.separate(isFirst: true, depth: open.count, in: &bytes)
    bytes.append(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }

  /// Moves the members, which were written in the order of their properties, into that of their keys.
  private mutating func sortMembers(from first: Int, behind start: Int) {
    var isSorted = true
    for index in first + 1..<max(first + 1, members.count) where members[index].stands(before: members[index - 1]) {
      isSorted = false
      break
    }
    if isSorted { return }
    // A slice of the array would be sorted in a copy.
    unsafe members.withUnsafeMutableBufferPointer { members in
      unsafe members[first...].sort { $0.stands(before: $1) }
    }
    sorted.removeAll(keepingCapacity: true)
    for index in first..<members.count {
      Self.separate(isFirst: index == first, depth: open.count + 1, in: &sorted)
      sorted.append(contentsOf: bytes[members[index].start..<members[index].end])
    }
    bytes.removeLast(bytes.count - start)
    bytes.append(contentsOf: sorted)
  }

  // MARK: Values

  /// Writes the components that an export held, a list as long as the export: by way of `encode(to:)` each takes
  /// ten times as long.
  mutating func write(_ components: [ComponentID], inside depth: Int) {
    beginContainer(isObject: false, inside: depth)
    for component in components {
      separate()
      bytes.append(UInt8(ascii: "{"))
      Self.separate(isFirst: true, depth: open.count + 1, in: &bytes)
      write("\"name\" : ", component.name)
      Self.separate(isFirst: false, depth: open.count + 1, in: &bytes)
      write("\"type\" : ", component.type)
      Self.separate(isFirst: true, depth: open.count, in: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    close(downTo: depth)
  }

  private mutating func write(_ key: StaticString, _ value: String) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    write(value)
  }

  mutating func writeNull() { bytes.append(contentsOf: "null".utf8) }

  mutating func write(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

  mutating func write(_ value: some BinaryInteger) { bytes.append(contentsOf: String(value).utf8) }

  mutating func write(_ value: some BinaryFloatingPoint & LosslessStringConvertible) throws(SortedJSONError) {
    guard value.isFinite else { throw SortedJSONError() }
    let text = value.description
    bytes.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
  }

  mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var start = 0
      for index in text.indices {
        let byte = unsafe text[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
        unsafe bytes.append(contentsOf: text[start..<index])
        writeEscaped(byte)
        start = index + 1
      }
      unsafe bytes.append(contentsOf: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    let letter: Unicode.Scalar? =
      switch byte {
      case 0x08: "b"
      case 0x09: "t"
      case 0x0A: "n"
      case 0x0C: "f"
      case 0x0D: "r"
      case 0x20...: Unicode.Scalar(byte)
      default: nil
      }
    bytes.append(UInt8(ascii: "\\"))
    if let letter {
      bytes.append(UInt8(ascii: letter))
    } else {
      bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}
