import AuditModel

/// The picture of the inventory as inline SVG; its boxes lead to the lists below it.
struct HTMLPicture {
  private static let boxWidth = 168
  private static let columnStep = 212
  private static let top = 34
  private static let margin = 12
  /// How far a line bends out of its column.
  private static let bend = 30

  private let picture: InventoryPicture
  private let anchors: HTMLAnchors

  init(_ picture: InventoryPicture, anchors: HTMLAnchors) {
    self.picture = picture
    self.anchors = anchors
  }

  var figure: HTML {
    let columns = picture.columns.count
    let width =
      2 * HTMLPicture.margin + HTMLPicture.columnStep * (columns - 1) + HTMLPicture.boxWidth + HTMLPicture.bend
    let height = HTMLPicture.top + picture.height + HTMLPicture.margin
    let titles = picture.columns.enumerated().map { column, title -> HTML in
      "<text class=\"column\" x=\"\(left(column))\" y=\"20\">\(title)</text>\n"
    }
    return """
      <figure>
      <div class="scroll picture" tabindex="0" role="group" aria-label="Picture of the inventory">
      <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="group" \
      aria-label="Inventory: \(Words.count(picture.boxCount, "box", "boxes")) in \
      \(Words.count(columns, "column"))">
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" \
      orient="auto">\
      <path d="M0 0L8 4L0 8z"/></marker></defs>
      \(titles)\(picture.lines.map(line))\(picture.stops.enumerated().map { box($0.offset, $0.element) })</svg>
      </div>
      <figcaption>An arrow goes from what needs to what is needed.</figcaption>
      </figure>
      """
  }

  private func left(_ column: Int) -> Int { HTMLPicture.margin + column * HTMLPicture.columnStep }
  private func right(_ column: Int) -> Int { left(column) + HTMLPicture.boxWidth }
  private func upper(_ stop: InventoryPicture.Stop) -> Int { HTMLPicture.top + stop.y }

  // MARK: Lines

  private func line(_ line: InventoryPicture.Line) -> HTML {
    """
    <path class="edge \(line.relation.rawValue)" d="\(path(line.stops.map { picture.stops[$0] }))" \
    marker-end="url(#arrow)" data-from="\(line.stops.first ?? 0)" data-to="\(line.stops.last ?? 0)">\
    <title>\(Words.title(of: line.relation))</title></path>

    """
  }

  /// A curve from stop to stop and straight on through each gap.
  private func path(_ stops: [InventoryPicture.Stop]) -> String {
    func middle(_ stop: InventoryPicture.Stop) -> Int { upper(stop) + stop.height / 2 }
    guard let first = stops.first, let last = stops.last else { return "" }
    guard first.column != last.column else {
      let side = right(first.column)
      let out = side + HTMLPicture.bend
      return
        "M\(side) \(middle(first))C\(out) \(middle(first)) \(out) \(middle(last)) \(side + 2) \(middle(last))"
    }
    let isForward = first.column < last.column
    let bend = isForward ? HTMLPicture.bend : -HTMLPicture.bend
    func leave(_ column: Int) -> Int { isForward ? right(column) : left(column) }
    func entry(_ column: Int) -> Int { isForward ? left(column) : right(column) }
    var x = leave(first.column)
    var y = middle(first)
    var path = "M\(x) \(y)"
    for (index, stop) in stops.enumerated().dropFirst() {
      let isEnd = index == stops.count - 1
      let nextX = entry(stop.column) - (isEnd ? bend.signum() * 2 : 0)
      let nextY = middle(stop)
      path += "C\(x + bend) \(y) \(nextX - bend) \(nextY) \(nextX) \(nextY)"
      x = leave(stop.column)
      y = nextY
      if !isEnd { path += "H\(x)" }
    }
    return path
  }

  // MARK: Boxes

  private func box(_ index: Int, _ stop: InventoryPicture.Stop) -> HTML {
    let x = left(stop.column)
    let y = upper(stop)
    let rectangle: HTML =
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(HTMLPicture.boxWidth)\" height=\"\(stop.height)\" rx=\"6\"/>"
    switch stop.content {
    case .gap: return ""
    case .rest(let count):
      return """
        <g class="node more" data-box="\(index)">\(rectangle)<text class="name" x="\(x + 10)" y="\(y + 25)">\
        and \(Words.grouped(count)) more</text></g>

        """
    case .node(let node):
      let kind = PlainText.cut(Words.title(of: node.id.kind), to: 300)
      return """
        <a class="node\(node.isPresent ? "" : " absent")" href="#\(anchors.node(node.id) ?? "")" \
        data-box="\(index)">\
        <title>\(PlainText.cut("\(kind) \(node.id.name)", to: 300))</title>\(rectangle)\
        <text class="kind" x="\(x + 10)" y="\(y + 16)">\(PlainText.cut(kind, to: 24))</text>\
        <text class="name" x="\(x + 10)" y="\(y + 32)">\(shortened(node))</text></a>

        """
    }
  }

  /// Of a path the end says most, and of a name that repeats its type; of any other name the beginning.
  private func shortened(_ node: InventoryNode) -> String {
    let isTold = node.id.kind == .artifact || node.id.name.hasPrefix(node.id.kind.rawValue)
    return isTold ? PlainText.cutFront(node.id.name, to: 21) : PlainText.cut(node.id.name, to: 21)
  }
}
