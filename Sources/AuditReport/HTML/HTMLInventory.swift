import AuditModel

/// The inventory as a picture and as nested lists: who depends on what, and which finding proves it.
struct HTMLInventory {
  /// How many things are listed at once; more are folded up.
  private static let openUpTo = 40

  private let report: Report
  private let anchors: HTMLAnchors

  init(_ report: Report, anchors: HTMLAnchors) {
    self.report = report
    self.anchors = anchors
  }

  var section: HTML {
    guard !report.inventory.nodes.isEmpty else {
      return """
        <section id="inventory" aria-labelledby="inventory-title">
        <h2 id="inventory-title">Inventory</h2>
        <p>No finding names a part of the chat set-up.</p>
        </section>
        """
    }
    return """
      <section id="inventory" aria-labelledby="inventory-title">
      <h2 id="inventory-title">Inventory</h2>
      <p>What the findings speak of, and how it hangs together. A dashed box is named somewhere, but what was \
      audited doesn't hold it. Each box leads to its entry in the lists below.</p>
      \(HTMLPicture(InventoryPicture(report.inventory), anchors: anchors).figure)
      \(lists)
      </section>
      """
  }

  private var lists: HTML {
    let outgoing = Dictionary(grouping: report.inventory.edges, by: \.from)
    let incoming = Dictionary(grouping: report.inventory.edges, by: \.to)
    let isOpen = report.inventory.nodes.count <= HTMLInventory.openUpTo
    let columns = Dictionary(grouping: report.inventory.nodes) { InventoryPicture.column(of: $0.id.kind) }
    let groups = columns.sorted { $0.key < $1.key }.map { column, nodes -> HTML in
      let entries = nodes.map { node in
        entry(node, outgoing: outgoing[node.id] ?? [], incoming: incoming[node.id] ?? [])
      }
      return """
        <details class="boxed kind"\(" open", if: isOpen)><summary>\(InventoryPicture.titles[column]) \
        <span class="quiet">\(Words.grouped(nodes.count))</span></summary>
        <ul>
        \(entries)</ul>
        </details>

        """
    }
    return "\(groups)"
  }

  private func entry(_ node: InventoryNode, outgoing: [InventoryEdge], incoming: [InventoryEdge]) -> HTML {
    let attributes = node.attributes.sorted { $0.key < $1.key }.map { key, value -> HTML in
      "<span>\(PlainText.cut("\(key) \(value)", to: 120))</span>"
    }
    let presence: HTML = node.isPresent ? "" : " <span class=\"quiet\">named, not in what was audited</span>"
    let edges =
      outgoing.map { connection(Words.title(of: $0.relation), $0.to, $0) }
      + incoming.map { connection(Words.passive(of: $0.relation), $0.from, $0) }
    return """
      <li id="\(anchors.node(node.id) ?? "")">\(PlainText.cut(Words.title(of: node.id.kind), to: 100)) \
      <strong>\(PlainText.cut(node.id.name, to: 300))</strong>\(presence) \
      \("<span class=\"facts\">\(attributes)</span>", if: !attributes.isEmpty)
      \("<ul>\n\(edges)</ul>", if: !edges.isEmpty)</li>

      """
  }

  private func connection(_ words: String, _ other: NodeID, _ edge: InventoryEdge) -> HTML {
    let name = PlainText.cut("\(Words.title(of: other.kind)) \(other.name)", to: 300)
    let link: HTML = anchors.node(other).map { "<a href=\"#\($0)\">\(name)</a>" } ?? "\(name)"
    return """
      <li>\(words) \(link)<br><code>\(PlainText.cutFront(edge.location.description, to: 300))</code></li>

      """
  }
}
