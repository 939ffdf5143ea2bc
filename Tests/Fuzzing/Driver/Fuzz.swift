#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks for inputs that break a target: `fuzz TARGET [what libFuzzer takes…]`.
///
/// libFuzzer's own main can't be linked into a Swift program, so its driver is called.
@main
enum Fuzz {
  /// Set once, before the driver calls back on the same thread.
  nonisolated(unsafe) private static var target: (any FuzzTarget)?

  static func main() {
    let names = FuzzTargetName.allCases.map(\.rawValue)
    guard CommandLine.arguments.count > 1, let name = FuzzTargetName(rawValue: CommandLine.arguments[1]) else {
      print("usage: fuzz (\(names.joined(separator: "|"))) [option…] [folder…]")
      exit(2)
    }
    do {
      unsafe target = try name.make()
    } catch {
      print("the target '\(name.rawValue)' can't be made: \(error)")
      exit(2)
    }
    let arguments = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
    var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var count = Int32(arguments.count)
    let status = unsafe pointers.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      return unsafe runDriver(&count, &start) { bytes, count in
        let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
        if let problem = unsafe Fuzz.target?.problem(with: input) {
          // A release build would leave the sentence out of the failure.
          print("\(problem)")
          fflush(nil)
          abort()
        }
        return 0
      }
    }
    exit(status)
  }
}

/// libFuzzer's driver. Source: LLVM, compiler-rt/lib/fuzzer/FuzzerInterface.h.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
