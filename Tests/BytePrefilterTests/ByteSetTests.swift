import AuditTestSupport
import Testing

@testable import BytePrefilter

@Suite struct ByteSetTests {
  @Test(arguments: [nil] + PrefilterKernel.allCases.filter(\.isAvailable))
  func `the next byte of a set is found between any two offsets`(kernel: PrefilterKernel?) {
    var numbers = SeededNumbers(seed: 3)
    for size in [0, 1, 2, 5, 40, 128] {
      let members = Set((0..<128).map { UInt8($0) }.shuffled(using: &numbers).prefix(size))
      let set = ByteSet(members, kernel: kernel)
      for length in Array(0...70) + [200, 1_000] {
        // Few members, so that long ways are gone as well.
        let bytes = (0..<length).map { _ -> UInt8 in
          let byte = UInt8.random(in: 0...255, using: &numbers)
          return members.contains(byte) && Int.random(in: 0..<50, using: &numbers) > 0 ? byte | 0x80 : byte
        }
        let start = Int.random(in: 0...length, using: &numbers), end = Int.random(in: start...length, using: &numbers)
        withExactCopy(of: bytes[...]) { span in
          for (start, end) in [(0, length), (start, end)] {
            let expected = bytes[start..<end].firstIndex { members.contains($0) } ?? end
            #expect(set.firstOffset(in: span, from: start, to: end) == expected, "\(size) of \(length)")
          }
        }
      }
    }
  }
}
