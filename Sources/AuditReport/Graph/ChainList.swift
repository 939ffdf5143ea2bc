import AuditModel

/// The chains of a report, each once, with the findings that stand on it.
struct ChainList {
  struct Entry {
    var chain: Chain
    /// In the order of places.
    var findings: [Finding]
  }

  var chains: [Entry] = []
  /// How many findings are part of no chain.
  var unchained = 0
  /// What was not examined, because a chain may end there only for want of the rest.
  var unexamined: [String]

  init(_ report: Report) {
    unexamined = Digest(report, options: ReportOptions()).problems.filter { $0.finding == nil }
      .map { PlainText.oneLine("\($0.location): \($0.message)") }
    let finder = ChainFinder(report.inventory)
    // One way through the same things is one chain, whichever of several places proves a link.
    var indices: [[NodeID]: Int] = [:]
    for finding in report.findings where finding.suppressed == nil {
      let own = finder.chains(of: finding)
      if own.isEmpty { unchained += 1 }
      for chain in own {
        if let index = indices[chain.nodes] {
          chains[index].findings.append(finding)
        } else {
          indices[chain.nodes] = chains.count
          chains.append(Entry(chain: chain, findings: [finding]))
        }
      }
    }
    // The longest explain the most; findings keep the order of places.
    chains = chains.enumerated().sorted { left, right in
      (right.element.chain.links.count, left.offset) < (left.element.chain.links.count, right.offset)
    }.map(\.element)
  }
}

/// Chains in words.
enum ChainText {
  static func name(_ node: NodeID) -> String {
    node.kind == .artifact ? node.name : "\(node.kind.rawValue) \(node.name)"
  }

  static func verb(_ link: Chain.Link) -> String {
    guard link.isReversed else { return Words.title(of: link.edge.relation) }
    switch link.edge.relation {
    case .uses: return "is used by"
    case .contains: return "is part of"
    case .routes: return "gets work from"
    case .grants: return "is granted by"
    case .identifies: return "stands for"
    case .replaces: return "is replaced by"
    case .has: return "is a property of"
    }
  }

  /// The whole chain with every place, `shop.js uses button-id 573… [shop.js:3:9] routes to Queue Q [b.xml:7]`.
  static func line(_ chain: Chain) -> String {
    PlainText.oneLine(
      chain.links.reduce(into: name(chain.start)) { text, link in
        text += " \(verb(link)) \(name(link.end)) [\(link.edge.location)]"
      })
  }
}
