import Foundation

/// The built command as a process of its own.
public final class CommandProcess {
  private let process = Process()
  private let output = temporaryPath(".out")
  private let errors = temporaryPath(".err")

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
    // Where coverage is counted the child's lines count too; nowhere else does it leave a file behind. With
    // limits or faults that file would be damaged, and then nobody's lines would be counted.
    let isSound = shell.isEmpty && environment["FAULTS"] == nil
    let profile = isSound ? ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"] ?? "/dev/null" : "/dev/null"
    let usual = ["HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin", "LLVM_PROFILE_FILE": profile]
    process.environment = usual.merging(Sanitizer.environment) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
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
    let status = process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
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
