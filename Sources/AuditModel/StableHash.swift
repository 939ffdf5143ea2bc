/// A 128-bit hash that is the same on every machine and in every run.
///
/// Two FNV-1a streams with different offsets. It tells things apart; it is no protection against
/// somebody who wants two things to look alike.
/// - SeeAlso: draft-eastlake-fnv, the FNV non-cryptographic hash algorithm.
public struct StableHash: Sendable {
  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x6c62_272e_07bb_0142

  public init() {}

  public mutating func update(_ byte: UInt8) {
    first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    second = (second ^ UInt64(byte &+ 0x9d)) &* 0x0000_0100_0000_01b3
  }

  /// Adds a text and a separator, so that `ab` + `c` differs from `a` + `bc`.
  public mutating func update(_ text: some StringProtocol) {
    for byte in text.utf8 { update(byte) }
    update(0)
  }

  /// The hash as 32 hexadecimal digits.
  public var hexadecimal: String {
    func digits(_ value: UInt64) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    return digits(first) + digits(second)
  }
}

/// The identity of a finding across runs, machines, roots, renames and moved lines.
///
/// Made of the rule, the component, the normalised evidence and, where several findings share these,
/// their number in the order of places. A path is not part of it, so a renamed file keeps its findings'
/// identities.
public enum Fingerprint {
  /// Gives every finding its fingerprint; the findings must be in the order of places.
  public static func assign(to findings: inout [Finding]) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let content = content(of: findings[index])
      let number = seen[content, default: 0]
      seen[content] = number + 1
      var hash = StableHash()
      hash.update(content)
      hash.update(String(number))
      findings[index].fingerprint = String(hash.hexadecimal.prefix(24))
    }
  }

  /// What equal findings share, whatever their place: a hash of the rule, the component and the evidence.
  public static func content(of finding: Finding) -> String {
    var hash = StableHash()
    hash.update(finding.rule.rawValue)
    hash.update(finding.component?.key ?? "")
    // Several blanks, tabs and line ends count as one blank: formatting is no change.
    hash.update(finding.evidence.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    for (name, value) in finding.captures.sorted(by: { $0.key < $1.key }) {
      hash.update(name)
      hash.update(value)
    }
    return hash.hexadecimal
  }
}
