import AuditInput
import AuditModel
import Foundation
import Testing

/// A folder of files for one test; removed when the test is over.
final class TemporaryTree {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "/audit-input-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Data(text.utf8)) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ data: Data) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: file))
  }

  func path(_ name: String) -> String { path + "/" + name }
}

/// What an artifact is and how much text it has: enough to tell artifacts apart.
struct Seen: Hashable, Sendable {
  var text: String
  var isWhole: Bool
  var encoding: TextEncoding
}

/// Reports every artifact with its text.
struct EverythingExaminer: ArtifactExaminer {
  mutating func examine(_ candidate: borrowing ArtifactCandidate, _ content: borrowing ArtifactContent)
    -> Seen?
  {
    var bytes: [UInt8] = []
    unsafe content.forEachChunk(of: 1000) { piece, _ in
      unsafe bytes += piece
      return true
    }
    return Seen(
      text: String(decoding: bytes, as: UTF8.self), isWhole: content.isWhole, encoding: content.encoding)
  }
}

/// Examines everything below the inputs.
func examineAll(
  _ inputs: [InputPath], options: InputOptions = InputOptions(), workers: Int = 2
) throws -> Examination<Seen> {
  try examine(inputs, options: options, workers: workers) { EverythingExaminer() }
}

/// Runs a program and gives what it wrote.
@discardableResult
func run(_ arguments: [String], in folder: String, input: Data = Data(), status: Set<Int32> = [0]) throws
  -> Data
{
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  let output = Pipe()
  let entry = folder + "/.input-" + UUID().uuidString
  try input.write(to: URL(fileURLWithPath: entry))
  defer { try? FileManager.default.removeItem(atPath: entry) }
  process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: entry))
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  #expect(status.contains(process.terminationStatus), "\(arguments.joined(separator: " "))")
  return data
}
