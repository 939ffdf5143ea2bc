// Checks the rule packs in `Rules` and writes them as Swift source.
//
//   swift run EmbedRules
//
// The source is kept beside the packs: were it written by a build plugin, each first build would compile
// the rule reader two times more. Errors go to stderr as compilers write them.

import AuditEngine
import AuditModel
import Foundation

let root = "Rules"
let output = "\(root)/BuiltInRules+Packs.swift"
guard CommandLine.arguments.count == 1, FileManager.default.fileExists(atPath: root) else {
  complain("usage: swift run EmbedRules, at the top of the repository")
  exit(2)
}
do {
  let source = try embed(packs: readPacks(below: root))
  // A file that stays as it is spares the build everything that depends on it.
  if FileManager.default.contents(atPath: output) != Data(source.utf8) {
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }
} catch let error as RulePackErrors {
  for error in error.errors { complain("\(error.location): error: \(error.message)") }
  exit(1)
} catch {
  complain("error: \(error)")
  exit(1)
}

/// Reads every folder that holds a `pack.yaml`, in the order of names.
func readPacks(below root: String) throws -> [RulePack] {
  let folders = try FileManager.default.contentsOfDirectory(atPath: root).sorted().filter {
    FileManager.default.fileExists(atPath: "\(root)/\($0)/pack.yaml")
  }
  return try folders.map { try loadRulePack(folder: "\(root)/\($0)") }
}

func embed(packs: [RulePack]) throws -> String {
  """
  // Written by `swift run EmbedRules`; edit the YAML files instead.

  extension BuiltInRules {
    /// How the search for the literals of these packs is arranged, as `RuleSet.gramChoice` gives it.
    public static var grams: StaticString {
  \(literal(try grams(of: packs)))
    }

    /// The packs in the form that `RulePack.decodeEmbedded` reads.
    public static var packs: StaticString {
  \(literal(RulePack.encodeEmbedded(packs)))
    }
  }

  """
}

/// The literals are the same for every day.
func grams(of packs: [RulePack]) throws -> String {
  try RuleSet(packs: packs, asOf: CalendarDate(daysSinceEpoch: 0)).gramChoice ?? ""
}

/// A raw literal of any text; what such a literal can't hold as it is, is escaped.
func literal(_ text: String) -> String {
  let text = text.replacing("\\##", with: "\\##u{5C}##").replacing("\"\"\"##", with: "\"\"\\##u{22}##")
  var result = "##\"\"\"\n"
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\n"
    // The compiler would change the line ends, and refuse the rest.
    case "\u{0}"..<" ", "\u{7F}": result += "\\##u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\n\"\"\"##"
}

func complain(_ message: String) {
  FileHandle.standardError.write(Data("\(message)\n".utf8))
}
