#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the files that the command line names: lists, saved reports, configuration.
enum InputFile {
  static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CommandFailure(.usage, "can't read '\(path)': \(systemMessage(errno).lowercased())") }
    defer { close(descriptor) }
    return try readAll(descriptor, path)
  }

  static func standardInput() throws(CommandFailure) -> [UInt8] {
    try readAll(0, "standard input")
  }

  /// The lines of a list, without empty ones; a list with NULs has them in place of line ends (`find -print0`).
  static func lines(of bytes: [UInt8]) -> [String] {
    let separator: UInt8 = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
    return bytes.split(separator: separator).map { line in
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return String(decoding: text, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }

  static func readAll(_ descriptor: Int32, _ name: String) throws(CommandFailure) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe systemRead(descriptor, $0.baseAddress!, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw CommandFailure(.usage, "can't read '\(name)': \(systemMessage(errno).lowercased())") }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }
}

/// How many threads can run at once.
func processorCount() -> Int {
  sysconf(Int32(_SC_NPROCESSORS_ONLN))
}

/// The system's read, which the enclosing type's own method of that name would hide.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  #if canImport(Glibc)
    unsafe Glibc.read(descriptor, bytes, count)
  #elseif canImport(Musl)
    unsafe Musl.read(descriptor, bytes, count)
  #else
    unsafe Darwin.read(descriptor, bytes, count)
  #endif
}
