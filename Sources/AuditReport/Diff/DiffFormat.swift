public import AuditModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A format that a comparison of two reports can be written in.
public enum DiffFormat: String, CaseIterable, Sendable {
  /// Lines for the terminal.
  case text
  /// Lists for a pull request or a ticket.
  case markdown
  /// Everything, to be read by programs.
  case json
}

/// Writes a comparison in a format; every text in it is taken as hostile and escaped.
public func render(_ diff: ReportDiff, as format: DiffFormat) throws(ReportError) -> [UInt8] {
  switch format {
  case .text: Array(DiffText(diff).document.utf8)
  case .markdown: Array(DiffMarkdown(diff).document.utf8)
  case .json: try json(of: diff)
  }
}

private func json(of diff: ReportDiff) throws(ReportError) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  do {
    return JSONText.escapingInvisible(try encoder.encode(diff)) + [UInt8(ascii: "\n")]
  } catch {
    throw ReportError(code: .unwritable, message: "the comparison holds a number that JSON can't hold")
  }
}

/// The parts of a comparison that people read, in their order.
struct DiffParts {
  struct Part {
    var title: String
    var rows: [(finding: Finding, remark: String)]
  }

  let parts: [Part]
  /// Remarks about the comparison itself.
  let remarks: [String]

  init(_ diff: ReportDiff) {
    func rows(_ findings: [Finding]) -> [(finding: Finding, remark: String)] { findings.map { ($0, "") } }
    parts = [
      Part(title: "New", rows: rows(diff.added)),
      Part(title: "Changed", rows: diff.changed.map { ($0.new, DiffParts.remark(on: $0)) }),
      Part(title: "Moved", rows: diff.moved.map { ($0.new, "from \($0.old.location)") }),
      Part(title: "Fixed", rows: rows(diff.fixed)),
      Part(title: "Gone, and not examined again", rows: rows(diff.unseen)),
    ]
    var remarks: [String] = []
    if diff.old.rulePacks != diff.new.rulePacks {
      remarks.append(
        "The reports were made with different rules, which finds other things in the same sources.")
    }
    if diff.old.asOf != diff.new.asOf {
      remarks.append("The reports judge by different days, \(diff.old.asOf) and \(diff.new.asOf).")
    }
    self.remarks = remarks
  }

  private static func remark(on pair: ReportDiff.Pair) -> String {
    pair.differences.map { $0 == "level" ? "\(pair.old.level.rawValue) before" : $0 }.joined(separator: ", ")
  }

  /// One sentence with the number of each part.
  static func summary(_ diff: ReportDiff) -> String {
    let counts = [
      (diff.added.count, "new"), (diff.changed.count, "changed"), (diff.moved.count, "moved"),
      (diff.fixed.count, "fixed"), (diff.unseen.count, "not examined again"),
    ]
    let text = counts.filter { $0.0 > 0 }.map { "\(Words.grouped($0.0)) \($0.1)" }.joined(separator: ", ")
    let lost =
      diff.coverageLost.isEmpty ? "" : "; coverage lost in \(Words.count(diff.coverageLost.count, "place"))"
    return (text.isEmpty ? "no finding changed" : text) + lost
  }
}
