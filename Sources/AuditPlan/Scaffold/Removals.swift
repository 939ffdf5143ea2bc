import AuditModel

/// What can go when the migration is over, as the Metadata API deletes it.
struct Removals {
  private let rows: [(removal: ScaffoldFacts.Removal, names: [String])]

  init(_ removals: [ScaffoldFacts.Removal], _ report: Report) {
    let findings = (report.findings + report.facts).filter { $0.class != .successor }
    rows = removals.map { removal in
      let rules = Set(removal.rules)
      let names = findings.compactMap { finding -> String? in
        guard rules.contains(finding.rule), let component = finding.component else { return nil }
        return component.type.lowercased() == removal.type.lowercased() ? component.name : nil
      }
      return (removal, Set(names).sorted())
    }.filter { !$0.names.isEmpty }
  }

  /// The list of deletions and the empty manifest that a deployment needs beside it; none where nothing can go.
  var files: [Scaffold.File] {
    guard !rows.isEmpty else { return [] }
    return [
      Scaffold.File(path: "destructive/destructiveChanges.xml", text: deletions),
      Scaffold.File(path: "destructive/package.xml", text: Removals.document([])),
    ]
  }

  private var deletions: String {
    var lines = [
      "    <!-- For the last wave only, after the step back is given up and the records are exported. Try it in a",
      "         sandbox, one type after the other from the top: what uses a thing stands above it. -->",
    ]
    for (removal, names) in rows {
      if let review = removal.review {
        lines.append("    <!-- Look first at these of the type \(DraftFormat.xml(removal.type)): \(DraftFormat.xml(review))")
        lines += names.map { "         \(DraftFormat.xml($0))" }
        lines.append("    -->")
      } else {
        lines.append("    <types>")
        lines += names.map { "        <members>\(DraftFormat.xml($0))</members>" }
        lines += ["        <name>\(DraftFormat.xml(removal.type))</name>", "    </types>"]
      }
    }
    return Removals.document(lines)
  }

  private static func document(_ lines: [String]) -> String {
    ([
      #"<?xml version="1.0" encoding="UTF-8"?>"#, #"<Package xmlns="http://soap.sforce.com/2006/04/metadata">"#,
    ] + lines + ["    <version>\(apiVersion)</version>", "</Package>"]).joined(separator: "\n") + "\n"
  }

  /// The version whose schema the drafts were checked against.
  private static let apiVersion = "66.0"
}
