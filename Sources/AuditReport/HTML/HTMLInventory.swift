import AuditModel

/// The inventory as a picture and as nested lists: who depends on what, and which finding proves it.
struct HTMLInventory {
  /// How many things are listed at once; more are folded up.
  private static let openUpTo = 40

  /// The inventory without properties, which stand at the things that have them.
  private let inventory: Inventory
  private let anchors: HTMLAnchors

  init(_ report: Report, anchors: HTMLAnchors) {
    self.anchors = anchors
    let edges = report.inventory.edges
    // Columns of records are properties whatever their names look like: they only ever are had.
    let had = Set(edges.filter { $0.relation == .has }.map(\.to))
      .subtracting(edges.flatMap { $0.relation == .has ? [$0.from] : [$0.from, $0.to] })
    func isThing(_ id: NodeID) -> Bool { !id.kind.isProperty && !had.contains(id) }
    inventory = Inventory(
      nodes: report.inventory.nodes.filter { isThing($0.id) },
      edges: edges.filter { isThing($0.from) && isThing($0.to) })
  }

  var section: HTML {
    guard !inventory.nodes.isEmpty else {
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
      \(HTMLPicture(InventoryPicture(inventory), anchors: anchors).figure)
      \(lists)
      </section>
      """
  }

  private var lists: HTML {
    let outgoing = Dictionary(grouping: inventory.edges, by: \.from)
    let incoming = Dictionary(grouping: inventory.edges, by: \.to)
    let isOpen = inventory.nodes.count <= HTMLInventory.openUpTo
    let columns = Dictionary(grouping: inventory.nodes) { InventoryPicture.column(of: $0.id.kind) }
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
      \("<ul class=\"where\">\n\(edges)</ul>", if: !edges.isEmpty)</li>

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
