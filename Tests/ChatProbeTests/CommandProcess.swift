import Foundation
import Testing

/// The built command as a process of its own.
final class CommandProcess {
  private let process = Process()
  private let output = temporaryPath(".out")
  private let errors = temporaryPath(".err")

  /// Starts `chatsunset` with arguments.
  ///
  /// - Parameters:
  ///   - shell: Shell commands to run before it in the same process, such as limits.
  ///   - environment: Variables beside the two that every run has.
  ///   - isOffline: Whether opening a network socket kills it.
  init(_ arguments: [String], shell: String = "", environment: [String: String] = [:], isOffline: Bool = false) throws {
    for path in [output, errors] { try Data().write(to: URL(filePath: path)) }
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(shell) exec \"$0\" \"$@\""]
      + (isOffline ? [Self.built("without-sockets")] : []) + [Self.command] + arguments
    let usual = ["HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin"]
    process.environment = usual.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
  }

  /// Beside the test bundle.
  private static var command: String { built("chatsunset") }

  /// The path of another program of this package.
  static func built(_ name: String) -> String {
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: name).path
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end; the status of a killed process is the negative signal.
  func finish() throws -> (status: Int32, output: String, errors: String) {
    process.waitUntilExit()
    let status = process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    return (status, try readAndRemove(output), try readAndRemove(errors))
  }
}
