import AuditModel

extension Retrieval {
  /// The file name of a package: `package.xml`, or `package-2.xml` where there are several.
  public func fileName(of index: Int) -> String {
    packages.count == 1 ? "package.xml" : "package-\(index + 1).xml"
  }

  /// One package as a manifest of the Metadata API.
  public func manifest(_ index: Int, apiVersion: String) -> String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<Package xmlns="http://soap.sforce.com/2006/04/metadata">"#,
    ]
    for request in packages[index] {
      if request.needsNames {
        lines.append(
          "    <!-- \(request.type): '*' does not return it; name every member, see the commands -->")
      }
      guard !request.members.isEmpty else { continue }
      lines.append("    <types>")
      lines += request.members.map { "        <members>\(Retrieval.escaped($0))</members>" }
      lines += ["        <name>\(Retrieval.escaped(request.type))</name>", "    </types>"]
    }
    lines += ["    <version>\(Retrieval.escaped(apiVersion))</version>", "</Package>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The queries with what each answer is good for, as comments.
  public var queryText: String {
    queries.map { "-- \($0.object): \($0.why)\n\($0.soql)\n" }.joined(separator: "\n")
  }

  /// The commands that fetch everything, for a POSIX shell.
  ///
  /// - Parameter folder: Where the manifests lie.
  public func commands(folder: String) -> String {
    var lines = ["# Set ORG to the alias of the org: ORG=my-org"]
    let named = Set(packages.joined().filter(\.needsNames).map(\.type)).sorted()
    if !named.isEmpty {
      lines += ["", "# These types must be named; this lists all their members in a manifest of its own."]
      lines.append(
        "sf project generate manifest --from-org \"$ORG\" --output-dir \(Retrieval.quoted(folder)) --name named"
          + named.map { " --metadata \($0)" }.joined())
      lines.append(retrieve("\(folder)/named.xml"))
    }
    if !packages.isEmpty {
      lines += ["", "# One after the other, since a retrieve returns at most \(Retrieval.maxFiles) files."]
    }
    lines += packages.indices.map { retrieve("\(folder)/\(fileName(of: $0))") }
    if !queries.isEmpty {
      lines += ["", "# Records that no manifest returns; audit them with --records records"]
    }
    lines += queries.map { query in
      let name = query.object.split(separator: " ").joined(separator: "-")
      return "sf data query --target-org \"$ORG\" --result-format csv --query \(Retrieval.quoted(query.soql))"
        + " > \(Retrieval.quoted("records/\(name).csv"))"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func retrieve(_ manifest: String) -> String {
    "sf project retrieve start --manifest \(Retrieval.quoted(manifest)) --target-org \"$ORG\""
  }

  /// Text of an element; control characters have no place in XML at all.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { output, scalar in
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  /// One word of a shell, in single quotes.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
