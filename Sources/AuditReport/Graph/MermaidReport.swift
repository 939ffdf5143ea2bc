import AuditModel

/// The inventory for Mermaid, which many viewers of Markdown draw.
struct MermaidReport {
  private let graph: DrawnGraph

  /// What Mermaid draws unless its host raises the limit.
  /// - SeeAlso: Mermaid, configuration schema, `maxEdges`.
  private static let maxLines = 500

  init(_ report: Report) {
    graph = DrawnGraph(report)
  }

  var document: String {
    var lines = ["flowchart LR"]
    if graph.lines.count > MermaidReport.maxLines {
      lines.append(
        "  %% \(Words.count(graph.lines.count, "connection")); Mermaid draws \(MermaidReport.maxLines) unless "
          + "'maxEdges' is raised")
    }
    // A percent sign and a brace would begin a directive.
    lines += graph.comments.map { "  %% \($0.filter { $0 != "{" && $0 != "}" })" }
    for (number, node) in graph.nodes.enumerated() {
      let name = "\(escaped(node.id.kind.rawValue))<br/>\(escaped(node.id.name))"
      lines.append("  n\(number)[\"\(name)\"]" + (node.isPresent ? "" : ":::named"))
    }
    for line in graph.lines {
      let label = "\(Words.title(of: line.relation))<br/>\(escaped(line.place))"
      lines.append("  n\(line.from) -->|\"\(label)\"| n\(line.to)")
    }
    if graph.nodes.contains(where: { !$0.isPresent }) {
      lines.append("  classDef named stroke-dasharray: 4 3")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text with everything that means something to Mermaid or to HTML as a character code.
  private func escaped(_ text: String) -> String {
    PlainText.cut(text, to: 200).unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "/", ".", "_", "-", ":": String(scalar)
      case _ where scalar.value >= 0x80: String(scalar)
      default: "#\(scalar.value);"
      }
    }.joined()
  }
}
