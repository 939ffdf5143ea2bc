#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A certificate in a file for the time of a test.
enum CertificateFile {
  static func with<Value>(
    _ certificate: String?, _ body: (String?) async throws -> Value
  ) async throws -> Value {
    guard let certificate else { return try await body(nil) }
    let path = temporaryPath(".pem")
    try Data(certificate.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }  // the system empties the folder, too
    return try await body(path)
  }
}

/// A path nobody uses yet.
func temporaryPath(_ suffix: String) -> String {
  FileManager.default.temporaryDirectory.path + "/chatsunset-\(UUID().uuidString)\(suffix)"
}
