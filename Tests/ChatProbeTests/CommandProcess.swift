import Foundation
import Testing

/// The built command as a process of its own.
final class CommandProcess {
  private let process = Process()
  private let output = temporaryPath(".out")
  private let errors = temporaryPath(".err")

  /// Starts `chatsunset` with arguments.
  ///
  /// - Parameter shell: Shell commands to run before it in the same process, such as limits.
  init(_ arguments: [String], shell: String = "") throws {
    for path in [output, errors] { try Data().write(to: URL(filePath: path)) }
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(shell) exec \"$0\" \"$@\"", Self.command] + arguments
    process.environment = ["HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
  }

  /// Beside the test bundle.
  private static var command: String {
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "chatsunset").path
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end; the status of a killed process is the negative signal.
  func finish() throws -> (status: Int32, output: String, errors: String) {
    process.waitUntilExit()
    let status = process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    return (status, try readAndRemove(output), try readAndRemove(errors))
  }
}
