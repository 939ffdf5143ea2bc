import AuditModel

/// The inventory for Graphviz.
struct DOTReport {
  private let graph: DrawnGraph
  private let title: String

  init(_ report: Report, options: ReportOptions) {
    graph = DrawnGraph(report)
    title = Digest(report, options: options).title
  }

  var document: String {
    var lines = [
      "digraph chatsunset {", "  label=\(quoted(title)); rankdir=LR;",
      "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f4f6f8\", fontname=\"Helvetica\"];",
      "  edge [fontname=\"Helvetica\", fontsize=10];",
    ]
    lines += graph.comments.map { "  // \($0)" }
    for (number, node) in graph.nodes.enumerated() {
      // Dashed: named, and not in what was examined.
      let style = node.isPresent ? "" : ", style=\"rounded,dashed\""
      lines.append("  n\(number) [label=\(quoted(node.id.kind.rawValue, node.id.name))\(style)];")
    }
    for line in graph.lines {
      lines.append(
        "  n\(line.from) -> n\(line.to) [label=\(quoted(Words.title(of: line.relation))), "
          + "tooltip=\(quoted(line.place)), URL=\(quoted(address(line.location)))];")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// Texts on lines of their own in one quoted string.
  private func quoted(_ texts: String...) -> String {
    let escaped = texts.map { text in
      PlainText.cut(text, to: 300).split(separator: "\\", omittingEmptySubsequences: false).joined(
        separator: "\\\\"
      )
      .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
    }
    return "\"\(escaped.joined(separator: "\\n"))\""
  }

  /// A relative address; its beginning keeps a path from being taken for a scheme.
  private func address(_ location: Location) -> String {
    let path = location.path.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
    return "./\(path)" + (location.line.map { "#L\($0)" } ?? "")
  }
}
