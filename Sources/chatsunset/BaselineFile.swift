import AuditKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The baseline as a file: JSON, one entry a block, sorted, so that changes to it are easy to review.
enum BaselineFile {
  static func read(_ path: String) throws(CommandFailure) -> Baseline {
    let bytes = try InputFile.read(path)
    do {
      return try JSONDecoder().decode(Baseline.self, from: Data(bytes))
    } catch {
      throw CommandFailure(.usage, "'\(path)' is no baseline; write one with '--update-baseline'")
    }
  }

  static func bytes(of baseline: Baseline) throws(CommandFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(baseline)) + [UInt8(ascii: "\n")]
    } catch {
      throw CommandFailure(.fault, "the baseline can't be encoded: \(error)")
    }
  }
}
