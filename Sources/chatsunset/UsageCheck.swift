import ArgumentParser

/// Mistakes in typing that deserve a better sentence than the parser's.
enum UsageCheck {
  /// A complaint about what was typed, before anything is parsed.
  static func complaint(about arguments: [String]) -> String? {
    for argument in arguments {
      if argument == "--" { return nil }
      // Word processors and chat programs turn two hyphens into a dash.
      guard let first = argument.first, "–—―−‐".contains(first) else { continue }
      let name = argument.drop { "–—―−‐-".contains($0) }
      return "'\(argument)' begins with a dash that only looks like hyphens; type '--\(name)' with two hyphens"
    }
    return nil
  }

  /// The parser's message as one sentence without its heading and its usage block.
  static func sentence(_ message: String) -> String {
    var text = message.split(separator: "\n").first.map(String.init) ?? message
    if text.hasPrefix("Error: ") { text.removeFirst("Error: ".count) }
    if text.hasSuffix(".") { text.removeLast() }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  static func helpCommand(for arguments: [String]) -> String {
    let verb = arguments.first { !$0.hasPrefix("-") && $0.allSatisfy(\.isLetter) }
    let known = ChatSunset.configuration.subcommands.contains { $0.configuration.commandName == verb }
    return ["chatsunset", known ? verb : nil, "--help"].compactMap { $0 }.joined(separator: " ")
  }
}
