import AuditModel

/// How everything hangs together, link by link, each with the file and line that prove it.
struct ChainReport {
  private let list: ChainList

  init(_ report: Report) {
    list = ChainList(report)
  }

  var document: String {
    var lines = [Words.count(list.chains.count, "chain") + " from what people open to where the work goes"]
    lines += list.unexamined + [""]
    for entry in list.chains { lines += block(entry) + [""] }
    if list.unchained > 0 {
      lines.append("\(Words.count(list.unchained, "finding")) of the report in no chain")
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func block(_ entry: ChainList.Entry) -> [String] {
    var lines = [PlainText.oneLine(ChainText.name(entry.chain.start))]
    lines += entry.chain.links.map { link in
      "  \(ChainText.verb(link)) \(PlainText.oneLine(ChainText.name(link.end)))"
        + "  (\(PlainText.oneLine(link.edge.location.description)))"
    }
    lines += entry.findings.map { finding in
      "  - \(finding.level.rawValue): \(PlainText.cut(finding.message, to: 200)) [\(finding.rule)]"
        + " \(PlainText.oneLine(finding.location.description))"
    }
    return lines
  }
}
