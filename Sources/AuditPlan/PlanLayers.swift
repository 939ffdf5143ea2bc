import AuditModel

/// Steps in layers: each step stands behind everything it needs.
struct PlanLayers {
  /// The layer of each step, from 1.
  private(set) var waves: [String: Int] = [:]
  /// Steps that wait for each other in a circle, each circle in the order of ids.
  private(set) var cycles: [[String]] = []

  /// - Complexity: O(*n* + *m*) in steps and needs.
  init(_ steps: [PlanStep]) {
    let known = Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
    // Circles come after all that their steps need outside of the circle.
    for group in PlanLayers.groups(of: steps, known) {
      let members = Set(group)
      let needed: [String] = group.flatMap { known[$0]?.needs ?? [] }
      let before: [Int] = needed.filter { !members.contains($0) }.compactMap { waves[$0] }
      let first = 1 + (before.max() ?? 0)
      if group.count > 1 || known[group[0]]?.needs.contains(group[0]) == true { cycles.append(group) }
      // Inside a circle the ids give the order, since the needs can't.
      for (offset, id) in group.enumerated() { waves[id] = first + offset }
    }
    cycles.sort { $0[0] < $1[0] }
  }

  /// The strongly connected groups of steps, needed ones first (Tarjan's algorithm without recursion).
  private static func groups(of steps: [PlanStep], _ known: [String: PlanStep]) -> [[String]] {
    var groups: [[String]] = []
    var indices: [String: Int] = [:]
    var lows: [String: Int] = [:]
    var stack: [String] = []
    var onStack: Set<String> = []
    for root in steps.map(\.id) where indices[root] == nil {
      var work: [(id: String, next: Int)] = [(root, 0)]
      while let (id, next) = work.last {
        let needs = (known[id]?.needs ?? []).filter { known[$0] != nil }
        if next == 0 {
          indices[id] = indices.count
          lows[id] = indices[id]
          stack.append(id)
          onStack.insert(id)
        } else if let low = lows[needs[next - 1]], onStack.contains(needs[next - 1]) {
          lows[id] = min(lows[id] ?? low, low)
        }
        if next < needs.count {
          work[work.count - 1].next += 1
          let need = needs[next]
          // A step seen before takes part only by its index, in the next round of this loop.
          if indices[need] == nil { work.append((need, 0)) }
          continue
        }
        work.removeLast()
        guard lows[id] == indices[id] else { continue }
        var group: [String] = []
        while let member = stack.popLast() {
          onStack.remove(member)
          group.append(member)
          if member == id { break }
        }
        groups.append(group.sorted())
      }
    }
    return groups
  }
}
