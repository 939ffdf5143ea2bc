import ArgumentParser
import AuditInput
import AuditModel

/// What to look at.
struct InputArguments: ParsableArguments {
  @Argument(
    help: "Folders, files, zips or tars to examine; '-' reads a list of paths from standard input", completion: .file())
  var paths: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Read a list of paths, one a line, from a file", valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Examine only paths that match a pattern, '**/*.cls'", valueName: "glob"))
  var include: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Pass over paths that match a pattern", valueName: "glob"))
  var exclude: [String] = []

  @Flag(name: .long, help: "Examine also what ignore files and tool folders would leave out")
  var noIgnore = false

  @Option(
    name: .long,
    help: ArgumentHelp("Examine only part I of N, '2/8'; 'merge' puts the reports together", valueName: "i/n"))
  var shard: String?

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("Read and match with this many threads (default: one per core)", valueName: "number"))
  var jobs: Int?

  /// The inputs, in their order.
  func inputPaths() throws(CommandFailure) -> [InputPath] {
    var inputs: [InputPath] = []
    for path in paths {
      inputs.append(path == "-" ? InputPath(files: InputFile.lines(of: try InputFile.standardInput())) : InputPath(path))
    }
    if let filesFrom {
      let bytes = filesFrom == "-" ? try InputFile.standardInput() : try InputFile.read(filesFrom)
      inputs.append(InputPath(files: InputFile.lines(of: bytes)))
    }
    guard !inputs.isEmpty else {
      throw CommandFailure(.usage, "nothing to examine; name a folder or a zip, as in 'chatsunset audit force-app/'")
    }
    return inputs
  }

  func options() throws(CommandFailure) -> InputOptions {
    InputOptions(
      honoursIgnoreFiles: !noIgnore, include: include, exclude: exclude, shard: try parsedShard())
  }

  /// As many threads as asked for, or one a core.
  func workers() throws(CommandFailure) -> Int {
    guard let jobs else { return max(1, processorCount()) }
    guard (1...256).contains(jobs) else {
      throw CommandFailure(.usage, "'--jobs \(jobs)' is not a number of threads from 1 to 256")
    }
    return jobs
  }

  private func parsedShard() throws(CommandFailure) -> Shard? {
    guard let shard else { return nil }
    let parts = shard.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, let shard = Shard(index: parts[0] - 1, count: parts[1]) else {
      throw CommandFailure(.usage, "'--shard \(shard)' is not a part of a whole; write '1/4' for the first of four")
    }
    return shard
  }
}
