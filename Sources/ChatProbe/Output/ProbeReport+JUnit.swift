import AuditModel

extension ProbeReport {
  /// A failure is a verdict that wasn't expected, an error one that couldn't be reached.
  func junit() -> String {
    let judged = results.map { ($0, ProbeOutcome([$0], expected: expected)) }
    let failures = judged.count { $0.1 == .different }
    let errors = judged.count { $0.1 == .inconclusive }
    var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    let totals = #"tests="\#(results.count)" failures="\#(failures)" errors="\#(errors)""#
    text += #"<testsuite name="chatsunset probe" \#(totals)>"# + "\n"
    for (result, outcome) in judged {
      let milliseconds = result.exchanges.reduce(0) { $0 + $1.timing.total }
      text += #"  <testcase classname="endpoint" name="\#(escaped(result.endpoint))" time="\#(seconds(milliseconds))">"#
      let message = escaped("\(result.verdict.rawValue): \(result.reason)")
      switch outcome {
      case .asExpected: text += "<system-out>\(message)</system-out>"
      case .different: text += #"<failure type="\#(result.verdict.rawValue)" message="\#(message)"/>"#
      case .inconclusive: text += #"<error type="\#(result.verdict.rawValue)" message="\#(message)"/>"#
      }
      text += "</testcase>\n"
    }
    return text + "</testsuite>\n"
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in printable(text, limit: 1000) {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

/// Milliseconds as seconds with three decimals.
func seconds(_ milliseconds: Int) -> String {
  let rest = String(milliseconds % 1000)
  return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
}
