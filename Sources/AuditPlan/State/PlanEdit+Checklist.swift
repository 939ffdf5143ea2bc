import AuditModel

extension PlanEdit {
  /// The ticked boxes of a Markdown checklist, by the ids that its lines end in.
  ///
  /// Lines may be reordered, reworded and indented; what counts is the box and the hidden id.
  public static func edits(markdown: [UInt8]) -> [PlanEdit] {
    markdown.split(whereSeparator: { $0 == 10 || $0 == 13 }).compactMap { line in
      let text = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\t" || $0 == ">" }
      guard ["- [x]", "* [x]", "+ [x]"].contains(text.prefix(5).lowercased()), let key = key(in: text) else {
        return nil
      }
      return PlanEdit(key, isTicked: true)
    }
  }

  /// The rows of a checklist, or of the table of findings, as a spreadsheet saves it: separated by commas,
  /// semicolons or tabs, columns in any order.
  /// - Throws: ``PlanFileError`` where there is neither a column of steps nor one of fingerprints, or a day is none.
  public static func edits(csv: [UInt8]) throws(PlanFileError) -> [PlanEdit] {
    let table = TextTable(csv: csv)
    // The table of findings has both; there the steps are only told.
    let topic: PlanState.Topic = table.hasColumn("fingerprint") ? .finding : .step
    let column = topic == .finding ? "fingerprint" : "step"
    guard table.hasColumn(column) else {
      throw PlanFileError(
        "there is no column 'step'; save the checklist with the header that it was written with")
    }
    var edits: [PlanEdit] = []
    for row in table.rows {
      guard let id = row[column], !id.isEmpty else { continue }
      var edit = PlanEdit(PlanState.Key(topic, id))
      edit.isTicked = ["x", "yes", "true", "1", "done"].contains(row["done"]?.lowercased() ?? "")
      edit.owner = row["owner"]
      edit.note = row["note"]
      if let due = row["due"] {
        guard let day = CalendarDate(due) else {
          throw PlanFileError("line \(row.line): '\(due)' is not a day; write it as YYYY-MM-DD")
        }
        edit.due = day
      }
      edits.append(edit)
    }
    return edits
  }

  /// The last hidden id of a line, `<!-- step:D11 -->`.
  private static func key(in text: some StringProtocol) -> PlanState.Key? {
    let parts = String(text).split(separator: "<!--", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, let end = last.firstRange(of: "-->") else { return nil }
    let content = last[..<end.lowerBound].split(separator: ":", maxSplits: 1)
    guard content.count == 2, let topic = PlanState.Topic(rawValue: String(content[0].filter { $0 != " " }))
    else {
      return nil
    }
    return PlanState.Key(topic, unescaped(content[1].filter { $0 != " " }))
  }

  /// Takes back what the checklist writes as `%2D`.
  private static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
