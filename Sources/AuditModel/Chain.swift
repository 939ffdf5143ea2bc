/// How a thing hangs together with the rest: from what a visitor or an agent opens to where the work goes.
public struct Chain: Codable, Hashable, Sendable {
  /// The node at which the chain begins.
  public var start: NodeID
  /// The connections in their order; each begins where the one before it ends.
  public var links: [Link]

  public init(start: NodeID, links: [Link]) {
    self.start = start
    self.links = links
  }

  /// One connection on the way, with the finding and the place that prove it.
  public struct Link: Codable, Hashable, Sendable {
    public var edge: InventoryEdge
    /// Whether the chain goes against the edge: from the thing that is used to the one that uses it.
    public var isReversed: Bool

    public init(edge: InventoryEdge, isReversed: Bool) {
      self.edge = edge
      self.isReversed = isReversed
    }

    /// The node that the link leads to.
    public var end: NodeID { isReversed ? edge.from : edge.to }
  }

  /// The nodes in their order, one more than there are links.
  public var nodes: [NodeID] { [start] + links.map(\.end) }
}

extension Inventory {
  /// The chains of one finding; see ``ChainFinder``, which is faster for many.
  public func chains(of finding: Finding) -> [Chain] {
    ChainFinder(self).chains(of: finding)
  }
}

extension Finding {
  /// What the finding is about: its component, or the artifact outside the org.
  public var node: NodeID {
    component.map { NodeID(kind: NodeKind(rawValue: $0.type), name: $0.name) }
      ?? NodeID(kind: .artifact, name: location.path)
  }
}
