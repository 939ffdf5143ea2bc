/// Words for a name that is not in its vocabulary: the nearest one, or all of them where there are few.
///
/// - Returns: A clause that begins with `; `, or nothing where there is no help.
package func suggestion(for name: String, among names: [String]) -> String {
  if let nearest = nearestName(to: name, among: names) { return "; did you mean '\(nearest)'?" }
  guard !names.isEmpty, names.count <= 12 else { return "" }
  return "; it is one of " + names.map { "'\($0)'" }.joined(separator: ", ")
}

/// The name that is the fewest edits away, when these are few for its length.
func nearestName(to name: String, among names: [String]) -> String? {
  let name = name.lowercased()
  let ranked = names.map { (name: $0, distance: editDistance(name, $0.lowercased())) }
  guard let best = ranked.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else { return nil }
  return best.distance <= min(name.utf8.count, best.name.utf8.count) / 3 ? best.name : nil
}

/// How many insertions, deletions, replacements and swaps of neighbours make one text of the other.
///
/// Texts are cut to 64 bytes: names are shorter, and what is longer has no near name.
/// - SeeAlso: the optimal string alignment distance.
func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.utf8.prefix(64))
  let right = Array(right.utf8.prefix(64))
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1..<(left.count + 1) {
    var current = [row]
    for column in 1..<(right.count + 1) {
      var cost = min(
        last[column] + 1, current[column - 1] + 1,
        last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
