#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the program says and where: results on standard output, everything else on standard error.
enum Terminal {
  enum Stream: Int32 {
    case standardOutput = 1
    case standardError = 2

    var isTerminal: Bool { isatty(rawValue) == 1 }
  }

  /// Writes text, with control characters from outside already taken out by whoever made it.
  static func write(_ text: String, to stream: Stream) {
    // Nobody can be told that telling failed.
    try? write(Array(text.utf8), to: stream)
  }

  /// Writes bytes whole.
  static func write(_ bytes: [UInt8], to stream: Stream) throws(CommandFailure) {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(stream.rawValue, buffer.baseAddress! + offset, bytes.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        // The reader went away (`| head`): there is nobody to tell and nothing wrong.
        if errno == EPIPE { return }
        throw CommandFailure(.fault, "can't write the result: \(systemMessage(errno))")
      }
      offset += written
    }
  }

  /// Says what went wrong, in one line.
  static func error(_ message: String) { say(message) }

  /// Says something that is not wrong, in one line.
  static func note(_ message: String) { say(message) }

  private static func say(_ message: String) {
    write("chatsunset: \(message)\n", to: .standardError)
  }

  /// The terminal's width in columns, where there is one.
  static var width: Int? {
    var size = winsize()
    guard unsafe ioctl(Stream.standardOutput.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Whether to colour a stream, by the usual variables: `NO_COLOR`, `FORCE_COLOR`, and whether it is a terminal.
  static func isColored(_ stream: Stream) -> Bool {
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    if let value = environment("FORCE_COLOR"), !value.isEmpty { return value != "0" }
    return stream.isTerminal && environment("TERM") != "dumb"
  }
}

/// The value of an environment variable.
func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}

func systemMessage(_ code: Int32) -> String {
  unsafe String(cString: strerror(code))
}

/// The system's write, which the enclosing types' own methods of that name would hide.
func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  #if canImport(Glibc)
    unsafe Glibc.write(descriptor, bytes, count)
  #elseif canImport(Musl)
    unsafe Musl.write(descriptor, bytes, count)
  #else
    unsafe Darwin.write(descriptor, bytes, count)
  #endif
}
