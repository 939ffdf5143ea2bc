/// Where rules have matched already, for questions about many places.
///
/// - Complexity: O(log *n*) in the number of matches for a question; asking each match would make a text with many
///   of them quadratic.
struct MatchedPlaces {
  /// By rule, in order, without overlaps.
  private var ranges: [Int: [Range<Int>]] = [:]

  init(_ matches: [Match]) {
    for match in matches where !match.range.isEmpty { ranges[match.rule, default: []].append(match.range) }
    ranges = ranges.mapValues { ranges in
      ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
        guard let last = merged.last, range.lowerBound <= last.upperBound else { return merged.append(range) }
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      }
    }
  }

  func contains(_ offset: Int, of rule: Int) -> Bool { overlap(offset..<(offset + 1), of: rule) }

  func overlap(_ range: Range<Int>, of rule: Int) -> Bool {
    guard let ranges = ranges[rule] else { return false }
    // The first one that ends behind the beginning.
    var low = 0, high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound > range.lowerBound { high = middle } else { low = middle + 1 }
    }
    return low < ranges.count && ranges[low].overlaps(range)
  }
}
