/// A workflow command of GitHub Actions: `::error file=…,line=…::message`.
enum WorkflowCommand {
  /// The command on one line; nothing in a value can begin another property or another command.
  static func line(_ command: String, _ properties: [(String, String?)], message: String) -> String {
    let list = properties.compactMap { name, value in value.map { "\(name)=\(property($0))" } }
    return "::\(command)\(list.isEmpty ? "" : " ")\(list.joined(separator: ","))::\(data(message))"
  }

  private static func data(_ text: String) -> String {
    escaped(text, ["%"])
  }

  private static func property(_ text: String) -> String {
    escaped(text, ["%", ":", ","])
  }

  private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
    var output = ""
    for scalar in PlainText.oneLine(text).unicodeScalars {
      if special.contains(scalar) {
        output += "%" + String(scalar.value, radix: 16, uppercase: true)
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
