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
struct Masker {
  private let secrets: [Pattern]
  private let ids: Pattern?

  init(_ masking: Masking) {
    secrets = masking.showsSecrets ? [] : Masker.secretPatterns.compactMap { try? Pattern($0, caseless: true) }
    ids = masking.hidesIDs ? try? Pattern(#"\b(?<secret>(?:00D|57[0-3]|005|04I|08h)[a-z0-9]{12}(?:[a-z0-9]{3})?)\b"#, caseless: true) : nil
  }

  /// The group `secret` of each is what gets masked.
  private static let secretPatterns = [
    // A session key: a UUID, an exclamation mark, and the rest. Source: Chat REST API, SessionId response.
    #"(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}![^\s"'<>]+)"#,
    #"(?:session-key|affinity(?:token)?|authorization|bearer|password|passwd|secret|api[-_]?key|access[-_]?token)["']?\s*[:=,]\s*["']?(?:bearer\s+)?(?<secret>(?!null\b)[^\s"',;<>(){}$]{6,})"#,
    #"\bbearer\s+(?<secret>[a-z0-9._~+/=-]{12,})"#,
    // A password in a URL.
    #"://[^\s/:@"']+:(?<secret>[^\s/@"']+)@"#,
    #"(?<secret>[a-z0-9._%+-]+@(?!example\.)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})"#,
  ]

  func mask(_ text: String) -> String {
    var text = text
    for pattern in secrets { text = mask(text, pattern) }
    if let ids { text = mask(text, ids) }
    return text
  }

  private func mask(_ text: String, _ pattern: Pattern) -> String {
    let bytes = Array(text.utf8)
    guard let group = pattern.groups.first(where: { $0.name == "secret" })?.number else { return text }
    var result: [UInt8] = []
    var start = 0
    while case .match(let range) = pattern.firstMatch(in: bytes.span, from: start) {
      let secret = pattern.range(ofGroup: group) ?? range
      result += bytes[start..<secret.lowerBound] + Array(Masking.mark.utf8)
      start = max(secret.upperBound, start + 1)
    }
    if start == 0 { return text }
    return String(decoding: result + bytes[min(start, bytes.count)...], as: UTF8.self)
  }
}
