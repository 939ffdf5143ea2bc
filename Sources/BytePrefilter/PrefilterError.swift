/// A list of keywords that can't be searched for.
public struct PrefilterError: Error, Hashable, Sendable {
  /// What went wrong, for callers that act on it.
  public struct Code: Hashable, Sendable {
    private enum Value { case keywordTooShort, keywordTooLong, tooManyKeywords }
    private let value: Value

    /// A keyword has fewer than ``Prefilter/minKeywordBytes`` bytes.
    public static let keywordTooShort = Code(value: .keywordTooShort)
    /// A keyword has more than ``Prefilter/maxKeywordBytes`` bytes.
    public static let keywordTooLong = Code(value: .keywordTooLong)
    /// The list has more than a million keywords.
    public static let tooManyKeywords = Code(value: .tooManyKeywords)
  }

  /// What went wrong.
  public let code: Code
  /// The index of the keyword in the list, or nil if the list as a whole is meant.
  public let keyword: Int?
  /// What is wrong with which keyword.
  public let message: String
}
