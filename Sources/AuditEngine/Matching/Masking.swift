/// Takes secrets and personal data out of evidence before anything else sees it.
public struct Masking: Sendable {
  /// What stands in place of something masked.
  public static let mark = "•••"

  /// Session keys, tokens, passwords and visitors' addresses are shown as they are.
  public var showsSecrets: Bool
  /// Org, deployment and button ids are masked as well.
  public var hidesIDs: Bool

  public init(showsSecrets: Bool = false, hidesIDs: Bool = false) {
    self.showsSecrets = showsSecrets
    self.hidesIDs = hidesIDs
  }
}

/// A masking with its patterns, owned by one worker.
final class Masker {
  private let masking: Masking
  /// Compiled when there is something to mask: each worker's take as long as a twentieth of a start.
  private lazy var patterns =
    ((masking.showsSecrets ? [] : Masker.secretPatterns) + (masking.hidesIDs ? [Masker.idPattern] : []))
    .compactMap { try? Pattern($0, caseless: true) }

  /// How far round a text must be looked for the beginning or the end of a secret in it, in bytes.
  static let longestSecret = 512

  init(_ masking: Masking) {
    self.masking = masking
  }

  /// An id of an org, a deployment, a button, an agent or a skill, also behind `%2C` and `\n`.
  private static let idPattern =
    #"(?:(?<![a-z0-9])|(?<=%[0-9a-f]{2})|(?<=\\[nrt]))"#
    + #"(?<secret>(?:00D|57[0-3]|005|04I|08h)[a-z0-9]{12}(?:[a-z0-9]{3})?)(?![a-z0-9])"#

  /// The group `secret` of each is what gets masked.
  private static let secretPatterns = [
    // A session key: a UUID, an exclamation mark, and the rest. Source: Chat REST API, SessionId response.
    #"(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:!|%21)[^\s"'<>]+)"#,
    // A session id or an access token of an org: the org's id, an exclamation mark, and the rest.
    #"(?<secret>00D[a-z0-9]{12}(?:[a-z0-9]{3})?(?:!|%21)[a-z0-9._%]{16,})"#,
    // What stands behind a telling name: assigned, as a header in a recording, or as an element.
    #"(?:session-key|affinity(?:token)?|authorization|bearer|password|passwd|secret|api[-_]?key|access[-_]?token)"#
      + #"["']?\s*(?:[:=,>]|,\s*["']?value["']?\s*:)\s*["']?(?:(?:bearer|basic|digest|token)\s+)?"#
      + #"(?<secret>(?!null\b)[^\s"',;<>(){}$]{6,})"#,
    #"\bbearer\s+(?<secret>[a-z0-9._~+/=-]{12,})"#,
    // A JSON web token.
    #"\b(?<secret>eyJ[a-z0-9_-]{10,}\.[a-z0-9_-]{10,}(?:\.[a-z0-9_-]*)?)"#,
    // A password in a URL.
    #"://[^\s/:@"']+:(?<secret>[^\s/@"']+)@"#,
    #"(?<secret>[a-z0-9._%+-]{1,64}@(?!example\.)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})"#,
  ]

  func mask(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return mask(bytes, 0..<bytes.count)
  }

  /// A part of a text with what is secret in it masked, also where only a piece of a secret lies in the part.
  ///
  /// - Parameters:
  ///   - bytes: The part and what stands round it, which says whether something is a secret.
  func mask(_ bytes: [UInt8], _ part: Range<Int>) -> String {
    var result: [UInt8] = []
    var start = part.lowerBound
    for secret in secretRanges(in: bytes) {
      let hidden = secret.clamped(to: start..<part.upperBound)
      guard !hidden.isEmpty else { continue }
      result += bytes[start..<hidden.lowerBound] + Array(Masking.mark.utf8)
      start = hidden.upperBound
    }
    return String(decoding: result + bytes[start..<part.upperBound], as: UTF8.self)
  }

  /// The secrets in their order, without overlaps.
  private func secretRanges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for pattern in patterns {
      guard let group = pattern.groups.first(where: { $0.name == "secret" })?.number else { continue }
      var start = 0
      search: while start <= bytes.count {
        switch pattern.firstMatch(in: bytes.span, from: start) {
        case .none: break search
        case .gaveUp:
          // Nobody knows what the rest holds, so it is not shown.
          ranges.append(start..<bytes.count)
          break search
        case .match(let range):
          let secret = pattern.range(ofGroup: group) ?? range
          // What begins in a secret is known already: of an address with a password, the password and the
          // host are no address of e-mail.
          if !ranges.contains(where: { $0.contains(secret.lowerBound) }) { ranges.append(secret) }
          start = max(secret.upperBound, start + 1)
        }
      }
    }
    ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return ranges.reduce(into: []) { merged, range in
      guard let last = merged.last, range.lowerBound < last.upperBound else { return merged.append(range) }
      merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    }
  }
}
