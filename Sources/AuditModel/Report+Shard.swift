extension Report {
  /// One of several runs that share the work; a report of it is whole only together with the others.
  public struct Shard: Codable, Hashable, Sendable, CustomStringConvertible {
    /// 1 to `count`, as a command line names it.
    public let index: Int
    public let count: Int

    /// Makes a shard, or nothing where the numbers name none.
    public init?(index: Int, count: Int) {
      guard count > 0, (1...count).contains(index) else { return nil }
      self.index = index
      self.count = count
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let (index, count) = (try container.decode(Int.self, forKey: .index), try container.decode(Int.self, forKey: .count))
      guard let shard = Shard(index: index, count: count) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "\(index) of \(count) is not a part of a whole"))
      }
      self = shard
    }

    public var description: String { "\(index)/\(count)" }
  }
}
