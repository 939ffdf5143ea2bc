import AuditTestSupport
import BytePrefilter
import Testing

@Suite struct NewlineTests {
  @Test func `line feeds are counted and the last one is found at any length`() {
    var numbers = SeededNumbers(seed: 1)
    let lengths = Array(0...200) + [255 * 64 - 1, 255 * 64, 255 * 64 + 1, 40_000]
    for length in lengths {
      for feedsPerByte in [0.0, 0.01, 0.5, 1.0] {
        let bytes = (0..<length).map { _ -> UInt8 in
          Double.random(in: 0..<1, using: &numbers) < feedsPerByte ? 10 : UInt8.random(in: 11...255, using: &numbers)
        }
        withExactCopy(of: bytes[...]) { span in
          #expect(countNewlines(span) == bytes.count { $0 == 10 }, "length \(length)")
          #expect(offsetOfLastNewline(span) == bytes.lastIndex(of: 10), "length \(length)")
        }
      }
    }
  }
}
