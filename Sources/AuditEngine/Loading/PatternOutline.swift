/// The groups, alternatives and quantifiers of a PCRE2 pattern, by byte offsets.
///
/// Knows escapes, classes, quoting and comments well enough to tell structure from literals; whether a
/// pattern is right is for PCRE2 to say.
struct PatternOutline {
  /// Everything between two brackets, or the whole pattern.
  struct Group {
    /// The group's parent in ``PatternOutline/groups``; nothing for the whole pattern.
    var parent: Int?
    /// From the opening bracket to after the closing one.
    var range: Range<Int>
    /// What stands between the bars, without the brackets and what follows `(?`.
    var alternatives: [Range<Int>] = []
    /// Whether something inside repeats without an upper bound, and can give back what it took.
    var holdsUnbounded = false
    /// `(?=`, `(?!`, `(?<=`, `(?<!`, `(?>`: what is inside is not tried again with less.
    var isAtomic = false
    /// `(?(1)yes|no)`: its bar is no choice.
    var isConditional = false
  }

  private(set) var groups: [Group] = []
  /// The first unbounded repetition of a group that holds another one.
  private(set) var nestedRepetition: Int?

  init(_ pattern: String) {
    var scanner = Scanner(bytes: Array(pattern.utf8))
    scanner.run()
    groups = scanner.groups
    nestedRepetition = scanner.nestedRepetition
  }
}

extension PatternOutline {
  private struct Scanner {
    let bytes: [UInt8]
    var groups: [Group] = []
    var open: [Int] = [0]
    var alternativeStart: [Int] = [0]
    var nestedRepetition: Int?
    var offset = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
      groups = [Group(range: 0..<bytes.count)]
    }

    mutating func run() {
      // The group that ended right before, which a quantifier would repeat.
      var closed: Int?
      while offset < bytes.count {
        let start = offset
        if let quantifier = quantifier() {
          note(quantifier, at: start, of: closed)
          closed = nil
          continue
        }
        closed = nil
        switch bytes[offset] {
        case UInt8(ascii: "\\"): skipEscape()
        case UInt8(ascii: "["): skipClass()
        case UInt8(ascii: "("): openGroup()
        case UInt8(ascii: ")"): closed = closeGroup()
        case UInt8(ascii: "|"):
          endAlternative()
          offset += 1
          alternativeStart[alternativeStart.count - 1] = offset
        default: offset += 1
        }
      }
      while open.count > 1 { _ = closeGroup() }
      endAlternative()
    }

    private func has(_ text: String, at place: Int) -> Bool {
      bytes.dropFirst(place).starts(with: text.utf8)
    }

    private func find(_ text: String, from place: Int) -> Int {
      var place = place
      while place < bytes.count, !has(text, at: place) { place += 1 }
      return min(bytes.count, place + text.utf8.count)
    }

    private mutating func skipEscape() {
      if has("\\Q", at: offset) {
        offset = find("\\E", from: offset + 2)
      } else if offset + 2 < bytes.count, bytes[offset + 2] == UInt8(ascii: "{"),
        "xopPNgkub".utf8.contains(bytes[offset + 1])
      {
        offset = find("}", from: offset)
      } else {
        offset += 2
      }
    }

    private mutating func skipClass() {
      offset += has("[^", at: offset) ? 2 : 1
      // A closing bracket in the first place is a member.
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") { offset += 1 }
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "]") {
        if has("[:", at: offset) {
          offset = find(":]", from: offset)
        } else {
          offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
      }
      offset += 1
    }

    private mutating func openGroup() {
      if has("(?#", at: offset) {
        offset = find(")", from: offset)
        return
      }
      var group = Group(parent: open[open.count - 1], range: offset..<bytes.count)
      offset += 1
      if has("*", at: offset) {
        offset = find(")", from: offset)
        return
      }
      if has("?", at: offset) {
        offset += 1
        group.isAtomic = ["=", "!", ">", "<=", "<!"].contains { has($0, at: offset) }
        group.isConditional = has("(", at: offset)
        if group.isConditional {
          // The condition reads like a group of its own.
        } else if ["=", "!", ">", "|"].contains(where: { has($0, at: offset) }) {
          offset += 1
        } else if has("<=", at: offset) || has("<!", at: offset) {
          offset += 2
        } else if ["<", "P<", "'"].contains(where: { has($0, at: offset) }) {
          offset = find(has("'", at: offset) ? "'" : ">", from: offset + 1)
        } else {
          // Options: `(?i)` is no group, `(?i:…)` is one.
          while offset < bytes.count, ![UInt8(ascii: ":"), UInt8(ascii: ")")].contains(bytes[offset]) {
            offset += 1
          }
          if has(")", at: offset) {
            offset += 1
            return
          }
          offset += 1
        }
      }
      groups.append(group)
      open.append(groups.count - 1)
      alternativeStart.append(offset)
    }

    /// Ends the innermost group and returns it; the whole pattern is never ended by a bracket.
    private mutating func closeGroup() -> Int? {
      guard open.count > 1 else {
        offset += 1
        return nil
      }
      endAlternative()
      offset = min(offset + 1, bytes.count)
      let index = open.removeLast()
      alternativeStart.removeLast()
      groups[index].range = groups[index].range.lowerBound..<offset
      if groups[index].holdsUnbounded, !groups[index].isAtomic, let parent = groups[index].parent {
        groups[parent].holdsUnbounded = true
      }
      return index
    }

    private mutating func endAlternative() {
      groups[open[open.count - 1]].alternatives.append(alternativeStart[alternativeStart.count - 1]..<offset)
    }

    private mutating func note(_ quantifier: Quantifier, at place: Int, of closed: Int?) {
      guard quantifier.isUnbounded else { return }
      if let closed, groups[closed].holdsUnbounded, !groups[closed].isAtomic, nestedRepetition == nil {
        nestedRepetition = place
      }
      if !quantifier.isPossessive { groups[open[open.count - 1]].holdsUnbounded = true }
    }

    private struct Quantifier {
      var isUnbounded: Bool
      var isPossessive: Bool
    }

    /// Reads a quantifier, if one stands here.
    private mutating func quantifier() -> Quantifier? {
      var unbounded = true
      switch bytes[offset] {
      case UInt8(ascii: "*"), UInt8(ascii: "+"): offset += 1
      case UInt8(ascii: "?"):
        unbounded = false
        offset += 1
      case UInt8(ascii: "{"):
        guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let bounds = bytes[(offset + 1)..<end]
        // A brace that holds no numbers is a literal.
        guard bounds.first.map({ (48...57).contains($0) }) == true,
          bounds.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ",") })
        else { return nil }
        unbounded = bounds.last == UInt8(ascii: ",")
        offset = end + 1
      default: return nil
      }
      let possessive = has("+", at: offset)
      if possessive || has("?", at: offset) { offset += 1 }
      return Quantifier(isUnbounded: unbounded, isPossessive: possessive)
    }
  }
}
