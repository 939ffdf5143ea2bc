import AuditModel

/// Texts and places as SARIF wants them.
enum SARIFText {
  /// A message on one line; brackets that would make an embedded link are disarmed.
  static func message(_ text: String) -> JSONValue {
    let line = PlainText.cut(text, to: 1_000)
    var output = ""
    for scalar in line.unicodeScalars {
      if scalar == "[" || scalar == "]" || scalar == "\\", line.contains("](") { output += "\\" }
      output.unicodeScalars.append(scalar)
    }
    return .object([("text", .string(output.isEmpty ? "-" : output))])
  }

  /// A physical location relative to the root of the sources.
  static func place(_ location: Location, snippet: String = "") -> JSONValue {
    .object([
      (
        "artifactLocation",
        .object([("uri", .string(WebAddress.reference(toPath: location.path))), ("uriBaseId", "%SRCROOT%")])
      ),
      ("region", region(location, snippet: snippet)),
    ])
  }

  /// Numbers below 1 come from foreign files only, and SARIF refuses them.
  private static func region(_ location: Location, snippet: String) -> JSONValue? {
    guard let line = location.line, line >= 1 else { return nil }
    let endLine = location.endLine.flatMap { $0 >= line ? $0 : nil }
    return .object([
      ("startLine", .integer(line)),
      ("startColumn", location.column.flatMap { $0 >= 1 ? .integer($0) : nil }),
      ("endLine", endLine.map(JSONValue.integer)),
      ("endColumn", location.endColumn.flatMap { $0 >= 1 ? .integer($0) : nil }),
      ("snippet", snippet.isEmpty ? nil : .object([("text", .string(PlainText.cut(snippet, to: 1_000)))])),
    ])
  }
}
