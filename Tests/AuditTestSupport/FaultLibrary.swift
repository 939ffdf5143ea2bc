import Foundation

/// The library that makes the system calls of a child fail; built from C when it is first asked for.
public enum FaultLibrary {
  /// Where there is one: preloading is for Linux without sanitizers, and the compiler comes with every toolchain
  /// for it.
  public static let path: String? = Sanitizer.isOn ? nil : build()

  /// The variables that make a child's calls fail, as `Tests/with-faults/faults.c` says.
  public static func environment(
    _ faults: String, below folder: String = "", except inner: String = "/none"
  ) -> [String: String] {
    ["LD_PRELOAD": path ?? "", "FAULTS": faults, "FAULTS_BELOW": folder, "FAULTS_EXCEPT": inner]
  }

  private static func build() -> String? {
    #if os(Linux)
      let library = CommandProcess.built("libfaults.so")
      // Under another name first: somebody else may be running the same tests.
      let made = "\(library).\(ProcessInfo.processInfo.processIdentifier)"
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "clang", "-shared", "-fPIC", "-o", made, Repository.path("Tests/with-faults/faults.c"), "-ldl",
      ]
      guard (try? process.run()) != nil else { return nil }  // without a compiler the tests say that they were skipped
      process.waitUntilExit()
      return unsafe process.terminationStatus == 0 && rename(made, library) == 0 ? library : nil
    #else
      return nil
    #endif
  }
}
