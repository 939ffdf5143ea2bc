import ArgumentParser
import AuditEngine
import AuditModel
import AuditPlan

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Results of queries that complete what an export holds.
struct RecordArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read results of the queries that 'manifest' prints, CSV or JSON files in a folder", valueName: "folder"
    ))
  var records: String?

  /// What the folder's files add to the inventory; nothing without the flag.
  func facts(for rules: RuleSet) throws(CommandFailure) -> RecordFacts? {
    guard let records else { return nil }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: records)
    } catch {
      throw CommandFailure(.usage, "can't read the folder '\(records)' of '--records'")
    }
    let folder = records.split(separator: "/").last.map(String.init) ?? records
    var files: [(path: String, bytes: [UInt8])] = []
    for name in names.sorted() where [".csv", ".json"].contains(where: { name.lowercased().hasSuffix($0) }) {
      files.append(("\(folder)/\(name)", try InputFile.read("\(records)/\(name)")))
    }
    guard !files.isEmpty else {
      throw CommandFailure(.usage, "'--records \(records)' holds no CSV or JSON file")
    }
    return RecordFacts(files: files, queries: rules.packs.flatMap(\.queries))
  }
}
