/// The little structure that rule texts have: paragraphs and lists, with lines broken anywhere.
struct RichText {
  enum Block: Hashable {
    case paragraph(String)
    case numbered([String])
    case bulleted([String])
  }

  let blocks: [Block]

  /// Reads a text in which an empty line ends a paragraph, and `1.`, `-` or `*` begins an item.
  init(_ text: String) {
    var blocks: [Block] = []
    var isOpen = false
    for line in PlainText.lines(text) {
      let line = line.drop { $0 == " " }
      if line.isEmpty {
        isOpen = false
      } else if let item = RichText.numberedItem(line) {
        if case .numbered(let items) = blocks.last {
          blocks[blocks.count - 1] = .numbered(items + [item])
        } else {
          blocks.append(.numbered([item]))
        }
        isOpen = true
      } else if line.hasPrefix("- ") || line.hasPrefix("* ") {
        let item = String(line.dropFirst(2))
        if case .bulleted(let items) = blocks.last {
          blocks[blocks.count - 1] = .bulleted(items + [item])
        } else {
          blocks.append(.bulleted([item]))
        }
        isOpen = true
      } else if isOpen, let last = blocks.last {
        blocks[blocks.count - 1] = last.continued(String(line))
      } else {
        blocks.append(.paragraph(String(line)))
        isOpen = true
      }
    }
    self.blocks = blocks
  }

  /// The text as Markdown, with everything in it disarmed.
  var markdown: String {
    blocks.map { block in
      switch block {
      case .paragraph(let text): MarkdownText.prose(text, cutTo: 4_000)
      case .numbered(let items):
        items.enumerated().map { "\($0.offset + 1). \(MarkdownText.prose($0.element, cutTo: 2_000))" }
          .joined(separator: "\n")
      case .bulleted(let items):
        items.map { "- \(MarkdownText.prose($0, cutTo: 2_000))" }.joined(separator: "\n")
      }
    }.joined(separator: "\n\n")
  }

  /// The text of the item behind `1.`, or nothing.
  private static func numberedItem(_ line: Substring) -> String? {
    let rest = line.drop { ("0"..."9").contains($0) }
    guard rest.count < line.count, line.count - rest.count <= 3, rest.hasPrefix(". ") else { return nil }
    return String(rest.dropFirst(2))
  }
}

extension RichText.Block {
  fileprivate func continued(_ line: String) -> Self {
    func appended(_ items: [String]) -> [String] {
      items.dropLast() + [(items.last ?? "") + " " + line]
    }
    return switch self {
    case .paragraph(let text): .paragraph(text + " " + line)
    case .numbered(let items): .numbered(appended(items))
    case .bulleted(let items): .bulleted(appended(items))
    }
  }
}
