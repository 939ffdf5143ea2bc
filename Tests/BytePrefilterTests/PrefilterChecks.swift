import Testing

@testable import BytePrefilter

/// Every way that this processor can search.
let plans: [GramPlan] =
  PrefilterKernel.allCases.filter(\.isAvailable).map { GramPlan(strategy: .masked, kernel: $0) }
  + [GramPlan(), GramPlan(kernel: nil), GramPlan(strategy: .sampled), GramPlan(strategy: .scalar)]

/// Searches by choices that were kept: the best one, a poor one, one for half of the keywords, and one for others.
func keptPlans(for keywords: [String]) throws -> [GramPlan] {
  let set = try KeywordSet(keywords)
  let lastGrams = (0..<set.count).compactMap { keyword in
    (0...(set.length(of: keyword) - 4)).last { set.isASCII(keyword, at: $0) }.map {
      GramChoice.Site(keyword: keyword, offset: $0, bucket: keyword % 20)
    }
  }
  let plan = GramPlan()
  let choices = [
    plan.choice(for: set, turns: 2, sample: .part), GramChoice(for: set, sites: lastGrams),
    plan.choice(for: try KeywordSet(Array(keywords.prefix(keywords.count / 2))), turns: 0, sample: .part),
    plan.choice(for: try KeywordSet(keywords + ["otherwise"]), turns: 0, sample: .part),
  ]
  return try choices.compactMap(\.self).map { choice in
    let copy = try #require(GramChoice(choice.description))
    #expect(copy == choice)
    return GramPlan(choice: copy)
  }
}

/// What the prefilter must find, by comparing every keyword at every place.
func naiveHits(of keywords: [String], in bytes: [UInt8]) -> [Prefilter.Hit] {
  func folded(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }
  let text = bytes.map(folded)
  let wanted = keywords.map { $0.utf8.map(folded) }
  var hits: [Prefilter.Hit] = []
  for offset in 0..<text.count {
    for (index, keyword) in wanted.enumerated() {
      guard keyword[0] == text[offset], keyword.count <= text.count - offset else { continue }
      var length = 1
      while length < keyword.count, keyword[length] == text[offset + length] { length += 1 }
      if length == keyword.count { hits.append(Prefilter.Hit(keyword: index, offset: offset)) }
    }
  }
  return hits
}

/// Calls a body with a copy of the bytes that ends where its allocation ends, for the address sanitizer.
func withExactCopy<Result>(of bytes: ArraySlice<UInt8>, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
  let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
  defer { unsafe copy.deallocate() }
  _ = unsafe copy.initialize(fromContentsOf: bytes)
  return try unsafe body(UnsafeBufferPointer(copy).span)
}

/// Checks every way to search against the naive one: hits, their order, and the cheap question.
func check(
  _ keywords: [String], in texts: [[UInt8]], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let plans = try plans + keptPlans(for: keywords)
  let prefilters = try plans.map { try Prefilter(keywords: keywords, plan: $0) }
  for bytes in texts {
    let expected = naiveHits(of: keywords, in: bytes)
    for (plan, prefilter) in zip(plans, prefilters) {
      var hits: ContiguousArray<Prefilter.Hit> = []
      let containsAny = withExactCopy(of: bytes[...]) { span in
        prefilter.scan(span, into: &hits)
        return prefilter.containsAny(span)
      }
      if Array(hits) != expected || containsAny == expected.isEmpty {
        Issue.record("\(plan): \(hits), not \(expected), for \(keywords) in \(bytes)", sourceLocation: sourceLocation)
      }
    }
  }
}

/// Checks every way to search that chunks, whose sizes are taken in turn, give the hits of the whole.
func checkStream(
  _ keywords: [String], in bytes: [UInt8], chunks chunkings: [[Int]], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let expected = naiveHits(of: keywords, in: bytes)
  for plan in plans {
    let prefilter = try Prefilter(keywords: keywords, plan: plan)
    for chunks in chunkings {
      var stream = PrefilterStream(prefilter)
      var hits: ContiguousArray<Prefilter.Hit> = []
      var start = 0
      var turn = 0
      while start < bytes.count {
        let end = min(start + chunks[turn % chunks.count], bytes.count)
        withExactCopy(of: bytes[start..<end]) { stream.feed($0, into: &hits) }
        start = end
        turn += 1
      }
      #expect(stream.byteCount == bytes.count, sourceLocation: sourceLocation)
      stream.finish(into: &hits)
      if Array(hits) != expected {
        Issue.record("\(plan), chunks of \(chunks): \(hits), not \(expected)", sourceLocation: sourceLocation)
      }
    }
  }
}
