import Foundation

/// Whether the tests and the command they start carry the thread or the address sanitizer.
///
/// Its runtime takes terabytes of addresses and wants to be loaded first, so limits on memory and libraries to
/// preload do not go with it.
public enum Sanitizer {
  public static let isOn = {
    guard let program = unsafe dlopen(nil, RTLD_NOW) else { return false }
    return unsafe dlsym(program, "__asan_init") != nil || dlsym(program, "__tsan_init") != nil
  }()

  /// The options that a child's sanitizer takes, its suppressions among them.
  static let environment = isOn
    ? ProcessInfo.processInfo.environment.filter { ["ASAN_OPTIONS", "TSAN_OPTIONS", "SWIFT_BACKTRACE"].contains($0.key) }
    : [:]
}
