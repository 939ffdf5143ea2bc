/// Text from outside in XML 1.0.
enum XMLText {
  /// The text for element content and for attributes in double quotes.
  ///
  /// Characters that XML 1.0 can't hold, and those that no reader would see, are spelled out.
  static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      // Two in a row would begin a command in the logs of some build servers.
      case "#" where output.hasSuffix("#"): output += "&#35;"
      case "\n": output += "&#10;"
      case "\t": output += "&#9;"
      case "\u{FFFE}", "\u{FFFF}": output += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      case _ where PlainText.isInvisible(scalar):
        output += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
