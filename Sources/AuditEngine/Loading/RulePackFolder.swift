import AuditModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads and checks the rule pack in a folder; see ``loadRulePack(_:folder:extending:)``.
public func loadRulePack(
  folder: String, extending bases: [RulePack] = []
) throws(RulePackErrors) -> RulePack {
  try loadRulePack(readRulePackFiles(folder: folder), folder: folder, extending: bases)
}

/// Reads the YAML files of a pack's folder, the cases included; hidden files are passed over.
///
/// - Throws: An error for each file that can't be read, is too large or is not UTF-8.
public func readRulePackFiles(folder: String) throws(RulePackErrors) -> [RulePackFile] {
  let manager = FileManager.default
  let paths: [String]
  do {
    paths = try manager.subpathsOfDirectory(atPath: folder)
  } catch {
    throw RulePackErrors([unreadable("the folder can't be read; does it exist?", folder)])
  }
  var files: [RulePackFile] = []
  var errors: [RulePackError] = []
  for path in paths.sorted() where isPackFile(path) {
    // One more than the limit, so that the loader says what is wrong.
    guard files.count <= RulePackLimits.files else { break }
    let fullPath = "\(folder)/\(path)"
    // A size that can't be told is no reason to refuse a file that can be read.
    let size = (try? manager.attributesOfItem(atPath: fullPath))?[.size] as? Int ?? 0
    if size > RulePackLimits.fileBytes {
      errors.append(unreadable("the file has more than \(RulePackLimits.fileBytes) bytes", fullPath))
    } else if let data = manager.contents(atPath: fullPath) {
      if let text = String(validating: data, as: UTF8.self) {
        files.append(RulePackFile(path: path, text: text))
      } else {
        errors.append(unreadable("the file is not UTF-8", fullPath))
      }
    } else {
      errors.append(unreadable("the file can't be read", fullPath))
    }
  }
  guard errors.isEmpty else { throw RulePackErrors(errors) }
  return files
}

private func isPackFile(_ path: String) -> Bool {
  (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
    && !path.split(separator: "/").contains { $0.hasPrefix(".") }
}

private func unreadable(_ message: String, _ path: String) -> RulePackError {
  RulePackError(code: .unreadable, message: message, location: Location(path: path))
}
