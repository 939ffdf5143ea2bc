import AuditModel

/// Steps in layers: each step stands behind everything it needs.
struct PlanLayers {
  /// The layer of each step, from 1.
  private(set) var waves: [String: Int] = [:]
  /// Steps that wait for each other in a circle, each circle in the order of ids.
  private(set) var cycles: [[String]] = []

  /// - Complexity: O(*n* + *m*) in steps and needs.
  init(_ steps: [PlanStep]) {
    let numbers = Dictionary(steps.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let needs = steps.map { step in step.needs.compactMap { numbers[$0] } }
    var layers = Array(repeating: 0, count: steps.count)
    var groupOfStep = Array(repeating: 0, count: steps.count)
    // Circles come after all that their steps need outside of the circle.
    for (number, members) in PlanLayers.groups(of: needs).enumerated() {
      for step in members { groupOfStep[step] = number }
      let before = members.flatMap { needs[$0] }.filter { groupOfStep[$0] != number }.map { layers[$0] }
      // Inside a circle the ids give the order, since the needs can't.
      let group = members.sorted { steps[$0].id < steps[$1].id }
      let first = 1 + (before.max() ?? 0)
      if group.count > 1 || needs[group[0]].contains(group[0]) { cycles.append(group.map { steps[$0].id }) }
      for (offset, step) in group.enumerated() { layers[step] = first + offset }
    }
    for (id, number) in numbers { waves[id] = layers[number] }
    cycles.sort { $0[0] < $1[0] }
  }

  /// The strongly connected groups of steps, needed ones first (Tarjan's algorithm without recursion).
  ///
  /// - Parameter needs: The numbers of the steps that each step needs.
  private static func groups(of needs: [[Int]]) -> [[Int]] {
    var groups: [[Int]] = []
    var count = 0
    var indices = [Int?](repeating: nil, count: needs.count)
    var lows = Array(repeating: 0, count: needs.count)
    var stack: [Int] = []
    var onStack = Array(repeating: false, count: needs.count)
    for root in needs.indices where indices[root] == nil {
      var work: [(step: Int, next: Int)] = [(root, 0)]
      while let (step, next) = work.last {
        if next == 0 {
          indices[step] = count
          lows[step] = count
          count += 1
          stack.append(step)
          onStack[step] = true
        } else if onStack[needs[step][next - 1]] {
          lows[step] = min(lows[step], lows[needs[step][next - 1]])
        }
        if next < needs[step].count {
          work[work.count - 1].next += 1
          let need = needs[step][next]
          // A step seen before takes part only by its index, in the next round of this loop.
          if indices[need] == nil { work.append((need, 0)) }
          continue
        }
        work.removeLast()
        guard lows[step] == indices[step] else { continue }
        var group: [Int] = []
        while let member = stack.popLast() {
          onStack[member] = false
          group.append(member)
          if member == step { break }
        }
        groups.append(group)
      }
    }
    return groups
  }
}
