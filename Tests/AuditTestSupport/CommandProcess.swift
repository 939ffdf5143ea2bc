import Foundation

/// The built command as a process of its own.
public final class CommandProcess {
  private let process = Process()
  private let output = temporaryPath(".out")
  private let errors = temporaryPath(".err")
  /// Where coverage is counted the child's lines count too; nowhere else does it leave a file behind.
  private let counts = temporaryPath(".profraw")

  /// Starts `chatsunset` with arguments.
  ///
  /// - Parameters:
  ///   - shell: Shell commands to run before it in the same process, such as limits.
  ///   - environment: Variables beside the two that every run has.
  ///   - isOffline: Whether opening a network socket kills it.
  public init(_ arguments: [String], shell: String = "", environment: [String: String] = [:], isOffline: Bool = false) throws {
    for path in [output, errors] { try Data().write(to: URL(filePath: path)) }
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(shell) exec \"$0\" \"$@\""]
      + (isOffline ? [Self.built("without-sockets")] : []) + [Self.command] + arguments
    // With limits or faults the counts would be damaged.
    let isSound = shell.isEmpty && environment["FAULTS"] == nil
    let profile = isSound && Self.profiles != nil ? counts : "/dev/null"
    let usual = ["HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin", "LLVM_PROFILE_FILE": profile]
    process.environment = usual.merging(Sanitizer.environment) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
  }

  /// The folder that the counts of a run with coverage are in.
  private static let profiles = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"].flatMap { pattern in
    pattern.lastIndex(of: "/").map { String(pattern[..<$0]) }
  }

  /// Beside the test bundle.
  private static var command: String { built("chatsunset") }

  /// The path of another program of this package.
  public static func built(_ name: String) -> String {
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: name).path
  }

  public func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end; the status of a killed process is the negative signal.
  public func finish() throws -> (status: Int32, output: String, errors: String) {
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal
    let status = isKilled ? -process.terminationStatus : process.terminationStatus
    // What a killed process was writing is damaged, and with one damaged file nobody's lines would be counted.
    if FileManager.default.fileExists(atPath: counts) {
      if let profiles = Self.profiles, !isKilled {
        try FileManager.default.moveItem(atPath: counts, toPath: profiles + "/\(process.processIdentifier).profraw")
      } else {
        try FileManager.default.removeItem(atPath: counts)
      }
    }
    return (status, try readAndRemove(output), try readAndRemove(errors))
  }
}

/// A path nobody uses yet, in the system's folder for such files.
public func temporaryPath(_ suffix: String) -> String {
  FileManager.default.temporaryDirectory.path + "/chatsunset-\(UUID().uuidString)\(suffix)"
}

/// A file's text; the file is gone afterwards.
public func readAndRemove(_ path: String) throws -> String {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  try FileManager.default.removeItem(atPath: path)
  return text
}
