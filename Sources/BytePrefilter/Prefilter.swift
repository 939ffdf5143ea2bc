/// Finds all keywords of a set in bytes, whatever the case of their ASCII letters.
///
/// Bytes are compared as they are: other letters than A to Z match in their own case only, and
/// text in UTF-16 has to be transcoded first. A prefilter is made once and used from any number
/// of tasks.
///
/// It works in two steps. A few rare sequences of four bytes (grams) are chosen so that each keyword
/// has one of them; a vector kernel finds these at the speed of memory, and only where one stands
/// are the keywords compared.
public struct Prefilter: Sendable {
  /// An occurrence of a keyword.
  public struct Hit: Hashable, Sendable {
    /// The keyword's index in the list that the prefilter was made from.
    public var keyword: Int
    /// The offset in bytes of the keyword's first byte, from 0.
    public var offset: Int

    /// Makes a hit from its parts.
    public init(keyword: Int, offset: Int) {
      self.keyword = keyword
      self.offset = offset
    }
  }

  /// The number of bytes in the shortest keyword that is allowed.
  public static let minKeywordBytes = 4
  /// The number of bytes in the longest keyword that is allowed.
  public static let maxKeywordBytes = 4096

  /// The number of bytes in the longest keyword, 0 if there is none.
  public let longestKeywordBytes: Int

  private let keywords: KeywordSet
  private let passes: [GramPass]

  /// Makes a prefilter for a list of keywords.
  ///
  /// Equal keywords are all reported. A list without keywords is allowed and finds nothing.
  ///
  /// - Parameter choice: What ``choice(for:)`` gave for the same keywords, or for the first of them; for other ones it
  ///   counts for nothing.
  /// - Throws: ``PrefilterError`` for the first keyword that is too short or too long.
  /// - Complexity: about 30 ms for 800 keywords, a hundredth of that with a choice.
  public init(keywords: [String], choice: GramChoice? = nil) throws(PrefilterError) {
    try self.init(keywords: keywords, plan: GramPlan(choice: choice))
  }

  /// What takes most of making a prefilter, to be kept for the next time; nil where nothing would be gained.
  ///
  /// - Parameter turns: How often the choice is improved: 3,000 times take ten seconds, and more is not gained.
  public static func choice(for keywords: [String], turns: Int = 3_000) throws(PrefilterError) -> GramChoice? {
    GramPlan().choice(for: try KeywordSet(keywords), turns: turns)
  }

  /// Makes a prefilter that searches in a given way, for tests and measurements.
  package init(keywords: [String], plan: GramPlan) throws(PrefilterError) {
    self.keywords = try KeywordSet(keywords)
    longestKeywordBytes = self.keywords.longest
    passes = plan.passes(for: self.keywords)
  }

  /// The number of bytes of a hit.
  func length(of hit: Hit) -> Int {
    keywords.length(of: hit.keyword)
  }

  /// Appends every occurrence of every keyword, in the order of offsets and then of keywords.
  ///
  /// Occurrences may overlap. Hits that the list holds already stay as they are.
  ///
  /// - Complexity: O(*n*) in the number of bytes; no memory but for the hits.
  public func scan(_ bytes: Span<UInt8>, into hits: inout ContiguousArray<Hit>) {
    let start = hits.count
    unsafe bytes.withUnsafeBufferPointer { bytes in
      for pass in passes {
        let passStart = hits.count
        unsafe pass.find(in: bytes, keywords: keywords) { hit in
          hits.append(hit)
          hits.moveLastIntoOrder(from: passStart)
          return true
        }
      }
    }
    if passes.count > 1 {
      // A slice of the array would be sorted in a copy.
      unsafe hits.withUnsafeMutableBufferPointer { unsafe $0[start...].sort() }
    }
  }

  /// Whether any keyword occurs; stops at the first one.
  public func containsAny(_ bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      passes.contains { pass in
        var found = false
        unsafe pass.find(in: bytes, keywords: keywords) { _ in
          found = true
          return false
        }
        return found
      }
    }
  }
}

extension Prefilter.Hit: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.offset, left.keyword) < (right.offset, right.keyword)
  }
}

extension ContiguousArray<Prefilter.Hit> {
  /// Moves the last hit to its place among those from `start` on, which are in order.
  ///
  /// Grams come in order and stand at most a keyword's length behind its start, so this is a step or two.
  fileprivate mutating func moveLastIntoOrder(from start: Int) {
    var index = count - 1
    while index > start, self[index] < self[index - 1] {
      swapAt(index, index - 1)
      index -= 1
    }
  }
}
