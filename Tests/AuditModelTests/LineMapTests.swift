import AuditModel
import Testing

/// The straight way: scalar by scalar from the start.
private func slowPosition(of offset: Int, in bytes: [UInt8]) -> TextPosition {
  var (line, column) = (1, 1)
  for (index, byte) in bytes.prefix(offset).enumerated() {
    let next = index + 1 < bytes.count ? bytes[index + 1] : nil
    if byte == 0x0A || (byte == 0x0D && next != 0x0A) {
      (line, column) = (line + 1, 1)
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
  let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) && offset >= 3
  return TextPosition(line: line, column: column - (hasMark && line == 1 ? 1 : 0))
}

/// A text with a name, so that a failure does not print megabytes.
private struct Sample: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
}

/// Texts that end lines in every way, short and over several strides and blocks.
private let samples: [Sample] = {
  let short = [
    "", "a", "\n", "\r", "\r\n", "\n\r", "\r\r\n\n", "ab\ncd", "ab\r\ncd\r\n", "ab\rcd\r",
    "zäh\nüber 😀x\r\n€",
  ]
  let line = "    <field>Straße</field>\r\n"
  let long = [
    ("many lines", String(repeating: line, count: 2_500)),
    ("one long line", String(repeating: "x", count: 70_000) + "\n" + line),
    ("lone returns", String(repeating: "ä\r", count: 22_000)),
    ("blank lines", String(repeating: "\n", count: 66_000)),
  ]
  return (short.map { (String(reflecting: $0), $0) } + long).flatMap { name, text in
    [
      Sample(testDescription: name, bytes: Array(text.utf8)),
      Sample(testDescription: name + " with mark", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ]
  }
}()

/// Offsets that meet every edge, without asking each byte of a long text the slow way.
private func offsets(in text: [UInt8]) -> [Int] {
  guard text.count > 100 else { return Array(0...text.count) }
  let edges = [0, 1, 2, 3, 4, 223, 224, 225, 32_767, 32_768, 32_769, 65_535, 65_536, 65_537]
  return edges.filter { $0 < text.count } + [text.count - 1, text.count]
}

@Suite struct LineMapTests {
  @Test(arguments: samples) private func `positions are those of counting scalar by scalar`(_ sample: Sample)
  {
    let text = sample.bytes
    let offsets = offsets(in: text)
    let expected = offsets.map { slowPosition(of: $0, in: text) }

    var ascending = LineMap()
    #expect(offsets.map { ascending.position(of: $0, in: text.span) } == expected)
    var descending = LineMap()
    #expect(offsets.reversed().map { descending.position(of: $0, in: text.span) } == expected.reversed())
    // One map, asked at the end first and then here and there.
    var jumping = LineMap()
    _ = jumping.position(of: text.count, in: text.span)
    let scattered = offsets.indices.map { ($0 * 7) % offsets.count }
    #expect(
      scattered.map { jumping.position(of: offsets[$0], in: text.span) } == scattered.map { expected[$0] })
  }

  @Test(arguments: samples, [1, 2, 3, 1_000]) private func `pieces count like the whole`(
    _ sample: Sample, length: Int
  ) {
    let text = sample.bytes
    var counter = LineCounter()
    var start = 0
    while start < text.count {
      let end = min(start + length, text.count)
      counter.advance(over: text.span.extracting(start..<end))
      start = end
    }
    #expect(counter.byteOffset == text.count)
    #expect(counter.position(before: nil) == slowPosition(of: text.count, in: text))
  }

  @Test(arguments: samples, [0, 1, 2, 3, 4, 5, 6, 50]) private func `the count of what follows can be added`(
    _ sample: Sample, length: Int
  ) {
    let text = sample.bytes
    // A mark is no continuation of anything.
    let half = min(length, text.count)
    if half < 3, text.starts(with: [0xEF, 0xBB, 0xBF]) { return }
    var counter = LineCounter()
    counter.advance(over: text.span.extracting(..<half))
    var following = LineCounter.continuation
    following.advance(over: text.span.extracting(half...))
    if half < text.count { counter.add(following, beginningWith: text[half]) }
    #expect(counter.byteOffset == text.count)
    #expect(counter.position(before: nil) == slowPosition(of: text.count, in: text))
  }

  @Test func `an offset past the end is the end`() {
    var map = LineMap()
    #expect(map.position(of: 99, in: Array("a\nb".utf8).span) == TextPosition(line: 2, column: 2))
    #expect(map.position(of: -1, in: Array("a\nb".utf8).span) == TextPosition(line: 1, column: 1))
  }
}
