public import AuditModel

/// Writes the Markdown checklist in parts, as trackers limit the body of an issue.
///
/// Parts are torn between items; an item that is too long alone goes on in the next part. Every line of
/// the whole document stands in exactly one part.
///
/// - Parameters:
///   - limit: The most UTF-16 units of a part; at least 4,096 are needed for the longest line.
/// - Returns: The parts in order; one where the document fits.
public func markdownParts(
  of report: Report, options: ReportOptions = ReportOptions(), limit: Int = 65_536
) -> [String] {
  precondition(limit >= 4_096, "a part of fewer than 4,096 units can't hold the longest line")
  let blocks = MarkdownReport(report, options: options).blocks
  let whole = blocks.joined(separator: "\n")
  guard whole.utf16.count > limit else { return [whole] }
  let room = limit - "*Part 100000 of 100000*\n\n".utf16.count
  var parts: [String] = []
  var part = ""
  for block in blocks.flatMap({ pieces(of: $0, limit: room) }) {
    if !part.isEmpty, part.utf16.count + 1 + block.utf16.count > room {
      parts.append(part)
      part = ""
    }
    part += part.isEmpty ? block : "\n" + block
  }
  parts.append(part)
  return parts.enumerated().map { "*Part \($0.offset + 1) of \(parts.count)*\n\n\($0.element)" }
}

/// A block in pieces of whole lines; list items that go on begin with a line that says so.
private func pieces(of block: String, limit: Int) -> [String] {
  guard block.utf16.count > limit else { return [block] }
  let more = "- *continued*\n"
  var pieces: [String] = []
  var piece = ""
  for line in block.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty {
    if piece.utf16.count + line.utf16.count + 1 > limit {
      pieces.append(piece)
      piece = line.hasPrefix(" ") ? more : ""
    }
    piece += line + "\n"
  }
  return pieces + [piece]
}
