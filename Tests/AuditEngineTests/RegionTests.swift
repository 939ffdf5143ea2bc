import AuditModel
import AuditTestSupport
import Testing

@testable import AuditEngine

/// What fast ways through a text tell is what single steps tell.
@Suite struct RegionTests {
  @Test(arguments: Language.allCases) func `a long way leads where single steps lead`(language: Language) throws {
    guard let plain = RegionScanner(language) else { return }
    for seed in 1...3 as ClosedRange<UInt64> {
      let bytes = RegionTests.text(of: language, words: 1_500, seed: seed)
      let steps = try #require(Steps(language, bytes))
      // Asked often or seldom: where it is asked makes no difference to what comes after.
      for stride in [1, 37, 2_900] {
        var scanner = plain
        for target in Swift.stride(from: 0, through: bytes.count, by: stride) {
          scanner.advance(to: target, in: bytes.span)
          #expect(scanner.region == steps.region(at: target), "at \(target), each \(stride)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases) func `what is told ahead is what is told in turn`(language: Language) throws {
    guard let plain = RegionScanner(language) else { return }
    let bytes = RegionTests.text(of: language, words: 20_000, seed: 11)
    let steps = try #require(Steps(language, bytes))
    let around = 4_500
    // Guesses are what a scanner was somewhere, right or wrong.
    for (seed, size) in [(21, 20_011), (22, 33_000)] as [(UInt64, Int)] {
      var numbers = SeededNumbers(seed: seed)
      var follower = RegionFollower(plain)
      for start in stride(from: 0, to: bytes.count, by: size) {
        let own = start..<min(bytes.count, start + size)
        let base = max(0, start - around), end = min(bytes.count, own.upperBound + around)
        let piece = bytes.span.extracting(base..<end)
        var guess = plain
        guess.advance(to: Int.random(in: 0...bytes.count, using: &numbers), in: bytes.span)
        let marks = RegionMarks(
          guess.guess(at: 0), in: piece, range: (own.lowerBound - base)..<(own.upperBound - base))
        follower.follow(marks, base: base)
        var target = start
        repeat {
          target = min(own.upperBound, target + Int.random(in: 0...6_000, using: &numbers))
          follower.advance(to: target, in: piece, base: base)
          #expect(follower.scanner.region == steps.region(at: target), "at \(target) in pieces of \(size)")
        } while target < own.upperBound
      }
    }
  }

  @Test func `a guess that never comes true is of no use and does no harm`() throws {
    // One string without end, and one line.
    let text = "x = `" + String(repeating: "a 'b' \"c\" d ", count: 20_000)
    let bytes = Array(text.utf8)
    let plain = try #require(RegionScanner(.javascript))
    var follower = RegionFollower(plain)
    let half = bytes.count / 2
    for range in [0..<half, half..<bytes.count] {
      follower.follow(RegionMarks(plain, in: bytes.span, range: range), base: 0)
      follower.advance(to: range.upperBound, in: bytes.span, base: 0)
      #expect(follower.scanner.region == .string)
    }
  }

  /// Words that begin and end something in some language, and words that don't.
  private static func text(of language: Language, words count: Int, seed: UInt64) -> [UInt8] {
    let words = [
      "a", "x1 ", "  ", "\t", "\n", "\n", "\r\n", "\r", "//", "/*", "*/", "/", "#", "<#", "#>", "--", "!", "@\"", "$@\"",
      "\"", "\"", "\"\"\"", "'", "'''", "`", "${", "}", "{", "\\", "\\\"", "\n=begin", "\n=end", "[", "]", "=", "(",
      "long word and more of it ", "https://a.example", "\u{e4}", ";\n", ";\n", "a sentence of many plain words\n",
    ]
    let markup = [
      "<p>", "</p>", "<", ">", "<!--", "-->", "-->", "<%--", "--%>", "--%>", "<script>", "<SCRIPT src='a'>", "<script/>",
      "</script>", "</script>", "<style>", "</style>", "<?php ", "<?= ", "?>", "?>", "<a href=\"b\">", "plain text ",
    ]
    var numbers = SeededNumbers(seed: seed)
    let scanner = RegionScanner(language)
    let all = scanner?.isMarkup == true ? words + markup + markup : words
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes += Array(all[Int.random(in: 0..<all.count, using: &numbers)].utf8) }
    return bytes
  }
}

/// What each place of a text stands in, told token by token.
private struct Steps {
  /// Where each token begins, and what stands there.
  private var regions: [CodeScanner.Region?]

  init?(_ language: Language, _ bytes: [UInt8]) {
    regions = []
    if language != .php, let syntax = CommentSyntax.of(language) {
      var scanner = CodeScanner(syntax)
      read(bytes, { scanner.step(bytes.span, at: $0) }, { scanner.region })
    } else {
      var scanner = MarkupScanner(hasServerCode: language == .php)
      read(bytes, { scanner.step(bytes.span, at: $0) }, { scanner.region })
    }
  }

  private mutating func read(_ bytes: [UInt8], _ step: (Int) -> Int, _ region: () -> CodeScanner.Region?) {
    regions.append(region())
    while regions.count <= bytes.count {
      // The inside of a token is what follows it.
      let length = step(regions.count - 1)
      for _ in 0..<length { regions.append(region()) }
    }
  }

  func region(at offset: Int) -> CodeScanner.Region? { regions[offset] }
}
